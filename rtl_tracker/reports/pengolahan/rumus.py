"""The formulas of the workbook in one place: how they round, how they class, and the table of classes that they look into.

Binary numbers turn 86,025 into 86,02499...; every ROUND therefore adds a trifle first, so that half is rounded up as exact
arithmetic does (spec 1.3). It is a hundred times the error of the sums and below what any two different indices of less than
half a million respondents differ by.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.mutu import TABEL_MUTU, KelasMutu, kelas_mutu
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.formats import angka
from rtl_tracker.reports.buku_excel import Kaki, Nilai, Rumus
from rtl_tracker.reports.tahunan.sebutan import sebut_mutu

TAMBAHAN_INDEKS, TAMBAHAN_TERTIMBANG = "1E-11", "1E-13"
KATA_TAMBAHAN = "0,00000000001"
FORMAT_RINCI, FORMAT_PENUH = "0.000", "0.000000"
BELUM_ADA = "belum ada data"
_KOLOM_KELAS = 5
_BATAS, _HURUF, _MUTU = "E", "F", "G"


def bulat_setengah_naik(rumus: str, desimal: int, tambahan: str = TAMBAHAN_INDEKS) -> str:
    """The formula, rounded half up."""
    return f"ROUND({rumus}+{tambahan},{desimal})"


def format_desimal(desimal: int) -> str:
    """Number format with so many decimals."""
    return f"0.{'0' * desimal}"


@dataclass(frozen=True, slots=True)
class TabelKelas:
    """The table of classes on a sheet, its first class (the lowest) in row `awal`; what looks into it."""

    awal: int
    pengaturan: Pengaturan

    def _cari(self, nilai: str, kolom: str) -> str:
        akhir = self.awal + len(_kelas()) - 1
        return f"LOOKUP({nilai},${_BATAS}${self.awal}:${_BATAS}${akhir},${kolom}${self.awal}:${kolom}${akhir})"

    def huruf(self, sel: str, nilai: Fraction | None) -> Rumus:
        """The letter of a konversi that is already rounded to 2 decimals; nothing for an empty cell."""
        return Rumus(f'IF({sel}="","",{self._cari(sel, _HURUF)})', "" if nilai is None else kelas_mutu(nilai).mutu.value)

    def mutu(self, sel: str, nilai: Fraction | None) -> Rumus:
        """The class of an unrounded index in letter and words; it is rounded to 2 decimals first (spec 1.4)."""
        cari = self._cari(bulat_setengah_naik(sel, 2), _MUTU)
        hasil = "" if nilai is None else sebut_mutu(kelas_mutu(nilai).mutu, self.pengaturan)
        return Rumus(f'IF({sel}="","",{cari})', hasil)

    def kaki(self, kiri: Mapping[int, tuple[Nilai, Nilai]]) -> list[Kaki]:
        """The table with its head in the row before `awal`; `kiri`: (label, value) in the same lines, 0 = that of the head."""
        baris: list[tuple[Nilai, ...]] = [("Batas bawah", "Huruf", "Mutu", None, "Interval IKM")]
        baris += [(k.batas_bawah, k.mutu.value, sebut_mutu(k.mutu, self.pengaturan), None, k.interval_ikm) for k in _kelas()]
        antara = (None,) * (_KOLOM_KELAS - 3)
        return [
            Kaki((*kiri.get(i, (None, None)), *antara, *(baris[i] if i < len(baris) else ())))
            for i in range(max(len(baris), *(j + 1 for j in kiri), 0))
        ]


def _kelas() -> list[KelasMutu]:
    """Lowest class first, as LOOKUP wants them."""
    return sorted(TABEL_MUTU[-1].kelas, key=lambda k: k.batas_bawah)


def indeks(sel: str, nilai: Fraction | None, p: Pengaturan) -> Rumus:
    """The printed index from the cell of the unrounded one; "belum ada data" where that is empty."""
    hasil = BELUM_ADA if nilai is None else bulatkan(nilai, p.desimal_ikm)
    rumus = f'IF({sel}="","{BELUM_ADA}",{bulat_setengah_naik(sel, p.desimal_ikm)})'
    return Rumus(rumus, hasil, format_desimal(p.desimal_ikm))


def bila_ada(nilai: Fraction | None) -> Fraction | str:
    """What a formula shows for a figure that may be missing."""
    return "" if nilai is None else nilai


def aturan(p: Pengaturan) -> tuple[str, ...]:
    """The rules in force, for the head of every sheet."""
    bobot = p.bobot.value.replace(".", ",")
    dulu = (
        "" if p.pembulatan_tertimbang is None else f"NRR tertimbang dibulatkan {p.pembulatan_tertimbang} desimal lebih dahulu. "
    )
    return (
        f"NRR = jumlah nilai / jawaban terisi; IKM = 25 × jumlah (NRR × {bobot}). {dulu}IKM dibulatkan {p.desimal_ikm} desimal, "
        f"setengah ke atas; mutu dari nilai 2 desimal (batas terendah A {angka(_kelas()[-1].batas_bawah)}).",
        f"Sel kosong berarti tidak dijawab dan tidak dihitung. ROUND menambahkan paling banyak {KATA_TAMBAHAN} agar setengah tetap "
        "dibulatkan ke atas oleh aritmetika biner.",
    )
