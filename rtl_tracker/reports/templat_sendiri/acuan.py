"""What a kind of document asks of its template: read from the shipped one, so that no list is written twice."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rtl_tracker.domain.jenis_dokumen import JenisDokumen
from rtl_tracker.reports.templat_sendiri.isi_paket import IsiPaket, baca_isi
from rtl_tracker.reports.templat_sendiri.paket_templat import buka_paket
from rtl_tracker.reports.templat_sendiri.perintah_templat import BIDANG, nama_bila
from rtl_tracker.reports.templat_sendiri.teks_templat import BarisTeks, baca_teks, bernomor_legal, daftar_gaya
from rtl_tracker.reports.word.gaya import NamaGaya
from rtl_tracker.reports.word.kerangka import LANSKAP, POTRET
from rtl_tracker.reports.word.rencana import DAFTAR, LOGO
from rtl_tracker.resources import resource

_PENANDA = re.compile(r"\[\[(\w+)\]\]")
_LEMBAR, _GAYA_LEMBAR = "lembar", "lembar "
SENDIRI = frozenset({*DAFTAR, LOGO})
"""Markers that the engine fills by itself: a template may do without them."""
TATA_LETAK = (LANSKAP, POTRET)


@dataclass(frozen=True, slots=True)
class Acuan:
    """Fields in the order of the shipped template; markers with the heading they stand under; those on landscape pages; styles by name
    with their kind ("paragraph", "table"); whether subheadings are numbered "3.2" below BAB III."""

    jenis: JenisDokumen
    bidang: tuple[str, ...]
    penanda: Mapping[str, str]
    rebah: frozenset[str]
    gaya: Mapping[str, str]
    bernomor_legal: bool

    @property
    def wajib(self) -> tuple[str, ...]:
        """Markers that a template of this kind must have."""
        return tuple(nama for nama in self.penanda if nama not in SENDIRI)


def templat_bawaan(jenis: JenisDokumen) -> Path | None:
    """The shipped Word template of a kind; None for a kind that is made without one."""
    berkas = resource("docx_templates") / f"{jenis.value}.docx"
    return berkas if berkas.is_file() else None


def jenis_bertemplat() -> tuple[JenisDokumen, ...]:
    """The kinds that may have a template of the instansi's own."""
    return tuple(jenis for jenis in JenisDokumen if templat_bawaan(jenis) is not None)


def _gaya(isi: IsiPaket, penanda: Collection[str]) -> dict[str, str]:
    """Styles that the engine writes with; where the sheet of the notice board belongs, those of that sheet too."""
    lembar = [nama for nama in daftar_gaya(isi) if nama.startswith(_GAYA_LEMBAR)] if _LEMBAR in penanda else []
    semua = dict.fromkeys((*(nama.value for nama in NamaGaya), *lembar), "paragraph")
    return semua | {NamaGaya.TABEL.value: "table"}


@cache
def acuan_jenis(jenis: JenisDokumen) -> Acuan:
    """What templates of this kind may and must hold. Raises FileNotFoundError for a kind without a Word template."""
    berkas = templat_bawaan(jenis)
    if berkas is None:
        raise FileNotFoundError(f"Jenis dokumen {jenis.value} tidak mempunyai templat Word.")
    isi, _ = baca_isi(buka_paket(berkas.read_bytes()))
    baris = baca_teks(isi)
    penanda = penanda_terpakai(baris)
    return Acuan(jenis, bidang_terpakai(baris), penanda, _rebah(baris), _gaya(isi, penanda), bernomor_legal(isi))


def bidang_terpakai(baris: Iterable[BarisTeks]) -> tuple[str, ...]:
    """Names of all fields, each once, in their order."""
    return tuple(dict.fromkeys(nama for b in baris for nama in (*BIDANG.findall(b.teks), *nama_bila(b.teks))))


def penanda_terpakai(baris: Iterable[BarisTeks]) -> dict[str, str]:
    """Markers that stand alone in the body, with the heading above; those of landscape parts are left out."""
    return {nama: b.judul for nama, b in _urut(baris) if nama not in TATA_LETAK}


def _urut(baris: Iterable[BarisTeks]) -> Iterator[tuple[str, BarisTeks]]:
    temu = ((_PENANDA.fullmatch(b.utuh), b) for b in baris if b.badan)
    return ((t[1], b) for t, b in temu if t)


def _rebah(baris: Iterable[BarisTeks]) -> frozenset[str]:
    hasil: set[str] = set()
    rebah = False
    for nama, _ in _urut(baris):
        if nama in TATA_LETAK:
            rebah = nama == LANSKAP
        elif rebah:
            hasil.add(nama)
    return frozenset(hasil)
