"""One run of LibreOffice: its own profile, no window, a time limit that also ends what it started."""

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rtl_tracker.reports.word.galat import TataLetakGagal

_NAMA = ("soffice", "libreoffice")
_TUNGGU_MATI_DETIK = 10
_DETAK_DETIK = 0.5
# Every bookmark becomes a named destination, which is how the pages of headings and captions are learnt.
_PILIHAN = {nama: {"type": "boolean", "value": "true"} for nama in ("ExportBookmarks", "ExportBookmarksToPDFDestination")}
_SARINGAN = f"pdf:writer_pdf_Export:{json.dumps(_PILIHAN, separators=(',', ':'))}"


def cari_soffice(tersetel: Path | None) -> Path | None:
    """The LibreOffice to use: the configured one if it exists, else the one on the search path; None when there is none."""
    if tersetel is not None:
        return tersetel if tersetel.is_file() else None
    return next((Path(temu) for nama in _NAMA if (temu := shutil.which(nama))), None)


def ke_pdf(
    soffice: Path, docx: Sequence[Path], folder: Path, batas_detik: float, detak: Callable[[], None] | None = None
) -> dict[Path, Path]:
    """Lay documents out by one start of LibreOffice; their PDF are written into `folder`. One that gave none is left out.

    `detak` is called while it lasts and may stop it by raising. Raises TataLetakGagal when none came out.
    """
    perintah = [
        str(soffice),
        f"-env:UserInstallation={(folder / 'profil').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        _SARINGAN,
        "--outdir",
        str(folder),
        *map(str, docx),
    ]
    calon = {satu: folder / f"{satu.stem}.pdf" for satu in docx}
    for lama in calon.values():
        lama.unlink(missing_ok=True)
    try:
        # A session of its own: soffice is a script, and a time-out has to reach the program that it starts.
        proses = subprocess.Popen(perintah, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
    except OSError as galat:
        raise TataLetakGagal(f"LibreOffice tidak dapat dijalankan: {galat.strerror}.") from galat
    keluaran = _tunggu(proses, batas_detik, detak or (lambda: None))
    jadi = {satu: pdf for satu, pdf in calon.items() if pdf.is_file()} if proses.returncode == 0 else {}
    if not jadi:
        raise TataLetakGagal(f"LibreOffice tidak menghasilkan PDF: {keluaran.strip()[-500:] or 'tanpa keterangan'}")
    return jadi


def _tunggu(proses: "subprocess.Popen[bytes]", batas_detik: float, detak: Callable[[], None]) -> str:
    batas = time.monotonic() + batas_detik
    try:
        while True:
            detak()
            try:
                keluaran, _ = proses.communicate(timeout=_DETAK_DETIK)
                return keluaran.decode(errors="replace")
            except subprocess.TimeoutExpired as galat:
                if time.monotonic() > batas:
                    raise TataLetakGagal(f"LibreOffice tidak selesai dalam {batas_detik:.0f} detik.") from galat
    except BaseException:
        # Also Ctrl-C or work that was called off: LibreOffice runs in a session of its own and would live on.
        os.killpg(proses.pid, signal.SIGKILL)
        proses.communicate(timeout=_TUNGGU_MATI_DETIK)
        raise
