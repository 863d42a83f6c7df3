"""Accounts: added, changed, given a new one-time password, switched off and on (spec 2.1). Every act is an event."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.izin import TidakTerjangkau, periksa_izin
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.peran import TABEL_PERAN, Izin, Pelaku, Peran
from rtl_tracker.domain.sandi import NamaMasukDitolak, baca_nama_masuk
from rtl_tracker.storage import pengguna_repository as repo
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.pengguna_repository import Pengguna
from rtl_tracker.storage.upp_repository import ada_upp
from rtl_tracker.usecases.hash_sandi import buat_sandi, hash_sandi
from rtl_tracker.usecases.percobaan_masuk import lupakan_gagal
from rtl_tracker.usecases.perubahan import perbedaan, periksa_versi

NAMA_PALING_PANJANG = 200
AKTIF, NONAKTIF = "aktif", "nonaktif"


class PenggunaDitolak(DomainError):
    """A rule about accounts refuses the act. `bidang` is the field of the form that is meant, "" for none."""

    def __init__(self, kalimat: str, bidang: str = "") -> None:
        """`kalimat` is the sentence for the user."""
        super().__init__(kalimat)
        self.bidang = bidang


@dataclass(frozen=True, slots=True)
class SandiSekaliPakai:
    """A password that is shown once and must be changed at the next log-in, and whose it is."""

    nama_masuk: str
    nama: str
    sandi: str


def tambah_pengguna(
    session: Session, pelaku: Pelaku, now: datetime, nama_masuk: str, nama: str, peran: Peran, upp_id: int | None
) -> SandiSekaliPakai:
    """A new account with its first password. Raises PenggunaDitolak."""
    periksa_izin(pelaku, Izin.KELOLA_PENGGUNA)
    nama_masuk = _baca_nama_masuk(session, nama_masuk)
    nama = _baca_nama(nama)
    _periksa_unit(session, peran, upp_id)
    sandi = buat_sandi()
    akun = repo.tambah_pengguna(session, nama_masuk, nama, peran, upp_id, hash_sandi(sandi), now)
    rincian = {"nama_masuk": akun.nama_masuk, "nama": akun.nama, "peran": peran.value, "upp_id": upp_id}
    catat_jejak(
        session, pelaku, now, JenisJejak.PENGGUNA_DITAMBAH, Objek.PENGGUNA, akun.id, upp_id=upp_id, ke=AKTIF,
        catatan=akun.nama_masuk, rincian=rincian,
    )  # fmt: skip
    return SandiSekaliPakai(akun.nama_masuk, akun.nama, sandi)


def ubah_pengguna(
    session: Session, pelaku: Pelaku, now: datetime, pengguna_id: int, versi: int, nama: str, peran: Peran, upp_id: int | None
) -> None:
    """Change name, role and unit. `versi`: the one the form was made from. Raises PenggunaDitolak, BerubahLebihDahulu."""
    akun = muat_akun(session, pelaku, pengguna_id)
    periksa_versi(session, Objek.PENGGUNA, akun.id, versi, akun.versi)
    nama = _baca_nama(nama)
    _periksa_unit(session, peran, upp_id)
    if peran is not akun.peran:
        _bukan_diri_sendiri(pelaku, akun, "Peran akun sendiri tidak dapat diubah. Mintalah pengelola lain.", "peran")
        _bukan_pengelola_terakhir(session, akun, "peran")
    isi = {"nama": nama, "peran": peran, "upp_id": upp_id}
    if all(getattr(akun, kolom) == nilai for kolom, nilai in isi.items()):
        return
    baru = repo.ubah_pengguna(session, akun.id, isi)
    _catat_ubah(session, pelaku, now, baru, akun, rincian=perbedaan(akun, baru, isi))


def atur_ulang_sandi(session: Session, pelaku: Pelaku, now: datetime, pengguna_id: int) -> SandiSekaliPakai:
    """A new one-time password; every log-in of the account ends, its failures are forgotten. Raises PenggunaDitolak."""
    akun = muat_akun(session, pelaku, pengguna_id)
    _bukan_diri_sendiri(pelaku, akun, "Sandi akun sendiri diganti melalui halaman Ganti sandi.")
    if not akun.aktif:
        raise PenggunaDitolak("Akun ini nonaktif. Aktifkan lebih dahulu, lalu buat sandi baru.")
    sandi = buat_sandi()
    repo.ubah_pengguna(session, akun.id, {"sandi": hash_sandi(sandi), "wajib_ganti": True})
    repo.tutup_semua_sesi(session, akun.id)
    lupakan_gagal(session, akun.id)
    catat_jejak(
        session, pelaku, now, JenisJejak.SANDI_DIGANTI, Objek.PENGGUNA, akun.id, upp_id=akun.upp_id,
        catatan=f"{akun.nama_masuk}: sandi sekali pakai yang baru",
    )  # fmt: skip
    return SandiSekaliPakai(akun.nama_masuk, akun.nama, sandi)


def nonaktifkan(session: Session, pelaku: Pelaku, now: datetime, pengguna_id: int) -> bool:
    """Switch an account off and end its log-ins; False when it was off already. Raises PenggunaDitolak."""
    akun = muat_akun(session, pelaku, pengguna_id)
    if not akun.aktif:
        return False
    _bukan_diri_sendiri(pelaku, akun, "Akun sendiri tidak dapat dinonaktifkan. Mintalah pengelola lain.")
    _bukan_pengelola_terakhir(session, akun)
    baru = repo.ubah_pengguna(session, akun.id, {"aktif": False})
    repo.tutup_semua_sesi(session, akun.id)
    _catat_ubah(session, pelaku, now, baru, akun)
    return True


def aktifkan(session: Session, pelaku: Pelaku, now: datetime, pengguna_id: int) -> bool:
    """Switch an account on again, with the password it had; False when it was on already."""
    akun = muat_akun(session, pelaku, pengguna_id)
    if akun.aktif:
        return False
    _catat_ubah(session, pelaku, now, repo.ubah_pengguna(session, akun.id, {"aktif": True}), akun)
    return True


def muat_akun(session: Session, pelaku: Pelaku, pengguna_id: int) -> Pengguna:
    """The account as stored, for somebody who manages accounts. Raises AksesDitolak, TidakTerjangkau."""
    periksa_izin(pelaku, Izin.KELOLA_PENGGUNA)
    akun = repo.pengguna_menurut_id(session, pengguna_id)
    if akun is None:
        raise TidakTerjangkau("Pengguna ini tidak ada.")
    return akun


def akun_menurut_nama(session: Session, nama_masuk: str) -> Pengguna:
    """The account of a log-in name. Raises PenggunaDitolak when there is none."""
    akun = repo.pengguna_menurut_nama(session, nama_masuk)
    if akun is None:
        raise PenggunaDitolak(f"Tidak ada pengguna dengan nama masuk '{nama_masuk}'. Lihat: rtl-tracker pengguna daftar.")
    return akun


def _baca_nama_masuk(session: Session, teks: str) -> str:
    try:
        nama_masuk = baca_nama_masuk(teks)
    except NamaMasukDitolak as galat:
        raise PenggunaDitolak(str(galat), "nama_masuk") from galat
    if repo.pengguna_menurut_nama(session, nama_masuk) is not None:
        raise PenggunaDitolak(f"Nama masuk '{nama_masuk}' sudah dipakai. Pilih nama masuk yang lain.", "nama_masuk")
    return nama_masuk


def _baca_nama(teks: str) -> str:
    nama = " ".join(teks.split())
    if not nama or len(nama) > NAMA_PALING_PANJANG or not nama.isprintable():
        raise PenggunaDitolak(f"Isi nama lengkap, paling banyak {NAMA_PALING_PANJANG} huruf.", "nama")
    return nama


def _periksa_unit(session: Session, peran: Peran, upp_id: int | None) -> None:
    """Whether this role belongs to a unit, to none, or to either."""
    keterangan = TABEL_PERAN[peran]
    if keterangan.beruang is True and upp_id is None:
        raise PenggunaDitolak(f"Peran {keterangan.nama} memerlukan unit. Pilih unitnya.", "upp_id")
    if keterangan.beruang is False and upp_id is not None:
        raise PenggunaDitolak(f"Peran {keterangan.nama} berlaku untuk seluruh instansi. Kosongkan unitnya.", "upp_id")
    if upp_id is not None and not ada_upp(session, upp_id):
        raise PenggunaDitolak("Unit yang dipilih tidak ada. Pilih unit dari daftar.", "upp_id")


def _bukan_diri_sendiri(pelaku: Pelaku, akun: Pengguna, kalimat: str, bidang: str = "") -> None:
    if pelaku.id == akun.id:
        raise PenggunaDitolak(kalimat, bidang)


def _bukan_pengelola_terakhir(session: Session, akun: Pengguna, bidang: str = "") -> None:
    """Somebody must be left who can manage accounts."""
    lain = (p for p in repo.list_pengguna(session) if p.id != akun.id)
    if akun.aktif and akun.peran is Peran.ORGANISASI and not any(p.aktif and p.peran is Peran.ORGANISASI for p in lain):
        raise PenggunaDitolak(
            "Ini akun Bagian Organisasi terakhir yang aktif, sehingga tidak dapat dinonaktifkan atau diganti perannya. "
            "Tambahkan akun Bagian Organisasi yang lain lebih dahulu.",
            bidang,
        )


def _catat_ubah(
    session: Session, pelaku: Pelaku, now: datetime, baru: Pengguna, lama: Pengguna, rincian: Mapping[str, object] | None = None
) -> None:
    dari, ke = (AKTIF if p.aktif else NONAKTIF for p in (lama, baru))
    catat_jejak(
        session, pelaku, now, JenisJejak.PENGGUNA_DIUBAH, Objek.PENGGUNA, baru.id, upp_id=baru.upp_id, dari=dari, ke=ke,
        catatan=baru.nama_masuk, rincian=rincian,
    )  # fmt: skip
