"""The dossier of an UPP for a period: its states, who moves it, and whether it is late (spec 2.2)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.periode import PERIODE_WAJIB, Frekuensi, Periode


class StatusPenyampaian(StrEnum):
    """State of a dossier. `nihil` is an answer of the dossier, not a state: a nihil dossier is sent and accepted too."""

    BELUM = "belum"
    DRAF = "draf"
    DIKIRIM = "dikirim"
    DIKEMBALIKAN = "dikembalikan"
    DITERIMA = "diterima"


class TindakanPenyampaian(StrEnum):
    """What moves a dossier from one state to another."""

    MULAI = "mulai"
    KIRIM = "kirim"
    KEMBALIKAN = "kembalikan"
    TERIMA = "terima"
    TERIMA_LANGSUNG = "terima_langsung"


class PenyampaianTerkunci(DomainError):
    """The state of the dossier does not allow the act."""


class IsianKurang(DomainError):
    """An act lacks the words it owes (a reason, a note)."""


@dataclass(frozen=True, slots=True)
class Langkah:
    """One row of the table of transitions: from which states, into which, by which permission."""

    dari: frozenset[StatusPenyampaian]
    ke: StatusPenyampaian
    izin: Izin


@dataclass(frozen=True, slots=True)
class Penyampaian:
    """A dossier. `id` None = nothing was begun (belum). `pertama_dikirim` decides whether it was late."""

    upp_id: int
    tahun: int
    periode: Periode
    id: int | None = None
    status: StatusPenyampaian = StatusPenyampaian.BELUM
    nihil: bool = False
    alasan_nihil: str = ""
    catatan_kirim: str = ""
    alasan_kembali: str = ""
    pertama_dikirim: datetime | None = None
    dikirim: datetime | None = None
    diterima: datetime | None = None
    data_contoh: bool = False
    versi: int = 0


_S = StatusPenyampaian
TERBUKA = frozenset({_S.BELUM, _S.DRAF, _S.DIKEMBALIKAN})
ALUR: dict[TindakanPenyampaian, Langkah] = {
    TindakanPenyampaian.MULAI: Langkah(frozenset({_S.BELUM}), _S.DRAF, Izin.ISI_HASIL),
    TindakanPenyampaian.KIRIM: Langkah(frozenset({_S.DRAF, _S.DIKEMBALIKAN}), _S.DIKIRIM, Izin.KIRIM_PENYAMPAIAN),
    TindakanPenyampaian.KEMBALIKAN: Langkah(frozenset({_S.DIKIRIM}), _S.DIKEMBALIKAN, Izin.PERIKSA_PENYAMPAIAN),
    TindakanPenyampaian.TERIMA: Langkah(frozenset({_S.DIKIRIM}), _S.DITERIMA, Izin.PERIKSA_PENYAMPAIAN),
    TindakanPenyampaian.TERIMA_LANGSUNG: Langkah(
        frozenset({_S.BELUM, _S.DRAF, _S.DIKEMBALIKAN}), _S.DITERIMA, Izin.PERIKSA_PENYAMPAIAN
    ),
}


def dapat(tindakan: TindakanPenyampaian, penyampaian: Penyampaian) -> bool:
    """Whether the state allows the act (draws the button)."""
    return penyampaian.status in ALUR[tindakan].dari


def periksa_dapat(tindakan: TindakanPenyampaian, penyampaian: Penyampaian) -> None:
    """Raises PenyampaianTerkunci with a sentence when the state does not allow the act."""
    if not dapat(tindakan, penyampaian):
        kini = penyampaian.status.value
        raise PenyampaianTerkunci(
            f"Berkas periode ini berstatus {kini}, sehingga tidak dapat di{tindakan.value.replace('_', ' ')}. "
            "Muat ulang halaman untuk melihat keadaan terakhir."
        )


def terbuka(penyampaian: Penyampaian) -> bool:
    """Whether result and plan may still be written."""
    return penyampaian.status in TERBUKA


def periksa_terbuka(penyampaian: Penyampaian) -> None:
    """Raises PenyampaianTerkunci when result and plan may not be written any more."""
    if penyampaian.status is _S.DITERIMA:
        raise PenyampaianTerkunci(
            "Berkas periode ini sudah diterima; hasil dan rencananya terkunci dan tidak dapat diubah lagi."
        )
    if not terbuka(penyampaian):
        raise PenyampaianTerkunci(
            "Berkas periode ini sedang diperiksa Bagian Organisasi; isinya dapat diubah bila dikembalikan."
        )


def realisasi_terbuka(penyampaian: Penyampaian) -> bool:
    """Whether realisasi of its RTL may be reported: once accepted, or where the plan was handed in as a workbook."""
    return penyampaian.status in (_S.DITERIMA, _S.BELUM)


def hari_terlambat(penyampaian: Penyampaian, batas: date, hari_ini: date) -> int:
    """Days after the due date on which it was first sent, or up to today when it never was; 0 = not late. Never a zero result."""
    if penyampaian.status is _S.DITERIMA and penyampaian.pertama_dikirim is None:
        return 0
    sampai = penyampaian.pertama_dikirim.date() if penyampaian.pertama_dikirim is not None else hari_ini
    return max((sampai - batas).days, 0)


def periode_berikut(frekuensi: Frekuensi | None, tahun: int, periode: Periode) -> tuple[int, Periode]:
    """The period an UPP measures next; a period outside its frequency is followed by the same kind of period."""
    wajib = PERIODE_WAJIB[frekuensi or Frekuensi.TAHUNAN]
    if periode not in wajib:
        wajib = next(w for w in PERIODE_WAJIB.values() if periode in w)
    tempat = wajib.index(periode) + 1
    return (tahun, wajib[tempat]) if tempat < len(wajib) else (tahun + 1, wajib[0])
