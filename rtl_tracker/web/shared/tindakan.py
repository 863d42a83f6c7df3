"""A button that does one act: done, a message and back to the page; refused, its sentence and nothing stored."""

from collections.abc import Callable

from flask import flash, redirect
from werkzeug.wrappers import Response

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.izin import AksesDitolak, TidakTerjangkau
from rtl_tracker.web.shared.request_session import batalkan_perubahan

JADI, GALAT, INGAT = "jadi", "galat", "ingat"


def beri_pesan(kalimat: str, jenis: str = JADI) -> None:
    """A message on the next page; `jenis` is JADI, GALAT or INGAT (take note)."""
    flash(kalimat, jenis)


def laksanakan(tindakan: Callable[[], object], berhasil: str, kembali: str) -> Response:
    """Call the use case, leave its message, go back to `kembali`. Refusals of access are raised, not told."""
    try:
        tindakan()
    except (AksesDitolak, TidakTerjangkau):
        raise
    except DomainError as galat:
        batalkan_perubahan()
        beri_pesan(str(galat), GALAT)
    else:
        beri_pesan(berhasil)
    return redirect(kembali, code=303)
