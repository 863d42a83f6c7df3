"""What the pictures of many surveys and the list of saran need. The pictures read kept counts only, whatever the number of answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from rtl_tracker.domain.jadwal_survei import Survei
from rtl_tracker.domain.jawaban import Cacah, JenisCacah, KunciCacah
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage.jawaban_repository import survei_dari
from rtl_tracker.storage.tables import CacahSurveiTabel, JawabanTabel, SurveiTabel

RINGKAS = (JenisCacah.N, JenisCacah.TIDAK_SAH, JenisCacah.LENGKAP, JenisCacah.TOTAL, JenisCacah.KUADRAT, JenisCacah.UNSUR)


@dataclass(frozen=True, slots=True)
class SaringanSaran:
    """Which saran: `cari` in their words; `unsur` they are about; `lain` = those that are about none or several."""

    cari: str = ""
    unsur: Unsur | None = None
    lain: bool = False


@dataclass(frozen=True, slots=True)
class SaranTersimpan:
    """One saran of a valid questionnaire."""

    jawaban_id: int
    tanggal: date
    layanan_id: int | None
    unsur: Unsur | None
    teks: str


def list_survei_unit(session: Session, upp_id: int, tahun: Sequence[int]) -> list[Survei]:
    """The surveys of one unit in some years, of which anything is kept."""
    t = SurveiTabel
    pilih = select(t).where(t.upp_id == upp_id, t.tahun.in_(list(tahun))).order_by(t.tahun, t.id)
    return [survei_dari(b) for b in session.scalars(pilih)]


def cacah_ringkas(session: Session, survei_id: Sequence[int]) -> dict[int, Cacah]:
    """What an index needs of each survey, its layanan together, in one query."""
    t = CacahSurveiTabel
    pilih = select(t.survei_id, t.jenis, t.kunci, func.sum(t.banyak)).where(
        t.survei_id.in_(list(survei_id)), t.jenis.in_(RINGKAS)
    )
    hasil: dict[int, dict[KunciCacah, int]] = {}
    for survei, jenis, kunci, banyak in session.execute(pilih.group_by(t.survei_id, t.jenis, t.kunci)):
        hasil.setdefault(survei, {})[jenis, kunci] = int(banyak)
    return dict(hasil)


def hari_terakhir(session: Session, survei_id: Sequence[int]) -> dict[int, date]:
    """The last day of which each survey has a valid questionnaire, in one query."""
    t = CacahSurveiTabel
    pilih = select(t.survei_id, func.max(t.kunci)).where(
        t.survei_id.in_(list(survei_id)), t.jenis == JenisCacah.HARI, t.banyak > 0
    )
    return {survei: date.fromisoformat(hari) for survei, hari in session.execute(pilih.group_by(t.survei_id))}


def cacah_saran(session: Session, survei_id: int) -> dict[Unsur | None, int]:
    """Saran of valid questionnaires by the unsur they are about; None = about none or several."""
    t = JawabanTabel
    pilih = select(t.unsur_saran, func.count()).where(*_bersaran(survei_id)).group_by(t.unsur_saran)
    return dict(session.execute(pilih).all())


def hitung_saran(session: Session, survei_id: int, saringan: SaringanSaran) -> int:
    """Number of saran that match."""
    pilih = select(func.count()).select_from(JawabanTabel).where(*_cocok(survei_id, saringan))
    return session.scalar(pilih) or 0


def list_saran_survei(
    session: Session, survei_id: int, saringan: SaringanSaran, lewati: int = 0, paling_banyak: int | None = None
) -> list[SaranTersimpan]:
    """Saran that match, the newest first."""
    t = JawabanTabel
    pilih = select(t.id, t.tanggal, t.layanan_id, t.unsur_saran, t.saran).where(*_cocok(survei_id, saringan))
    pilih = pilih.order_by(t.id.desc()).offset(lewati).limit(paling_banyak)
    return [SaranTersimpan(*baris) for baris in session.execute(pilih)]


def _bersaran(survei_id: int) -> list[ColumnElement[bool]]:
    return [JawabanTabel.survei_id == survei_id, JawabanTabel.saran != "", JawabanTabel.sah.is_(True)]


def _cocok(survei_id: int, s: SaringanSaran) -> list[ColumnElement[bool]]:
    syarat = _bersaran(survei_id)
    if s.cari:
        syarat.append(JawabanTabel.saran.icontains(s.cari, autoescape=True))
    if s.lain:
        syarat.append(JawabanTabel.unsur_saran.is_(None))
    elif s.unsur is not None:
        syarat.append(JawabanTabel.unsur_saran == s.unsur)
    return syarat
