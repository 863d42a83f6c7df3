"""Questionnaires: stored through the driver, read back only for what needs single answers."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import and_, case, delete, func, select
from sqlalchemy.orm import Session

from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.survei import Nilai
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage.session import sisipkan_cepat
from rtl_tracker.storage.tables import ResponsTabel

KOLOM: tuple[str, ...] = (
    "upp_id", "layanan_id", "tahun", "periode", "nomor", "tanggal", "usia", "jenis_kelamin", "pendidikan", "pekerjaan",
    "disabilitas", "penilaian_umum", *(u.value for u in Unsur), "saran",
)  # fmt: skip
_UNSUR = tuple(getattr(ResponsTabel, u.value) for u in Unsur)
JawabanLembar = tuple[Nilai | None, ...]


def tambah_respons(session: Session, baris: list[tuple[Any, ...]]) -> None:
    """Store questionnaires given as tuples in the order of KOLOM; a value between two answers as its code (`kode_nilai`)."""
    sisipkan_cepat(session, "respons", KOLOM, baris)


def hapus_respons(session: Session, tahun: int) -> None:
    """Remove the questionnaires of the year (before they are replaced)."""
    session.execute(delete(ResponsTabel).where(ResponsTabel.tahun == tahun))


def kelompok_tersimpan(session: Session, tahun: int) -> set[tuple[int, int | None, Periode]]:
    """(upp_id, layanan_id, periode) that have questionnaires in the year."""
    pilih = select(ResponsTabel.upp_id, ResponsTabel.layanan_id, ResponsTabel.periode).where(ResponsTabel.tahun == tahun)
    return {(u, lay, p) for u, lay, p in session.execute(pilih.distinct())}


def isi_kelompok(
    session: Session, tahun: int, upp_id: int, layanan_id: int | None, periode: Periode
) -> Counter[tuple[Any, ...]]:
    """The questionnaires of one group as a multiset of the columns after `periode`."""
    kolom = [getattr(ResponsTabel, nama) for nama in KOLOM[4:]]
    pilih = select(*kolom).where(
        ResponsTabel.tahun == tahun, ResponsTabel.upp_id == upp_id, ResponsTabel.periode == periode,
        ResponsTabel.layanan_id.is_(None) if layanan_id is None else ResponsTabel.layanan_id == layanan_id,
    )  # fmt: skip
    return Counter(
        tuple(nilai.isoformat() if hasattr(nilai, "isoformat") else nilai for nilai in baris)
        for baris in session.execute(pilih)
    )


def pola_jawaban(session: Session, tahun: int, upp_id: int | None = None) -> Iterator[tuple[JawabanLembar, int]]:
    """Distinct nine-answer patterns in the order of Unsur and how often each occurs."""
    pilih = select(*_UNSUR, func.count()).where(ResponsTabel.tahun == tahun).group_by(*_UNSUR)
    if upp_id is not None:
        pilih = pilih.where(ResponsTabel.upp_id == upp_id)
    for *jawaban, banyak in session.execute(pilih):
        yield tuple(jawaban), banyak


def ringkasan_jawaban(
    session: Session, tahun: int, upp_id: int | None = None
) -> dict[tuple[int, int | None, Periode], tuple[int, int, int, bool]]:
    """Per (upp_id, layanan_id, periode): questionnaires, those without a blank, those with nine equal answers, all answers one number."""
    kelompok = (ResponsTabel.upp_id, ResponsTabel.layanan_id, ResponsTabel.periode)
    lengkap = and_(*(u.is_not(None) for u in _UNSUR))
    lurus = and_(*(u == _UNSUR[0] for u in _UNSUR[1:]))
    batas = [tepi(u) for tepi in (func.min, func.max) for u in _UNSUR]
    pilih = select(*kelompok, func.count(), func.sum(case((lengkap, 1), else_=0)), func.sum(case((lurus, 1), else_=0)), *batas)
    pilih = pilih.where(ResponsTabel.tahun == tahun, *([] if upp_id is None else [ResponsTabel.upp_id == upp_id]))
    return {
        (u, lay, p): (n, lengkap_, lurus_, len({x for x in tepi if x is not None}) == 1)
        for u, lay, p, n, lengkap_, lurus_, *tepi in session.execute(pilih.group_by(*kelompok))
    }


def hitung_profil(session: Session, tahun: int, kolom: str) -> dict[str, int]:
    """How many questionnaires carry each value of a profile column; blanks are left out."""
    sel = getattr(ResponsTabel, kolom)
    pilih = select(sel, func.count()).where(ResponsTabel.tahun == tahun, sel.is_not(None)).group_by(sel)
    return dict(session.execute(pilih).all())


def profil_per_periode(session: Session, tahun: int, kolom: str) -> dict[tuple[int, Periode], dict[str, int]]:
    """The same by (upp_id, periode): what a document of one period or one unit counts."""
    sel = getattr(ResponsTabel, kolom)
    pilih = select(ResponsTabel.upp_id, ResponsTabel.periode, sel, func.count()).where(
        ResponsTabel.tahun == tahun, sel.is_not(None)
    )
    hasil: dict[tuple[int, Periode], dict[str, int]] = {}
    for upp_id, periode, nilai, banyak in session.execute(pilih.group_by(ResponsTabel.upp_id, ResponsTabel.periode, sel)):
        hasil.setdefault((upp_id, periode), {})[nilai] = banyak
    return hasil


def list_saran(session: Session, tahun: int) -> list[tuple[int, str, JawabanLembar]]:
    """(upp_id, saran, nine answers) of every questionnaire with a saran, in stored order."""
    pilih = select(ResponsTabel.upp_id, ResponsTabel.saran, *_UNSUR)
    pilih = pilih.where(ResponsTabel.tahun == tahun, ResponsTabel.saran != "").order_by(ResponsTabel.id)
    return [(upp_id, saran, tuple(jawaban)) for upp_id, saran, *jawaban in session.execute(pilih)]


def saran_periode(session: Session, upp_id: int, tahun: int, periode: Periode) -> list[tuple[str, JawabanLembar]]:
    """(saran, nine answers) of every questionnaire of one unit and period that holds a saran, in stored order."""
    pilih = select(ResponsTabel.saran, *_UNSUR).where(
        ResponsTabel.tahun == tahun, ResponsTabel.upp_id == upp_id, ResponsTabel.periode == periode, ResponsTabel.saran != ""
    )
    return [(saran, tuple(jawaban)) for saran, *jawaban in session.execute(pilih.order_by(ResponsTabel.id))]


def jawaban_per_upp(session: Session, tahun: int, upp_id: int | None = None) -> Iterator[tuple[int, Periode, Sequence[Any]]]:
    """(upp_id, periode, (nomor, nine answers ...)) of every questionnaire (of one unit), ordered by UPP, period and entry."""
    pilih = select(ResponsTabel.upp_id, ResponsTabel.periode, ResponsTabel.nomor, *_UNSUR)
    pilih = pilih.where(ResponsTabel.tahun == tahun, *([] if upp_id is None else [ResponsTabel.upp_id == upp_id]))
    pilih = pilih.order_by(ResponsTabel.upp_id, ResponsTabel.id)
    for upp_id, periode, *isi in session.execute(pilih.execution_options(yield_per=2000)):
        yield upp_id, periode, isi
