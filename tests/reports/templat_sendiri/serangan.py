"""Attacks on the program by the template of a stranger: files, and words of the sentence that must refuse each."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_LZMA, ZipFile

from tests.reports.templat_sendiri.ubahan import (
    ISI,
    JENIS,
    bagian,
    bawaan,
    dengan_hubungan,
    dengan_xml,
    medan,
    paket,
    ubah,
)
from tests.storage.contoh_berkas import png_raksasa, xlsx, zip_bersandi

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOM = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{}]>'.format(
    "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
)
LUAR = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
MAKRO = '<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'


def _xml_berawal(deklarasi: str, teks: str) -> bytes:
    isi = bagian(bawaan())
    isi[ISI] = isi[ISI].replace(b"<w:document", f"{deklarasi}<w:document".encode(), 1)
    isi[ISI] = isi[ISI].replace(b"<w:body>", f"<w:body><w:p><w:r><w:t>{teks}</w:t></w:r></w:p>".encode())
    return paket(isi)


def _bernama(nama: str) -> bytes:
    return paket({**bagian(bawaan()), nama: b"x"})


def _lzma() -> bytes:
    tujuan = BytesIO()
    with ZipFile(tujuan, "w", ZIP_LZMA) as arsip:
        for nama, isi in bagian(bawaan()).items():
            arsip.writestr(nama, isi)
    return tujuan.getvalue()


def _rusak() -> bytes:
    """One byte of the packed main part is another."""
    isi = bytearray(bawaan())
    isi[isi.find(b"word/document.xml") + 200] ^= 0xFF
    return bytes(isi)


def _bergambar(isi: bytes, nama: str = "media/uji.png") -> bytes:
    return dengan_hubungan("image", nama, keluar=False, tambah={f"word/{nama}": isi})


PAKET: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "kosong"),
    "too large": (lambda: bawaan() + bytes(10_000_000), "lebih besar dari 10 MB"),
    "a text": (lambda: b"halo", "bukan dokumen Word"),
    "an old .doc": (lambda: OLE + bytes(600), "format Word lama"),
    "a locked .docx": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "dikunci dengan sandi"),
    "locked parts": (zip_bersandi, "dikunci dengan sandi"),
    "a workbook": (xlsx, "bukan dokumen Word"),
    "another zip": (lambda: paket({"a.txt": b"a"}), "bukan dokumen Word"),
    "a broken zip": (lambda: bawaan()[:-400], "rusak"),
    "a broken part": (_rusak, "rusak"),
    "something behind its end": (lambda: bawaan() + b"x", "rusak"),
    "a zip bomb": (lambda: paket({**bagian(bawaan()), "word/a.xml": bytes(30_000_000)}), "membengkak"),
    "too many parts": (lambda: paket({**bagian(bawaan()), **{f"a{i}": b"" for i in range(1001)}}), "lebih dari 1000;"),
    "an unusual packing": (_lzma, "rusak"),
    "a name that climbs out": (lambda: _bernama("../../etc/cron.d/x"), "nama tidak wajar"),
    "a name from the root": (lambda: _bernama("/etc/x"), "nama tidak wajar"),
    "a name of a drive": (lambda: _bernama("C:x"), "nama tidak wajar"),
    "the same name twice": (lambda: _bernama("WORD/DOCUMENT.XML"), "rusak"),
    "a macro document": (
        lambda: ubah(("wordprocessingml.document.main+xml", "ms-word.document.macroEnabled.main+xml"), nama=JENIS), ".docm",
    ),
    "a template document": (lambda: ubah(("document.main+xml", "template.main+xml"), nama=JENIS), ".dotx"),
    "an entity bomb": (lambda: _xml_berawal(BOM, "&j;"), "DOCTYPE"),
    "an outer entity": (lambda: _xml_berawal(LUAR, "&a;"), "DOCTYPE"),
    "bottomless nesting": (lambda: dengan_xml("<w:p>" * 5000 + "</w:p>" * 5000), "terlalu dalam"),
    "another encoding": (lambda: ubah(('encoding="UTF-8"', 'encoding="cp037"')), "bukan XML yang utuh"),
}  # fmt: skip
AKTIF: dict[str, tuple[Callable[[], bytes], str]] = {
    "a macro": (lambda: ubah(("</Types>", MAKRO), nama=JENIS, tambah={"word/vbaProject.bin": b"x"}), "memuat makro"),
    "a macro by relation": (lambda: dengan_hubungan("vbaProject", "vbaProject.bin", False, {"word/vbaProject.bin": b"x"}), "makro"),
    "an attached template": (lambda: dengan_hubungan("attachedTemplate", "http://jahat.example/x.dotm"), "templat terlampir"),
    "a picture of elsewhere": (lambda: dengan_hubungan("image", "file:///etc/passwd"), "mengambil gambar dari luar"),
    "an object of elsewhere": (lambda: dengan_hubungan("oleObject", "file:///etc/passwd"), "objek sisipan"),
    "a link to a file": (lambda: dengan_hubungan("hyperlink", "file:///etc/passwd"), "pakai alamat http"),
    "a script as a link": (lambda: dengan_hubungan("hyperlink", "javascript:alert(1)"), "pakai alamat http"),
    "an embedded object": (
        lambda: dengan_hubungan("oleObject", "embeddings/a.bin", False, {"word/embeddings/a.bin": OLE}), "objek sisipan",
    ),
    "an embedded workbook": (
        lambda: dengan_hubungan("package", "embeddings/a.xlsx", False, {"word/embeddings/a.xlsx": b"x"}), "berkas sisipan",
    ),
    "an ActiveX control": (lambda: dengan_hubungan("control", "activeX/a.xml", False, {"word/activeX/a.xml": b"<a/>"}), "ActiveX"),
    "a part of another file": (lambda: dengan_hubungan("aFChunk", "a.html", False, {"word/a.html": b"<a/>"}), "altChunk"),
    "an unknown part": (lambda: dengan_hubungan("webextension", "a.xml", False, {"word/a.xml": b"<a/>"}), "webextension"),
    "a part that is not there": (lambda: dengan_hubungan("image", "media/tidak.png", False), "yang tidak ada"),
    "an altChunk": (lambda: dengan_xml('<w:altChunk r:id="rId1"/>'), "altChunk"),
    "an object": (lambda: dengan_xml("<w:p><w:r><w:object/></w:r></w:p>"), "objek sisipan"),
    "an old picture of elsewhere": (
        lambda: dengan_xml('<v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="file:///etc/passwd"/>'), "dari luar",
    ),
    "a vector picture": (lambda: _bergambar(b'<svg xmlns="http://www.w3.org/2000/svg"/>', "media/a.svg"), "bukan PNG atau JPEG"),
    "a picture that is none": (lambda: _bergambar(b"\x89PNG rusak"), "bukan PNG atau JPEG"),
    "a giant picture": (lambda: _bergambar(png_raksasa(20_000, 20_000)), "juta titik"),
    "INCLUDETEXT": (lambda: dengan_xml(medan('INCLUDETEXT "/etc/passwd"')), "INCLUDETEXT"),
    "INCLUDEPICTURE in pieces": (lambda: dengan_xml(medan("INC", "LUDE", 'PICTURE "http://x"')), "INCLUDEPICTURE"),
    "DDE": (lambda: dengan_xml(medan("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe")), "DDEAUTO"),
    "LINK": (lambda: dengan_xml('<w:p><w:fldSimple w:instr="LINK Excel.Sheet x"/></w:p>'), "LINK"),
    "a field in a field": (lambda: dengan_xml(medan('QUOTE "x"')), "QUOTE"),
    "a HYPERLINK to a file behind a switch": (
        lambda: dengan_xml(medan('HYPERLINK \\o "x" "file:///etc/passwd"')), "pakai alamat http",
    ),
    "a HYPERLINK to a file": (lambda: dengan_xml(medan('HYPERLINK "file:///etc/passwd"')), "pakai alamat http"),
}  # fmt: skip
PERINTAH: dict[str, str] = {
    "classes of Python": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "the globals of cycler": "{{ cycler.__init__.__globals__.os.system('id') }}",
    "the globals of joiner": "{{ joiner.__init__.__globals__.os.popen('id').read() }}",
    "the globals of lipsum": "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "the module by a filter": "{{ tahun | attr('__class__') }}",
    "a loop over a billion": "{% for i in range(10**9) %}x{% endfor %}",
    "a giant string": "{{ 'a' * 10**10 }}",
    "an include": "{% include '/etc/passwd' %}",
    "an import": "{% import '/etc/passwd' as x %}",
    "an extends": "{% extends '/etc/passwd' %}",
    "a macro that calls itself": "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "deep brackets": "{{ " + "(" * 4000 + "1" + ")" * 4000 + " }}",
}
LAMA: dict[str, str] = {
    "loops in loops without a name": "{% for a in 'x' * 10**7 %}{% for b in 'x' * 10**7 %}{% endfor %}{% endfor %}",
    "a power without end": "{{ 9**(9**9) }}",
}
