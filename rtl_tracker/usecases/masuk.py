"""Logging in and out, and changing one's own password (spec 2.1, 2.5).

A refusal never tells whether the account exists. Whoever must wait is not checked and not counted, and leaves no record: else
anybody could fill the audit trail. The writer's lock makes two tries at once count as two.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.peran import Pelaku
from rtl_tracker.domain.sandi import NamaMasukDitolak, SandiDitolak, baca_nama_masuk, periksa_sandi
from rtl_tracker.storage import pengguna_repository as repo
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.pengguna_repository import Pengguna
from rtl_tracker.usecases.catat_kejadian import catat_kejadian
from rtl_tracker.usecases.hash_sandi import hash_sandi, perlu_diperbarui, sandi_cocok
from rtl_tracker.usecases.percobaan_masuk import (
    Hitungan,
    hitung_gagal,
    hitungan_akun,
    hitungan_alamat,
    hitungan_nama,
    lupakan_gagal,
    sisa_tunggu,
)
from rtl_tracker.usecases.sesi import buka_sesi, hash_token, tutup_sesi

SALAH = "Nama masuk atau sandi tidak cocok. Periksa ejaannya, juga huruf besar dan kecil pada sandi."
BUKAN_AKUN = "tidak dikenal"


@dataclass(frozen=True, slots=True)
class HasilMasuk:
    """How a try ended: the token of the log-in, or the sentence of the refusal.

    `tunggu` above zero: the password was not even checked; the next try may come after it.
    """

    token: str = ""
    kalimat: str = ""
    tunggu: timedelta = timedelta(0)


class SandiLamaDitolak(DomainError):
    """The old password is wrong, or was wrong too often. The failure must be stored although nothing else is."""


def ada_akun(session: Session) -> bool:
    """Whether anybody can log in at all."""
    return repo.ada_pengguna(session)


def masuk(session: Session, nama_masuk: str, sandi: str, alamat: str, now: datetime) -> HasilMasuk:
    """Try to log in from an address. Failures are counted, so the caller stores also what is refused."""
    akun = _cari(session, nama_masuk)
    hitungan = [hitungan_akun(akun.id) if akun else hitungan_nama(nama_masuk.strip().lower()), hitungan_alamat(alamat)]
    tunggu = sisa_tunggu(session, hitungan, now)
    if tunggu:
        return HasilMasuk(kalimat=_kalimat_tunggu(tunggu), tunggu=tunggu)
    cocok = sandi_cocok(akun.sandi if akun else None, sandi)
    if akun is None or not cocok or not akun.aktif:
        pelaku = _pelaku(akun, alamat) if akun else Pelaku(None, BUKAN_AKUN, None, alamat=alamat)
        return HasilMasuk(kalimat=f"{SALAH}{_gagal(session, pelaku, hitungan, now, 'Masuk ditolak.')}")
    lupakan_gagal(session, akun.id)
    if perlu_diperbarui(akun.sandi):
        repo.perbarui_hash(session, akun.id, hash_sandi(sandi))
    catat_kejadian(session, _pelaku(akun, alamat), now, JenisJejak.MASUK, "Masuk.")
    return HasilMasuk(token=buka_sesi(session, akun.id, now))


def keluar(session: Session, token: str, pelaku: Pelaku, now: datetime) -> None:
    """End this log-in."""
    tutup_sesi(session, token)
    catat_kejadian(session, pelaku, now, JenisJejak.KELUAR, "Keluar.")


def ganti_sandi(session: Session, pelaku: Pelaku, token: str, lama: str, baru: str, now: datetime) -> None:
    """Change one's own password and end every other log-in of the account.

    Raises SandiDitolak for the new one, SandiLamaDitolak for the old one (counted like a failed log-in).
    """
    akun = repo.pengguna_menurut_id(session, pelaku.id or 0)
    if akun is None:
        raise DomainError("Hanya pemilik akun yang dapat mengganti sandinya.")
    periksa_sandi(baru, akun.nama_masuk)
    hitungan = [hitungan_akun(akun.id), hitungan_alamat(pelaku.alamat)]
    tunggu = sisa_tunggu(session, hitungan, now)
    if tunggu:
        raise SandiLamaDitolak(_kalimat_tunggu(tunggu))
    if not sandi_cocok(akun.sandi, lama):
        raise SandiLamaDitolak(f"Sandi lama tidak cocok.{_gagal(session, pelaku, hitungan, now, 'Sandi lama tidak cocok.')}")
    if sandi_cocok(akun.sandi, baru):
        raise SandiDitolak("Sandi baru sama dengan yang lama. Pilih yang lain.")
    lupakan_gagal(session, akun.id)
    repo.ubah_pengguna(session, akun.id, {"sandi": hash_sandi(baru), "wajib_ganti": False})
    repo.tutup_semua_sesi(session, akun.id, kecuali=hash_token(token))
    catat_jejak(session, pelaku, now, JenisJejak.SANDI_DIGANTI, Objek.PENGGUNA, akun.id, upp_id=akun.upp_id)


def _cari(session: Session, nama_masuk: str) -> Pengguna | None:
    """The account of a typed name; what cannot be a name is not looked for."""
    try:
        return repo.pengguna_menurut_nama(session, baca_nama_masuk(nama_masuk))
    except NamaMasukDitolak:
        return None


def _pelaku(akun: Pengguna, alamat: str) -> Pelaku:
    return Pelaku(akun.id, akun.nama, akun.peran, akun.upp_id, frozenset(), alamat)


def _gagal(session: Session, pelaku: Pelaku, hitungan: list[Hitungan], now: datetime, catatan: str) -> str:
    """Count and record a failure; returns what to add to its sentence."""
    tunggu = hitung_gagal(session, hitungan, now)
    catat_kejadian(session, pelaku, now, JenisJejak.MASUK_GAGAL, catatan)
    return f" Percobaan berikutnya dapat dilakukan setelah {_menit(tunggu)} menit." if tunggu else ""


def _kalimat_tunggu(tunggu: timedelta) -> str:
    return f"Terlalu banyak percobaan yang gagal. Tunggu {_menit(tunggu)} menit, lalu coba lagi."


def _menit(tunggu: timedelta) -> int:
    """Whole minutes, rounded up."""
    return -(-tunggu // timedelta(minutes=1))
