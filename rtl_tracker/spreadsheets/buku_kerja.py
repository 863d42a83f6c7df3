"""The typed rows of a workbook. Every UPP is named by its canonical nama; texts are "" when absent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from rtl_tracker.domain.periode import Frekuensi, Periode
from rtl_tracker.domain.rtl import Horizon, StatusRtl
from rtl_tracker.domain.unsur import Unsur

SkalaTeks = Literal["nrr", "konversi"]

KOLOM_RESPONS: tuple[str, ...] = (
    "upp", "layanan", "periode", "nomor", "tanggal", "usia", "jenis_kelamin", "pendidikan", "pekerjaan", "disabilitas",
    "penilaian_umum", *(unsur.value for unsur in Unsur), "saran",
)  # fmt: skip
BarisRespons = tuple[str | int | None, ...]
"""One questionnaire in the order of KOLOM_RESPONS. Plain tuples, because there may be a hundred thousand of them.

`periode` is the code ("TW1"), `tanggal` an ISO date, the profile the `.value` of the enums of domain.profil, `disabilitas`
"ya" or "tidak"; answers are 1-4 or None for a blank; `nomor` and `saran` are "" when absent.
"""


@dataclass(frozen=True, slots=True)
class BarisUpp:
    """One unit of the sheet `upp`; `induk` is the canonical nama of its parent. `ikut_rerata` None = the sheet has no such column."""

    baris: int
    nama: str
    kode: str = ""
    singkatan: str = ""
    jenis: str = ""
    kelompok: str = ""
    induk: str | None = None
    alamat: str = ""
    telepon: str = ""
    frekuensi: Frekuensi | None = None
    ikut_rerata: bool | None = None
    pelaksana: str = ""


@dataclass(frozen=True, slots=True)
class BarisLayanan:
    """One kind of service of an UPP."""

    baris: int
    upp: str
    nama: str
    biaya: str = ""
    standar_waktu: str = ""


@dataclass(frozen=True, slots=True)
class BarisHasil:
    """One row of results, digits as given. `nilai` is on `skala` (NRR 1-4 or konversi 25-100); the other scale, when it
    stands beside it, is in `konversi_tercetak`. `rata` marks a printed mean (RATA_S1, RATA_S2)."""

    baris: int
    upp: str
    layanan: str | None
    periode: Periode
    rata: bool
    skala: SkalaTeks
    nilai: dict[Unsur, Decimal]
    konversi_tercetak: dict[Unsur, Decimal]
    ikm_tercetak: Decimal | None
    kategori_tercetak: str | None
    jumlah_responden: int | None
    populasi: int | None
    metode: str
    pelaksana: str
    unsur_prioritas: str
    realisasi_tercetak: Decimal | None
    tautan_laporan: str


@dataclass(frozen=True, slots=True)
class BarisRtl:
    """One planned action; `upp` None = of the instansi itself, `unsur` None = its words name no single unsur."""

    baris: int
    upp: str | None
    periode: Periode
    unsur: Unsur | None
    unsur_teks: str
    kegiatan: str
    keluhan: str
    indikator: str
    waktu: str
    tenggat: date | None
    penanggung_jawab: str
    horizon: Horizon | None
    stakeholder: str
    status: StatusRtl | None
    uraian: str
    hambatan: str
    alasan: str
    strategi: str
    bukti: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BarisRiwayat:
    """A printed IKM (0-100) of an earlier year; `upp` None = the instansi."""

    baris: int
    upp: str | None
    tahun: int
    ikm: Decimal
    mutu_tercetak: str | None
    selisih_tercetak: Decimal | None = None


@dataclass(frozen=True, slots=True)
class BarisAngka:
    """A figure printed once more; `upp` None = the instansi. `kunci` and `nilai` as in domain.tercetak.AngkaTercetak."""

    baris: int
    bagian: str
    upp: str | None
    periode: Periode
    kunci: str
    nilai: str


@dataclass(frozen=True, slots=True)
class BarisRincian:
    """One cell of a printed breakdown; `kolom` "" = the row's own count."""

    baris: int
    tabel: str
    upp: str | None
    periode: Periode
    label: str
    kolom: str
    jumlah: int | None
    persen_tercetak: Decimal | None


@dataclass(frozen=True, slots=True)
class BarisNaskah:
    """A sentence or paragraph of the report."""

    baris: int
    bagian: str
    upp: str | None
    periode: Periode
    teks: str


@dataclass(frozen=True, slots=True)
class BarisProfil:
    """One line of the printed profile of an UPP."""

    baris: int
    upp: str
    kunci: str
    nilai: str


@dataclass(frozen=True)
class BukuKerja:
    """Everything a workbook said.

    `lembar`: the sheets that hold at least one row, in the order of the contract. `instansi`: settings as texts, each
    valid for domain.pengaturan. `tercetak`: (period code, "ikm" | "realisasi" | "n" | unsur key) -> printed figure;
    `tercetak_teks`: (period code, "kategori") -> printed words. `angka`: the rows of the sheet tercetak.
    """

    lembar: tuple[str, ...] = ()
    instansi: Mapping[str, str] = field(default_factory=dict)
    tercetak: Mapping[tuple[str, str], Decimal] = field(default_factory=dict)
    tercetak_teks: Mapping[tuple[str, str], str] = field(default_factory=dict)
    upp: list[BarisUpp] = field(default_factory=list)
    layanan: list[BarisLayanan] = field(default_factory=list)
    hasil: list[BarisHasil] = field(default_factory=list)
    respons: list[BarisRespons] = field(default_factory=list)
    rtl: list[BarisRtl] = field(default_factory=list)
    riwayat: list[BarisRiwayat] = field(default_factory=list)
    profil: list[BarisProfil] = field(default_factory=list)
    angka: list[BarisAngka] = field(default_factory=list)
    rincian: list[BarisRincian] = field(default_factory=list)
    naskah: list[BarisNaskah] = field(default_factory=list)
