"""What a rule says: one finding, with its place, what is printed, what it should be, and one sentence."""

from dataclasses import dataclass
from hashlib import sha256

from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.tingkat import Tingkat


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding. `upp_id` None = of the whole instansi; `tercetak` and `seharusnya` carry a decimal point.

    `bidang` is the field (a column of the workbook, a key of an unsur) or "" for a whole row. `rtl_id` leads to one plan.
    `kalimat_unit` is what the unit itself may read where the full sentence names other units; "" = the same sentence.
    """

    aturan: str
    tingkat: Tingkat
    kalimat: str
    upp_id: int | None = None
    periode: Periode | None = None
    layanan: str | None = None
    bidang: str = ""
    tercetak: str | None = None
    seharusnya: str | None = None
    rtl_id: int | None = None
    kalimat_unit: str = ""

    @property
    def untuk_unit(self) -> str:
        """The sentence for the unit itself: no other unit is named."""
        return self.kalimat_unit or self.kalimat

    @property
    def kunci(self) -> str:
        """Identity of the finding, under which an explanation is kept: it lapses when what is printed changes."""
        bagian = (
            self.aturan,
            self.upp_id,
            self.periode,
            self.layanan,
            self.bidang,
            self.tercetak,
            self.seharusnya,
            self.rtl_id,
        )
        return sha256("\x1f".join("" if b is None else str(b) for b in bagian).encode()).hexdigest()[:32]
