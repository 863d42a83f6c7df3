"""A realisasi is confirmed or returned, by somebody who neither reported it nor uploaded its bukti (spec 2.1, 2.2)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from rtl_tracker.domain.alur_rtl import ALUR_RTL, SyaratKurang, TindakanRtl, periksa_dapat_rtl, periksa_pemeriksa
from rtl_tracker.domain.antrean import terlibat
from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.izin import TidakTerjangkau, periksa_izin
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.storage.bukti_repository import pengunggah_bukti
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.rtl_repository import rtl_menurut_id, simpan_rtl
from rtl_tracker.usecases.kelola_rtl import ambil_rtl
from rtl_tracker.usecases.perubahan import periksa_versi

ALASAN_TERPENDEK = 10


@dataclass(frozen=True, slots=True)
class Tertolak:
    """An item of a bulk confirmation that was left as it was: its plan in words, and why."""

    rtl_id: int
    kegiatan: str
    kalimat: str


@dataclass(frozen=True, slots=True)
class Rangkuman:
    """What came of a bulk confirmation."""

    terverifikasi: tuple[int, ...]
    ditolak: tuple[Tertolak, ...]


def verifikasi(session: Session, pelaku: Pelaku, now: datetime, rtl_id: int, versi: int, catatan: str = "") -> Rtl:
    """Confirm what the form showed as version `versi`; `catatan` goes into the record.

    Raises TidakTerjangkau, AksesDitolak, BerubahLebihDahulu, RtlTerkunci, SyaratKurang (own report).
    """
    lama = _ambil(session, pelaku, TindakanRtl.VERIFIKASI, rtl_id, versi)
    baru = replace(lama, diverifikasi_pada=now, pemverifikasi=pelaku.nama, catatan_pengembalian="")
    return _simpan(session, pelaku, now, TindakanRtl.VERIFIKASI, lama, baru, catatan.strip())


def kembalikan(session: Session, pelaku: Pelaku, now: datetime, rtl_id: int, versi: int, alasan: str) -> Rtl:
    """Return it to the unit with a reason. Raises as `verifikasi`; SyaratKurang also for a reason that says nothing."""
    lama = _ambil(session, pelaku, TindakanRtl.KEMBALIKAN, rtl_id, versi)
    alasan = alasan.strip()
    if len(alasan) < ALASAN_TERPENDEK:
        raise SyaratKurang(f"Tuliskan alasan pengembalian dengan jelas (paling sedikit {ALASAN_TERPENDEK} huruf).")
    return _simpan(session, pelaku, now, TindakanRtl.KEMBALIKAN, lama, replace(lama, catatan_pengembalian=alasan), alasan)


def verifikasi_sekaligus(session: Session, pelaku: Pelaku, now: datetime, pasangan: Sequence[tuple[int, int]]) -> Rangkuman:
    """Confirm several (rtl_id, versi) in one transaction: each that passes is confirmed, each other named with its sentence.

    Raises AksesDitolak when the account may confirm nothing at all.
    """
    periksa_izin(pelaku, Izin.VERIFIKASI_REALISASI)
    terverifikasi: list[int] = []
    ditolak: list[Tertolak] = []
    for rtl_id, versi in dict.fromkeys(pasangan):
        titik = session.begin_nested()
        try:
            verifikasi(session, pelaku, now, rtl_id, versi)
        except DomainError as galat:
            titik.rollback()
            ditolak.append(_tertolak(session, rtl_id, galat))
        else:
            titik.commit()
            terverifikasi.append(rtl_id)
    return Rangkuman(tuple(terverifikasi), tuple(ditolak))


def _ambil(session: Session, pelaku: Pelaku, tindakan: TindakanRtl, rtl_id: int, versi: int) -> Rtl:
    """The RTL if this account may decide about it now. The version first: who comes second is told who was first."""
    rtl = ambil_rtl(session, pelaku, ALUR_RTL[tindakan].izin, rtl_id)
    periksa_versi(session, Objek.RTL, rtl_id, versi, rtl.versi)
    periksa_dapat_rtl(tindakan, rtl)
    periksa_pemeriksa(pelaku.id, terlibat(rtl.dilapor_oleh, pengunggah_bukti(session, rtl_id)))
    return rtl


def _simpan(session: Session, pelaku: Pelaku, now: datetime, tindakan: TindakanRtl, lama: Rtl, baru: Rtl, catatan: str) -> Rtl:
    hasil = simpan_rtl(session, replace(baru, status=ALUR_RTL[tindakan].ke))
    catat_jejak(
        session, pelaku, now, JenisJejak.RTL_BERUBAH_STATUS, Objek.RTL, lama.id, upp_id=lama.upp_id,
        dari=lama.status.value if lama.status else "", ke=ALUR_RTL[tindakan].ke.value, catatan=catatan,
    )  # fmt: skip
    return hasil


def _tertolak(session: Session, rtl_id: int, galat: DomainError) -> Tertolak:
    """The refusal with the words of the plan, unless it is out of reach."""
    rtl = None if isinstance(galat, TidakTerjangkau) else rtl_menurut_id(session, rtl_id)
    return Tertolak(rtl_id, rtl.kegiatan if rtl is not None else f"RTL nomor {rtl_id}", str(galat))
