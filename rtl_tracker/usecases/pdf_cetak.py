"""Word files for printing as PDF: laid out by LibreOffice in the job queue, kept by the hash of the Word file."""

import hashlib
import logging
from pathlib import Path
from tempfile import TemporaryDirectory

from rtl_tracker.files import write_whole
from rtl_tracker.reports.word.galat import TataLetakGagal
from rtl_tracker.reports.word.soffice import cari_soffice, ke_pdf

BATAS_DETIK = 60.0
log = logging.getLogger(__name__)


def dapat_pdf(soffice: Path | None) -> bool:
    """Whether there is a LibreOffice: without one only Word is offered."""
    return cari_soffice(soffice) is not None


def kunci_pdf(docx: bytes) -> str:
    """Equal Word files have equal keys."""
    return hashlib.sha256(docx).hexdigest()


def berkas_pdf(folder: Path, kunci: str) -> Path:
    """Where the PDF of this key is kept."""
    return folder / f"{kunci}.pdf"


def tata_pdf(soffice: Path | None, folder: Path, kunci: str, docx: bytes) -> bool:
    """Lay the Word file out and keep its PDF, unless it is there; whether it is there now. For the job queue only."""
    tujuan, program = berkas_pdf(folder, kunci), cari_soffice(soffice)
    if tujuan.is_file():
        return True
    if program is None:
        return False
    with TemporaryDirectory(prefix="rtl-cetak-") as sementara:
        sumber = Path(sementara) / "kuesioner.docx"
        sumber.write_bytes(docx)
        try:
            hasil = ke_pdf(program, [sumber], Path(sementara), BATAS_DETIK)
        except TataLetakGagal:
            log.exception("LibreOffice tidak menata %s.", kunci)
            return False
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(tujuan, hasil[sumber].read_bytes())
    return True
