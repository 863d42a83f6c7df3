"""The questions about the respondent (spec 1.11) in words for a screen; every one may be left out."""

from collections.abc import Mapping
from dataclasses import dataclass

from rtl_tracker.domain.jawaban import PILIHAN_PROFIL
from rtl_tracker.domain.profil import Pendidikan, Usia

BOLEH_PATAH = "\N{ZERO WIDTH SPACE}"
_TANYA = {
    "jenis_kelamin": "Jenis kelamin",
    "usia": "Usia",
    "pendidikan": "Pendidikan terakhir",
    "pekerjaan": "Pekerjaan",
    "disabilitas": "Penyandang disabilitas",
}
_KATA: dict[str, str] = {
    Usia.SAMPAI_18: "18 tahun atau kurang",
    Usia.MULAI_56: "56 tahun atau lebih",
    Pendidikan.D1_D3: "D1 sampai D3",
    Pendidikan.D4_S1: "D4 atau S1",
    Pendidikan.S2_S3: "S2 atau S3",
    "tidak": "Tidak",
    "ya": "Ya",
}


@dataclass(frozen=True, slots=True)
class PertanyaanData:
    """One question: the column it fills, its words, (value, words) of every choice."""

    kolom: str
    tanya: str
    pilihan: tuple[tuple[str, str], ...]


def _kata(kolom: str, nilai: str) -> str:
    if nilai in _KATA:
        return _KATA[nilai]
    return f"{nilai.replace('-', '–')} tahun" if kolom == "usia" else nilai.replace("/", f"/{BOLEH_PATAH}")


DATA_RESPONDEN: tuple[PertanyaanData, ...] = tuple(
    PertanyaanData(kolom, tanya, tuple((nilai, _kata(kolom, nilai)) for nilai in PILIHAN_PROFIL[kolom]))
    for kolom, tanya in _TANYA.items()
)


def baca_data(isian: Mapping[str, str]) -> dict[str, str]:
    """What was chosen of the offered choices; anything else is not looked at."""
    return {kolom: isian[kolom] for kolom, pilihan in PILIHAN_PROFIL.items() if isian.get(kolom) in pilihan}
