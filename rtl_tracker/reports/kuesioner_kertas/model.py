"""What a paper questionnaire says."""

from dataclasses import dataclass
from datetime import date

from rtl_tracker.domain.kuesioner import Kuesioner
from rtl_tracker.domain.profil import Usia

NAMA_PROFIL = {
    "jenis_kelamin": "Jenis kelamin",
    "usia": "Usia (tahun)",
    "pendidikan": "Pendidikan terakhir",
    "pekerjaan": "Pekerjaan",
    "disabilitas": "Penyandang disabilitas",
}
KATA_PROFIL: dict[str, str] = {Usia.SAMPAI_18: "18 atau kurang", Usia.MULAI_56: "56 atau lebih"}
"""Bands that need words instead of a sign."""


@dataclass(frozen=True, slots=True)
class KuesionerKertas:
    """One questionnaire. `layanan`: the one it is for, or those to choose from (none: the unit has no list).

    `periode` in words with its year; `tanggal`: of the version, for the properties of the file.
    """

    instansi: str
    istilah_unit: str
    unit: str
    layanan: tuple[str, ...]
    periode: str
    kuesioner: Kuesioner
    tanggal: date
