"""Facts of the publication sheet of one unit or of the instansi: what is known, rounded as printed. No sentence here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.hasil import Hasil, JenisBaris
from rtl_tracker.domain.kalender import Jadwal
from rtl_tracker.domain.mutu import Mutu, mutu
from rtl_tracker.domain.periode import SEMESTER, TRIWULAN_SEMESTER, Periode
from rtl_tracker.domain.rekap import RekapTahun, RekapUpp
from rtl_tracker.reports.lembar_ikm.profil_publik import RincianPublik, rincian_publik

KunciPeriode = tuple[int, Periode]
ProfilPeriode = Mapping[str, Mapping[KunciPeriode, Mapping[str, int]]]
"""Counts per profile column, by (upp_id, periode), by value."""


@dataclass(frozen=True, slots=True)
class BahanLembar:
    """The computed year, its calendar, the profile of its respondents, and the public address of the program."""

    rekap: RekapTahun
    kalender: Mapping[Periode, Jadwal]
    profil: ProfilPeriode
    base_url: str


@dataclass(frozen=True, slots=True)
class FaktaLembar:
    """One sheet. `unit` None = the instansi; `bagian`: the periods behind a mean; `banyak_unit`: units behind the figure.

    `mulai`, `selesai`: first and last day of the survey. `desimal`: of the printed index. `n` None = not known.
    """

    upp_id: int | None
    instansi: str
    unit: str | None
    istilah_unit: str
    tahun: int
    periode: Periode
    mulai: date
    selesai: date
    ikm: Decimal
    desimal: int
    mutu: Mutu
    bagian: tuple[Periode, ...]
    banyak_unit: int | None
    n: int | None
    profil: tuple[RincianPublik, ...]
    alamat: str


def bagian_periode(r: RekapUpp, periode: Periode) -> tuple[Periode, ...]:
    """The periods whose mean the result is; empty for one that was measured, or shown for the units below."""
    if r.hasil[periode].jenis_baris is not JenisBaris.RERATA:
        return ()
    return tuple(p for p in TRIWULAN_SEMESTER.get(periode, SEMESTER) if p in r.hasil)


def periode_terukur(r: RekapUpp, periode: Periode) -> tuple[Periode, ...]:
    """The measured periods behind the result, in the order of the year."""
    if r.hasil[periode].jenis_baris is JenisBaris.TERUKUR:
        return (periode,)
    return tuple(p for bagian in bagian_periode(r, periode) for p in periode_terukur(r, bagian))


def cacah_profil(profil: ProfilPeriode, unit: Iterable[RekapUpp], periode: Periode) -> dict[str, dict[str, int]]:
    """Counts per value of each profile column over the answers behind the units' results of the period."""
    kunci = [(r.upp.id, p) for r in unit for p in periode_terukur(r, periode)]
    hasil: dict[str, dict[str, int]] = {}
    for kolom, per_kunci in profil.items():
        jumlah: dict[str, int] = {}
        for satu in kunci:
            for nilai, n in per_kunci.get(satu, {}).items():
                jumlah[nilai] = jumlah.get(nilai, 0) + n
        hasil[kolom] = jumlah
    return hasil


def fakta_instansi(bahan: BahanLembar, periode: Periode) -> FaktaLembar | None:
    """The sheet of the instansi; None without an index in the period."""
    indeks = bahan.rekap.instansi.get(periode)
    if indeks is None or indeks.ikm is None:
        return None
    desimal = bahan.rekap.pengaturan.desimal_ikm
    unit = [r for r in bahan.rekap.upp if r.dihitung and periode in r.hasil]
    return FaktaLembar(
        None, bahan.rekap.pengaturan.nama, None, bahan.rekap.pengaturan.istilah_unit, bahan.rekap.tahun, periode,
        *_tanggal(bahan, periode), bulatkan(indeks.ikm, desimal), desimal, mutu(indeks.ikm), (), indeks.upp_dihitung, indeks.jumlah_responden,
        rincian_publik(cacah_profil(bahan.profil, unit, periode)), _alamat(bahan, periode),
    )  # fmt: skip


def fakta_unit(bahan: BahanLembar, r: RekapUpp, periode: Periode) -> FaktaLembar | None:
    """The sheet of one unit; None without an index in the period."""
    hasil = r.hasil.get(periode)
    if hasil is None or hasil.ikm is None:
        return None
    desimal = bahan.rekap.pengaturan.desimal_ikm
    return FaktaLembar(
        r.upp.id, bahan.rekap.pengaturan.nama, r.upp.nama, bahan.rekap.pengaturan.istilah_unit, bahan.rekap.tahun, periode,
        *_tanggal(bahan, periode), bulatkan(hasil.ikm, desimal), desimal, mutu(hasil.ikm), bagian_periode(r, periode), _banyak_anak(bahan, hasil), hasil.n,
        rincian_publik(cacah_profil(bahan.profil, [r], periode)), _alamat(bahan, periode, f"/{r.upp.id}"),
    )  # fmt: skip


def _alamat(bahan: BahanLembar, periode: Periode, unit: str = "") -> str:
    """The public page of the result; a sheet of a part of the year leads to that part."""
    bagian = "" if periode is Periode.TAHUNAN else f"?periode={periode.value}"
    return f"{bahan.base_url}/publikasi/{bahan.rekap.tahun}{unit}{bagian}"


def _tanggal(bahan: BahanLembar, periode: Periode) -> tuple[date, date]:
    jadwal = bahan.kalender[periode]
    return jadwal.survei_mulai, jadwal.survei_selesai


def _banyak_anak(bahan: BahanLembar, hasil: Hasil) -> int | None:
    """How many units a parent's mean is made of; None for a result of its own."""
    if hasil.jenis_baris is not JenisBaris.RERATA_ANAK:
        return None
    return sum(r.upp.induk_id == hasil.upp_id and hasil.periode in r.hasil for r in bahan.rekap.upp)
