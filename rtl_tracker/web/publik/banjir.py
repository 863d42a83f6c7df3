"""Against programs that send questionnaires: whoever looks like one is asked a small question, and nobody is ever refused.

What counts is only in the memory of this process: no address, only a hash of it with a salt that dies with the process. A kiosk and
a village behind one address stay below the limits; beyond them a citizen loses the five seconds that an addition takes.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from secrets import token_bytes
from threading import Lock

from rtl_tracker.domain.sandi import jaringan

SECEPATNYA = timedelta(seconds=10)
"""Nobody has read ten questions before that."""
SEKALI_BANYAK = 60
"""Questionnaires that one address may send for one unit at once ..."""
TIAP = timedelta(seconds=6)
"""... and one more every so often: 600 an hour."""
PALING_BANYAK_ALAMAT = 20_000
"""Addresses (per unit) that are remembered; the one that was silent longest is forgotten first. About 4 MB at most."""


@dataclass(slots=True)
class _Wadah:
    """The questionnaires that an address may still send, as of a moment."""

    sisa: float
    saat: datetime


class PenjagaBanjir:
    """Counts sent questionnaires per address and unit, in bounded memory."""

    def __init__(self, paling_banyak: int = PALING_BANYAK_ALAMAT) -> None:
        """Nothing was sent yet."""
        self._garam = token_bytes(16)
        self._wadah: OrderedDict[bytes, _Wadah] = OrderedDict()
        self._paling_banyak = paling_banyak
        self._kunci = Lock()

    def hitung(self, alamat: str, upp_id: int, kini: datetime) -> bool:
        """Count one questionnaire; True when this address sends more than people do."""
        kunci = blake2b(f"{jaringan(alamat)}|{upp_id}".encode(), key=self._garam, digest_size=12).digest()
        with self._kunci:
            wadah = self._wadah.setdefault(kunci, _Wadah(SEKALI_BANYAK, kini))
            self._wadah.move_to_end(kunci)
            wadah.sisa = min(float(SEKALI_BANYAK), wadah.sisa + max(kini - wadah.saat, timedelta()) / TIAP)
            wadah.saat = kini
            terlampau = wadah.sisa < 1
            wadah.sisa -= 0 if terlampau else 1
            while len(self._wadah) > self._paling_banyak:
                self._wadah.popitem(last=False)
            return terlampau

    def __len__(self) -> int:
        """How many addresses are remembered."""
        return len(self._wadah)


def terlalu_cepat(mulai: datetime, kini: datetime) -> bool:
    """Whether less time has gone by since the beginning than reading takes."""
    return kini - mulai < SECEPATNYA


@dataclass(frozen=True, slots=True)
class Soal:
    """The small question: "Berapa 4 + 3?". The same questionnaire is asked the same one."""

    kiri: int
    kanan: int

    def benar(self, teks: str) -> bool:
        """Whether this answers it."""
        return teks.strip() == str(self.kiri + self.kanan)


def soal_untuk(kunci: str) -> Soal:
    """The question for the questionnaire of this key (hexadecimal digits)."""
    return Soal(2 + int(kunci[:4], 16) % 7, 1 + int(kunci[4:8], 16) % 6)
