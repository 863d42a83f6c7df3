"""Failed log-ins, counted per account and per address; who failed too often waits (spec 2.1).

A name without an account is counted like one with, else the wait would tell which names exist. Only 16 bits of its hash are
kept: somebody may have typed a password there, and the table stays small whatever is tried.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy.orm import Session

from rtl_tracker.domain.sandi import BATAS_AKUN, BATAS_ALAMAT, BatasGagal, jaringan, masih_dihitung, tunda
from rtl_tracker.storage import pengguna_repository as repo

USANG = timedelta(days=7)
HURUF_HASH = 4


@dataclass(frozen=True, slots=True)
class Hitungan:
    """One row of failures: its key, and what failures cost there."""

    kunci: str
    batas: BatasGagal


def hitungan_akun(pengguna_id: int) -> Hitungan:
    """The failures of an account."""
    return Hitungan(f"akun:{pengguna_id}", BATAS_AKUN)


def hitungan_nama(nama_masuk: str) -> Hitungan:
    """The failures of a name that has no account."""
    return Hitungan(f"nama:{sha256(nama_masuk.encode(errors='replace')).hexdigest()[:HURUF_HASH]}", BATAS_AKUN)


def hitungan_alamat(alamat: str) -> Hitungan:
    """The failures of an address."""
    return Hitungan(f"alamat:{jaringan(alamat)}", BATAS_ALAMAT)


def sisa_tunggu(session: Session, hitungan: Sequence[Hitungan], now: datetime) -> timedelta:
    """How long the next try must still wait; zero when it may come now."""
    ada = repo.muat_percobaan(session, [h.kunci for h in hitungan])
    return max([timedelta(0), *(p.boleh_lagi - now for p in ada.values())])


def hitung_gagal(session: Session, hitungan: Sequence[Hitungan], now: datetime) -> timedelta:
    """Count one more failure everywhere; returns how long the next try must wait."""
    repo.buang_percobaan_usang(session, now - USANG)
    ada = repo.muat_percobaan(session, [h.kunci for h in hitungan])
    terlama = timedelta(0)
    for h in hitungan:
        lalu = ada.get(h.kunci)
        gagal = 1 + (0 if lalu is None else masih_dihitung(lalu.gagal, now - lalu.terakhir, h.batas))
        tunggu = tunda(gagal, h.batas.bebas)
        repo.catat_percobaan(session, h.kunci, gagal, now, now + tunggu)
        terlama = max(terlama, tunggu)
    return terlama


def lupakan_gagal(session: Session, pengguna_id: int) -> None:
    """Forget the failures of an account: its owner came in, or was given a new password."""
    repo.hapus_percobaan(session, hitungan_akun(pengguna_id).kunci)
