"""The register of media in which results were made public: added and called off, never changed or removed."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rtl_tracker.domain.media import CatatanMedia, Media
from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage.tables import MediaPublikasiTabel

_KOLOM: tuple[str, ...] = (
    "id", "upp_id", "tahun", "periode", "tanggal", "media", "keterangan", "tautan", "sha256", "nama_berkas", "tipe", "ukuran", "dibatalkan",
    "alasan", "oleh", "pada",
)  # fmt: skip


def list_media(session: Session, upp_id: int | None, tahun: int, periode: Periode) -> list[CatatanMedia]:
    """The register of a unit (None: of the instansi) for a period, newest day first."""
    t = MediaPublikasiTabel
    pilih = select(t).where(
        t.tahun == tahun, t.periode == periode, t.upp_id.is_(None) if upp_id is None else t.upp_id == upp_id
    )
    return [_catatan(b) for b in session.scalars(pilih.order_by(t.tanggal.desc(), t.id.desc()))]


def media_menurut_id(session: Session, media_id: int) -> CatatanMedia | None:
    """The entry of this id."""
    baris = session.get(MediaPublikasiTabel, media_id)
    return None if baris is None else _catatan(baris)


def tambah_media(session: Session, catatan: CatatanMedia, pengguna_id: int | None, now: datetime) -> CatatanMedia:
    """Store a new entry; returns it with its id."""
    isi = {k: getattr(catatan, k) for k in _KOLOM if k not in ("id", "pada")}
    baris = MediaPublikasiTabel(**isi, pengguna_id=pengguna_id, pada=now)
    session.add(baris)
    session.flush()
    return _catatan(baris)


def batalkan_media(session: Session, media_id: int, alasan: str) -> None:
    """Call off an entry that exists."""
    baris = session.get_one(MediaPublikasiTabel, media_id)
    baris.dibatalkan, baris.alasan = True, alasan
    session.flush()


def media_per_unit(session: Session, tahun: int, upp_id: Sequence[int] | None = None) -> dict[int | None, tuple[Media, ...]]:
    """The kinds of media of a year that hold, by unit (None: of the instansi); one statement for all units."""
    t = MediaPublikasiTabel
    pilih = select(t.upp_id, t.media).where(t.tahun == tahun, t.dibatalkan.is_(False)).distinct()
    if upp_id is not None:
        pilih = pilih.where(t.upp_id.in_(upp_id))
    ada: dict[int | None, set[Media]] = {}
    for unit, media in session.execute(pilih):
        ada.setdefault(unit, set()).add(media)
    return {unit: tuple(m for m in Media if m in jenis) for unit, jenis in ada.items()}


def hitung_media(session: Session, tahun: int, periode: Periode) -> dict[int | None, int]:
    """Number of entries that hold, by unit (None: of the instansi)."""
    t = MediaPublikasiTabel
    pilih = select(t.upp_id, func.count()).where(t.tahun == tahun, t.periode == periode, t.dibatalkan.is_(False))
    return dict(session.execute(pilih.group_by(t.upp_id)).all())


def berkas_media_menurut_hash(session: Session) -> dict[str, list[int]]:
    """Entries by content hash of every file that was ever handed in, those called off too."""
    t = MediaPublikasiTabel
    hasil: dict[str, list[int]] = {}
    for sha256, id_ in session.execute(select(t.sha256, t.id).where(t.sha256 != "")):
        hasil.setdefault(sha256, []).append(id_)
    return hasil


def _catatan(baris: MediaPublikasiTabel) -> CatatanMedia:
    return CatatanMedia(**{k: getattr(baris, k) for k in _KOLOM})
