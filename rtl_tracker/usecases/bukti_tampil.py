"""Bukti as shown beside an RTL, with the units that use the same link or file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from rtl_tracker.domain.bukti import Bukti, JenisBukti, kunci_tautan
from rtl_tracker.domain.peran import Pelaku
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.storage import bukti_repository as repo
from rtl_tracker.storage.upp_repository import nama_upp


@dataclass(frozen=True, slots=True)
class BuktiTampil:
    """One bukti. `upp_lain`: other units whose RTL name the same link or hold the same file."""

    bukti: Bukti
    upp_lain: tuple[str, ...] = ()


def muat_bukti_tampil(session: Session, pelaku: Pelaku, rtl: Sequence[Rtl]) -> dict[int, tuple[BuktiTampil, ...]]:
    """Bukti by RTL, in a fixed number of queries. Names of other units are only for those who reach all of them."""
    per_rtl = repo.list_bukti(session, [r.id for r in rtl])
    milik = {r.id: r.upp_id for r in rtl}
    sama = _pemakai(session, [b for daftar in per_rtl.values() for b in daftar]) if pelaku.seluruh_instansi else {}
    nama = nama_upp(session) if sama else {}
    return {
        rtl_id: tuple(BuktiTampil(b, _lain(sama.get(_kunci(b), ()), milik[rtl_id], nama)) for b in daftar)
        for rtl_id, daftar in per_rtl.items()
    }


def _pemakai(session: Session, bukti: Sequence[Bukti]) -> dict[str, list[int]]:
    """Units by link or content hash, where more than one uses it."""
    tautan = repo.upp_tautan_sama(session, [_kunci(b) for b in bukti if b.jenis is JenisBukti.TAUTAN])
    return tautan | repo.upp_berkas_sama(session, [_kunci(b) for b in bukti if b.jenis is JenisBukti.BERKAS])


def _kunci(bukti: Bukti) -> str:
    return kunci_tautan(bukti.tautan) if bukti.jenis is JenisBukti.TAUTAN else bukti.sha256


def _lain(unit: Sequence[int], sendiri: int | None, nama: Mapping[int, str]) -> tuple[str, ...]:
    return tuple(nama[satu] for satu in unit if satu != sendiri)
