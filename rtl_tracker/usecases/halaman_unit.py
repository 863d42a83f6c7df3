"""The front page of an operator: what is due, what was returned, how far the follow-up is (spec 2.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from rtl_tracker.domain.angka import bulatkan_bila_ada
from rtl_tracker.domain.izin import menjangkau, periksa_kewenangan
from rtl_tracker.domain.kalender import Jadwal
from rtl_tracker.domain.mutu import Mutu, mutu
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.penyampaian import Penyampaian, hari_terlambat, realisasi_terbuka
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.realisasi import Realisasi, realisasi_rtl
from rtl_tracker.domain.rtl import Rtl, StatusRtl, terlambat
from rtl_tracker.domain.upp import Upp, urut_menurut_induk
from rtl_tracker.storage.pengaturan_repository import tahun_tersedia
from rtl_tracker.storage.penyampaian_repository import list_penyampaian, muat_kalender
from rtl_tracker.storage.rtl_repository import list_rtl
from rtl_tracker.storage.upp_repository import list_upp
from rtl_tracker.usecases.data_unit import DataUnit, muat_unit
from rtl_tracker.usecases.survei_unit import SurveiSingkat, survei_unit


@dataclass(frozen=True, slots=True)
class BarisPenyampaian:
    """One owed period: its dossier, its dates, the index if there is one, days late, whether its time has come."""

    periode: Periode
    berkas: Penyampaian
    jadwal: Jadwal
    ikm: Decimal | None
    hari: int
    tiba: bool


@dataclass(frozen=True, slots=True)
class HalamanUnit:
    """Everything the front page of a unit shows. `unit`: (depth, unit) within reach; `tugas`: RTL that wait for the operator."""

    tahun: int
    tahun_tersedia: tuple[int, ...]
    pengaturan: Pengaturan
    upp: Upp
    unit: tuple[tuple[int, Upp], ...]
    ikm: Decimal | None
    mutu: Mutu | None
    n: int | None
    penyampaian: tuple[BarisPenyampaian, ...]
    realisasi: Realisasi
    dikembalikan: tuple[Rtl, ...]
    lewat: tuple[tuple[Rtl, int], ...]
    tugas: tuple[Rtl, ...]
    survei: tuple[SurveiSingkat, ...]

    @property
    def berkas_dikembalikan(self) -> list[BarisPenyampaian]:
        """Dossiers that were returned."""
        return [b for b in self.penyampaian if b.berkas.status == "dikembalikan"]


@dataclass(frozen=True, slots=True)
class DaftarRealisasi:
    """All RTL of a unit with their state, newest period first."""

    upp: Upp
    rtl: tuple[Rtl, ...]
    lewat: dict[int, int]


def tahun_kerja(session: Session, hari_ini: date) -> tuple[int, ...]:
    """The years somebody may work in, newest first: those that were opened or hold data; else the current one."""
    return tuple(tahun_tersedia(session)) or (hari_ini.year,)


def muat_halaman_unit(session: Session, pelaku: Pelaku, upp_id: int, tahun: int | None, hari_ini: date) -> HalamanUnit:
    """The front page of a unit within reach, for a year (None = the newest). Raises TidakTerjangkau, AksesDitolak."""
    periksa_kewenangan(pelaku, Izin.LIHAT_PENYAMPAIAN, upp_id)
    tersedia = tahun_kerja(session, hari_ini)
    tahun = tahun if tahun is not None else tersedia[0]
    unit = muat_unit(session, tahun, upp_id)
    rtl = list_rtl(session, upp_id=[upp_id])
    tertutup = {(b.tahun, b.periode) for b in list_penyampaian(session, upp_id=[upp_id]) if not realisasi_terbuka(b)}
    dapat_dilaporkan = [r for r in rtl if (r.tahun, r.periode) not in tertutup]
    tahunan = unit.rekap.tahunan
    ikm = bulatkan_bila_ada(tahunan.ikm, unit.pengaturan.desimal_ikm) if tahunan is not None else None
    return HalamanUnit(
        tahun=tahun, tahun_tersedia=tersedia, pengaturan=unit.pengaturan, upp=unit.upp,
        unit=tuple((d, u) for d, u in urut_menurut_induk(list_upp(session)) if menjangkau(pelaku, u.id)), ikm=ikm,
        mutu=None if ikm is None else mutu(ikm), n=tahunan.n if tahunan is not None else None,
        penyampaian=tuple(_penyampaian(session, unit, hari_ini)), realisasi=realisasi_rtl(unit.rtl),
        dikembalikan=tuple(r for r in rtl if r.status is StatusRtl.DIKEMBALIKAN),
        lewat=tuple((r, hari) for r in dapat_dilaporkan if (hari := hari_lewat(r, hari_ini))),
        tugas=tuple(r for r in dapat_dilaporkan if r.status in (None, StatusRtl.DIRENCANAKAN, StatusRtl.BERJALAN)),
        survei=survei_unit(session, unit.upp, hari_ini),
    )  # fmt: skip


def muat_daftar_realisasi(session: Session, pelaku: Pelaku, upp_id: int, hari_ini: date) -> DaftarRealisasi:
    """All RTL of a unit within reach. Raises TidakTerjangkau, AksesDitolak."""
    periksa_kewenangan(pelaku, Izin.LIHAT_PENYAMPAIAN, upp_id)
    rtl = sorted(list_rtl(session, upp_id=[upp_id]), key=lambda r: (-r.tahun, -list(Periode).index(r.periode), r.id))
    upp = next(u for u in list_upp(session) if u.id == upp_id)
    return DaftarRealisasi(upp, tuple(rtl), {r.id: hari for r in rtl if (hari := hari_lewat(r, hari_ini))})


def hari_lewat(rtl: Rtl, hari_ini: date) -> int:
    """Days past the tenggat of an RTL that still waits for somebody; one that was carried over waits in its successor."""
    return 0 if rtl.status is StatusRtl.TIDAK_DILAKSANAKAN else terlambat(rtl, hari_ini)


def _penyampaian(session: Session, unit: DataUnit, hari_ini: date) -> Sequence[BarisPenyampaian]:
    """The owed periods, and others that hold a dossier or a result."""
    ada = {b.periode: b for b in list_penyampaian(session, unit.tahun, [unit.upp.id])}
    kalender = muat_kalender(session, unit.tahun)
    berisi = {h.periode for h in unit.rekap.terukur} | set(ada)
    baris = []
    for periode in [p for p in Periode if p in berisi or p in unit.upp.periode_wajib]:
        berkas = ada.get(periode, Penyampaian(unit.upp.id, unit.tahun, periode))
        hasil = unit.hasil(periode)
        ikm = bulatkan_bila_ada(hasil.ikm, unit.pengaturan.desimal_ikm) if hasil is not None else None
        jadwal = kalender[periode]
        hari = hari_terlambat(berkas, jadwal.kirim_batas, hari_ini)
        baris.append(BarisPenyampaian(periode, berkas, jadwal, ikm, hari, hari_ini >= jadwal.survei_mulai))
    return baris
