"""The child process: fills one template with one document, inside the fence.

    python -I -m rtl_tracker.reports.templat_sendiri.anak FOLDER bangun|coba DETIK MEMORI_MIB BERKAS_MIB

Reads `dokumen.pickle` (written by the parent) and `templat.docx`, writes `hasil.docx`; a refusal that has words of ours goes to
`pesan.txt`. Everything is loaded before the template, the only thing from outside, is opened.
"""

import pickle
import sys
from dataclasses import replace
from pathlib import Path

from rtl_tracker.reports.templat_sendiri.batas_anak import Batas, pasang_pagar
from rtl_tracker.reports.templat_sendiri.naskah_jinja import periksa_naskah_jinja
from rtl_tracker.reports.word.dokumen import Dokumen, bangun
from rtl_tracker.reports.word.galat import DokumenGagal

BERKAS_DOKUMEN, BERKAS_TEMPLAT, BERKAS_HASIL, BERKAS_PESAN = "dokumen.pickle", "templat.docx", "hasil.docx", "pesan.txt"
BANGUN, COBA = "bangun", "coba"
KELUAR_DITOLAK, KELUAR_MEMORI = 3, 4


def jalankan(folder: Path, perintah: str, batas: Batas) -> int:
    """Make the document; exit code 0, KELUAR_DITOLAK or KELUAR_MEMORI. Anything else that is raised ends the process with 1."""
    dokumen: Dokumen = pickle.loads((folder / BERKAS_DOKUMEN).read_bytes())
    dokumen = replace(dokumen, templat=folder / BERKAS_TEMPLAT)
    pasang_pagar(folder, batas)
    try:
        if perintah == COBA:
            periksa_naskah_jinja(dokumen.templat)
        (folder / BERKAS_HASIL).write_bytes(bangun(dokumen))
    except DokumenGagal as galat:
        if galat.__cause__ is None:  # else it quotes a library in another language
            (folder / BERKAS_PESAN).write_text(str(galat), encoding="utf-8")
        return KELUAR_DITOLAK
    except MemoryError:
        return KELUAR_MEMORI
    return 0


if __name__ == "__main__":
    sys.exit(jalankan(Path(sys.argv[1]), sys.argv[2], Batas(*map(int, sys.argv[3:6]))))
