"""What other settings would do to the printed figures of a year, told before they are stored (spec 1.3 to 1.9)."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from rtl_tracker.domain.hasil import Hasil
from rtl_tracker.domain.mutu import mutu
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.rekap import DataTahun, RekapTahun, susun_rekap
from rtl_tracker.domain.rtl import unsur_wajib_rtl
from rtl_tracker.domain.sampel import sampel_wajib
from rtl_tracker.formats import angka, bulat, persen

KUNCI_IKM = frozenset({"bobot", "pembulatan_tertimbang", "agregasi", "rerata_periode", "sumber_nilai", "desimal_ikm"})
KUNCI_REALISASI = frozenset({"dasar_realisasi", "agregasi_realisasi"})
PENGUBAH_ANGKA = KUNCI_IKM | KUNCI_REALISASI | {"jumlah_prioritas", "aturan_sampel"}
"""Settings that change a figure or a class; the others change words, order or looks."""
BELUM_ADA = "belum ada data"


@dataclass(frozen=True, slots=True)
class BarisDampak:
    """One figure as printed under the stored and under the new settings."""

    nama: str
    kini: str
    nanti: str

    @property
    def berubah(self) -> bool:
        """Whether the reader will see another figure."""
        return self.kini != self.nanti


@dataclass(frozen=True, slots=True)
class Pindah:
    """A unit whose annual class changes; "-" = no index."""

    nama: str
    kini: str
    nanti: str


@dataclass(frozen=True, slots=True)
class Dampak:
    """The figures that the changed settings are about, and the units that change class."""

    baris: tuple[BarisDampak, ...]
    pindah: tuple[Pindah, ...] = ()


def hitung_dampak(data: DataTahun, baru: Pengaturan, kunci: Collection[str]) -> Dampak | None:
    """Compute the year twice; pure. `kunci`: the settings that change. None when no figure of the year depends on them."""
    if not PENGUBAH_ANGKA & set(kunci) or not (data.hasil or data.tabulasi or data.rtl or data.rtl_lalu):
        return None
    kini, nanti = susun_rekap(data), susun_rekap(replace(data, pengaturan=baru))
    baris: list[BarisDampak] = []
    pindah: tuple[Pindah, ...] = ()
    if KUNCI_IKM & set(kunci):
        baris += _baris_ikm(kini, nanti)
        pindah = tuple(_pindah(kini, nanti))
    if KUNCI_REALISASI & set(kunci):
        baris.append(_banding("Realisasi RTL instansi", kini, nanti, _realisasi))
    if "jumlah_prioritas" in kunci:
        baris.append(_banding("Unsur yang wajib ber-RTL, semua hasil", kini, nanti, _wajib_rtl))
    if "aturan_sampel" in kunci:
        baris.append(_banding("Hasil yang memenuhi jumlah sampel", kini, nanti, _sampel))
    return Dampak(tuple(baris), pindah)


def _baris_ikm(kini: RekapTahun, nanti: RekapTahun) -> Iterator[BarisDampak]:
    for periode in (Periode.TAHUNAN, Periode.S1, Periode.S2):
        if periode in kini.instansi:
            nama = "setahun" if periode is Periode.TAHUNAN else NAMA_PERIODE[periode]
            yield BarisDampak(f"IKM instansi, {nama}", _ikm_instansi(kini, periode), _ikm_instansi(nanti, periode))
    beda = sum(_cetak(a, kini) != _cetak(b, nanti) for _, a, b in _tahunan(kini, nanti))
    istilah = nanti.pengaturan.istilah_unit
    yield BarisDampak(f"{istilah} dengan IKM tahunan yang berubah", "–", f"{bulat(beda)} dari {bulat(len(kini.upp))}")


def _banding(nama: str, kini: RekapTahun, nanti: RekapTahun, angka_tahun: Callable[[RekapTahun], str]) -> BarisDampak:
    return BarisDampak(nama, angka_tahun(kini), angka_tahun(nanti))


def _tahunan(kini: RekapTahun, nanti: RekapTahun) -> Iterator[tuple[str, Fraction | None, Fraction | None]]:
    """(unit, annual index now, then); both pictures hold the units in the same order."""
    for a, b in zip(kini.upp, nanti.upp, strict=True):
        yield a.upp.nama, a.tahunan.ikm if a.tahunan else None, b.tahunan.ikm if b.tahunan else None


def _pindah(kini: RekapTahun, nanti: RekapTahun) -> Iterator[Pindah]:
    for nama, a, b in _tahunan(kini, nanti):
        if _huruf(a) != _huruf(b):
            yield Pindah(nama, _huruf(a), _huruf(b))


def _huruf(ikm: Fraction | None) -> str:
    return "-" if ikm is None else mutu(ikm).value


def _cetak(ikm: Fraction | None, rekap: RekapTahun) -> str:
    return angka(ikm, rekap.pengaturan.desimal_ikm, BELUM_ADA)


def _ikm_instansi(rekap: RekapTahun, periode: Periode) -> str:
    ikm = rekap.instansi[periode].ikm
    return BELUM_ADA if ikm is None else f"{_cetak(ikm, rekap)} ({_huruf(ikm)})"


def _realisasi(rekap: RekapTahun) -> str:
    p = rekap.pengaturan
    return persen(rekap.realisasi[Periode.TAHUNAN].resmi(p.dasar_realisasi, p.agregasi_realisasi), kosong=BELUM_ADA)


def _terukur(rekap: RekapTahun) -> list[Hasil]:
    return [h for r in rekap.upp for h in r.terukur]


def _wajib_rtl(rekap: RekapTahun) -> str:
    return bulat(sum(len(unsur_wajib_rtl(h.nrr, rekap.pengaturan.jumlah_prioritas)) for h in _terukur(rekap) if h.nrr))


def _sampel(rekap: RekapTahun) -> str:
    """A result whose population is unknown meets no rule that needs one."""
    wajib = [(h.n, sampel_wajib(rekap.pengaturan.aturan_sampel, h.populasi)) for h in _terukur(rekap) if h.n]
    return f"{bulat(sum(w is not None and n >= w for n, w in wajib))} dari {bulat(len(wajib))}"
