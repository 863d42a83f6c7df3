"""T10: the unsur from the lowest, what was said of it, and what is planned."""

from collections.abc import Iterator

from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.formats import angka
from rtl_tracker.reports.lembar_rtl.fakta import BarisLembar, FaktaLembarRtl
from rtl_tracker.reports.lembar_rtl.sebutan_rtl import ringkas, sebut_rencana, sebut_waktu
from rtl_tracker.reports.tahunan.tabel_dasar import LEBAR_LANSKAP, selebar_halaman
from rtl_tracker.reports.word.elemen import Baris, Kolom, Tabel

BELUM = "**belum ada rencana**"
PANJANG_SARAN = 140
_KOLOM = (
    Kolom("No", 9, "kanan"), Kolom("Unsur", 36), Kolom("Nilai per unsur", 22, "kanan"), Kolom("Kritik/Saran/Masukan", 52),
    Kolom("Rencana Tindak Lanjut", 80), Kolom("Waktu", 31), Kolom("Penanggung Jawab", 32),
)  # fmt: skip
_GABUNG = frozenset({0, 1, 2})


def tabel_rtl(f: FaktaLembarRtl) -> Tabel:
    """T10 on a landscape page, without a caption: it is the sheet. Several RTL of one unsur stand below each other."""
    baris = tuple(satu for b in f.baris for satu in _baris(b, f.berperiode))
    return selebar_halaman(Tabel(_KOLOM, baris), LEBAR_LANSKAP)


def _baris(b: BarisLembar, berperiode: bool) -> Iterator[Baris]:
    n = b.nilai
    nilai = "-" if n is None else f"{angka(n.nrr)}\n{angka(n.konversi)} ({n.mutu.value})"
    awal = ("-" if n is None else str(n.peringkat), b.nama, nilai)
    daftar: tuple[Rtl | None, ...] = b.rtl or (None,)
    for i, rtl in enumerate(daftar):
        gabung = _GABUNG if len(daftar) > 1 else frozenset()
        isi = (_saran(b), BELUM, "-", "-") if rtl is None else _isi(b, rtl, berperiode)
        yield Baris((*awal, *isi), mulai=frozenset() if i else gabung, lanjut=gabung if i else frozenset())


def _isi(b: BarisLembar, rtl: Rtl, berperiode: bool) -> tuple[str, ...]:
    """What was said, the plan, when, by whom."""
    rencana = sebut_rencana(rtl, berperiode=berperiode)
    return (rtl.keluhan or _saran(b), rencana, sebut_waktu(rtl) or "-", rtl.penanggung_jawab or "-")


def _saran(b: BarisLembar) -> str:
    return "\n".join(f"“{ringkas(satu, PANJANG_SARAN)}”" for satu in b.saran) or "-"
