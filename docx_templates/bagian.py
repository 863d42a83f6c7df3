"""Parts that the outlines of all Word templates share: paragraphs, markers, cover, front matter, ends of sections."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

TANPA_NOMOR, LAMPIRAN = "0", "2"
"""Numbering of a heading: none, or the letters of an appendix."""


@dataclass(frozen=True, slots=True)
class Seksi:
    """A heading and its marker; `lanskap` puts both on landscape pages."""

    judul: str
    penanda: str
    lanskap: bool = False


TEMUAN = Seksi("Temuan Pemeriksaan", "lampiran_temuan")
"""Last appendix of every report; it falls away except in the audit edition."""


def paragraf(gaya: str, teks: str, num_id: str | None = None) -> str:
    """One paragraph in a style; `num_id` takes it out of the style's numbering or puts it into another list."""
    daftar = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{num_id}"/></w:numPr>' if num_id else ""
    isi = f'<w:r><w:t xml:space="preserve">{escape(teks)}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="{gaya}"/>{daftar}</w:pPr>{isi}</w:p>'


def bila_ada(nama: str, blok: str) -> str:
    """A block that vanishes when the field is empty."""
    return f"{paragraf('Normal', f'{{%p if {nama} %}}')}{blok}{paragraf('Normal', '{%p endif %}')}"


def penanda(nama: str) -> str:
    """The paragraph that the elements of a block replace."""
    return paragraf("BodyText", f"[[{nama}]]")


def pada_halaman(seksi: Seksi, judul: str) -> str:
    """Heading and marker of a section, between the marks of a landscape part when it needs one."""
    isi = judul + penanda(seksi.penanda)
    return f"{penanda('lanskap')}{isi}{penanda('potret')}" if seksi.lanskap else isi


def bagian(sifat: str, *, berkepala: bool = True, akhir: bool = False) -> str:
    """End of a section: A4, margins 25 mm, 30 mm at the bound edge; `sifat` is its page numbering."""
    kepala = '<w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference w:type="default" r:id="rIdFooter"/>'
    sectpr = (
        f'<w:sectPr>{kepala if berkepala else ""}<w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="1588" w:right="1418" w:bottom="1418" w:left="1701" w:header="737" w:footer="680" w:gutter="0"/>'
        f'{sifat}<w:cols w:space="720"/></w:sectPr>'
    )
    return sectpr if akhir else f"<w:p><w:pPr>{sectpr}</w:pPr></w:p>"


def sampul() -> Iterator[str]:
    """The cover."""
    yield paragraf("SampulLogo", "[[logo]]")
    yield paragraf("SampulInstansi", "{{ nama_instansi }}")
    yield paragraf("Title", "{{ judul_laporan }}")
    yield bila_ada("subjudul", paragraf("Subtitle", "{{ subjudul }}"))
    yield paragraf("SampulTahun", "Tahun {{ tahun }}")
    yield bila_ada("penyusun", paragraf("SampulPenyusun", "{{ penyusun }}"))
    yield penanda("sahih")
    yield bagian("", berkepala=False)


def halaman_depan() -> Iterator[str]:
    """Front matter with Roman page numbers."""
    yield paragraf("Heading1", "Kata Pengantar", TANPA_NOMOR)
    yield penanda("kata_pengantar")
    for nama, gaya, awalan in (
        ("tempat_tanggal", "TandaTanganTempat", ""),
        ("jabatan_penandatangan", "TandaTangan", ""),
        ("penandatangan", "TandaTanganNama", ""),
        ("nip_penandatangan", "TandaTangan", "NIP "),
    ):
        yield bila_ada(nama, paragraf(gaya, f"{awalan}{{{{ {nama} }}}}"))
    yield paragraf("Heading1", "Ringkasan Eksekutif", TANPA_NOMOR)
    yield penanda("ringkasan")
    yield paragraf("TOCHeading", "Daftar Isi")
    yield penanda("daftar_isi")
    for judul, nama in (("Daftar Tabel", "daftar_tabel"), ("Daftar Gambar", "daftar_gambar")):
        yield paragraf("Heading1", judul, TANPA_NOMOR)
        yield penanda(nama)
    yield bagian('<w:pgNumType w:fmt="lowerRoman" w:start="1"/>')
