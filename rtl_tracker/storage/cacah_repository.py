"""The counts of a survey taken anew from its stored questionnaires: to prove the kept ones, and to put them right if ever they were wrong."""

from collections import Counter
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, and_, case, delete, func, select, type_coerce
from sqlalchemy.orm import Session

from rtl_tracker.domain.jawaban import PILIHAN_PROFIL, Cacah, JenisCacah, KunciCacah
from rtl_tracker.domain.survei import JAWABAN, PER
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage.jawaban_repository import TANPA_LAYANAN, ubah_cacah
from rtl_tracker.storage.tables import CacahSurveiTabel, JawabanTabel

_KODE = {u: type_coerce(getattr(JawabanTabel, u.value), BigInteger) for u in Unsur}
_LENGKAP = and_(*(k.is_not(None) for k in _KODE.values()))
_TOTAL = sum((case((k <= JAWABAN[-1], k * PER), else_=k) for k in _KODE.values()), start=type_coerce(0, BigInteger))
_TUNGGAL: dict[JenisCacah, Any] = {
    JenisCacah.UMUM: JawabanTabel.umum, JenisCacah.HARI: JawabanTabel.tanggal, JenisCacah.SALURAN: JawabanTabel.saluran,
    **{JenisCacah(kolom): getattr(JawabanTabel, kolom) for kolom in PILIHAN_PROFIL},
}  # fmt: skip
_LAYANAN = func.coalesce(JawabanTabel.layanan_id, TANPA_LAYANAN)


def hitung_cacah(session: Session, survei_id: int) -> dict[int, Cacah]:
    """The counts by layanan as the stored questionnaires give them; the database counts, a fixed number of queries."""
    hasil: dict[int, Counter[KunciCacah]] = {}
    sah = (JawabanTabel.survei_id == survei_id, JawabanTabel.sah.is_(True))
    _hitung_jumlah(session, survei_id, hasil)
    for jenis, kolom in _TUNGGAL.items():
        pilih = select(_LAYANAN, kolom, func.count()).where(*sah, kolom.is_not(None)).group_by(_LAYANAN, kolom)
        for layanan, nilai, banyak in session.execute(pilih):
            hasil[layanan][jenis, _kunci(nilai)] = banyak
    for unsur, kode in _KODE.items():
        pilih = select(_LAYANAN, kode, func.count()).where(*sah, kode.is_not(None)).group_by(_LAYANAN, kode)
        for layanan, nilai, banyak in session.execute(pilih):
            hasil[layanan][JenisCacah.UNSUR, f"{unsur.value}:{nilai}"] = banyak
    return dict(hasil)


def _hitung_jumlah(session: Session, survei_id: int, hasil: dict[int, Counter[KunciCacah]]) -> None:
    """Questionnaires, those without a blank, and the sums of their totals and of the squares."""
    lengkap = case((_LENGKAP, 1), else_=0)
    total = case((_LENGKAP, _TOTAL), else_=0)
    pilih = select(_LAYANAN, JawabanTabel.sah, func.count(), func.sum(lengkap), func.sum(total), func.sum(total * total)).where(
        JawabanTabel.survei_id == survei_id
    )
    for layanan, sah, n, utuh, jumlah, kuadrat in session.execute(pilih.group_by(_LAYANAN, JawabanTabel.sah)):
        cacah = hasil.setdefault(layanan, Counter())
        if not sah:
            cacah[JenisCacah.TIDAK_SAH, ""] = n
            continue
        isi = {JenisCacah.N: n, JenisCacah.LENGKAP: utuh, JenisCacah.TOTAL: jumlah, JenisCacah.KUADRAT: kuadrat}
        cacah.update({(jenis, ""): int(banyak) for jenis, banyak in isi.items()})


def ganti_cacah(session: Session, survei_id: int, cacah: dict[int, Cacah]) -> None:
    """Put counts in place of the kept ones."""
    session.execute(delete(CacahSurveiTabel).where(CacahSurveiTabel.survei_id == survei_id))
    for layanan, satu in cacah.items():
        ubah_cacah(session, survei_id, layanan, satu)


def _kunci(nilai: Any) -> str:
    if isinstance(nilai, date):
        return nilai.isoformat()
    return nilai.value if isinstance(nilai, StrEnum) else str(nilai)
