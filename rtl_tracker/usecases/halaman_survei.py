"""What a citizen reads before and while answering: the units with an open survey, the door of one unit, the words of the questionnaire."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from rtl_tracker.domain.jadwal_survei import (
    KALIMAT_TUTUP,
    KeadaanSurvei,
    Survei,
    keadaan_survei,
    pembukaan_berikut,
    periode_pada,
)
from rtl_tracker.domain.kalender import Jadwal
from rtl_tracker.domain.kuesioner import Kuesioner
from rtl_tracker.domain.penyampaian import Penyampaian, terbuka
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import lipat
from rtl_tracker.domain.upp import Upp
from rtl_tracker.storage.jawaban_repository import list_survei
from rtl_tracker.storage.kuesioner_repository import kuesioner_berlaku
from rtl_tracker.storage.layanan_survei_repository import layanan_menurut_upp
from rtl_tracker.storage.pengaturan_repository import muat_pengaturan, tahun_dibuka
from rtl_tracker.storage.penyampaian_repository import list_penyampaian, muat_kalender
from rtl_tracker.storage.upp_repository import layanan_unit, list_upp
from rtl_tracker.usecases.isi_survei import Draf, kuesioner_draf
from rtl_tracker.usecases.tempat_survei import TempatSurvei, buka_lagi, muat_unit_survei, periksa_layanan, tempat_hari

TANPA_SURVEI = "Saat ini tidak ada survei yang dibuka untuk unit ini."
DETIK_TETAP, DETIK_PER_PERTANYAAN = 30, 10


@dataclass(frozen=True, slots=True)
class UnitSurvei:
    """One unit of the list. `sampai`: last day of the open survey, None = closed; `buka`: when the next one opens.

    `layanan`: those that the words of a search name.
    """

    upp: Upp
    sampai: date | None
    buka: date | None
    layanan: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class DaftarSurvei:
    """The page on which a unit is chosen: groups in reading order, each with its units, open ones first."""

    instansi: str
    cari: str
    kelompok: tuple[tuple[str, tuple[UnitSurvei, ...]], ...]

    @property
    def banyak(self) -> int:
        """How many units are listed."""
        return sum(len(unit) for _, unit in self.kelompok)


@dataclass(frozen=True, slots=True)
class PintuSurvei:
    """The door of one unit. `tempat` None = between periods; `layanan_id`: the one that the address names; `menit`: what it takes."""

    instansi: str
    upp: Upp
    layanan: Mapping[int, str]
    layanan_id: int | None
    tempat: TempatSurvei | None
    buka: date | None
    banyak: int
    menit: int

    @property
    def terbuka(self) -> bool:
        """Whether one may begin now."""
        return self.tempat is not None and self.tempat.keadaan is KeadaanSurvei.TERBUKA

    @property
    def kalimat_tutup(self) -> str:
        """Why it is closed."""
        return TANPA_SURVEI if self.tempat is None else KALIMAT_TUTUP[self.tempat.keadaan]


@dataclass(frozen=True, slots=True)
class LembarSurvei:
    """What every page of a questionnaire under way shows. `layanan`: its name, empty without one."""

    instansi: str
    upp: Upp
    layanan: str
    kuesioner: Kuesioner


@dataclass(frozen=True, slots=True)
class _Tahun:
    """What decides the state of all units on a day, read at once."""

    dibuka: bool
    kalender: Mapping[Periode, Jadwal]
    tahun_depan: Mapping[Periode, Jadwal]
    survei: Mapping[tuple[int, Periode], Survei]
    berkas: Mapping[tuple[int, Periode], Penyampaian]


def susun_daftar(session: Session, hari: date, cari: str = "") -> DaftarSurvei:
    """The units whose name, group or layanan holds every word of `cari`. Its number of queries does not depend on how many there are."""
    tahun, layanan, kata = _muat_tahun(session, hari), layanan_menurut_upp(session), lipat(cari).split()
    semua = list_upp(session)
    nama_induk = {u.id: u.nama for u in semua}
    kelompok: dict[str, list[UnitSurvei]] = {}
    for upp in semua:
        sendiri = lipat(f"{upp.nama} {upp.singkatan} {upp.kelompok_cetak} {nama_induk.get(upp.induk_id or 0, '')}")
        kena = _layanan_kena(layanan.get(upp.id, {}), kata, sendiri)
        if kena or all(k in sendiri for k in kata):
            kelompok.setdefault(upp.kelompok_cetak, []).append(_unit(upp, tahun, hari, kena))
    urut = [(nama, tuple(sorted(unit, key=_tertutup))) for nama, unit in kelompok.items()]
    return DaftarSurvei(nama_instansi(session, hari), cari, tuple(sorted(urut, key=lambda k: _tertutup(k[1][0]))))


def buka_pintu(session: Session, upp_id: int, layanan_id: int | None, hari: date) -> PintuSurvei:
    """The door of a unit on a day. Raises TidakTerjangkau for an unknown unit and for a layanan that is not its own."""
    upp = muat_unit_survei(session, upp_id)
    periksa_layanan(session, upp_id, layanan_id)
    tempat = tempat_hari(session, upp, hari)
    terbuka_kini = tempat is not None and tempat.keadaan is KeadaanSurvei.TERBUKA
    banyak = len(kuesioner_berlaku(session, layanan_id).butir)
    detik = DETIK_TETAP + banyak * DETIK_PER_PERTANYAAN
    return PintuSurvei(
        nama_instansi(session, hari), upp, layanan_unit(session, upp_id), layanan_id, tempat,
        None if terbuka_kini else buka_lagi(session, upp, hari), banyak, -(-detik // 60),
    )  # fmt: skip


def susun_lembar(session: Session, draf: Draf) -> LembarSurvei:
    """The words around and of a questionnaire that was begun. Raises TidakTerjangkau when its unit or version is gone."""
    upp = muat_unit_survei(session, draf.upp_id)
    nama = layanan_unit(session, draf.upp_id).get(draf.layanan_id or 0, "")
    return LembarSurvei(muat_pengaturan(session, draf.tahun).nama, upp, nama, kuesioner_draf(session, draf))


def nama_instansi(session: Session, hari: date) -> str:
    """What the government calls itself; empty before it said so."""
    return muat_pengaturan(session, hari.year).nama


def _muat_tahun(session: Session, hari: date) -> _Tahun:
    return _Tahun(
        dibuka=tahun_dibuka(session, hari.year),
        kalender=muat_kalender(session, hari.year),
        tahun_depan=muat_kalender(session, hari.year + 1),
        survei={(s.upp_id, s.periode): s for s in list_survei(session, hari.year)},
        berkas={(b.upp_id, b.periode): b for b in list_penyampaian(session, hari.year)},
    )


def _unit(upp: Upp, tahun: _Tahun, hari: date, layanan: Mapping[int, str]) -> UnitSurvei:
    periode = periode_pada(tahun.kalender, upp.periode_wajib, hari) if tahun.dibuka else None
    if periode is not None:
        survei = tahun.survei.get((upp.id, periode)) or Survei(upp.id, hari.year, periode)
        berkas = tahun.berkas.get((upp.id, periode)) or Penyampaian(upp.id, hari.year, periode)
        jadwal = tahun.kalender[periode]
        if keadaan_survei(survei, jadwal, terbuka(berkas) and not berkas.nihil, hari) is KeadaanSurvei.TERBUKA:
            return UnitSurvei(upp, jadwal.survei_selesai, None, layanan)
    return UnitSurvei(upp, None, pembukaan_berikut((tahun.kalender, tahun.tahun_depan), upp.periode_wajib, hari), layanan)


def _layanan_kena(layanan: Mapping[int, str], kata: list[str], unit: str) -> dict[int, str]:
    """The layanan that a search means: together with its unit it holds every word, and at least one by itself."""
    terlipat = {id_: lipat(nama) for id_, nama in layanan.items()}
    return {
        id_: layanan[id_]
        for id_, nama in terlipat.items()
        if any(k in nama for k in kata) and all(k in nama or k in unit for k in kata)
    }


def _tertutup(unit: UnitSurvei) -> bool:
    return unit.sampai is None
