"""Accounts, their sessions, and failed log-ins."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from rtl_tracker.domain.peran import Peran
from rtl_tracker.storage.tables import PenggunaTabel, PercobaanMasukTabel, SesiTabel, UppTabel


@dataclass(frozen=True, slots=True)
class Pengguna:
    """An account as stored. `sandi` is an argon2id hash; `upp_id` None = the whole instansi; `versi` grows with every change."""

    id: int
    nama_masuk: str
    nama: str
    peran: Peran
    upp_id: int | None
    sandi: str
    wajib_ganti: bool
    aktif: bool
    dibuat: datetime
    versi: int


def _pengguna(baris: PenggunaTabel) -> Pengguna:
    return Pengguna(baris.id, baris.nama_masuk, baris.nama, baris.peran, baris.upp_id, baris.sandi, baris.wajib_ganti, baris.aktif,
                    baris.dibuat, baris.versi)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Percobaan:
    """Failed log-ins of an account or an address: how many, when the last one was, when the next try is allowed."""

    gagal: int
    terakhir: datetime
    boleh_lagi: datetime


def lipat_nama_masuk(nama_masuk: str) -> str:
    """The form in which a log-in name is stored and found."""
    return nama_masuk.strip().casefold()


def pengguna_menurut_nama(session: Session, nama_masuk: str) -> Pengguna | None:
    """The account of this log-in name, however it is written."""
    baris = session.scalar(select(PenggunaTabel).where(PenggunaTabel.nama_masuk == lipat_nama_masuk(nama_masuk)))
    return None if baris is None else _pengguna(baris)


def pengguna_menurut_id(session: Session, pengguna_id: int) -> Pengguna | None:
    """The account of this id."""
    baris = session.get(PenggunaTabel, pengguna_id)
    return None if baris is None else _pengguna(baris)


def list_pengguna(session: Session) -> list[Pengguna]:
    """All accounts by name."""
    return [_pengguna(b) for b in session.scalars(select(PenggunaTabel).order_by(PenggunaTabel.nama, PenggunaTabel.id))]


def ada_pengguna(session: Session) -> bool:
    """Whether there is any account."""
    return session.scalar(select(PenggunaTabel.id).limit(1)) is not None


def tambah_pengguna(
    session: Session, nama_masuk: str, nama: str, peran: Peran, upp_id: int | None, sandi: str, now: datetime
) -> Pengguna:
    """A new account that must change its password at its first log-in. The log-in name must be free."""
    baris = PenggunaTabel(
        nama_masuk=lipat_nama_masuk(nama_masuk), nama=nama, peran=peran, upp_id=upp_id, sandi=sandi, wajib_ganti=True, aktif=True,
        dibuat=now, versi=1,
    )  # fmt: skip
    session.add(baris)
    session.flush()
    return _pengguna(baris)


def ubah_pengguna(session: Session, pengguna_id: int, isi: Mapping[str, object]) -> Pengguna:
    """Put columns into an account and count its version up."""
    baris = session.get_one(PenggunaTabel, pengguna_id)
    for kolom, nilai in isi.items():
        setattr(baris, kolom, nilai)
    baris.versi += 1
    session.flush()
    return _pengguna(baris)


def perbarui_hash(session: Session, pengguna_id: int, sandi: str) -> None:
    """Keep the same password under a newer hash; the account as others see it has not changed."""
    session.get_one(PenggunaTabel, pengguna_id).sandi = sandi
    session.flush()


def induk_menurut_upp(session: Session) -> dict[int, int | None]:
    """Parent of every unit by its id."""
    return dict(session.execute(select(UppTabel.id, UppTabel.induk_id)).all())


def buka_sesi(session: Session, token_hash: str, pengguna_id: int, mulai: datetime, berakhir: datetime) -> None:
    """Begin a log-in."""
    session.add(SesiTabel(token_hash=token_hash, pengguna_id=pengguna_id, mulai=mulai, berakhir=berakhir))
    session.flush()


def pemilik_sesi(session: Session, token_hash: str, now: datetime) -> Pengguna | None:
    """The account of a log-in that has not ended; None also for one that was switched off."""
    pilih = select(PenggunaTabel).join(SesiTabel, SesiTabel.pengguna_id == PenggunaTabel.id)
    pilih = pilih.where(SesiTabel.token_hash == token_hash, SesiTabel.berakhir > now, PenggunaTabel.aktif.is_(True))
    baris = session.scalar(pilih)
    return None if baris is None else _pengguna(baris)


def tutup_sesi(session: Session, token_hash: str) -> None:
    """End one log-in."""
    session.execute(delete(SesiTabel).where(SesiTabel.token_hash == token_hash))


def tutup_semua_sesi(session: Session, pengguna_id: int, kecuali: str = "") -> None:
    """End all log-ins of an account but the one with this token hash."""
    session.execute(delete(SesiTabel).where(SesiTabel.pengguna_id == pengguna_id, SesiTabel.token_hash != kecuali))


def buang_sesi_usang(session: Session, now: datetime) -> None:
    """Forget log-ins that have ended."""
    session.execute(delete(SesiTabel).where(SesiTabel.berakhir <= now))


def muat_percobaan(session: Session, kunci: Iterable[str]) -> dict[str, Percobaan]:
    """The failures by key, for keys that have failed."""
    pilih = select(PercobaanMasukTabel).where(PercobaanMasukTabel.kunci.in_(list(kunci)))
    return {b.kunci: Percobaan(b.gagal, b.terakhir, b.boleh_lagi) for b in session.scalars(pilih)}


def catat_percobaan(session: Session, kunci: str, gagal: int, now: datetime, boleh_lagi: datetime) -> None:
    """Keep the number of failures of a key and when the next try is allowed."""
    session.merge(PercobaanMasukTabel(kunci=kunci, gagal=gagal, terakhir=now, boleh_lagi=boleh_lagi))
    session.flush()


def hapus_percobaan(session: Session, kunci: str) -> None:
    """Forget the failures of a key."""
    session.execute(delete(PercobaanMasukTabel).where(PercobaanMasukTabel.kunci == kunci))


def buang_percobaan_usang(session: Session, sebelum: datetime) -> None:
    """Forget the failures of keys that have not failed since."""
    session.execute(delete(PercobaanMasukTabel).where(PercobaanMasukTabel.terakhir < sebelum))
