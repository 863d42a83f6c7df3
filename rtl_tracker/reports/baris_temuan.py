"""A finding of the auditor as files print it: texts only, ready to read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BarisTemuan:
    """One finding. Empty texts where there is nothing to say; figures carry a decimal comma."""

    aturan: str
    judul: str
    tingkat: str
    upp: str
    layanan: str
    periode: str
    bidang: str
    tercetak: str
    seharusnya: str
    kalimat: str
    penjelasan: str = ""
