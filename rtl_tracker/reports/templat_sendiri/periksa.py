"""The examination of an own template: all problems at once, then trials of what passed (spec 3.4, 6.4)."""

from collections.abc import Iterator, Sequence
from itertools import islice

from rtl_tracker.domain.jenis_dokumen import JenisDokumen
from rtl_tracker.reports.templat_sendiri.acuan import SENDIRI, Acuan, acuan_jenis, bidang_terpakai, penanda_terpakai
from rtl_tracker.reports.templat_sendiri.anak import COBA
from rtl_tracker.reports.templat_sendiri.bahan_aktif import periksa_aktif
from rtl_tracker.reports.templat_sendiri.batas_anak import BATAS_COBA, Batas
from rtl_tracker.reports.templat_sendiri.data_coba import dokumen_coba
from rtl_tracker.reports.templat_sendiri.galat_templat import PaketDitolak, TemplatGagal
from rtl_tracker.reports.templat_sendiri.gaya_templat import periksa_gaya, periksa_penomoran
from rtl_tracker.reports.templat_sendiri.isi_paket import IsiPaket, baca_isi
from rtl_tracker.reports.templat_sendiri.kode_medan import periksa_medan
from rtl_tracker.reports.templat_sendiri.paket_templat import BATAS_MB, buka_paket
from rtl_tracker.reports.templat_sendiri.penanda_templat import periksa_lanskap, periksa_penanda
from rtl_tracker.reports.templat_sendiri.perintah_templat import periksa_bidang, periksa_perintah
from rtl_tracker.reports.templat_sendiri.susun_terlindung import bangun_terlindung
from rtl_tracker.reports.templat_sendiri.teks_templat import BarisTeks, baca_teks
from rtl_tracker.reports.templat_sendiri.temuan_templat import PALING_BANYAK, HasilPeriksa, Kelompok, Masalah, galat, himpun

_BOLEH_DICOBA = frozenset({Kelompok.BIDANG, Kelompok.PENANDA})
_GALAT_DICOBA = 30
"""Errors that do not keep a template from being tried, as the trial fills what is there, and how many at most."""


def periksa_templat(jenis: JenisDokumen, isi: bytes, batas_mb: int = BATAS_MB, batas: Batas = BATAS_COBA) -> HasilPeriksa:
    """Everything that is wrong with a template of this kind, and whether it can be filled with full, empty and nasty data.

    A trial takes about a second; nothing of the file is run before it was found harmless. `batas_mb`: largest file in million bytes.
    """
    acuan = acuan_jenis(jenis)
    try:
        paket, masalah = baca_isi(buka_paket(isi, batas_mb))
    except PaketDitolak as ditolak:
        return himpun([galat(Kelompok.PAKET, str(ditolak))])
    baris = baca_teks(paket)
    masalah += _telaah(paket, baris, acuan)
    salah = himpun(masalah).galat
    if len(salah) <= _GALAT_DICOBA and all(m.kelompok in _BOLEH_DICOBA for m in salah):
        masalah += _coba(isi, baris, acuan, batas)
    return himpun(masalah)


def telaah_templat(jenis: JenisDokumen, isi: bytes, batas_mb: int = BATAS_MB) -> HasilPeriksa:
    """The same without the trials: quick, and enough for a file that was tried already."""
    try:
        paket, masalah = baca_isi(buka_paket(isi, batas_mb))
    except PaketDitolak as ditolak:
        return himpun([galat(Kelompok.PAKET, str(ditolak))])
    return himpun([*masalah, *_telaah(paket, baca_teks(paket), acuan_jenis(jenis))])


def _telaah(paket: IsiPaket, baris: Sequence[BarisTeks], acuan: Acuan) -> Iterator[Masalah]:
    semua = (
        periksa_aktif(paket),
        periksa_medan(paket),
        periksa_perintah(paket, baris),
        periksa_bidang(baris, acuan.bidang),
        periksa_penanda(baris, acuan),
        periksa_lanskap(baris),
        periksa_gaya(paket, acuan),
        periksa_penomoran(paket, acuan),
    )
    for satu in semua:
        yield from islice(satu, PALING_BANYAK + 1)


def _coba(isi: bytes, baris: Sequence[BarisTeks], acuan: Acuan, batas: Batas) -> Iterator[Masalah]:
    bidang = dict.fromkeys((*acuan.bidang, *bidang_terpakai(baris)))
    penanda = {nama: nama in acuan.rebah for nama in penanda_terpakai(baris) if nama not in SENDIRI}
    for sebutan, dokumen in dokumen_coba(bidang, penanda):
        try:
            bangun_terlindung(dokumen, isi, batas, COBA)
        except TemplatGagal as gagal:
            yield galat(Kelompok.PERCOBAAN, f"Percobaan dengan {sebutan} gagal: {gagal}")
