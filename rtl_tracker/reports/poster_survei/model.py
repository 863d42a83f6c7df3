"""What a poster says, and the shapes it comes in."""

from dataclasses import dataclass
from enum import StrEnum


class BentukPoster(StrEnum):
    """Shape of the PDF; the value is part of its address."""

    A4 = "a4"
    A5 = "a5"
    STIKER = "stiker"


@dataclass(frozen=True, slots=True)
class Poster:
    """One poster. `layanan` "" = the whole unit; `alamat`: the full public address of the survey; `logo`: PNG or JPEG, or none."""

    instansi: str
    unit: str
    alamat: str
    layanan: str = ""
    logo: bytes | None = None
