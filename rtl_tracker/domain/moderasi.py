"""Setting questionnaires aside: hints that ask to look, reasons that are given, never a look at how good or bad the answers are (spec 2.1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.jawaban import Cacah, Jawaban, jumlahkan_cacah, pindah_sah

PALING_PENDEK = 10
PANJANG_ALASAN = 500
SELANG_SAMA = 10
"""Minutes within which two questionnaires of the same content are worth a look."""
ALASAN_SIAP: tuple[str, ...] = (
    "Kuesioner yang sama terkirim lebih dari satu kali",
    "Diisi oleh petugas, bukan oleh pengguna layanan",
    "Diisi untuk mencoba program atau perangkat",
    "Pengisi menyatakan tidak menerima layanan pada periode ini",
    "Kertas rusak atau salah dipindahkan ke program",
)
"""Reasons offered ready. What was answered is none, however low."""


class Petunjuk(StrEnum):
    """Why a questionnaire may be worth a look. A hint, never a verdict."""

    LURUS = "lurus"
    ISI_SAMA = "isi_sama"
    BERUNTUN = "beruntun"


class AlasanKurang(DomainError):
    """An act of moderation lacks its reason."""


class JawabanSudahBerubah(DomainError):
    """Somebody else set a questionnaire aside, or took it back, first."""


@dataclass(frozen=True, slots=True)
class SaringanJawaban:
    """Which questionnaires are listed; None and "" filter nothing. There is no filter by what was answered, and no order by it.

    `layanan_id` 0 = those that name none; `dari`, `sampai`: first and last day.
    """

    sah: bool | None = None
    saluran: str = ""
    layanan_id: int | None = None
    dari: date | None = None
    sampai: date | None = None
    petunjuk: Petunjuk | None = None

    @property
    def argumen(self) -> dict[str, str]:
        """The filter as the arguments of an address; what filters nothing is left out."""
        semua = {
            "keadaan": "" if self.sah is None else "sah" if self.sah else "disisihkan", "saluran": self.saluran,
            "layanan": self.layanan_id, "dari": self.dari, "sampai": self.sampai, "petunjuk": self.petunjuk,
        }  # fmt: skip
        return {nama: str(nilai) for nama, nilai in semua.items() if nilai not in (None, "")}


def susun_alasan(siap: str, teks: str) -> str:
    """The reason from a ready one and free words. Raises AlasanKurang."""
    bagian = [x for x in (siap if siap in ALASAN_SIAP else "", " ".join(teks.split())) if x]
    alasan = ". ".join(bagian)[:PANJANG_ALASAN]
    if len(alasan) < PALING_PENDEK:
        raise AlasanKurang(f"Pilih salah satu alasan, atau tuliskan alasannya paling sedikit {PALING_PENDEK} huruf.")
    return alasan


def cacah_sesudah(cacah: Cacah, jawaban: Iterable[Jawaban], sah: bool) -> Cacah:
    """The counts as they will be when these questionnaires have become valid (or were set aside)."""
    return jumlahkan_cacah([cacah, *(pindah_sah(satu, sah) for satu in jawaban)])
