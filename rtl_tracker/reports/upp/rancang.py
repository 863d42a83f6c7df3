"""The annual report of one unit, ready for the builder (spec 3.3)."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from rtl_tracker.reports.rancangan import Png, Rancangan, Teks, nama_bidang
from rtl_tracker.reports.upp.bidang_teks import bidang_upp
from rtl_tracker.reports.upp.fakta import FaktaUpp
from rtl_tracker.reports.upp.gambar import susun_grafik_upp
from rtl_tracker.reports.upp.isi import susun_isi
from rtl_tracker.reports.upp.narasi import narasi_upp
from rtl_tracker.reports.word.elemen import Elemen

HURUF_NAMA_BERKAS = 60
TEMPAT_NAMA = "(........................................)"


def rancang_upp(fakta: FaktaUpp) -> Rancangan:
    """Texts, fields, charts and elements of the report of one unit."""
    grafik = susun_grafik_upp(fakta)

    def isi(teks: Teks, png: Png) -> Mapping[str, Sequence[Elemen]]:
        return susun_isi(fakta, grafik, teks, png)

    nama = nama_bidang(fakta.nama).replace("_", "-")[:HURUF_NAMA_BERKAS].strip("-")
    return Rancangan(
        nama_berkas=f"laporan-skm-{nama}-{fakta.tahun}",
        judul=f"Laporan Survei Kepuasan Masyarakat {fakta.nama} Tahun {fakta.tahun}",
        penulis=fakta.nama,
        tanggal=datetime(fakta.tahun + 1, 1, 1),
        templat="upp.docx",
        bidang_templat=_sampul(fakta),
        blok=narasi_upp(fakta),
        bidang=bidang_upp(fakta),
        grafik=grafik.semua(),
        isi=isi,
        fakta=fakta,
        peringatan=_peringatan(fakta),
    )


def _sampul(f: FaktaUpp) -> dict[str, str]:
    """The fields of cover, header and signature: the unit signs, not the instansi."""
    p = f.instansi
    return {
        "judul_laporan": "Laporan Survei Kepuasan Masyarakat",
        "subjudul": "Hasil survei, rencana tindak lanjut, dan realisasinya",
        "penyusun": p.nama,
        "nama_instansi": f.nama,
        "tahun": str(f.tahun),
        "tempat_tanggal": ", ".join(x for x in (p.tempat, p.tanggal_laporan) if x),
        "jabatan_penandatangan": f.profil.jabatan or f"Pimpinan {f.nama}",
        "penandatangan": f.profil.penandatangan or TEMPAT_NAMA,
        "nip_penandatangan": f.profil.nip,
    }


def _peringatan(f: FaktaUpp) -> tuple[str, ...]:
    """What the signature still lacks, and where to put it."""
    kalimat = []
    if not f.profil.penandatangan:
        kalimat.append(
            f"Nama penandatangan {f.nama} belum terisi. Isi pada lembar profil buku kerja tahun {f.tahun} dengan kunci "
            "jabatan penandatangan, penandatangan, dan nip penandatangan."
        )
    kosong = [nama for nama, isi in (("tempat", f.instansi.tempat), ("tanggal-laporan", f.instansi.tanggal_laporan)) if not isi]
    if kosong:
        pilihan = " ".join(f"--{nama} ..." for nama in kosong)
        kalimat.append(
            f"Tempat atau tanggal pada Kata Pengantar belum terisi. Isi dengan: rtl-tracker instansi --tahun {f.tahun} {pilihan}"
        )
    return tuple(kalimat)
