"""Everything that decides whether a questionnaire may be taken, in one query: the unit, its layanan, the survey, the dates, the dossier."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import and_, bindparam, select
from sqlalchemy.orm import Session

from rtl_tracker.domain.jadwal_survei import Survei
from rtl_tracker.domain.kalender import Jadwal, jadwal_bawaan
from rtl_tracker.domain.penyampaian import TERBUKA, StatusPenyampaian
from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage.tables import KalenderTabel, LayananTabel, PenyampaianTabel, SurveiTabel, UppTabel


@dataclass(frozen=True, slots=True)
class IsiTempat:
    """`layanan_milik`: whether the layanan asked for is the unit's (None asked for = True); `berkas_terbuka`: the dossier may be changed."""

    survei: Survei
    jadwal: Jadwal
    berkas_terbuka: bool
    layanan_milik: bool


def muat_tempat(session: Session, upp_id: int, tahun: int, periode: Periode, layanan_id: int | None = None) -> IsiTempat | None:
    """The survey of a unit in a period; None when there is no such unit."""
    isi = {"upp": upp_id, "tahun": tahun, "periode": periode, "layanan": layanan_id or 0}
    b = session.connection().execute(_pilih(), isi).first()
    if b is None:
        return None
    survei = Survei(upp_id, tahun, periode)
    if b.id is not None:
        survei = Survei(upp_id, tahun, periode, b.id, b.populasi, b.dijeda, b.ditutup, b.versi, b.data_contoh)
    jadwal = jadwal_bawaan(tahun)[periode]
    if b.survei_mulai is not None:
        jadwal = Jadwal(periode, b.survei_mulai, b.survei_selesai, b.kirim_mulai, b.kirim_batas)
    terbuka = (b.status or StatusPenyampaian.BELUM) in TERBUKA and not b.nihil
    return IsiTempat(survei, jadwal, terbuka, layanan_id is None or b.pemilik == upp_id)


@cache
def _pilih() -> Any:
    """The query, made once."""
    upp: Any = bindparam("upp")
    tahun: Any = bindparam("tahun")
    periode: Any = bindparam("periode")
    u, s, p, k = UppTabel.__table__, SurveiTabel.__table__, PenyampaianTabel.__table__, KalenderTabel.__table__
    lay = LayananTabel.__table__
    kolom = (s.c.id, s.c.populasi, s.c.dijeda, s.c.ditutup, s.c.versi, s.c.data_contoh, p.c.status, p.c.nihil, lay.c.upp_id.label("pemilik"),
             k.c.survei_mulai, k.c.survei_selesai, k.c.kirim_mulai, k.c.kirim_batas)  # fmt: skip
    return (
        select(*kolom)
        .select_from(u)
        .outerjoin(s, and_(s.c.upp_id == upp, s.c.tahun == tahun, s.c.periode == periode))
        .outerjoin(p, and_(p.c.upp_id == upp, p.c.tahun == tahun, p.c.periode == periode))
        .outerjoin(k, and_(k.c.tahun == tahun, k.c.periode == periode))
        .outerjoin(lay, lay.c.id == bindparam("layanan"))
        .where(u.c.id == upp)
    )
