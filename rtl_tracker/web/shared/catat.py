"""Events of requests that otherwise only read, or that were refused: recorded in a transaction of their own."""

from rtl_tracker.domain.jejak import JenisJejak
from rtl_tracker.domain.peran import Pelaku
from rtl_tracker.usecases.catat_kejadian import catat_kejadian
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.masuk_kini import sekarang
from rtl_tracker.web.shared.request_session import tutup_session


def catat_segera(pelaku: Pelaku, jenis: JenisJejak, catatan: str) -> None:
    """Record the event now. The request's own session is rolled back first: two writers of one request would wait for each other."""
    tutup_session(gagal=True)
    with konteks().tulis() as session:
        catat_kejadian(session, pelaku, sekarang(), jenis, catatan)
