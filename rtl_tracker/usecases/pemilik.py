"""Whose object an address names: asked before every view that works on an object of a unit."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from rtl_tracker.domain.izin import TidakTerjangkau, periksa_jangkauan
from rtl_tracker.domain.peran import Pelaku
from rtl_tracker.storage.bukti_repository import bukti_menurut_id
from rtl_tracker.storage.penyampaian_repository import penyampaian_menurut_id
from rtl_tracker.storage.rtl_repository import rtl_menurut_id
from rtl_tracker.storage.upp_repository import ada_upp


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


PENCARI: dict[str, Callable[[Session, int], int | None]] = {
    "upp_id": _upp,
    "rtl_id": _rtl,
    "bukti_id": _bukti,
    "penyampaian_id": _penyampaian,
}


def periksa_pemilik(session: Session, pelaku: Pelaku, nama: str, id_: int) -> None:
    """Raises TidakTerjangkau when the object does not exist or its unit is out of reach. `nama` is a key of PENCARI."""
    periksa_jangkauan(pelaku, PENCARI[nama](session, id_))


def _tidak_ada() -> int | None:
    raise TidakTerjangkau("Alamat ini tidak ada, atau datanya tidak tersimpan. Periksa kembali alamatnya.")
