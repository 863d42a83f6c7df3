"""A unit's surveys in one line each, for the pages that lead to them: what runs, what ended and is not a result yet."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from rtl_tracker.domain.jadwal_survei import KeadaanSurvei, Survei, keadaan_survei, periode_pada
from rtl_tracker.domain.jawaban import JenisCacah
from rtl_tracker.domain.kalender import Jadwal
from rtl_tracker.domain.penyampaian import Penyampaian, terbuka
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.upp import Upp
from rtl_tracker.storage.jawaban_repository import muat_survei
from rtl_tracker.storage.pantauan_repository import cacah_ringkas, list_survei_unit
from rtl_tracker.storage.pengaturan_repository import tahun_dibuka
from rtl_tracker.storage.penyampaian_repository import list_penyampaian, muat_kalender


@dataclass(frozen=True, slots=True)
class SurveiSingkat:
    """One survey: its state and the number of its valid questionnaires."""

    tahun: int
    periode: Periode
    keadaan: KeadaanSurvei
    n: int

    @property
    def berjalan(self) -> bool:
        """Whether it takes answers by the calendar, paused or not."""
        return self.keadaan in (KeadaanSurvei.TERBUKA, KeadaanSurvei.DIJEDA)

    @property
    def perlu_ditutup(self) -> bool:
        """Whether it is over and its answers wait to become a result."""
        return self.keadaan is KeadaanSurvei.BERAKHIR and self.n > 0


def survei_unit(session: Session, upp: Upp, hari: date) -> tuple[SurveiSingkat, ...]:
    """What runs on this day, and what ended this year or the last and waits to become a result."""
    kalender = {tahun: muat_kalender(session, tahun) for tahun in (hari.year - 1, hari.year)}
    semua = {(s.tahun, s.periode): s for s in list_survei_unit(session, upp.id, list(kalender))}
    kini = periode_pada(kalender[hari.year], upp.periode_wajib, hari)
    if kini is not None and tahun_dibuka(session, hari.year):
        semua.setdefault((hari.year, kini), Survei(upp.id, hari.year, kini))
    cacah = cacah_ringkas(session, [s.id for s in semua.values() if s.id is not None])
    berkas = {(b.tahun, b.periode): b for b in list_penyampaian(session, upp_id=[upp.id])}
    singkat = []
    for (tahun, periode), s in semua.items():
        b = berkas.get((tahun, periode), Penyampaian(upp.id, tahun, periode))
        n = cacah.get(s.id or 0, {}).get((JenisCacah.N, ""), 0)
        singkat.append(SurveiSingkat(tahun, periode, _keadaan(s, kalender[tahun][periode], b, hari), n))
    return tuple(s for s in singkat if s.berjalan or s.perlu_ditutup)


def survei_periode(session: Session, berkas: Penyampaian, jadwal: Jadwal, hari: date, dibuka: bool) -> SurveiSingkat | None:
    """The survey of a dossier; None where there is none to speak of."""
    s = muat_survei(session, berkas.upp_id, berkas.tahun, berkas.periode)
    cacah = cacah_ringkas(session, [] if s.id is None else [s.id])
    n = cacah.get(s.id or 0, {}).get((JenisCacah.N, ""), 0)
    singkat = SurveiSingkat(s.tahun, s.periode, _keadaan(s, jadwal, berkas, hari), n)
    return singkat if n or (dibuka and singkat.berjalan) else None


def _keadaan(s: Survei, jadwal: Jadwal, berkas: Penyampaian, hari: date) -> KeadaanSurvei:
    return keadaan_survei(s, jadwal, terbuka(berkas) and not berkas.nihil, hari)
