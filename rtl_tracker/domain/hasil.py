"""The result of one UPP (or one layanan) in one period: what was measured, what was printed, what is shown (spec 1.3, 1.5)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from rtl_tracker.domain.ikm import ikm_dari_unsur
from rtl_tracker.domain.pengaturan import Pengaturan, SumberNilai
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.survei import Tabulasi
from rtl_tracker.domain.unsur import Unsur


class JenisBaris(StrEnum):
    """Whether a row was measured, is a mean of measured rows, or is the mean of the units below a parent."""

    TERUKUR = "terukur"
    RERATA = "rerata"
    RERATA_ANAK = "rerata_anak"


class Sumber(StrEnum):
    """Where the values of a row come from."""

    JAWABAN = "jawaban"
    REKAP = "rekap"
    LUAR = "luar"


class Skala(StrEnum):
    """Scale on which the unsur of a recap row are given."""

    NRR = "nrr"
    KONVERSI = "konversi"


@dataclass(frozen=True, slots=True)
class BarisHasil:
    """One row of results as it was handed in, digits as given. `rata` marks a printed mean (RATA_S1, RATA_S2)."""

    upp_id: int
    periode: Periode
    layanan: str | None = None
    rata: bool = False
    skala: Skala = Skala.NRR
    nilai: Mapping[Unsur, Decimal] = field(default_factory=dict)
    konversi_tercetak: Mapping[Unsur, Decimal] = field(default_factory=dict)
    ikm_tercetak: Decimal | None = None
    kategori_tercetak: str | None = None
    jumlah_responden: int | None = None
    populasi: int | None = None
    metode: str = ""
    pelaksana: str = ""
    unsur_prioritas: str = ""
    realisasi_tercetak: Decimal | None = None
    tautan_laporan: str = ""

    def nrr(self) -> dict[Unsur, Fraction]:
        """The given values on the scale 1-4, exact."""
        pembagi = 25 if self.skala is Skala.KONVERSI else 1
        return {unsur: Fraction(nilai) / pembagi for unsur, nilai in self.nilai.items()}

    @property
    def kosong(self) -> bool:
        """No data: nobody answered, or no unsur and no IKM but a printed 0,00 is given. No index is ever zero."""
        return self.jumlah_responden == 0 or (not self.nilai and not self.ikm_tercetak)


@dataclass(frozen=True, slots=True)
class Hasil:
    """One shown result. `nrr` is exact (1-4); `ikm` is the shown index, `ikm_hitung` the recomputed one (25-100, exact).

    `ikm` None = "belum ada data". `n` None = the number of respondents is not known.
    """

    upp_id: int
    periode: Periode
    jenis_baris: JenisBaris
    sumber: Sumber
    nrr: Mapping[Unsur, Fraction]
    ikm: Fraction | None
    ikm_hitung: Fraction | None = None
    n: int | None = None
    layanan: str | None = None
    ikm_tercetak: Decimal | None = None
    kategori_tercetak: str | None = None
    populasi: int | None = None
    metode: str = ""
    pelaksana: str = ""
    unsur_prioritas: str = ""
    realisasi_tercetak: Decimal | None = None
    tautan_laporan: str = ""
    tabulasi: Tabulasi | None = None


def hasil_terukur(baris: BarisHasil, tabulasi: Tabulasi | None, pengaturan: Pengaturan) -> Hasil:
    """The shown result of one measured row.

    Where answers exist they are the truth and the row only says what was printed. A recap row shows its printed IKM
    under `sumber_nilai = tercetak`, else the recomputed one. A row with an IKM but no unsur is "luar aplikasi".
    """
    if tabulasi is not None and tabulasi.n:
        nrr = tabulasi.nrr()
        hitung = ikm_dari_unsur(nrr, pengaturan.bobot, pengaturan.pembulatan_tertimbang)
        return _dari_baris(baris, Sumber.JAWABAN, nrr, hitung, hitung, tabulasi)
    nrr = {} if baris.kosong else baris.nrr()
    hitung = ikm_dari_unsur(nrr, pengaturan.bobot, pengaturan.pembulatan_tertimbang)
    tercetak = None if baris.kosong or baris.ikm_tercetak is None else Fraction(baris.ikm_tercetak)
    pakai_cetak = tercetak is not None and (hitung is None or pengaturan.sumber_nilai is SumberNilai.TERCETAK)
    sumber = Sumber.REKAP if nrr else Sumber.LUAR
    return _dari_baris(baris, sumber, nrr, tercetak if pakai_cetak else hitung, hitung, None)


def _dari_baris(
    baris: BarisHasil,
    sumber: Sumber,
    nrr: Mapping[Unsur, Fraction],
    ikm: Fraction | None,
    hitung: Fraction | None,
    tabulasi: Tabulasi | None,
) -> Hasil:
    return Hasil(
        upp_id=baris.upp_id,
        periode=baris.periode,
        jenis_baris=JenisBaris.TERUKUR,
        sumber=sumber,
        nrr=nrr,
        ikm=ikm,
        ikm_hitung=hitung,
        n=tabulasi.n if tabulasi is not None else baris.jumlah_responden,
        layanan=baris.layanan,
        ikm_tercetak=baris.ikm_tercetak,
        kategori_tercetak=baris.kategori_tercetak,
        populasi=baris.populasi,
        metode=baris.metode,
        pelaksana=baris.pelaksana,
        unsur_prioritas=baris.unsur_prioritas,
        realisasi_tercetak=baris.realisasi_tercetak,
        tautan_laporan=baris.tautan_laporan,
        tabulasi=tabulasi,
    )
