"""The drop-down lists of the blank workbook, all taken from the domain."""

from enum import StrEnum

from rtl_tracker.domain.pengaturan import AgregasiInstansi, Bobot, RerataPeriode, SumberNilai
from rtl_tracker.domain.periode import Frekuensi, Periode
from rtl_tracker.domain.profil import JenisKelamin, Pekerjaan, Pendidikan, Usia
from rtl_tracker.domain.rtl import Horizon, StatusRtl
from rtl_tracker.domain.unsur import NAMA_UNSUR, UrutanUnsur
from rtl_tracker.spreadsheets.kunci_tercetak import KUNCI
from rtl_tracker.spreadsheets.lembar_hasil import RENTANG

_PERIODE = ("TW1", "TW2", "TW3", "TW4", "S1", "S2", Periode.TAHUNAN.value)


def _nilai(jenis: type[StrEnum]) -> tuple[str, ...]:
    return tuple(anggota.value for anggota in jenis)


DAFTAR: dict[str, tuple[str, ...]] = {
    "periode": _PERIODE,
    "periode hasil": (*_PERIODE, "RATA_S1", "RATA_S2"),
    "skala": tuple(RENTANG),
    "frekuensi": _nilai(Frekuensi),
    "ya atau tidak": ("ya", "tidak"),
    "unsur": tuple(NAMA_UNSUR.values()),
    "status RTL": tuple(s.value.replace("_", " ") for s in StatusRtl),
    "horizon": _nilai(Horizon),
    "jenis kelamin": _nilai(JenisKelamin),
    "usia": _nilai(Usia),
    "pendidikan": _nilai(Pendidikan),
    "pekerjaan": _nilai(Pekerjaan),
    "jenis instansi": ("provinsi", "kabupaten", "kota"),
    "bobot": _nilai(Bobot),
    "urutan unsur": _nilai(UrutanUnsur),
    "agregasi": _nilai(AgregasiInstansi),
    "rerata periode": _nilai(RerataPeriode),
    "sumber nilai": _nilai(SumberNilai),
    "kunci tercetak": KUNCI,
}

DAFTAR_KOLOM: dict[tuple[str, str], str] = {
    ("upp", "frekuensi"): "frekuensi",
    ("upp", "ikut_rerata"): "ya atau tidak",
    ("hasil", "periode"): "periode hasil",
    ("hasil", "skala"): "skala",
    ("respons", "periode"): "periode",
    ("respons", "usia"): "usia",
    ("respons", "jenis_kelamin"): "jenis kelamin",
    ("respons", "pendidikan"): "pendidikan",
    ("respons", "pekerjaan"): "pekerjaan",
    ("respons", "disabilitas"): "ya atau tidak",
    ("rtl", "periode"): "periode",
    ("rtl", "unsur"): "unsur",
    ("rtl", "horizon"): "horizon",
    ("rtl", "status"): "status RTL",
    ("tercetak", "periode"): "periode",
    ("tercetak", "kunci"): "kunci tercetak",
    ("rincian", "periode"): "periode",
    ("naskah", "periode"): "periode",
}
"""(sheet, column) -> its list."""

DAFTAR_INSTANSI: dict[str, str] = {
    "jenis": "jenis instansi",
    "bobot": "bobot",
    "urutan_unsur": "urutan unsur",
    "agregasi": "agregasi",
    "rerata_periode": "rerata periode",
    "sumber_nilai": "sumber nilai",
}
"""Key of the sheet `instansi` -> its list."""
