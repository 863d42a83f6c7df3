"""The settings of a year as a form: what was typed is checked, what it would change is told, and the change is one event (spec 1, 2.4)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy.orm import Session

from rtl_tracker.domain.errors import DomainError, PengaturanTidakDikenal
from rtl_tracker.domain.izin import periksa_kewenangan
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.pengaturan import KUNCI_PENGATURAN, Pengaturan, baca_nilai_pengaturan, ubah_pengaturan
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.formats import bulat, tanggal
from rtl_tracker.spreadsheets.sel import NilaiSalah, baca_tanggal, satu_baris
from rtl_tracker.storage.data_tahun import muat_data_tahun
from rtl_tracker.storage.pengaturan_repository import muat_pengaturan, tahun_tersedia
from rtl_tracker.usecases.bahan_halaman import TahunTidakAda
from rtl_tracker.usecases.dampak_pengaturan import PENGUBAH_ANGKA, Dampak, hitung_dampak
from rtl_tracker.usecases.isi_hasil import IsianSalah
from rtl_tracker.usecases.kelola_instansi import ubah_pengaturan_tahun
from rtl_tracker.usecases.perubahan import periksa_versi_jejak, versi_jejak

JENIS_INSTANSI: tuple[str, ...] = ("provinsi", "kabupaten", "kota")
DAFTAR: tuple[str, ...] = ("tim", "dasar_hukum")
"""Settings of one entry a line."""
PANJANG: dict[str, int] = {
    "nama": 255, "istilah_unit": 20, "tempat": 100, "tanggal_laporan": 60, "penandatangan": 150, "jabatan_penandatangan": 200,
    "nip_penandatangan": 40, "tim": 200, "dasar_hukum": 600,
}  # fmt: skip
BARIS_TERBANYAK = 60
ANGKA_NIP = 18
_PENGUBAH = (JenisJejak.PENGATURAN_DIUBAH, JenisJejak.IMPOR)


class PerluDitegaskan(DomainError):
    """The change moves figures and was not confirmed; nothing was stored. `tanda` is what a confirmation must name."""

    def __init__(self, dampak: Dampak, tanda: str, perubahan: Mapping[str, str]) -> None:
        """`perubahan`: the new settings as texts."""
        super().__init__("Pengaturan ini mengubah angka yang dicetak. Periksa perubahannya, lalu tegaskan.")
        self.dampak = dampak
        self.tanda = tanda
        self.perubahan = dict(perubahan)


@dataclass(frozen=True, slots=True)
class PengaturanTahun:
    """The settings that hold for an opened year, as its page shows them. `versi` counts up with every change."""

    tahun: int
    tahun_tersedia: tuple[int, ...]
    pengaturan: Pengaturan
    versi: int


def tahun_pengaturan(session: Session, pelaku: Pelaku) -> tuple[int, ...]:
    """The opened years, newest first; none on an empty database. Raises AksesDitolak."""
    periksa_kewenangan(pelaku, Izin.KELOLA_DATA_INDUK, None)
    return tuple(tahun_tersedia(session))


def muat_pengaturan_tahun(session: Session, pelaku: Pelaku, tahun: int) -> PengaturanTahun:
    """The settings of an opened year. Raises AksesDitolak, TahunTidakAda."""
    tersedia = tahun_pengaturan(session, pelaku)
    if tahun not in tersedia:
        raise TahunTidakAda(f"Tahun {tahun} belum dibuka.")
    versi = versi_jejak(session, _pengubah_terakhir(session, tahun), Objek.TAHUN, tahun)
    return PengaturanTahun(tahun, tersedia, muat_pengaturan(session, tahun), versi)


def simpan_isian_pengaturan(
    session: Session, pelaku: Pelaku, now: datetime, tahun: int, isian: Mapping[str, str], versi: int, ditegaskan: str = ""
) -> int:
    """Store the settings that differ from what holds, with one event; returns how many.

    `isian` without a setting leaves it alone. A change that moves figures needs `ditegaskan`, the sign of PerluDitegaskan:
    it holds for that very change only. Raises AksesDitolak, TahunTidakAda, BerubahLebihDahulu, IsianSalah, PerluDitegaskan.
    """
    kini = muat_pengaturan_tahun(session, pelaku, tahun)
    periksa_versi_jejak(session, _pengubah_terakhir(session, tahun), Objek.TAHUN, tahun, versi)
    perubahan = periksa_isian(kini.pengaturan, isian)
    tanda = _tanda(versi, perubahan)
    if ditegaskan != tanda and PENGUBAH_ANGKA & perubahan.keys():
        baru = ubah_pengaturan(kini.pengaturan, perubahan)
        dampak = hitung_dampak(muat_data_tahun(session, tahun), baru, perubahan.keys())
        if dampak is not None:
            raise PerluDitegaskan(dampak, tanda, perubahan)
    ubah_pengaturan_tahun(session, pelaku, now, tahun, perubahan)
    return len(perubahan)


def periksa_isian(kini: Pengaturan, isian: Mapping[str, str]) -> dict[str, str]:
    """The settings that were changed, tidied, as texts. What was left as it stands is never refused. Raises IsianSalah."""
    perubahan: dict[str, str] = {}
    salah: dict[str, str] = {}
    for kunci in KUNCI_PENGATURAN:
        if kunci not in isian:
            continue
        teks = _rapikan(kunci, isian[kunci])
        try:
            if baca_nilai_pengaturan(kunci, teks) != getattr(kini, kunci):
                perubahan[kunci] = _periksa_satu(kunci, teks)
        except PengaturanTidakDikenal:
            salah[kunci] = "Pilih salah satu yang tersedia."
        except _Tolak as galat:
            salah[kunci] = str(galat)
    if salah:
        raise IsianSalah(salah)
    return perubahan


class _Tolak(DomainError):
    """One typed text cannot be taken."""


def _pengubah_terakhir(session: Session, tahun: int) -> JenisJejak:
    """The kind of the newest record that touched the settings: a form changed them, or a workbook."""
    return max(_PENGUBAH, key=lambda jenis: versi_jejak(session, jenis, Objek.TAHUN, tahun))


def _tanda(versi: int, perubahan: Mapping[str, str]) -> str:
    """Names this change of figures, made from this version; words that change beside it need no second look."""
    isi = repr((versi, sorted((k, v) for k, v in perubahan.items() if k in PENGUBAH_ANGKA)))
    return sha256(isi.encode()).hexdigest()


def _rapikan(kunci: str, teks: str) -> str:
    if kunci in DAFTAR:
        return "\n".join(rapi for baris in teks.splitlines() if (rapi := satu_baris(baris)))
    return satu_baris(teks)


def _periksa_satu(kunci: str, teks: str) -> str:
    """The text as it is stored. Raises _Tolak."""
    baris = teks.splitlines()
    if kunci in PANJANG and any(len(satu) > PANJANG[kunci] for satu in baris):
        sebutan = "Setiap baris paling" if kunci in DAFTAR else "Paling"
        raise _Tolak(f"{sebutan} banyak {bulat(PANJANG[kunci])} huruf.")
    if len(baris) > BARIS_TERBANYAK:
        raise _Tolak(f"Paling banyak {BARIS_TERBANYAK} baris.")
    return _ATURAN.get(kunci, _apa_adanya)(teks)


def _apa_adanya(teks: str) -> str:
    return teks


def _wajib(teks: str) -> str:
    if not teks:
        raise _Tolak("Bagian ini wajib diisi.")
    return teks


def _jenis(teks: str) -> str:
    if teks not in JENIS_INSTANSI:
        raise _Tolak("Pilih salah satu yang tersedia.")
    return teks


def _nip(teks: str) -> str:
    angka = [huruf for huruf in teks if huruf not in " .-"]
    if angka and (len(angka) != ANGKA_NIP or not all(h.isascii() and h.isdigit() for h in angka)):
        raise _Tolak(f"NIP terdiri atas {ANGKA_NIP} angka. Periksa yang terketik, atau kosongkan.")
    return teks


def _tanggal(teks: str) -> str:
    """A date in its printed form; a month alone, as many reports have it, is kept as typed."""
    if not teks:
        return teks
    for calon, hasil in ((teks, None), (f"1 {teks}", teks)):
        try:
            hari = baca_tanggal(calon)
        except NilaiSalah:
            continue
        if hari is not None:
            return hasil or tanggal(hari)
    raise _Tolak("Tanggal tidak terbaca. Tulis seperti 10 Januari 2027, atau bulannya saja: Januari 2027.")


_ATURAN: Mapping[str, Callable[[str], str]] = {
    "nama": _wajib, "istilah_unit": _wajib, "jenis": _jenis, "nip_penandatangan": _nip, "tanggal_laporan": _tanggal,
}  # fmt: skip
