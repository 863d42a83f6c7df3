"""Whose object an address names: asked before every view that works on an object of a unit."""

from collections.abc import Callable
from typing import Any

from sqlalchemy.orm import Session

from rtl_tracker.domain.izin import TidakTerjangkau, periksa_jangkauan
from rtl_tracker.domain.peran import Pelaku
from rtl_tracker.storage.bukti_repository import bukti_menurut_id
from rtl_tracker.storage.media_repository import media_menurut_id
from rtl_tracker.storage.moderasi_repository import upp_jawaban
from rtl_tracker.storage.pekerjaan_repository import ambil_pekerjaan
from rtl_tracker.storage.penyampaian_repository import penyampaian_menurut_id
from rtl_tracker.storage.rtl_repository import rtl_menurut_id
from rtl_tracker.storage.upp_repository import ada_upp
from rtl_tracker.storage.versi_repository import versi_menurut_id


def _upp(session: Session, id_: int) -> int | None:
    return id_ if ada_upp(session, id_) else _tidak_ada()


def _rtl(session: Session, id_: int) -> int | None:
    rtl = rtl_menurut_id(session, id_)
    return rtl.upp_id if rtl is not None else _tidak_ada()


def _bukti(session: Session, id_: int) -> int | None:
    bukti = bukti_menurut_id(session, id_)
    return _rtl(session, bukti.rtl_id) if bukti is not None else _tidak_ada()


def _penyampaian(session: Session, id_: int) -> int | None:
    penyampaian = penyampaian_menurut_id(session, id_)
    return penyampaian.upp_id if penyampaian is not None else _tidak_ada()


def _pekerjaan(session: Session, id_: str) -> int | None:
    pekerjaan = ambil_pekerjaan(session, id_)
    return pekerjaan.pesanan.permintaan.upp_id if pekerjaan is not None else _tidak_ada()


def _versi(session: Session, id_: int) -> int | None:
    versi = versi_menurut_id(session, id_)
    return versi.permintaan.upp_id if versi is not None else _tidak_ada()


def _jawaban(session: Session, id_: int) -> int | None:
    upp_id = upp_jawaban(session, id_)
    return upp_id if upp_id is not None else _tidak_ada()


def _media(session: Session, id_: int) -> int | None:
    catatan = media_menurut_id(session, id_)
    return catatan.upp_id if catatan is not None else _tidak_ada()


PENCARI: dict[str, Callable[[Session, Any], int | None]] = {
    "upp_id": _upp,
    "rtl_id": _rtl,
    "bukti_id": _bukti,
    "penyampaian_id": _penyampaian,
    "pekerjaan_id": _pekerjaan,
    "versi_id": _versi,
    "jawaban_id": _jawaban,
    "media_id": _media,
}


def periksa_pemilik(session: Session, pelaku: Pelaku, nama: str, id_: Any) -> None:
    """Raises TidakTerjangkau when the object does not exist or its unit is out of reach. `nama` is a key of PENCARI."""
    periksa_jangkauan(pelaku, PENCARI[nama](session, id_))


def _tidak_ada() -> int | None:
    raise TidakTerjangkau("Alamat ini tidak ada, atau datanya tidak tersimpan. Periksa kembali alamatnya.")
