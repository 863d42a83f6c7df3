"""`pengguna`: accounts from the command line, also the very first one."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime

from rtl_tracker.config import Settings
from rtl_tracker.domain.peran import Peran, pelaku_program
from rtl_tracker.perintah.keluaran import cetak, cetak_json, susun_tabel
from rtl_tracker.perintah.lingkungan import membaca, menulis
from rtl_tracker.perintah.tolakan import SELESAI
from rtl_tracker.usecases import kelola_pengguna as kelola
from rtl_tracker.usecases.daftar_pengguna import (
    SELURUH_INSTANSI,
    BarisPengguna,
    SaringanPengguna,
    daftar_pengguna,
    unit_menurut_nama,
)
from rtl_tracker.usecases.kelola_pengguna import SandiSekaliPakai, akun_menurut_nama


def pengguna(argumen: Namespace, settings: Settings) -> int:
    """Do what `argumen.tindakan` names. Raises PenggunaDitolak, UppTidakDikenal."""
    tindakan: dict[str, Callable[[Namespace, Settings], None]] = {
        "tambah": _tambah,
        "daftar": _daftar,
        "nonaktifkan": _nonaktifkan,
        "sandi": _sandi,
    }
    tindakan[argumen.tindakan](argumen, settings)
    return SELESAI


def _tambah(argumen: Namespace, settings: Settings) -> None:
    with menulis(settings) as session:
        upp_id = None if argumen.upp is None else unit_menurut_nama(session, argumen.upp)
        isian = (argumen.nama_masuk, argumen.nama, Peran(argumen.peran), upp_id)
        baru = kelola.tambah_pengguna(session, pelaku_program(), datetime.now(UTC), *isian)
    _cetak_sandi(argumen, baru, f"Akun {baru.nama_masuk} ({baru.nama}) ditambahkan.")


def _daftar(argumen: Namespace, settings: Settings) -> None:
    with membaca(settings) as session:
        baris = daftar_pengguna(session, pelaku_program(), SaringanPengguna()).baris
    if argumen.json:
        cetak_json([_isi_json(b) for b in baris])
    elif not baris:
        cetak("Belum ada akun. Buat yang pertama: rtl-tracker pengguna tambah NAMA_MASUK --nama NAMA --peran organisasi")
    else:
        isi = [[b.nama_masuk, b.nama, b.peran.value, b.upp or SELURUH_INSTANSI, b.keadaan.value] for b in baris]
        for teks in susun_tabel(["Nama masuk", "Nama", "Peran", "Unit", "Keadaan"], isi):
            cetak(teks)


def _nonaktifkan(argumen: Namespace, settings: Settings) -> None:
    with menulis(settings) as session:
        akun = akun_menurut_nama(session, argumen.nama_masuk)
        berubah = kelola.nonaktifkan(session, pelaku_program(), datetime.now(UTC), akun.id)
    if argumen.json:
        cetak_json({"nama_masuk": akun.nama_masuk, "berubah": berubah})
    else:
        cetak(f"Akun {akun.nama_masuk} {'dinonaktifkan' if berubah else 'sudah nonaktif; tidak ada perubahan'}.")


def _sandi(argumen: Namespace, settings: Settings) -> None:
    with menulis(settings) as session:
        akun = akun_menurut_nama(session, argumen.nama_masuk)
        baru = kelola.atur_ulang_sandi(session, pelaku_program(), datetime.now(UTC), akun.id)
    _cetak_sandi(argumen, baru, f"Sandi akun {baru.nama_masuk} ({baru.nama}) dibuat ulang; semua sesi masuknya diakhiri.")


def _cetak_sandi(argumen: Namespace, baru: SandiSekaliPakai, kalimat: str) -> None:
    """The only place where the password appears; it is printed after the commit."""
    if argumen.json:
        cetak_json(asdict(baru))
        return
    cetak(kalimat)
    cetak(f"Sandi sekali pakai (tampil satu kali, wajib diganti saat masuk): {baru.sandi}")


def _isi_json(b: BarisPengguna) -> dict[str, object]:
    return {
        "nama_masuk": b.nama_masuk, "nama": b.nama, "peran": b.peran.value, "upp": b.upp, "keadaan": b.keadaan.value,
    }  # fmt: skip
