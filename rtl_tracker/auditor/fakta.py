"""What the rules see of a year: the computed picture, the rows as they were printed, and what belongs to them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from rtl_tracker.auditor.cetak_baris import CetakBaris, cetak_baris
from rtl_tracker.domain.hasil import BarisHasil, Hasil
from rtl_tracker.domain.kalender import Jadwal
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.penyampaian import Penyampaian
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rekap import KunciHasil, RekapTahun, RekapUpp, pisahkan
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.survei import Tabulasi
from rtl_tracker.domain.tercetak import AngkaTercetak, Naskah, Rincian, RiwayatTercetak


@dataclass(frozen=True, slots=True)
class RingkasanJawaban:
    """Questionnaires of one group: all, those without a blank, those with nine equal answers; whether all answers are one number."""

    n: int
    lengkap: int
    lurus: int
    semua_sama: bool


@dataclass(frozen=True)
class BarisTerukur:
    """A measured row: as printed, and the answers behind it where they are known."""

    upp_id: int
    baris: BarisHasil
    tabulasi: Tabulasi | None

    @cached_property
    def cetak(self) -> CetakBaris:
        """What may stand behind its printed figures; many rules ask."""
        return cetak_baris(self.baris, self.tabulasi)


@dataclass(frozen=True, slots=True)
class Tolakan:
    """A cell that could not be read as what its column holds (only where a file is examined without storing it)."""

    lembar: str
    baris: int | None
    kolom: str | None
    nilai: str | None
    kalimat: str


@dataclass(frozen=True)
class Fakta:
    """Everything of one year. `tanggal` is the day on which overdue plans and late dossiers are judged.

    `tercetak`: figures printed for the instansi by (periode, "ikm" | "kategori" | "realisasi" | key of an unsur), digits as text.
    `jawaban` is keyed by (upp_id, layanan, periode).
    """

    rekap: RekapTahun
    baris: tuple[BarisHasil, ...] = ()
    tabulasi: Mapping[KunciHasil, Tabulasi] = field(default_factory=dict)
    rtl: tuple[Rtl, ...] = ()
    rtl_lalu: tuple[Rtl, ...] = ()
    riwayat: Mapping[tuple[int | None, int], RiwayatTercetak] = field(default_factory=dict)
    tercetak: Mapping[tuple[Periode, str], str] = field(default_factory=dict)
    jawaban: Mapping[KunciHasil, RingkasanJawaban] = field(default_factory=dict)
    angka: tuple[AngkaTercetak, ...] = ()
    rincian: tuple[Rincian, ...] = ()
    naskah: tuple[Naskah, ...] = ()
    penyampaian: tuple[Penyampaian, ...] = ()
    kalender: Mapping[Periode, Jadwal] = field(default_factory=dict)
    tolakan: tuple[Tolakan, ...] = ()
    tanggal: date = date(2000, 1, 1)

    @property
    def tahun(self) -> int:
        """The year."""
        return self.rekap.tahun

    @property
    def pengaturan(self) -> Pengaturan:
        """The settings of the year."""
        return self.rekap.pengaturan

    @cached_property
    def unit(self) -> Mapping[int, RekapUpp]:
        """The computed picture of each unit by id, in stored order."""
        return {r.upp.id: r for r in self.rekap.upp}

    def nama(self, upp_id: int) -> str:
        """The name of a unit."""
        return self.unit[upp_id].upp.nama

    def hasil(self, upp_id: int, periode: Periode) -> Hasil | None:
        """The shown result of a unit in a period, measured or mean."""
        return self.unit[upp_id].hasil.get(periode)

    @cached_property
    def terukur(self) -> tuple[BarisTerukur, ...]:
        """The measured rows, in the order of the units."""
        return tuple(t for r in self.rekap.upp for t in self.terukur_unit(r.upp.id))

    @cached_property
    def rata_tercetak(self) -> Mapping[int, Mapping[Periode, BarisHasil]]:
        """The printed mean rows of the units that have any."""
        return {r.upp.id: r.cetak_rata for r in self.rekap.upp if r.cetak_rata}

    def baris_unit(self, upp_id: int) -> list[BarisHasil]:
        """All printed rows of a unit, means included."""
        return self._menurut_unit.get(upp_id, [])

    def terukur_unit(self, upp_id: int) -> list[BarisTerukur]:
        """The measured rows of a unit; answers without a row of their own are measured too."""
        milik = self.baris_unit(upp_id)
        berbaris = {(b.layanan, b.periode) for b in milik if not b.rata}
        tanpa_baris = [
            BarisHasil(upp_id, periode, layanan)
            for layanan, periode in self._kelompok_jawaban.get(upp_id, [])
            if (layanan, periode) not in berbaris
        ]
        baris, _ = pisahkan([*milik, *tanpa_baris], lambda b: (b.upp_id, b.layanan, b.periode) in self.tabulasi)
        return [BarisTerukur(upp_id, b, self.tabulasi.get((upp_id, b.layanan, b.periode))) for b in baris]

    @cached_property
    def _kelompok_jawaban(self) -> Mapping[int, list[tuple[str | None, Periode]]]:
        hasil: dict[int, list[tuple[str | None, Periode]]] = {}
        for upp_id, layanan, periode in self.tabulasi:
            hasil.setdefault(upp_id, []).append((layanan, periode))
        return hasil

    @cached_property
    def _menurut_unit(self) -> Mapping[int, list[BarisHasil]]:
        hasil: dict[int, list[BarisHasil]] = {}
        for b in self.baris:
            hasil.setdefault(b.upp_id, []).append(b)
        return hasil
