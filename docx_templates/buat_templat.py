"""Build the Word templates of this folder from their style sheet (`sumber/`) and the outlines in `garis/`.

    python -m docx_templates.buat_templat

Every module of `garis/` makes the template of its own name by `susun()`. An officer may open a template in Word and restyle it;
what must stay are the style names, the `{{ ... }}` fields and the `[[...]]` paragraphs. The same sources give the same bytes.
"""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FOLDER = Path(__file__).resolve().parent
SUMBER = FOLDER / "sumber"

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKET = "http://schemas.openxmlformats.org/package/2006"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_WAKTU = (2025, 1, 1, 0, 0, 0)
_PART = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "fontTable": "fontTable",
    "header": "header",
    "footer": "footer",
}


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


def nama_garis() -> list[str]:
    """Names of the outlines, which are those of the templates; a hyphen of a template is an underscore here."""
    return sorted(berkas.stem for berkas in (FOLDER / "garis").glob("*.py") if berkas.stem != "__init__")


if __name__ == "__main__":
    for nama in nama_garis():
        tulis(FOLDER / f"{nama.replace('_', '-')}.docx", import_module(f"docx_templates.garis.{nama}").susun())
