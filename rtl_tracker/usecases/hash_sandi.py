"""Passwords as they are stored: argon2id. Checking takes the same time whether or not there is an account."""

import secrets
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from rtl_tracker.domain.sandi import bakukan_sandi

HURUF_SANDI = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without the look-alikes i, l, o, 0 and 1."""
KELOMPOK, PANJANG_KELOMPOK = 4, 4
_PENGHASH = PasswordHasher()


def hash_sandi(sandi: str) -> str:
    """The argon2id hash of a password."""
    return _PENGHASH.hash(bakukan_sandi(sandi))


def sandi_cocok(tersimpan: str | None, sandi: str) -> bool:
    """Whether the password fits the stored hash; None (no account) fits nothing, after the same work."""
    umpan = _umpan()
    try:
        cocok = _PENGHASH.verify(tersimpan or umpan, bakukan_sandi(sandi))
    except (VerificationError, InvalidHashError):
        return False
    return cocok and tersimpan is not None


def perlu_diperbarui(tersimpan: str) -> bool:
    """Whether the hash was made with other parameters than today's."""
    return _PENGHASH.check_needs_rehash(tersimpan)


def buat_sandi() -> str:
    """A one-time password that can be read out: 4 groups of 4 letters and digits without look-alikes, 79 bits."""
    kelompok = ("".join(secrets.choice(HURUF_SANDI) for _ in range(PANJANG_KELOMPOK)) for _ in range(KELOMPOK))
    return "-".join(kelompok)


@lru_cache(maxsize=1)
def _umpan() -> str:
    """The hash that is checked where there is no account."""
    return hash_sandi(secrets.token_urlsafe())
