"""The logo of the instansi: taken as what its content is, drawn anew, shown, removed. Every change is an event (spec 2.4)."""

from datetime import datetime

from sqlalchemy.orm import Session

from rtl_tracker.domain.bukti import BuktiDitolak, nama_sebut
from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.izin import TidakTerjangkau, periksa_kewenangan
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.formats import tanggal_waktu
from rtl_tracker.storage import logo_repository as repo
from rtl_tracker.storage.gambar_ulang import gambar_ulang
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.logo_repository import Logo
from rtl_tracker.storage.pemeriksaan_berkas import periksa_berkas

BATAS_MB = 1
SISI_TERKECIL, SISI_TERBESAR = 200, 1200
"""Points. A cover prints the logo 32 mm wide: 200 points give about 160 to the inch, more than 1200 nobody sees."""
BANDING_TERBESAR = 4
MIME_LOGO = "image/jpeg"
_AWALAN = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


class LogoDitolak(DomainError):
    """A picture cannot be the logo; str(error) says why and what to do. Nothing was stored."""


def muat_keterangan_logo(session: Session, pelaku: Pelaku) -> Logo | None:
    """What is known of the logo; None when there is none. Raises AksesDitolak."""
    periksa_kewenangan(pelaku, Izin.KELOLA_DATA_INDUK, None)
    return repo.keterangan_logo(session)


def gambar_logo(session: Session, pelaku: Pelaku) -> bytes:
    """The logo as a JPEG that this program drew. Raises AksesDitolak, TidakTerjangkau when there is none."""
    periksa_kewenangan(pelaku, Izin.KELOLA_DATA_INDUK, None)
    isi = repo.muat_logo(session)
    if isi is None:
        raise TidakTerjangkau("Belum ada logo.")
    return isi


def periksa_logo(pelaku: Pelaku, nama_berkas: str, isi: bytes) -> bytes:
    """The picture as it is stored: drawn anew, at most SISI_TERBESAR points, without its metadata.

    Asks no database, so that nobody waits for a lock meanwhile. Raises AksesDitolak, LogoDitolak.
    """
    periksa_kewenangan(pelaku, Izin.KELOLA_DATA_INDUK, None)
    sebutan = nama_sebut(nama_berkas)
    if isi and not isi.startswith(_AWALAN):
        raise LogoDitolak(
            f"Isi berkas '{sebutan}' bukan gambar PNG atau JPG. Simpan ulang dalam bentuk itu, lalu unggah kembali."
        )
    try:
        periksa_berkas(nama_berkas, isi, BATAS_MB)
    except BuktiDitolak as galat:
        raise LogoDitolak(str(galat)) from galat
    _periksa_ukuran(sebutan, *sorted(repo.titik_gambar(isi)))
    return gambar_ulang(isi, SISI_TERBESAR)


def simpan_logo(session: Session, pelaku: Pelaku, now: datetime, gambar: bytes, versi: str) -> bool:
    """Use a picture of periksa_logo in the documents of all years; True when it is another one than before.

    `versi`: the SHA-256 that the page showed, "" = none. Raises AksesDitolak, LogoDitolak.
    """
    periksa_kewenangan(pelaku, Izin.KELOLA_DATA_INDUK, None)
    lama = _periksa_versi(session, versi)
    sidik = repo.simpan_logo(session, gambar, pelaku.nama, now)
    if sidik != lama:
        _catat(session, pelaku, now, "Logo instansi diunggah" if not lama else "Logo instansi diganti", lama, sidik)
    return sidik != lama


def hapus_logo(session: Session, pelaku: Pelaku, now: datetime, versi: str) -> None:
    """Documents are made without a logo from now on. Raises AksesDitolak, LogoDitolak when there is none (any more)."""
    periksa_kewenangan(pelaku, Izin.KELOLA_DATA_INDUK, None)
    lama = _periksa_versi(session, versi)
    if not lama:
        raise LogoDitolak("Belum ada logo yang dapat dihapus.")
    repo.hapus_logo(session)
    _catat(session, pelaku, now, "Logo instansi dihapus", lama, "")


def _periksa_ukuran(sebutan: str, pendek: int, panjang: int) -> None:
    if pendek < SISI_TERKECIL:
        raise LogoDitolak(
            f"Gambar '{sebutan}' terlalu kecil: sisi terpendeknya {pendek} titik, paling sedikit {SISI_TERKECIL} titik agar "
            "tercetak tajam. Mintalah berkas logo yang lebih besar."
        )
    if panjang > BANDING_TERBESAR * pendek:
        raise LogoDitolak(
            f"Gambar '{sebutan}' terlalu memanjang untuk logo. Potong hingga sisi panjangnya paling banyak empat kali sisi pendeknya."
        )


def _periksa_versi(session: Session, versi: str) -> str:
    """The SHA-256 of the stored logo ("" = none). Raises LogoDitolak when the page showed another one."""
    ada = repo.keterangan_logo(session)
    kini = "" if ada is None else ada.sha256
    if versi == kini:
        return kini
    if ada is None:
        raise LogoDitolak("Logo sudah dihapus pengguna lain sementara halaman ini terbuka. Tidak ada yang diubah.")
    raise LogoDitolak(
        f"Logo sudah diganti {ada.oleh} pada {tanggal_waktu(ada.pada.astimezone())} sementara halaman ini terbuka. "
        "Lihat logo yang tersimpan, lalu ulangi bila memang harus diganti."
    )


def _catat(session: Session, pelaku: Pelaku, now: datetime, catatan: str, lama: str, baru: str) -> None:
    rincian = {"sha256": [lama, baru]}
    catat_jejak(session, pelaku, now, JenisJejak.PENGATURAN_DIUBAH, Objek.HALAMAN, catatan=catatan, rincian=rincian)
