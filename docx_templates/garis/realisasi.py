"""Outline of the follow-up document of the instansi (spec 3.1): title block, figures, signature; landscape lists behind it."""

from collections.abc import Iterator

from docx_templates.bagian import Seksi, bagian, bila_ada, pada_halaman, paragraf
from docx_templates.garis.rtl import lengkapi

_UTAMA = (
    Seksi("Realisasi Instansi", "instansi"),
    Seksi("{{ judul_bagian }}", "bagian"),
    Seksi("Cara Menghitung", "cara"),
)
_DAFTAR = (
    Seksi("Realisasi per {{ istilah_unit }}", "unit", lanskap=True),
    Seksi("RTL yang Tidak Dilaksanakan", "tidak", lanskap=True),
    Seksi("RTL yang Menunggu Verifikasi", "menunggu", lanskap=True),
)


def susun() -> Iterator[str]:
    """The body."""
    yield paragraf("KepalaTabel", "{{ nama_instansi }}")
    yield paragraf("Header", "{{ penyusun }}")
    yield lengkapi(paragraf("Title", "{{ judul_laporan }}"), '<w:spacing w:before="320"/>')
    yield paragraf("Subtitle", "{{ subjudul }}")
    yield from (pada_halaman(satu, paragraf("Heading2", satu.judul)) for satu in _UTAMA)
    for nama, gaya, awalan in (
        ("tempat_tanggal", "TandaTanganTempat", ""),
        ("jabatan_penandatangan", "TandaTangan", ""),
        ("penandatangan", "TandaTanganNama", ""),
        ("nip_penandatangan", "TandaTangan", "NIP "),
    ):
        yield bila_ada(nama, paragraf(gaya, f"{awalan}{{{{ {nama} }}}}"))
    yield from (pada_halaman(satu, paragraf("Heading2", satu.judul)) for satu in _DAFTAR)
    yield bagian('<w:pgNumType w:start="1"/>', akhir=True)
