"""What a published report printed besides its rows of results: kept as printed, for the auditor alone (spec 4)."""

from dataclasses import dataclass
from decimal import Decimal

from rtl_tracker.domain.periode import Periode


@dataclass(frozen=True, slots=True)
class RiwayatTercetak:
    """A printed index of one year, its printed class, and the printed difference from the year before."""

    ikm: Decimal
    mutu_tercetak: str | None = None
    selisih_tercetak: Decimal | None = None


@dataclass(frozen=True, slots=True)
class AngkaTercetak:
    """A figure that a report prints once more at another place ("rekap", "simpulan", "lampiran").

    `upp_id` None = the instansi. `kunci`: "ikm", "kategori", "n", an unsur key (NRR), "konversi:<unsur>", "jumlah:<unsur>" (sum of the
    answers), "tertimbang:<unsur>" (NRR x bobot), "tertimbang" (their sum), "nilai_tertinggi", "nilai_terendah", "unsur_tertinggi",
    "unsur_terendah", "prioritas" (several unsur parted by ";"), and of the instansi "jumlah_upp", "jumlah_ikm" (sum of the column).
    `nilai` is the text as printed.
    """

    bagian: str
    upp_id: int | None
    periode: Periode
    kunci: str
    nilai: str


@dataclass(frozen=True, slots=True)
class Rincian:
    """One cell of a breakdown: `label` the row ("SMA"), `kolom` the column ("PNS"; "" = the row's own count).

    `label` "Jumlah" is the printed total of a column. `persen_tercetak` stands beside the row's own count.
    """

    tabel: str
    upp_id: int | None
    periode: Periode
    label: str
    kolom: str = ""
    jumlah: int | None = None
    persen_tercetak: Decimal | None = None

    @property
    def total(self) -> bool:
        """Whether it belongs to the row of totals."""
        return self.label.strip().casefold() in ("jumlah", "total")


@dataclass(frozen=True, slots=True)
class Naskah:
    """A sentence or paragraph of a report. `upp_id` None = about the instansi; `periode` the period it speaks of."""

    bagian: str
    upp_id: int | None
    periode: Periode
    teks: str
