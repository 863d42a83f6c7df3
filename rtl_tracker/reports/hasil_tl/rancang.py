"""The Laporan Hasil Tindak Lanjut of a unit, ready for the builder."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.formats import bulat, persen
from rtl_tracker.reports.hasil_tl.fakta import BahanHasilTl, FaktaHasilTl, RtlBernomor, susun_fakta
from rtl_tracker.reports.hasil_tl.narasi import narasi_hasil_tl
from rtl_tracker.reports.hasil_tl.tabel import tabel_belum, tabel_unsur
from rtl_tracker.reports.hasil_tl.tabel_hasil import tabel_foto, tabel_hasil
from rtl_tracker.reports.lembar_rtl.sebutan_rtl import akhir_nama_berkas, bidang_unit, masa
from rtl_tracker.reports.rancangan import Png, Rancangan, Teks, paragraf
from rtl_tracker.reports.tahunan.sebutan import sebut_banyak
from rtl_tracker.reports.word.elemen import BarisAngka, DaftarNomor, Elemen, Paragraf

JUDUL = "Laporan Hasil Tindak Lanjut"


def rancang_hasil_tl(bahan: BahanHasilTl, gambar: Mapping[str, bytes]) -> Rancangan:
    """Texts and elements of the report. `gambar`: a JPEG by the SHA-256 of its original, for every picture that can be shown."""
    fakta = susun_fakta(bahan)

    def isi(teks: Teks, png: Png) -> Mapping[str, Sequence[Elemen]]:
        return _isi(fakta, gambar, teks)

    return Rancangan(
        nama_berkas=f"hasil-tindak-lanjut-{akhir_nama_berkas(fakta.upp, fakta.tahun, fakta.periode)}",
        judul=f"{JUDUL} {fakta.upp.nama} {masa(fakta.tahun, fakta.periode)}",
        penulis=fakta.upp.nama,
        tanggal=datetime(fakta.tahun + 1, 1, 1),
        templat="hasil-tl.docx",
        bidang_templat=_bidang(fakta),
        blok=narasi_hasil_tl(fakta),
        bidang=(),
        grafik=(),
        isi=isi,
        fakta=fakta,
        peringatan=_peringatan(fakta),
    )


def _isi(f: FaktaHasilTl, gambar: Mapping[str, bytes], teks: Teks) -> dict[str, list[Elemen]]:
    foto = tabel_foto(f, gambar)
    belum: list[Elemen] = [tabel_belum(f.belum)] if f.belum else []
    return {
        "dasar": [DaftarNomor(f.pengaturan.dasar_hukum)] if f.pengaturan.dasar_hukum else [],
        "pelaksanaan": [_angka(f), *paragraf(teks.get("pelaksanaan", ())), tabel_unsur(f)],
        "hasil": [*_melekat(teks, "hasil"), tabel_hasil(f, gambar)],
        "belum": [*_melekat(teks, "belum"), *belum],
        "penutup": _melekat(teks, "penutup"),
        "foto": [foto] if foto is not None else [],
    }


def _melekat(teks: Teks, nama: str) -> list[Elemen]:
    """Paragraphs that stay with the table or signature after them."""
    return [Paragraf(satu, lekat=True) for satu in teks.get(nama, ())]


def _angka(f: FaktaHasilTl) -> BarisAngka:
    """Planned, done, verified in large figures; the percentages only where something was reported."""
    butir = [(bulat(f.direncanakan), "RTL direncanakan")]
    if f.dilaporkan is not None:
        butir += [
            (bulat(f.selesai), f"dilaporkan selesai ({persen(f.dilaporkan)})"),
            (bulat(f.terverifikasi), f"terverifikasi ({persen(f.persen_terverifikasi)})"),
        ]
    butir.append(
        (bulat(len(f.belum)), "belum selesai") if f.dilaporkan is not None else (bulat(f.tanpa_status), "belum dilaporkan")
    )
    return BarisAngka(tuple(butir))


def _bidang(f: FaktaHasilTl) -> dict[str, str]:
    periode = "" if f.periode is Periode.TAHUNAN else f", {NAMA_PERIODE[f.periode]}"
    return bidang_unit(f.pengaturan, f.upp, f.tahun) | {
        "judul_laporan": JUDUL,
        "subjudul": f"Survei Kepuasan Masyarakat {f.upp.nama}{periode}",
        "penyusun": f.upp.nama,
    }


def _peringatan(f: FaktaHasilTl) -> tuple[str, ...]:
    """Pictures that could not be shown, each by name; and plans of which nothing was reported."""
    rusak = tuple(_gambar_rusak(b) for b in f.semua if b.rusak)
    if not f.tanpa_status:
        return rusak
    return (*rusak, f"{f.upp.nama}: {sebut_banyak(f.tanpa_status, 'RTL')} belum dilaporkan. Laporkan pada halaman Realisasi.")


def _gambar_rusak(b: RtlBernomor) -> str:
    nama = "; ".join(f"'{satu.nama_berkas or satu.sebutan}'" for satu in b.rusak)
    return f"Gambar bukti RTL {b.nomor} tidak dapat ditampilkan: {nama}. Unggah kembali berkasnya, atau pulihkan dari cadangan."
