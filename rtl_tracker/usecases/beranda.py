"""The front page of the instansi: its index with where it comes from, nine unsur, the recap of all UPP, realisasi."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rtl_tracker.domain.angka import bulatkan_bila_ada
from rtl_tracker.domain.pengaturan import AgregasiInstansi, Pengaturan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.realisasi import Realisasi
from rtl_tracker.domain.rekap import RekapTahun, RekapUpp
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan, susun_fakta
from rtl_tracker.reports.tahunan.fakta_hasil import BarisRekap
from rtl_tracker.usecases.bahan_halaman import BahanHalaman


@dataclass(frozen=True, slots=True)
class BarisUpp:
    """One line of the recap table: the facts of the report, the induk's name, nihil, and the official realisasi %."""

    fakta: BarisRekap
    induk: str | None
    nihil: bool
    realisasi: Decimal | None


@dataclass(frozen=True, slots=True)
class AsalIndeks:
    """Where the index comes from: the sum it is made of and what it was divided by, or the unsur that entered the formula.

    `jumlah` is the exact sum of the indices of the counted UPP; `nrr` the exact NRR of the instansi; `tercetak` the figure
    that a published report printed.
    """

    jumlah: Fraction
    pembagi: int
    nrr: Mapping[Unsur, Fraction]
    bobot: Fraction
    tepat: Fraction | None
    tercetak: str | None
    dikecualikan: tuple[str, ...]
    tanpa_hasil: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beranda:
    """Everything the front page of a year shows. `tahun_tersedia` is newest first."""

    tahun: int
    tahun_tersedia: tuple[int, ...]
    pengaturan: Pengaturan
    fakta: FaktaTahunan
    baris: tuple[BarisUpp, ...]
    asal: AsalIndeks

    @property
    def kelompok(self) -> list[str]:
        """The kelompok that occur, in the order of the recap."""
        return list(dict.fromkeys(b.fakta.kelompok for b in self.baris))

    @property
    def selisih_agregasi(self) -> dict[AgregasiInstansi, Decimal | None]:
        """Difference of each aggregation (as printed) to the declared one."""
        indeks = self.fakta.hasil.indeks
        return {a: None if n is None or indeks.ikm is None else n - indeks.ikm for a, n in indeks.alternatif.items()}


def susun_beranda(halaman: BahanHalaman) -> Beranda:
    """The front page of the loaded year."""
    bahan = halaman.bahan
    fakta = susun_fakta(bahan)
    return Beranda(
        tahun=bahan.rekap.tahun,
        tahun_tersedia=halaman.tersedia,
        pengaturan=bahan.rekap.pengaturan,
        fakta=fakta,
        baris=_baris(bahan.rekap, fakta.hasil.rekap),
        asal=_asal(bahan.rekap, halaman.tercetak),
    )


def _baris(rekap: RekapTahun, fakta: Sequence[BarisRekap]) -> tuple[BarisUpp, ...]:
    per_id = {r.upp.id: r for r in rekap.upp}
    dasar = rekap.pengaturan.dasar_realisasi
    return tuple(
        BarisUpp(
            fakta=b,
            induk=_nama_induk(per_id, b.upp_id),
            nihil=per_id[b.upp_id].nihil,
            realisasi=bulatkan_bila_ada(per_id[b.upp_id].realisasi.get(Periode.TAHUNAN, Realisasi()).resmi(dasar)),
        )
        for b in fakta
    )


def _nama_induk(per_id: Mapping[int, RekapUpp], upp_id: int) -> str | None:
    induk = per_id[upp_id].upp.induk_id
    return per_id[induk].upp.nama if induk is not None and induk in per_id else None


def _asal(rekap: RekapTahun, tercetak: str | None) -> AsalIndeks:
    hitung = [r.tahunan.ikm for r in rekap.upp if r.dihitung and r.tahunan is not None and r.tahunan.ikm is not None]
    return AsalIndeks(
        jumlah=sum(hitung, Fraction(0)),
        pembagi=len(hitung),
        nrr=rekap.tahunan.nrr,
        bobot=rekap.pengaturan.bobot.nilai(),
        tepat=rekap.tahunan.ikm,
        tercetak=tercetak,
        dikecualikan=tuple(
            r.upp.nama for r in rekap.upp if not r.dihitung and r.tahunan is not None and r.tahunan.ikm is not None
        ),
        tanpa_hasil=tuple(r.upp.nama for r in rekap.upp if r.tahunan is None or r.tahunan.ikm is None),
    )
