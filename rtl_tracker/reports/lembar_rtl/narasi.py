"""Sentences of an RTL sheet: how far the plan goes, and how owed unsur are found."""

from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.formats import angka, bulat, daftar, dengan_terbilang
from rtl_tracker.reports.lembar_rtl.fakta import FaktaLembarRtl, NilaiUnsurLembar
from rtl_tracker.reports.lembar_rtl.sebutan_rtl import DATA_CONTOH, masa
from rtl_tracker.reports.rancangan import BlokTeks
from rtl_tracker.reports.tahunan.sebutan import awal_banyak, kelas_dalam_kurung, nama_unsur, sebut_banyak, sebut_ikm, sebut_mutu


def narasi_lembar(f: FaktaLembarRtl) -> tuple[BlokTeks, ...]:
    """The two blocks of the sheet."""
    return (BlokTeks("pembuka", "Pembuka", _pembuka(f)), BlokTeks("catatan", "Catatan", _catatan(f)))


def _pembuka(f: FaktaLembarRtl) -> tuple[str, ...]:
    return (" ".join((_nilai(f), *_rencana(f))),)


def _nilai(f: FaktaLembarRtl) -> str:
    if f.ikm is None:
        return f"IKM {masa(f.tahun, f.periode)} belum ada data."
    responden = "" if f.responden is None else f", dari {sebut_banyak(f.responden, 'responden')}"
    return f"IKM {masa(f.tahun, f.periode)} sebesar {sebut_ikm(f.ikm, f.pengaturan)} dengan mutu {sebut_mutu(f.mutu, f.pengaturan)}{responden}."


def _rencana(f: FaktaLembarRtl) -> list[str]:
    """How many unsur owe an RTL and how many have one; a plan beside them is counted too."""
    if not f.wajib:
        return [f"Jumlah RTL {dengan_terbilang(f.rtl)}."] if f.rtl else []
    terisi = "belum satu pun" if not f.terisi else "seluruhnya" if f.terisi == f.wajib else f"{bulat(f.terisi)} di antaranya"
    jumlah = [f"Jumlah RTL {dengan_terbilang(f.rtl)}."] if f.rtl else []
    return [f"{awal_banyak(f.wajib, 'unsur')} wajib ditindaklanjuti; {terisi} memiliki RTL.", *jumlah]


def _catatan(f: FaktaLembarRtl) -> tuple[str, ...]:
    wajib = (
        f"RTL wajib disusun untuk setiap unsur bermutu C atau D dan untuk {dengan_terbilang(f.pengaturan.jumlah_prioritas)} unsur "
        "dengan nilai terendah; unsur bernilai sama pada batas urutan masuk semuanya. Nomor adalah peringkat dari nilai terendah, "
        "sehingga unsur bernilai sama bernomor sama. Nilai tertulis sebagai NRR, lalu konversi dan mutunya."
    )
    tanpa_nilai = "Nilai per unsur tidak tersedia, sehingga unsur yang wajib ditindaklanjuti tidak dapat ditentukan."
    return tuple(
        teks
        for teks, berlaku in (
            (wajib if f.wajib else tanpa_nilai, True),
            (_sumber(f), f.periode is Periode.TAHUNAN and f.berperiode),
            (f"Unsur lain tidak wajib memiliki RTL: {daftar([_sebut(n) for n in f.lainnya])}.", bool(f.lainnya)),
            ("Kutipan pada kolom Kritik/Saran/Masukan berasal dari saran responden.", any(b.saran for b in f.baris)),
            (DATA_CONTOH, f.data_contoh),
        )
        if berlaku
    )


def _sumber(f: FaktaLembarRtl) -> str:
    periode = daftar([NAMA_PERIODE[p] for p in Periode if any(r.periode is p for b in f.baris for r in b.rtl)])
    return f"Nilai adalah rata-rata tahun {f.tahun}; RTL berasal dari {periode}."


def _sebut(n: NilaiUnsurLembar) -> str:
    return f"{nama_unsur(n.unsur).replace(',', '')} ({angka(n.nrr)}; {kelas_dalam_kurung(n.mutu)})"
