"""The logo of the instansi: one picture, or none."""

from sqlalchemy.orm import Session

from rtl_tracker.storage.tables import LogoTabel


def muat_logo(session: Session) -> bytes | None:
    """The PNG or JPEG; None when there is none."""
    ada = session.get(LogoTabel, 1)
    return None if ada is None else ada.isi
