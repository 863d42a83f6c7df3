"""All accounts with the names of their units, filtered by words, role and state."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.orm import Session

from rtl_tracker.domain.izin import periksa_izin
from rtl_tracker.domain.peran import TABEL_PERAN, Izin, Pelaku, Peran
from rtl_tracker.domain.upp import urut_menurut_induk
from rtl_tracker.storage.pengguna_repository import Pengguna, list_pengguna
from rtl_tracker.storage.upp_repository import list_upp, nama_upp
from rtl_tracker.usecases.hasil_tersimpan import cari_upp
from rtl_tracker.usecases.kelola_pengguna import muat_akun

SELURUH_INSTANSI = "Seluruh instansi"


class KeadaanAkun(StrEnum):
    """What an account is at the moment."""

    AKTIF = "aktif"
    MENUNGGU = "menunggu"
    NONAKTIF = "nonaktif"


@dataclass(frozen=True, slots=True)
class BarisPengguna:
    """One account as listed. `upp` is the name of its unit, None = the whole instansi."""

    id: int
    nama_masuk: str
    nama: str
    peran: Peran
    nama_peran: str
    upp: str | None
    keadaan: KeadaanAkun


@dataclass(frozen=True, slots=True)
class SaringanPengguna:
    """What is asked for; empty or None = everything."""

    cari: str = ""
    peran: Peran | None = None
    keadaan: KeadaanAkun | None = None

    @property
    def menyaring(self) -> bool:
        """Whether anything is left out."""
        return bool(self.cari) or self.peran is not None or self.keadaan is not None


@dataclass(frozen=True, slots=True)
class DaftarPengguna:
    """The accounts that fit, how many there are in all, and how many in each state."""

    baris: tuple[BarisPengguna, ...]
    semua: int
    menurut_keadaan: dict[KeadaanAkun, int]


def baca_saringan(cari: str, peran: str, keadaan: str) -> SaringanPengguna:
    """A filter from what an address holds; what is not known filters nothing."""
    return SaringanPengguna(
        " ".join(cari.split()),
        Peran(peran) if peran in [p.value for p in Peran] else None,
        KeadaanAkun(keadaan) if keadaan in [k.value for k in KeadaanAkun] else None,
    )


def daftar_pengguna(session: Session, pelaku: Pelaku, saringan: SaringanPengguna) -> DaftarPengguna:
    """The accounts that fit the filter, by name. Raises AksesDitolak."""
    periksa_izin(pelaku, Izin.KELOLA_PENGGUNA)
    nama = nama_upp(session)
    semua = [_baris(p, nama) for p in list_pengguna(session)]
    cacah = {k: sum(b.keadaan is k for b in semua) for k in KeadaanAkun}
    return DaftarPengguna(tuple(b for b in semua if _cocok(b, saringan)), len(semua), cacah)


def muat_baris(session: Session, pelaku: Pelaku, pengguna_id: int) -> BarisPengguna:
    """One account as stored. Raises AksesDitolak, TidakTerjangkau."""
    return _baris(muat_akun(session, pelaku, pengguna_id), nama_upp(session))


def pilihan_unit(session: Session) -> list[tuple[int, str]]:
    """(id, name) of every unit below its parent, deeper ones indented."""
    return [(u.id, f"{'– ' * dalam}{u.nama}") for dalam, u in urut_menurut_induk(list_upp(session))]


def unit_menurut_nama(session: Session, teks: str) -> int:
    """Id of the unit of this nama, kode or singkatan. Raises UppTidakDikenal."""
    return cari_upp(list_upp(session), teks).id


def _baris(p: Pengguna, nama: dict[int, str]) -> BarisPengguna:
    keadaan = KeadaanAkun.NONAKTIF if not p.aktif else KeadaanAkun.MENUNGGU if p.wajib_ganti else KeadaanAkun.AKTIF
    upp = None if p.upp_id is None else nama[p.upp_id]
    return BarisPengguna(p.id, p.nama_masuk, p.nama, p.peran, TABEL_PERAN[p.peran].nama, upp, keadaan)


def _cocok(b: BarisPengguna, s: SaringanPengguna) -> bool:
    """Every word stands in the name, the log-in name or the unit's name, and role and state fit."""
    teks = f"{b.nama} {b.nama_masuk} {b.upp or SELURUH_INSTANSI}".casefold()
    kata: Sequence[str] = s.cari.casefold().split()
    return all(k in teks for k in kata) and s.peran in (None, b.peran) and s.keadaan in (None, b.keadaan)
