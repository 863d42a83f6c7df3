"""The life of an RTL: transitions as a table, who may, in which state, with which words and proof (spec 2.2)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.rtl import Rtl, StatusRtl


class TindakanRtl(StrEnum):
    """What moves an RTL from one state to another."""

    MULAI = "mulai"
    SELESAIKAN = "selesaikan"
    NYATAKAN_TIDAK = "nyatakan_tidak"
    VERIFIKASI = "verifikasi"
    KEMBALIKAN = "kembalikan"


class RtlTerkunci(DomainError):
    """The state of the RTL does not allow the act."""


class SyaratKurang(DomainError):
    """The act lacks words, proof, or a second person."""


@dataclass(frozen=True, slots=True)
class LangkahRtl:
    """One row of the table of transitions. None among `dari` = an imported plan of which nothing was said."""

    dari: frozenset[StatusRtl | None]
    ke: StatusRtl
    izin: Izin
    sebutan: str


_S = StatusRtl
_BELUM_TUNTAS: frozenset[StatusRtl | None] = frozenset({None, _S.DIRENCANAKAN, _S.BERJALAN, _S.DIKEMBALIKAN})
ALUR_RTL: dict[TindakanRtl, LangkahRtl] = {
    TindakanRtl.MULAI: LangkahRtl(
        frozenset({None, _S.DIRENCANAKAN, _S.DIKEMBALIKAN}), _S.BERJALAN, Izin.LAPOR_REALISASI, "dimulai"
    ),
    TindakanRtl.SELESAIKAN: LangkahRtl(_BELUM_TUNTAS, _S.SELESAI, Izin.LAPOR_REALISASI, "dinyatakan selesai"),
    TindakanRtl.NYATAKAN_TIDAK: LangkahRtl(
        _BELUM_TUNTAS, _S.TIDAK_DILAKSANAKAN, Izin.LAPOR_REALISASI, "dinyatakan tidak dilaksanakan"
    ),
    TindakanRtl.VERIFIKASI: LangkahRtl(frozenset({_S.SELESAI}), _S.TERVERIFIKASI, Izin.VERIFIKASI_REALISASI, "diverifikasi"),
    TindakanRtl.KEMBALIKAN: LangkahRtl(frozenset({_S.SELESAI}), _S.DIKEMBALIKAN, Izin.VERIFIKASI_REALISASI, "dikembalikan"),
}


@dataclass(frozen=True, slots=True)
class AlasanTidak:
    """What an RTL that was not done owes: why, how it will be done, until when, by whom (spec 1.9)."""

    alasan: str
    strategi: str
    tenggat: date | None
    penanggung_jawab: str


def dapat_rtl(tindakan: TindakanRtl, rtl: Rtl) -> bool:
    """Whether the state allows the act (draws the button)."""
    return rtl.status in ALUR_RTL[tindakan].dari


def periksa_dapat_rtl(tindakan: TindakanRtl, rtl: Rtl) -> None:
    """Raises RtlTerkunci with a sentence when the state does not allow the act."""
    if not dapat_rtl(tindakan, rtl):
        kini = "belum berstatus" if rtl.status is None else f"berstatus {rtl.status.value.replace('_', ' ')}"
        raise RtlTerkunci(
            f"RTL ini {kini}, sehingga tidak dapat {ALUR_RTL[tindakan].sebutan}. Muat ulang halaman untuk melihat keadaan terakhir."
        )


def dapat_dilaporkan(rtl: Rtl) -> bool:
    """Whether progress and bukti may still be added by the UPP."""
    return rtl.status in _BELUM_TUNTAS


def periksa_selesai(uraian: str, banyak_bukti: int) -> None:
    """Done needs words and at least one bukti. Raises SyaratKurang."""
    if not uraian.strip():
        raise SyaratKurang("Uraian pelaksanaan belum diisi. Tuliskan apa yang sudah dilakukan, kapan, dan hasilnya.")
    if banyak_bukti < 1:
        raise SyaratKurang(
            "Belum ada bukti. Unggah sedikitnya satu berkas atau cantumkan satu tautan sebelum menyatakan selesai."
        )


def periksa_alasan_tidak(isian: AlasanTidak, hari_ini: date) -> None:
    """Not done needs alasan, strategi, a new tenggat in the future and a penanggung jawab. Raises SyaratKurang."""
    kurang = [
        sebutan
        for sebutan, ada in (
            ("alasan", isian.alasan.strip()),
            ("strategi", isian.strategi.strip()),
            ("tenggat baru", isian.tenggat),
            ("penanggung jawab", isian.penanggung_jawab.strip()),
        )
        if not ada
    ]
    if kurang:
        raise SyaratKurang(f"RTL yang tidak dilaksanakan memerlukan {', '.join(kurang)}. Lengkapi isian tersebut.")
    if isian.tenggat is not None and isian.tenggat <= hari_ini:
        raise SyaratKurang("Tenggat baru harus sesudah hari ini.")


def dapat_diperiksa_oleh(pengguna_id: int | None, terlibat: frozenset[int]) -> bool:
    """Whether somebody may confirm or return: never one who reported it or uploaded its bukti."""
    return pengguna_id is None or pengguna_id not in terlibat


def periksa_pemeriksa(pengguna_id: int | None, terlibat: frozenset[int]) -> None:
    """Raises SyaratKurang when the one who reported a realisasi would confirm it too."""
    if not dapat_diperiksa_oleh(pengguna_id, terlibat):
        raise SyaratKurang("Realisasi tidak dapat diverifikasi oleh orang yang melaporkannya atau mengunggah buktinya.")
