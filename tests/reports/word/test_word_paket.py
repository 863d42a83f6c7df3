"""The checker itself: every kind of damage is found."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from rtl_tracker.reports.word.dokumen import bangun
from tests.reports.word.contoh import dokumen, isi_lengkap, png
from tests.reports.word.paket import periksa_paket

DOKUMEN = "word/document.xml"


@pytest.fixture(scope="module")
def utuh() -> bytes:
    return bangun(dokumen(isi_lengkap(4, 1), logo=png()))


def rusakkan(docx: bytes, nama: str, lama: str, baru: str | None) -> bytes:
    """The package with one text of a part replaced, or without that part."""
    hasil = BytesIO()
    with ZipFile(BytesIO(docx)) as sumber, ZipFile(hasil, "w") as arsip:
        for entri in sumber.namelist():
            isi = sumber.read(entri)
            if entri == nama and baru is None:
                continue
            if entri == nama:
                assert lama.encode() in isi
                isi = isi.replace(lama.encode(), str(baru).encode(), 1)
            arsip.writestr(entri, isi)
    return hasil.getvalue()


@pytest.mark.parametrize(
    ("nama", "lama", "baru", "temuan"),
    [
        ("word/footer.xml", "", None, "footer.xml yang tidak ada"),
        ("word/media/laporan1.png", "", None, "laporan1.png tidak ada"),
        (DOKUMEN, 'r:embed="rId', 'r:embed="rIdX', "dipakai tetapi tidak ada"),
        (DOKUMEN, "</w:body>", "", "bukan XML yang utuh"),
        (DOKUMEN, 'w:pStyle w:val="BodyText"', 'w:pStyle w:val="Tiada"', "gaya Tiada tidak ada"),
        (DOKUMEN, '<w:numId w:val="', '<w:numId w:val="99', "tidak ada"),
        (DOKUMEN, 'w:name="_Toc000002"', 'w:name="_Toc000001"', "penanda _Toc000001 dua kali"),
        (DOKUMEN, 'w:name="_Toc000003"', 'w:name="_TocLain"', "penanda _Toc000003 dirujuk"),
        (DOKUMEN, "<w:bookmarkEnd ", "<w:permEnd ", "tidak berpasangan"),
        (DOKUMEN, 'w:fldCharType="separate"', 'w:fldCharType="end"', "medan"),
        (DOKUMEN, '<w:gridCol w:w="', '<w:gridCol/><w:gridCol w:w="', "kolom pada kisi"),
        (DOKUMEN, '<w:vMerge w:val="restart"/>', "", "lanjutan sel gabung tanpa awal"),
        (DOKUMEN, "</w:p></w:tc>", "</w:p><w:tbl/></w:tc>", "tidak berakhir dengan paragraf"),
        (DOKUMEN, "<w:keepNext/></w:pPr>", "<w:jc/><w:keepNext/></w:pPr>", "pPr"),
        (DOKUMEN, ' descr="', ' title="', "tanpa teks alternatif"),
        (DOKUMEN, '<w:instrText xml:space="preserve">', "<w:instrText>", "spasi tepi hilang"),
    ],
)
def test_damage_is_found(utuh, nama, lama, baru, temuan):
    assert any(temuan in satu for satu in periksa_paket(rusakkan(utuh, nama, lama, baru)))


def test_a_sound_package_has_no_findings(utuh):
    assert periksa_paket(utuh) == []
