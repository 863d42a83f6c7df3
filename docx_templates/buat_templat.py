"""Build the Word templates of this folder from their style sheet (`sumber/`) and the outlines below.

    python docx_templates/buat_templat.py

An officer may open a template in Word and restyle it; what must stay are the style names, the `{{ ... }}` fields and the
`[[...]]` paragraphs. The same sources give the same bytes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FOLDER = Path(__file__).resolve().parent
SUMBER = FOLDER / "sumber"

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKET = "http://schemas.openxmlformats.org/package/2006"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TANPA_NOMOR, _LAMPIRAN = "0", "2"
_WAKTU = (2025, 1, 1, 0, 0, 0)
_PART = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "fontTable": "fontTable",
    "header": "header",
    "footer": "footer",
}


@dataclass(frozen=True, slots=True)
class Seksi:
    """A heading and its marker; `lanskap` puts both on landscape pages."""

    judul: str
    penanda: str
    lanskap: bool = False


PENDAHULUAN = (
    Seksi("Latar Belakang", "latar_belakang"),
    Seksi("Dasar Pelaksanaan", "dasar_pelaksanaan"),
    Seksi("Maksud dan Tujuan", "maksud_tujuan"),
    Seksi("Metode", "metode"),
    Seksi("Jadwal dan Tim", "jadwal_tim"),
)
PENGUMPULAN = (
    Seksi("Penyampaian Hasil oleh {{ istilah_unit }}", "penyampaian"),
    Seksi("Jumlah Responden", "responden"),
    Seksi("Profil Responden", "profil_responden"),
    Seksi("Cara Pengumpulan", "cara_pengumpulan"),
)
HASIL = (
    Seksi("Indeks Kepuasan Masyarakat {{ sebutan_instansi }}", "indeks"),
    Seksi("Rekapitulasi per {{ istilah_unit }}", "rekap"),
    Seksi("Sembilan Unsur Pelayanan", "unsur"),
    Seksi("Hasil per Periode", "tabel_besar", lanskap=True),
    Seksi("Tren dan Perbandingan Antartahun", "tren"),
    Seksi("Analisis", "analisis"),
    Seksi("Saran Responden", "saran"),
)
TINDAK_LANJUT = (
    Seksi("Unsur Prioritas", "prioritas"),
    Seksi("Rencana Tindak Lanjut", "rtl"),
    Seksi("Realisasi Periode Sebelumnya", "realisasi"),
    Seksi("RTL yang Belum Selesai", "rtl_belum", lanskap=True),
    Seksi("Dampak Tindak Lanjut", "dampak"),
)
KESIMPULAN = (Seksi("Kesimpulan", "kesimpulan"), Seksi("Rekomendasi", "rekomendasi"))
BAB_TAHUNAN: tuple[tuple[str, tuple[Seksi, ...]], ...] = (
    ("PENDAHULUAN", PENDAHULUAN),
    ("PENGUMPULAN DATA", PENGUMPULAN),
    ("HASIL SURVEI", HASIL),
    ("TINDAK LANJUT", TINDAK_LANJUT),
    ("KESIMPULAN DAN REKOMENDASI", KESIMPULAN),
)
LAMPIRAN_TAHUNAN = (
    Seksi("Matriks Nilai Unsur per {{ istilah_unit }}", "lampiran_matriks", lanskap=True),
    Seksi("Pengolahan Data per Responden", "lampiran_pengolahan"),
    Seksi("Laporan Hasil Tindak Lanjut", "lampiran_tindak_lanjut", lanskap=True),
    Seksi("Bukti Dukung", "lampiran_bukti"),
)


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
    yield bagian("", berkepala=False)


def halaman_depan() -> Iterator[str]:
    """Front matter with Roman page numbers."""
    yield paragraf("Heading1", "Kata Pengantar", _TANPA_NOMOR)
    yield penanda("kata_pengantar")
    for nama, gaya, awalan in (
        ("tempat_tanggal", "TandaTanganTempat", ""),
        ("jabatan_penandatangan", "TandaTangan", ""),
        ("penandatangan", "TandaTanganNama", ""),
        ("nip_penandatangan", "TandaTangan", "NIP "),
    ):
        yield bila_ada(nama, paragraf(gaya, f"{awalan}{{{{ {nama} }}}}"))
    yield paragraf("Heading1", "Ringkasan Eksekutif", _TANPA_NOMOR)
    yield penanda("ringkasan")
    yield paragraf("TOCHeading", "Daftar Isi")
    yield penanda("daftar_isi")
    for judul, nama in (("Daftar Tabel", "daftar_tabel"), ("Daftar Gambar", "daftar_gambar")):
        yield paragraf("Heading1", judul, _TANPA_NOMOR)
        yield penanda(nama)
    yield bagian('<w:pgNumType w:fmt="lowerRoman" w:start="1"/>')


def tahunan() -> Iterator[str]:
    """Body of the annual report of the instansi (spec 3.2)."""
    yield from sampul()
    yield from halaman_depan()
    for judul, seksi in BAB_TAHUNAN:
        yield paragraf("Heading1", judul)
        yield from (pada_halaman(satu, paragraf("Heading2", satu.judul)) for satu in seksi)
    yield from (pada_halaman(satu, paragraf("Heading1", satu.judul, _LAMPIRAN)) for satu in LAMPIRAN_TAHUNAN)
    yield bagian('<w:pgNumType w:start="1"/>', akhir=True)


def paket(badan: str) -> dict[str, str]:
    """All parts of the package around a body."""
    kepala = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    isi = {f"/word/{nama}.xml": f"{_WML}.{jenis}+xml" for nama, jenis in _PART.items()}
    isi["/word/document.xml"] = f"{_WML}.document.main+xml"
    jenis = "".join(f'<Override PartName="{nama}" ContentType="{tipe}"/>' for nama, tipe in sorted(isi.items()))
    relasi = "".join(
        f'<Relationship Id="rId{nama[0].upper()}{nama[1:]}" Type="{_R}/{tipe}" Target="{nama}.xml"/>'
        for nama, tipe in _PART.items()
    )
    dokumen = f'<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/>'
    return {
        "[Content_Types].xml": f'{kepala}<Types xmlns="{_PAKET}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{jenis}</Types>',
        "_rels/.rels": f'{kepala}<Relationships xmlns="{_PAKET}/relationships">{dokumen}</Relationships>',
        "word/_rels/document.xml.rels": f'{kepala}<Relationships xmlns="{_PAKET}/relationships">{relasi}</Relationships>',
        "word/document.xml": f'{kepala}<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{badan}</w:body></w:document>',
        **{f"word/{nama}.xml": (SUMBER / f"{nama}.xml").read_text(encoding="utf-8") for nama in _PART},
    }


def tulis(tujuan: Path, badan: Iterator[str]) -> None:
    """Write one template."""
    with ZipFile(tujuan, "w") as arsip:
        for nama, isi in paket("".join(badan)).items():
            entri = ZipInfo(nama, _WAKTU)
            entri.compress_type = ZIP_DEFLATED
            entri.create_system = 0
            arsip.writestr(entri, isi)


if __name__ == "__main__":
    tulis(FOLDER / "tahunan.docx", tahunan())
