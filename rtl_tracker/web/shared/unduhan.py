"""What finished work offers for download."""

from dataclasses import dataclass

from flask import url_for

from rtl_tracker.usecases.berkas_pekerjaan import list_berkas
from rtl_tracker.usecases.pekerjaan_dokumen import Pekerjaan
from rtl_tracker.web.shared.konteks import konteks

SEBUTAN = {"docx": "Word", "pdf": "PDF", "xlsx": "Excel", "zip": "semua berkas (zip)"}


@dataclass(frozen=True, slots=True)
class Unduhan:
    """One file: what it is called, its address, its size in bytes."""

    sebutan: str
    alamat: str
    ukuran: int


def list_unduhan(pekerjaan: Pekerjaan | None) -> list[Unduhan]:
    """The files of a finished piece of work; none while there are none."""
    if pekerjaan is None or pekerjaan.berkas is None:
        return []
    return [
        Unduhan(SEBUTAN[b.jenis], url_for("kerja.unduh", pekerjaan_id=pekerjaan.id, bentuk=b.jenis), b.ukuran)
        for b in list_berkas(konteks().settings.folder_laporan, pekerjaan.berkas)
    ]
