"""The processing of answers as a Word document: a letterhead, and T14 for every period."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.formats import bulat
from rtl_tracker.reports.pengolahan.fakta import FaktaPengolahan
from rtl_tracker.reports.rancangan import BlokTeks, Png, Rancangan, Teks, paragraf
from rtl_tracker.reports.tahunan.sebutan import sebut_banyak
from rtl_tracker.reports.tahunan.tabel_dasar import LEBAR_POTRET, selebar_halaman
from rtl_tracker.reports.tahunan.tabel_pengolahan import elemen_pengolahan
from rtl_tracker.reports.word.elemen import Elemen, Judul, Tabel


def rancang_pengolahan(f: FaktaPengolahan, alamat: str, nama_berkas: str) -> Rancangan:
    """Texts and elements; `alamat` of the unit stands in the letterhead."""

    def isi(teks: Teks, png: Png) -> Mapping[str, Sequence[Elemen]]:
        return {"pembuka": paragraf(teks.get("pembuka", ())), "pengolahan": _tabel(f)}

    return Rancangan(
        nama_berkas=nama_berkas,
        judul=f"Pengolahan Data SKM {f.nama_unit} Tahun {f.tahun}",
        penulis=f.nama_unit,
        tanggal=datetime(f.tahun + 1, 1, 1),
        templat="pengolahan.docx",
        bidang_templat={
            "nama_instansi": f.pengaturan.nama,
            "nama_unit": f.nama_unit,
            "alamat_unit": alamat,
            "judul_laporan": f"Pengolahan Data SKM {f.nama_unit}",
            "judul_lembar": f"Pengolahan Data Survei Kepuasan Masyarakat Tahun {f.tahun}",
            "tahun": str(f.tahun),
        },
        blok=(BlokTeks("pembuka", "Pembuka", (_pembuka(f),)),),
        bidang=(),
        grafik=(),
        isi=isi,
        fakta=f,
    )


def _pembuka(f: FaktaPengolahan) -> str:
    periode = "" if len(f.periode) < 2 else f" pada {bulat(len(f.periode))} periode"
    return (
        f"Dokumen ini memuat jawaban {sebut_banyak(f.responden, 'responden')}{periode}. Setiap baris adalah satu kuesioner tanpa nama; "
        "sel kosong berarti tidak dijawab."
    )


def _tabel(f: FaktaPengolahan) -> list[Elemen]:
    elemen: list[Elemen] = []
    for satu in f.periode:
        if len(f.periode) > 1 or satu.periode is not Periode.TAHUNAN:
            elemen.append(Judul(3, f"{NAMA_PERIODE[satu.periode]} ({bulat(satu.tabulasi.n)} responden)"))
        tabel = elemen_pengolahan(satu.lembar, satu.tabulasi, f.pengaturan)
        elemen += [selebar_halaman(e, LEBAR_POTRET) if isinstance(e, Tabel) else e for e in tabel]
    return elemen
