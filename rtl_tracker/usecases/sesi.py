"""A log-in while it lasts: a random token in the browser, its hash in the database, an end (spec 2.1)."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy.orm import Session

from rtl_tracker.domain.izin import unit_terjangkau
from rtl_tracker.domain.peran import Pelaku
from rtl_tracker.storage import pengguna_repository as repo

PALING_LAMA = timedelta(hours=12)
PALING_DIAM = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class AkunKini:
    """The account behind a request: who acts, by which log-in name, and whether a new password is due first."""

    pelaku: Pelaku
    nama_masuk: str
    wajib_ganti: bool


def buka_sesi(session: Session, pengguna_id: int, now: datetime) -> str:
    """Begin a log-in that ends after PALING_LAMA at the latest; returns its token, of which only the hash is kept."""
    token = secrets.token_urlsafe(32)
    repo.buang_sesi_usang(session, now)
    repo.buka_sesi(session, hash_token(token), pengguna_id, now, now + PALING_LAMA)
    return token


def tutup_sesi(session: Session, token: str) -> None:
    """End a log-in."""
    repo.tutup_sesi(session, hash_token(token))


def kenali(session: Session, token: str, now: datetime, alamat: str = "") -> AkunKini | None:
    """Whose log-in this is, with the units within reach; None when it has ended or the account is switched off."""
    pengguna = repo.pemilik_sesi(session, hash_token(token), now)
    if pengguna is None:
        return None
    jangkauan = None if pengguna.upp_id is None else unit_terjangkau(pengguna.upp_id, repo.induk_menurut_upp(session))
    pelaku = Pelaku(pengguna.id, pengguna.nama, pengguna.peran, pengguna.upp_id, jangkauan, alamat)
    return AkunKini(pelaku, pengguna.nama_masuk, pengguna.wajib_ganti)


def hash_token(token: str) -> str:
    """The form in which a token is kept."""
    return sha256(token.encode()).hexdigest()
