"""Where a questionnaire belongs: a unit and the period that is surveyed, and whether it may be taken there and then."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from rtl_tracker.domain.izin import TidakTerjangkau
from rtl_tracker.domain.jadwal_survei import KeadaanSurvei, Survei, keadaan_survei, pembukaan_berikut, periode_pada
from rtl_tracker.domain.jawaban import Jawaban
from rtl_tracker.domain.kalender import Jadwal
from rtl_tracker.domain.kuesioner import Kuesioner
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.upp import Upp
from rtl_tracker.storage import jawaban_repository
from rtl_tracker.storage.kuesioner_repository import pastikan_tersimpan
from rtl_tracker.storage.pengaturan_repository import tahun_dibuka
from rtl_tracker.storage.penyampaian_repository import muat_kalender
from rtl_tracker.storage.tempat_repository import muat_tempat
from rtl_tracker.storage.upp_repository import layanan_unit, upp_menurut_id

TIDAK_ADA = "Unit layanan ini tidak ada. Periksa kembali alamatnya."


@dataclass(frozen=True, slots=True)
class TempatSurvei:
    """The survey of a unit in a period on a day: its dates and its state."""

    upp: Upp
    survei: Survei
    jadwal: Jadwal
    keadaan: KeadaanSurvei

    @property
    def tahun(self) -> int:
        """The year of the period."""
        return self.survei.tahun

    @property
    def periode(self) -> Periode:
        """The period."""
        return self.survei.periode


def muat_unit_survei(session: Session, upp_id: int) -> Upp:
    """The unit that an address names. Raises TidakTerjangkau when there is none."""
    upp = upp_menurut_id(session, upp_id)
    if upp is None:
        raise TidakTerjangkau(TIDAK_ADA)
    return upp


def tempat_periode(session: Session, upp: Upp, tahun: int, periode: Periode, hari: date) -> TempatSurvei:
    """The survey of the unit in a named period, as it stands on a day."""
    isi = muat_tempat(session, upp.id, tahun, periode)
    if isi is None:
        raise TidakTerjangkau(TIDAK_ADA)
    return TempatSurvei(upp, isi.survei, isi.jadwal, keadaan_survei(isi.survei, isi.jadwal, isi.berkas_terbuka, hari))


def tempat_unit(session: Session, upp_id: int, tahun: int, periode: Periode, hari: date) -> TempatSurvei:
    """The same of the unit that an address names. Raises TidakTerjangkau when there is none."""
    return tempat_periode(session, muat_unit_survei(session, upp_id), tahun, periode, hari)


def tempat_hari(session: Session, upp: Upp, hari: date) -> TempatSurvei | None:
    """The survey that the calendar puts on a day; None between periods, and in a year that was not opened."""
    periode = periode_pada(muat_kalender(session, hari.year), upp.periode_wajib, hari)
    if periode is None or not tahun_dibuka(session, hari.year):
        return None
    return tempat_periode(session, upp, hari.year, periode, hari)


def buka_lagi(session: Session, upp: Upp, hari: date) -> date | None:
    """The next day on which a survey of the unit opens."""
    kalender = [muat_kalender(session, tahun) for tahun in (hari.year, hari.year + 1)]
    return pembukaan_berikut(kalender, upp.periode_wajib, hari)


def periksa_layanan(session: Session, upp_id: int, layanan_id: int | None) -> None:
    """Raises TidakTerjangkau for a layanan that is not the unit's."""
    if layanan_id is not None and layanan_id not in layanan_unit(session, upp_id):
        raise TidakTerjangkau("Layanan ini tidak ada pada unit tersebut.")


def simpan_jawaban(
    session: Session, now: datetime, survei: Survei, kunci: str, jawaban: Jawaban, kuesioner: Kuesioner, layanan_id: int | None
) -> bool:
    """Take one questionnaire with its counts, in the caller's transaction; False when this key was taken before."""
    return jawaban_repository.tambah_jawaban(
        session, jawaban_repository.id_survei(session, survei), kunci, jawaban, now,
        layanan_id=layanan_id, kuesioner_id=pastikan_tersimpan(session, kuesioner, now),
    )  # fmt: skip
