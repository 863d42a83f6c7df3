"""Page numbers for the contents and lists of a finished document, from a layout by LibreOffice that also gives the PDF."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from rtl_tracker.reports.word.galat import TataLetakGagal
from rtl_tracker.reports.word.naskah import Naskah
from rtl_tracker.reports.word.nomor_halaman import label_halaman
from rtl_tracker.reports.word.soffice import cari_soffice, ke_pdf

__all__ = ["TataLetakGagal", "beri_nomor_banyak", "beri_nomor_halaman", "cari_soffice"]

BATAS_DETIK = 1800
_PERCOBAAN = 2
Lapor = Callable[[str, int], None]
HasilTata = tuple[bytes, bytes]
"""The .docx with page numbers, and the PDF of the same layout."""


def beri_nomor_halaman(docx: bytes, soffice: Path, lapor: Lapor | None = None, batas_detik: float = BATAS_DETIK) -> HasilTata:
    """(the .docx with page numbers, the PDF of the same layout).

    A word processor has to compute them: a .docx has no pages. The Roman pages are laid out first, which takes as long as
    their few pages, because their numbers have to stand in the PDF already. `lapor` gets a sentence and a percentage, again and
    again while a layout lasts, and may stop the work by raising. Raises TataLetakGagal when LibreOffice fails, takes longer
    than `batas_detik` or loses a heading.
    """
    (hasil,) = beri_nomor_banyak([docx], soffice, lapor, batas_detik)
    if isinstance(hasil, TataLetakGagal):
        raise hasil
    return hasil


def beri_nomor_banyak(
    docx: Sequence[bytes], soffice: Path, lapor: Lapor | None = None, batas_detik: float = BATAS_DETIK
) -> list[HasilTata | TataLetakGagal]:
    """The same for several documents with the same few starts of LibreOffice; in their order, a failed one as its error."""
    lapor = lapor or (lambda kalimat, persen: None)
    naskah = [Naskah(satu) for satu in docx]
    hasil: dict[int, HasilTata | TataLetakGagal] = {}
    with TemporaryDirectory(prefix="tata-letak-") as nama:
        tata = partial(_tata, soffice=soffice, folder=Path(nama), batas_detik=batas_detik)
        berdepan = {i: satu.hanya_depan() for i, satu in enumerate(naskah) if satu.entri_depan}
        label = {i: label for i, (label, _) in tata(berdepan, sambil=partial(lapor, "Menata halaman depan", 5)).items()}
        for percobaan in range(_PERCOBAAN):
            belum = [i for i in range(len(naskah)) if i not in hasil]
            depan = {i: _label_depan(naskah[i], label.get(i, {})) for i in belum}
            sambil = partial(lapor, "Menata seluruh halaman", 20 + 30 * percobaan)
            tertata = tata({i: naskah[i].untuk_tata_letak(depan[i]) for i in belum}, sambil=sambil)
            for i in belum:
                label[i], pdf = tertata.get(i, ({}, b""))
                satu = _nilai(naskah[i], depan[i], label[i], pdf)
                if satu is not None:
                    hasil[i] = satu
            if len(hasil) == len(naskah):
                lapor("Menulis nomor halaman", 95)
                break
    goyah = TataLetakGagal("Nomor halaman depan berubah setiap kali dokumen ditata.")
    return [hasil.get(i, goyah) for i in range(len(naskah))]


def _label_depan(naskah: Naskah, label: dict[str, str]) -> dict[str, str]:
    return {entri: label[entri] for entri in naskah.entri_depan if entri in label}


def _nilai(naskah: Naskah, depan: dict[str, str], label: dict[str, str], pdf: bytes) -> HasilTata | TataLetakGagal | None:
    """The finished document, why there is none, or None when the Roman numbers moved and it has to be laid out again."""
    if not pdf:
        return TataLetakGagal("LibreOffice tidak menghasilkan PDF dari dokumen ini.")
    hilang = [entri for entri in naskah.entri if entri not in label]
    if hilang:
        return TataLetakGagal(f"{len(hilang)} dari {len(naskah.entri)} judul tidak ditemukan pada hasil tata letak.")
    if all(depan.get(entri) == label[entri] for entri in naskah.entri_depan):
        return naskah.bernomor(label), pdf
    return None


def _tata(
    docx: dict[int, bytes], sambil: Callable[[], None], soffice: Path, folder: Path, batas_detik: float
) -> dict[int, tuple[dict[str, str], bytes]]:
    """Page numbers by bookmark, and the PDF, of one layout of each; `sambil` is called while it lasts."""
    berkas = {i: folder / f"naskah-{i}.docx" for i in docx}
    for i, satu in docx.items():
        berkas[i].write_bytes(satu)
    pdf = ke_pdf(soffice, list(berkas.values()), folder, batas_detik, sambil) if docx else {}
    return {i: (label_halaman(pdf[b]), pdf[b].read_bytes()) for i, b in berkas.items() if b in pdf}
