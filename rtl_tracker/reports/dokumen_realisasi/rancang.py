"""The follow-up document of the instansi, ready for the builder."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from rtl_tracker.domain.pengaturan import DasarRealisasi
from rtl_tracker.formats import bulat, persen, tanggal
from rtl_tracker.reports import grafik
from rtl_tracker.reports.dokumen_realisasi.fakta import BahanDokumenRealisasi, FaktaRealisasiTahun, susun_fakta
from rtl_tracker.reports.dokumen_realisasi.narasi import NAMA_DASAR, judul_bagian, narasi_realisasi
from rtl_tracker.reports.dokumen_realisasi.tabel import tabel_gabungan, tabel_instansi, tabel_menunggu, tabel_tidak, tabel_unit
from rtl_tracker.reports.grafik import Grafik
from rtl_tracker.reports.lembar_rtl.sebutan_rtl import TANPA_NAMA
from rtl_tracker.reports.rancangan import Png, Rancangan, Teks, daftar_nomor, paragraf
from rtl_tracker.reports.tahunan.rancang import bidang_sampul
from rtl_tracker.reports.word.elemen import BarisAngka, Elemen, Gambar, Paragraf

JUDUL = "Realisasi Tindak Lanjut"


def rancang_realisasi(bahan: BahanDokumenRealisasi) -> Rancangan:
    """Texts, charts and elements of the document."""
    fakta = susun_fakta(bahan)
    gambar = _grafik(fakta)

    def isi(teks: Teks, png: Png) -> Mapping[str, Sequence[Elemen]]:
        return _isi(fakta, gambar, teks, png)

    p = fakta.pengaturan
    return Rancangan(
        nama_berkas=f"realisasi-tindak-lanjut-{fakta.tahun}",
        judul=f"{JUDUL} {p.nama} Tahun {fakta.tahun}",
        penulis=p.nama,
        tanggal=datetime(fakta.tahun + 1, 1, 1),
        templat="realisasi.docx",
        bidang_templat=bidang_sampul(p, fakta.tahun)
        | {
            "nama_instansi": p.nama or TANPA_NAMA,
            "judul_laporan": JUDUL,
            "judul_bagian": judul_bagian(fakta),
            "subjudul": f"RTL dari hasil survei tahun {fakta.tahun}, keadaan pada {tanggal(fakta.hari_ini)}",
        },
        blok=narasi_realisasi(fakta),
        bidang=(),
        grafik=gambar,
        isi=isi,
        fakta=fakta,
    )


def _grafik(f: FaktaRealisasiTahun) -> tuple[Grafik, ...]:
    """Bars per kelompok; per unit where there is one kelompok only; nothing while nobody reported."""
    if f.resmi is None:
        return ()
    if len(f.kelompok) > 1:
        cara = f.pengaturan.agregasi_realisasi
        return tuple(grafik.realisasi([(b.nama, *b.persen.menurut(cara)) for b in f.kelompok if b.cacah.direncanakan]))
    return tuple(grafik.realisasi([(b.nama, b.dilaporkan, b.terverifikasi) for b in f.unit if b.cacah.direncanakan]))


def _isi(f: FaktaRealisasiTahun, gambar: Sequence[Grafik], teks: Teks, png: Png) -> dict[str, list[Elemen]]:
    bagian: list[Elemen] = [tabel_gabungan(f, "Kelompok", "KELOMPOK", f.kelompok)] if len(f.kelompok) > 1 else []
    if len(f.periode) > 1:
        bagian.append(tabel_gabungan(f, "Periode", "PERIODE", f.periode))
    instansi: list[Elemen] = [tabel_instansi(f)] if f.resmi is not None else []
    return {
        "instansi": [_angka(f), *paragraf(teks.get("instansi", ())), *instansi, *_gambar(gambar, png)],
        "bagian": [*_melekat(teks, "bagian"), *bagian] if bagian else [],
        "cara": daftar_nomor(teks.get("cara", ())),
        "unit": [*_melekat(teks, "unit"), tabel_unit(f)],
        "tidak": [*_melekat(teks, "tidak"), tabel_tidak(f)] if f.tidak else [],
        "menunggu": [*_melekat(teks, "menunggu"), tabel_menunggu(f)] if f.menunggu else [],
    }


def _melekat(teks: Teks, nama: str) -> list[Elemen]:
    """Paragraphs that stay with the table after them."""
    return [Paragraf(satu, lekat=True) for satu in teks.get(nama, ())]


def _angka(f: FaktaRealisasiTahun) -> BarisAngka:
    """The declared percentage first, then the other one, then counts; while nobody reported, who has not."""
    istilah, rencana = f.pengaturan.istilah_unit, (bulat(f.cacah.direncanakan), "RTL direncanakan")
    if f.resmi is None:
        belum = (bulat(len(f.belum_dilaporkan)), f"{istilah} belum melaporkan realisasi")
        return BarisAngka((rencana, belum, (bulat(len(f.tanpa_rtl)), f"{istilah} belum memiliki RTL")))
    pasangan = dict(zip(DasarRealisasi, f.persen.menurut(f.pengaturan.agregasi_realisasi), strict=True))
    resmi = f.pengaturan.dasar_realisasi
    persentase = (
        (persen(pasangan[d]), f"{NAMA_DASAR[d]}{' (angka resmi)' if d is resmi else ''}")
        for d in sorted(DasarRealisasi, key=lambda d: d is not resmi)
    )
    return BarisAngka((*persentase, rencana, (bulat(f.cacah.selisih), "menunggu verifikasi")))


def _gambar(gambar: Sequence[Grafik], png: Png) -> list[Elemen]:
    """Captioned charts; parts of a long one are numbered."""
    judul = [
        f"Realisasi dilaporkan dan terverifikasi{'' if len(gambar) == 1 else f' (bagian {i})'}"
        for i in range(1, len(gambar) + 1)
    ]
    return [Gambar(png[g.sidik()], g.lebar_mm, g.alt, judul=teks) for g, teks in zip(gambar, judul, strict=True)]
