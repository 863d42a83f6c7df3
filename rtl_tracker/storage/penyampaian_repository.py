"""Dossiers of UPP per period, and the calendar of a year."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, delete, select
from sqlalchemy.orm import Session

from rtl_tracker.domain.kalender import Jadwal, susun_kalender
from rtl_tracker.domain.penyampaian import Penyampaian
from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage.tables import KalenderTabel, PenyampaianTabel, RtlTabel, TabulasiTabel

_ISI: tuple[str, ...] = (
    "status", "nihil", "alasan_nihil", "catatan_kirim", "alasan_kembali", "pertama_dikirim", "dikirim", "diterima", "data_contoh",
)  # fmt: skip
_KOLOM = ("id", "upp_id", "tahun", "periode", *_ISI, "versi")
_SAAT = ("pertama_dikirim", "dikirim", "diterima")
_TANGGAL = ("survei_mulai", "survei_selesai", "kirim_mulai", "kirim_batas")


def muat_penyampaian(session: Session, upp_id: int, tahun: int, periode: Periode) -> Penyampaian:
    """The dossier; one that was never begun has no id and is `belum`."""
    pilih = select(PenyampaianTabel).where(
        PenyampaianTabel.upp_id == upp_id, PenyampaianTabel.tahun == tahun, PenyampaianTabel.periode == periode
    )
    baris = session.scalar(pilih)
    return Penyampaian(upp_id, tahun, periode) if baris is None else _penyampaian(baris)


def penyampaian_menurut_id(session: Session, penyampaian_id: int) -> Penyampaian | None:
    """The dossier of this id."""
    baris = session.get(PenyampaianTabel, penyampaian_id)
    return None if baris is None else _penyampaian(baris)


def list_penyampaian(session: Session, tahun: int | None = None, upp_id: Iterable[int] | None = None) -> list[Penyampaian]:
    """Dossiers, of one year and of some units where given."""
    pilih = select(*(getattr(PenyampaianTabel, k) for k in _KOLOM)).order_by(PenyampaianTabel.id)
    if tahun is not None:
        pilih = pilih.where(PenyampaianTabel.tahun == tahun)
    if upp_id is not None:
        pilih = pilih.where(PenyampaianTabel.upp_id.in_(list(upp_id)))
    return [_penyampaian(b) for b in session.execute(pilih)]


def simpan_penyampaian(session: Session, penyampaian: Penyampaian) -> Penyampaian:
    """Store the dossier (new without an id) and count its version up; returns it as stored."""
    isi = {kolom: getattr(penyampaian, kolom) for kolom in _ISI}
    if penyampaian.id is None:
        baris = PenyampaianTabel(
            upp_id=penyampaian.upp_id, tahun=penyampaian.tahun, periode=penyampaian.periode, versi=1, **isi
        )
        session.add(baris)
    else:
        baris = session.get_one(PenyampaianTabel, penyampaian.id)
        for kolom, nilai in isi.items():
            setattr(baris, kolom, nilai)
        baris.versi += 1
    session.flush()
    return _penyampaian(baris)


def muat_kalender(session: Session, tahun: int) -> dict[Periode, Jadwal]:
    """The calendar of the year: the defaults with what the instansi changed."""
    ubahan = session.scalars(select(KalenderTabel).where(KalenderTabel.tahun == tahun))
    return susun_kalender(tahun, {b.periode: Jadwal(b.periode, *(getattr(b, k) for k in _TANGGAL)) for b in ubahan})


def simpan_jadwal(session: Session, tahun: int, jadwal: Jadwal) -> None:
    """Keep the dates of one period."""
    session.merge(KalenderTabel(tahun=tahun, periode=jadwal.periode, **{k: getattr(jadwal, k) for k in _TANGGAL}))
    session.flush()


def hapus_jadwal(session: Session, tahun: int, periode: Periode) -> None:
    """Forget the change of one period: the default holds again."""
    session.execute(delete(KalenderTabel).where(KalenderTabel.tahun == tahun, KalenderTabel.periode == periode))


def periode_berjawaban(session: Session, tahun: int) -> frozenset[tuple[int, Periode]]:
    """(upp_id, periode) of which answers of respondents are stored."""
    pilih = select(TabulasiTabel.upp_id, TabulasiTabel.periode).where(TabulasiTabel.tahun == tahun, TabulasiTabel.n > 0)
    return frozenset(session.execute(pilih.distinct()))


def periode_ber_rtl(session: Session, tahun: int) -> frozenset[tuple[int, Periode]]:
    """(upp_id, periode) of which at least one RTL is stored."""
    pilih = select(RtlTabel.upp_id, RtlTabel.periode).where(RtlTabel.tahun == tahun).distinct()
    return frozenset((upp_id, periode) for upp_id, periode in session.execute(pilih) if upp_id is not None)


def _penyampaian(baris: PenyampaianTabel | Row[Any]) -> Penyampaian:
    """Moments come in local time: lateness is counted in days of the local calendar."""
    isi = {kolom: getattr(baris, kolom) for kolom in _KOLOM}
    return Penyampaian(**isi | {k: isi[k] and isi[k].astimezone() for k in _SAAT})
