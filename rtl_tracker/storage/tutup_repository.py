"""The valid questionnaires of a survey as the answers behind a result, and back. The database copies; no answer passes through the program."""

from sqlalchemy import String, cast, delete, func, insert, literal, select
from sqlalchemy.orm import Session

from rtl_tracker.domain.jadwal_survei import Survei
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage.tables import HasilTabel, HitunganTabel, JawabanTabel, ResponsTabel, SurveiTabel, TabulasiTabel

_SAMA = ("tanggal", "usia", "jenis_kelamin", "pendidikan", "pekerjaan", "disabilitas", *(u.value for u in Unsur), "saran")


def salin_jawaban(session: Session, survei: Survei) -> int:
    """Copy the valid questionnaires, numbered in the order in which they came; returns how many."""
    j = JawabanTabel
    nomor = cast(func.row_number().over(order_by=j.id), String)
    pilih = select(
        literal(survei.upp_id), j.layanan_id, literal(survei.tahun), literal(survei.periode.value, String), nomor, j.umum,
        *(getattr(j, kolom) for kolom in _SAMA),
    ).where(j.survei_id == survei.id, j.sah.is_(True))  # fmt: skip
    kolom = ("upp_id", "layanan_id", "tahun", "periode", "nomor", "penilaian_umum", *_SAMA)
    session.execute(insert(ResponsTabel).from_select(kolom, pilih.order_by(j.id), include_defaults=False))
    return hitung_respons(session, survei)


def hitung_respons(session: Session, survei: Survei) -> int:
    """Number of answers kept behind the result of the unit and period."""
    r = ResponsTabel
    pilih = select(func.count()).where(r.upp_id == survei.upp_id, r.tahun == survei.tahun, r.periode == survei.periode)
    return session.scalar(pilih) or 0


def hapus_respons_periode(session: Session, survei: Survei) -> None:
    """Remove the answers behind the result of the unit and period, and their sums; the result rows stay."""
    milik = select(TabulasiTabel.id).where(
        TabulasiTabel.upp_id == survei.upp_id, TabulasiTabel.tahun == survei.tahun, TabulasiTabel.periode == survei.periode
    )
    session.execute(delete(HitunganTabel).where(HitunganTabel.tabulasi_id.in_(milik)))
    for tabel in (TabulasiTabel, ResponsTabel):
        session.execute(
            delete(tabel).where(tabel.upp_id == survei.upp_id, tabel.tahun == survei.tahun, tabel.periode == survei.periode)
        )


def hapus_baris(session: Session, baris: HasilTabel) -> None:
    """Remove one result row."""
    session.delete(baris)
    session.flush()


def survei_jadi_hasil(session: Session, tahun: int) -> frozenset[tuple[int, Periode]]:
    """(upp_id, periode) whose result was made from a survey."""
    t = SurveiTabel
    pilih = select(t.upp_id, t.periode).where(t.tahun == tahun, t.ditutup.is_not(None))
    return frozenset((upp_id, periode) for upp_id, periode in session.execute(pilih))
