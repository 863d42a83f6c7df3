"""Contents and lists of captions: real fields whose cached result are lines that already lead to the right place."""

from collections.abc import Iterator, Sequence

from rtl_tracker.reports.word.gaya import Gaya, NamaGaya
from rtl_tracker.reports.word.medan import buka_medan, run, tutup_medan
from rtl_tracker.reports.word.paragraf import paragraf
from rtl_tracker.reports.word.rencana import Entri, JenisDaftar
from rtl_tracker.reports.word.teks import lolos

_TAB = "<w:r><w:tab/></w:r>"
# "LAMPIRAN A" reaches beyond the tab that "BAB VIII" needs; Word gives such lines a tab of their own, too.
_NOMOR_PANJANG = 9
_TAB_NOMOR_PANJANG = '<w:tabs><w:tab w:val="left" w:pos="1474"/></w:tabs>'
_ENTRI_ISI = (NamaGaya.ENTRI_1, NamaGaya.ENTRI_2, NamaGaya.ENTRI_3)


def tulis_daftar(jenis: JenisDaftar, entri: Sequence[Entri], gaya: Gaya) -> Iterator[str]:
    """The paragraphs of one list. Page numbers stay empty; the field asks Word to compute them until they are known."""
    perintah = 'TOC \\o "1-3" \\h \\z \\u' if jenis == "isi" else f'TOC \\h \\z \\c "{jenis}"'
    for i, satu in enumerate(entri):
        awal = buka_medan(perintah, kotor=True) if i == 0 else ""
        akhir = tutup_medan() if i == len(entri) - 1 else ""
        nama = _ENTRI_ISI[satu.tingkat - 1] if jenis == "isi" else NamaGaya.DAFTAR_GAMBAR
        sifat = _TAB_NOMOR_PANJANG if len(satu.nomor) > _NOMOR_PANJANG else ""
        yield paragraf(gaya.id(nama), f"{awal}{_baris(satu)}{akhir}", sifat=sifat)


def _baris(entri: Entri) -> str:
    nomor = f"{run(lolos(entri.nomor))}{_TAB}" if entri.nomor else ""
    halaman = buka_medan(f"PAGEREF {entri.penanda} \\h") + tutup_medan()
    return f'<w:hyperlink w:anchor="{entri.penanda}" w:history="1">{nomor}{run(lolos(entri.teks))}{_TAB}{halaman}</w:hyperlink>'
