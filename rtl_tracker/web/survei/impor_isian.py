"""The forms of an import of answers: a file; the mapping of its columns and words, whose fields depend on the file."""

import json
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from flask import request
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired

from rtl_tracker.domain.unsur import NAMA_UNSUR, Unsur, lipat

if TYPE_CHECKING:
    from rtl_tracker.usecases.petakan_jawaban import Pemetaan, PilihanImpor

SASARAN = (
    ("", "Tidak dipakai"),
    *((f"unsur:{u.value}", NAMA_UNSUR[u]) for u in Unsur),
    ("umum", "Penilaian umum"),
    ("saran", "Saran"),
    ("tanggal", "Tanggal pengisian"),
    ("layanan", "Layanan"),
    ("jenis_kelamin", "Jenis kelamin"),
    ("usia", "Usia"),
    ("pendidikan", "Pendidikan"),
    ("pekerjaan", "Pekerjaan"),
    ("disabilitas", "Penyandang disabilitas"),
    ("unit", "Nama unit (baris unit lain dilewati)"),
    ("periode", "Periode (baris periode lain dilewati)"),
)
NILAI_KATA = (("0", "tidak dijawab"), ("1", "1"), ("2", "2"), ("3", "3"), ("4", "4"))


class FormBerkas(FlaskForm):
    """A file of answers."""

    berkas = FileField("Berkas jawaban (.xlsx atau .csv)", validators=[FileRequired("Pilih berkas jawaban lebih dahulu.")])


def pemetaan_dari_isian(banyak_kolom: int) -> "Pemetaan":
    """What the page of the mapping says; a field that says nothing known is missing from it."""
    from rtl_tracker.usecases.petakan_jawaban import pemetaan_dari_json  # here: it loads the reader of workbooks

    isian = request.form
    return pemetaan_dari_json(
        {
            "kolom": [isian.get(f"k{i}", "") for i in range(banyak_kolom)],
            "kata": _pasangan("kata"),
            "layanan": {lipat(nama): id_ for nama, id_ in _pasangan("layanan").items()},
            "layanan_semua": isian.get("layanan_semua", type=int),
            "urutan": isian.get("urutan", ""),
            "tanggal": isian.get("tanggal", ""),
        }
    )


def pemetaan_terbawa() -> "Pemetaan":
    """The mapping that the page of the check carries; it is checked again like any other."""
    from rtl_tracker.usecases.petakan_jawaban import pemetaan_dari_json  # here: it loads the reader of workbooks

    try:
        isi = json.loads(request.form.get("pemetaan", ""))
    except ValueError:
        isi = {}
    return pemetaan_dari_json(isi if isinstance(isi, dict) else {})


def pilihan_dari_isian(salah: dict[str, str]) -> "PilihanImpor":
    """What holds for this file alone; a date that is none goes to `salah`."""
    from rtl_tracker.usecases.petakan_jawaban import PilihanImpor  # here: it loads the reader of workbooks

    teks = request.form.get("tanggal_semua", "").strip()
    hari = None
    if teks:
        try:
            hari = date.fromisoformat(teks)
        except ValueError:
            salah["tanggal_semua"] = "Tanggal ini tidak ada. Tulis tahun, bulan, dan hari, misalnya 2026-04-07."
    return PilihanImpor(hari, "lewati_luar" in request.form, "lewati_sama" in request.form)


def _pasangan(awalan: str) -> Mapping[str, int]:
    """Values by what they belong to: `kata3` holds the value, `kata3-isi` the word."""
    isian = request.form
    hasil = {}
    for nama in isian:
        if nama.startswith(awalan) and nama.endswith("-isi"):
            nilai = isian.get(nama.removesuffix("-isi"), "")
            if nilai.isdecimal() and len(nilai) < 10:
                hasil[isian[nama]] = int(nilai)
    return hasil
