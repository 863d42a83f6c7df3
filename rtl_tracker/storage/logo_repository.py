"""The logo of the instansi: one picture, or none."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from io import BytesIO

from PIL import Image
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rtl_tracker.storage.tables import LogoTabel

ID_LOGO = 1


@dataclass(frozen=True, slots=True)
class Logo:
    """What is known of the stored logo. `ukuran` in bytes."""

    sha256: str
    ukuran: int
    oleh: str
    pada: datetime


def muat_logo(session: Session) -> bytes | None:
    """The PNG or JPEG; None when there is none."""
    ada = session.get(LogoTabel, ID_LOGO)
    return None if ada is None else ada.isi


def keterangan_logo(session: Session) -> Logo | None:
    """The stored logo without its content; None when there is none."""
    kolom = (LogoTabel.sha256, func.length(LogoTabel.isi), LogoTabel.oleh, LogoTabel.pada)
    ada = session.execute(select(*kolom).where(LogoTabel.id == ID_LOGO)).one_or_none()
    return None if ada is None else Logo(*ada)


def simpan_logo(session: Session, isi: bytes, oleh: str, pada: datetime) -> str:
    """Put a picture in the place of the one before; returns its SHA-256."""
    sidik = sha256(isi).hexdigest()
    session.merge(LogoTabel(id=ID_LOGO, isi=isi, sha256=sidik, oleh=oleh, pada=pada))
    return sidik


def hapus_logo(session: Session) -> None:
    """Remove the logo; nothing happens when there is none."""
    ada = session.get(LogoTabel, ID_LOGO)
    if ada is not None:
        session.delete(ada)


def titik_gambar(isi: bytes) -> tuple[int, int]:
    """(width, height) in points of a picture that passed periksa_berkas."""
    with Image.open(BytesIO(isi), formats=("JPEG", "PNG")) as gambar:
        return gambar.size
