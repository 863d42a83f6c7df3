"""The calendar of a year: seven periods with four dates each, the defaults unless the instansi changed them (spec 2.3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.izin import periksa_kewenangan
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.kalender import Jadwal, JadwalTidakSah, jadwal_bawaan, periksa_jadwal
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage import penyampaian_repository as repo
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.pengaturan_repository import muat_pengaturan, tahun_tersedia
from rtl_tracker.usecases.bahan_halaman import TahunTidakAda
from rtl_tracker.usecases.perubahan import perbedaan, periksa_versi_jejak, versi_jejak

TANGGAL: tuple[str, ...] = ("survei_mulai", "survei_selesai", "kirim_mulai", "kirim_batas")


class KalenderTidakSah(DomainError):
    """Dates that contradict each other; `per_periode` has the sentence for each row. Nothing was stored."""

    def __init__(self, per_periode: Mapping[Periode, str]) -> None:
        super().__init__("Jadwal belum dapat disimpan karena ada tanggal yang bertentangan.")
        self.per_periode = dict(per_periode)


@dataclass(frozen=True, slots=True)
class BarisKalender:
    """The dates of a period that hold, and the default ones."""

    jadwal: Jadwal
    bawaan: Jadwal

    @property
    def diubah(self) -> bool:
        """Whether the instansi changed the default."""
        return self.jadwal != self.bawaan


@dataclass(frozen=True, slots=True)
class KalenderTahun:
    """The calendar as its page shows it. `versi` counts up with every change."""

    tahun: int
    tahun_tersedia: tuple[int, ...]
    nama_instansi: str
    baris: tuple[BarisKalender, ...]
    versi: int


def muat_kalender_tahun(session: Session, pelaku: Pelaku, tahun: int) -> KalenderTahun:
    """The calendar of an opened year. Raises AksesDitolak, TahunTidakAda."""
    periksa_kewenangan(pelaku, Izin.KELOLA_DATA_INDUK, None)
    tersedia = tuple(tahun_tersedia(session))
    if tahun not in tersedia:
        raise TahunTidakAda(f"Tahun {tahun} belum dibuka.")
    bawaan = jadwal_bawaan(tahun)
    return KalenderTahun(
        tahun=tahun,
        tahun_tersedia=tersedia,
        nama_instansi=muat_pengaturan(session, tahun).nama,
        baris=tuple(BarisKalender(j, bawaan[p]) for p, j in repo.muat_kalender(session, tahun).items()),
        versi=versi_jejak(session, JenisJejak.KALENDER_DIUBAH, Objek.TAHUN, tahun),
    )


def ubah_kalender(
    session: Session, pelaku: Pelaku, now: datetime, tahun: int, jadwal: Mapping[Periode, Jadwal], versi: int
) -> int:
    """Store the dates that differ from what holds, with one event; returns how many periods changed.

    `jadwal` without a period leaves it alone. Dates equal to the default are not kept as a change. Raises AksesDitolak,
    TahunTidakAda, KalenderTidakSah, BerubahLebihDahulu.
    """
    kini = muat_kalender_tahun(session, pelaku, tahun)
    periksa_versi_jejak(session, JenisJejak.KALENDER_DIUBAH, Objek.TAHUN, tahun, versi)
    _periksa(tahun, jadwal)
    rincian = {}
    for baris in kini.baris:
        baru = jadwal.get(baris.jadwal.periode, baris.jadwal)
        if baru == baris.jadwal:
            continue
        rincian[baru.periode.value] = perbedaan(baris.jadwal, baru, TANGGAL)
        if baru == baris.bawaan:
            repo.hapus_jadwal(session, tahun, baru.periode)
        else:
            repo.simpan_jadwal(session, tahun, baru)
    if rincian:
        catatan = f"Kalender tahun {tahun}: {', '.join(rincian)}"
        catat_jejak(
            session, pelaku, now, JenisJejak.KALENDER_DIUBAH, Objek.TAHUN, tahun, catatan=catatan, rincian=rincian
        )  # fmt: skip
    return len(rincian)


def _periksa(tahun: int, jadwal: Mapping[Periode, Jadwal]) -> None:
    salah: dict[Periode, str] = {}
    for periode, satu in jadwal.items():
        try:
            periksa_jadwal(satu)
            _periksa_tahun(tahun, satu)
        except JadwalTidakSah as galat:
            salah[periode] = str(galat)
    if salah:
        raise KalenderTidakSah(salah)


def _periksa_tahun(tahun: int, jadwal: Jadwal) -> None:
    """A survey of another year, or a due date years later, is a slip of the pen."""
    if jadwal.survei_mulai.year != tahun or jadwal.survei_selesai.year != tahun:
        raise JadwalTidakSah(f"Survei periode ini harus berlangsung pada tahun {tahun}.")
    if not date(tahun, 1, 1) <= jadwal.kirim_mulai <= jadwal.kirim_batas <= date(tahun + 1, 12, 31):
        raise JadwalTidakSah(f"Tanggal pengiriman harus jatuh pada tahun {tahun} atau {tahun + 1}.")
