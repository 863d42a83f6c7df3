"""The printed figures of one row as intervals of what may stand behind them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rtl_tracker.auditor.selang import Selang, bernol, desimal_sederet, dibulatkan, dipotong, jumlah, tepat
from rtl_tracker.domain.hasil import BarisHasil, Skala
from rtl_tracker.domain.pengaturan import Bobot
from rtl_tracker.domain.survei import Tabulasi
from rtl_tracker.domain.unsur import Unsur

DESIMAL_NRR = (2, 3)
Cara = Callable[[Decimal, int | None], Selang]


@dataclass(frozen=True, slots=True)
class CetakBaris:
    """Intervals of one row: `nrr` of each unsur (1-4), `konversi` where that scale is printed beside it (25-100), and the IKM.

    `*_longgar` are the same if digits may have been cut off instead of rounded; `ikm_potong` only if they were. `nrr_lebar` allows
    for konversi that are 25 x an NRR which was rounded before (88,75 is 25 x 3,55): much more may stand behind them.
    """

    nrr: Mapping[Unsur, Selang]
    nrr_lebar: Mapping[Unsur, Selang]
    nrr_longgar: Mapping[Unsur, Selang]
    konversi: Mapping[Unsur, Selang]
    konversi_longgar: Mapping[Unsur, Selang]
    ikm: Selang | None
    ikm_potong: Selang | None

    @property
    def lengkap(self) -> bool:
        """Whether all nine unsur are known."""
        return len(self.nrr) == len(Unsur)


def cetak_baris(baris: BarisHasil, tabulasi: Tabulasi | None = None) -> CetakBaris:
    """Intervals of a printed row; where the answers are known they give the unsur exactly.

    A row without data (n = 0, IKM 0,00) has none. Where no figure of the row shows a zero at its end, a spreadsheet dropped
    them: the unsur then count as printed with the places of the longest of them. The IKM counts as it stands.
    """
    if baris.kosong:
        return CetakBaris({}, {}, {}, {}, {}, None, None)
    nilai, lain, ikm = list(baris.nilai.values()), list(baris.konversi_tercetak.values()), baris.ikm_tercetak
    apa_adanya = bernol([*nilai, *lain, *([] if ikm is None else [ikm])])
    desimal, desimal_lain = (None if apa_adanya else desimal_sederet(deret) for deret in (nilai, lain))
    if tabulasi is not None and tabulasi.n:
        nrr = nrr_lebar = nrr_longgar = {u: tepat(x) for u, x in tabulasi.nrr().items()}
    else:
        pembagi = Fraction(1, 25) if baris.skala is Skala.KONVERSI else Fraction(1)
        nrr, nrr_longgar = (_per_unsur(baris.nilai, desimal, cara, pembagi) for cara in (dibulatkan, longgar))
        nrr_lebar = {u: _lebar(baris, u, selang) for u, selang in nrr.items()}
    return CetakBaris(
        nrr=nrr,
        nrr_lebar=nrr_lebar,
        nrr_longgar=nrr_longgar,
        konversi=_per_unsur(baris.konversi_tercetak, desimal_lain, dibulatkan),
        konversi_longgar=_per_unsur(baris.konversi_tercetak, desimal_lain, longgar),
        ikm=None if ikm is None else dibulatkan(ikm),
        ikm_potong=None if ikm is None else dipotong(ikm),
    )


def hitung_selang(nrr: Mapping[Unsur, Selang], bobot: Bobot, pembulatan_tertimbang: int | None = None) -> Selang:
    """Interval of the IKM (25-100) that the NRR of nine unsur give under a bobot (PermenPANRB 14/2017).

    `pembulatan_tertimbang` widens it by what rounding each NRR x bobot may move.
    """
    hasil = jumlah(nrr.values()).kali(25 * bobot.nilai(len(nrr)))
    if pembulatan_tertimbang is None:
        return hasil
    return hasil.lebarkan(Fraction(25 * len(nrr), 2 * 10**pembulatan_tertimbang))


def longgar(nilai: Decimal, desimal: int | None = None) -> Selang:
    """True values behind a printed one that may be rounded or cut off, whichever."""
    return Selang(dibulatkan(nilai, desimal).bawah, dipotong(nilai, desimal).atas)


def _lebar(baris: BarisHasil, unsur: Unsur, selang: Selang) -> Selang:
    """The NRR behind a konversi that is 25 x an NRR of few places; for any other value what it says itself."""
    nilai = baris.nilai[unsur]
    if baris.skala is Skala.KONVERSI:
        for desimal in DESIMAL_NRR:
            if nilai % (Decimal(25) / 10**desimal) == 0:
                return dibulatkan(nilai / 25, desimal)
    return selang


def _per_unsur(
    nilai: Mapping[Unsur, Decimal], desimal: int | None, cara: Cara, faktor: Fraction = Fraction(1)
) -> dict[Unsur, Selang]:
    return {u: cara(x, desimal).kali(faktor) for u, x in nilai.items()}
