"""Page numbers for the contents and lists of a finished document, from a layout by LibreOffice that also gives the PDF."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from rtl_tracker.reports.word.galat import TataLetakGagal
from rtl_tracker.reports.word.naskah import Naskah
from rtl_tracker.reports.word.nomor_halaman import label_halaman
from rtl_tracker.reports.word.soffice import cari_soffice, ke_pdf

__all__ = ["TataLetakGagal", "beri_nomor_halaman", "cari_soffice"]

BATAS_DETIK = 1800
_PERCOBAAN = 2
Lapor = Callable[[str, int], None]


def beri_nomor_halaman(
    docx: bytes, soffice: Path, lapor: Lapor | None = None, batas_detik: float = BATAS_DETIK
) -> tuple[bytes, bytes]:
    """(the .docx with page numbers, the PDF of the same layout).

    A word processor has to compute them: a .docx has no pages. The Roman pages are laid out first, which takes as long as
    their few pages, because their numbers have to stand in the PDF already. `lapor` gets a sentence and a percentage, again and
    again while a layout lasts, and may stop the work by raising. Raises TataLetakGagal when LibreOffice fails, takes longer than `batas_detik` or loses a heading.
    """
    lapor = lapor or (lambda kalimat, persen: None)
    naskah = Naskah(docx)
    with TemporaryDirectory(prefix="tata-letak-") as nama:
        folder = Path(nama)
        sambil = partial(lapor, "Menata halaman depan", 5)
        depan = _label(naskah.hanya_depan(), soffice, folder, batas_detik, sambil)[0] if naskah.entri_depan else {}
        for percobaan in range(_PERCOBAAN):
            sambil = partial(lapor, "Menata seluruh halaman", 20 + 30 * percobaan)
            label_depan = {entri: depan[entri] for entri in naskah.entri_depan if entri in depan}
            depan, pdf = _label(naskah.untuk_tata_letak(label_depan), soffice, folder, batas_detik, sambil)
            _pastikan_lengkap(naskah, depan)
            if all(label_depan.get(entri) == depan[entri] for entri in naskah.entri_depan):
                lapor("Menulis nomor halaman", 95)
                return naskah.bernomor(depan), pdf
    raise TataLetakGagal("Nomor halaman depan berubah setiap kali dokumen ditata.")


def _label(
    docx: bytes, soffice: Path, folder: Path, batas_detik: float, sambil: Callable[[], None]
) -> tuple[dict[str, str], bytes]:
    """Page numbers by bookmark, and the PDF, of one layout; `sambil` is called while it lasts."""
    berkas = folder / "naskah.docx"
    berkas.write_bytes(docx)
    pdf = ke_pdf(soffice, berkas, folder, batas_detik, sambil)
    return label_halaman(pdf), pdf.read_bytes()


def _pastikan_lengkap(naskah: Naskah, label: dict[str, str]) -> None:
    hilang = [entri for entri in naskah.entri if entri not in label]
    if hilang:
        raise TataLetakGagal(f"{len(hilang)} dari {len(naskah.entri)} judul tidak ditemukan pada hasil tata letak.")
