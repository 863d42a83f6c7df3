"""The officers' hand on a running survey: how many people use the service, and a pause."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.izin import periksa_kewenangan
from rtl_tracker.domain.jadwal_survei import KeadaanSurvei, Survei, SurveiTertutup, periksa_petugas
from rtl_tracker.domain.jawaban import JenisCacah
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.spreadsheets.sel import NilaiSalah, baca_hitungan
from rtl_tracker.storage.jawaban_repository import simpan_survei
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.usecases.kelola_penyampaian import periksa_tahun_dibuka
from rtl_tracker.usecases.pantau_survei import cacah_survei
from rtl_tracker.usecases.perubahan import perbedaan, periksa_versi
from rtl_tracker.usecases.tempat_survei import TempatSurvei, tempat_unit

TERBESAR = 2**31 - 1


class PopulasiSalah(DomainError):
    """The typed number of users cannot be kept."""


def ubah_populasi(
    session: Session, pelaku: Pelaku, now: datetime, upp_id: int, tahun: int, periode: Periode, teks: str, versi: int
) -> None:
    """Keep how many people used the service in the period; a blank text = not known.

    Raises PopulasiSalah, SurveiTertutup, BerubahLebihDahulu, TidakTerjangkau, AksesDitolak.
    """
    tempat = _tempat(session, pelaku, now, upp_id, tahun, periode, versi)
    if tempat.keadaan is not KeadaanSurvei.BELUM_DIBUKA:
        periksa_petugas(tempat.keadaan)
    populasi = _baca(teks)
    n = sum(c.get((JenisCacah.N, ""), 0) for c in cacah_survei(session, tempat).values())
    if populasi is not None and populasi < n:
        raise PopulasiSalah(f"Populasi lebih kecil daripada {n} jawaban yang sudah masuk. Periksa kembali bilangannya.")
    _simpan(session, pelaku, now, tempat, replace(tempat.survei, populasi=populasi))


def jeda_survei(
    session: Session, pelaku: Pelaku, now: datetime, upp_id: int, tahun: int, periode: Periode, dijeda: bool, versi: int
) -> None:
    """Pause the survey or let it go on. Raises SurveiTertutup outside its days, BerubahLebihDahulu, TidakTerjangkau, AksesDitolak."""
    tempat = _tempat(session, pelaku, now, upp_id, tahun, periode, versi)
    if tempat.keadaan not in (KeadaanSurvei.TERBUKA, KeadaanSurvei.DIJEDA):
        raise SurveiTertutup("Survei hanya dapat dijeda atau dilanjutkan pada hari-hari survei, sebelum dijadikan hasil.")
    _simpan(session, pelaku, now, tempat, replace(tempat.survei, dijeda=dijeda))


def _tempat(
    session: Session, pelaku: Pelaku, now: datetime, upp_id: int, tahun: int, periode: Periode, versi: int
) -> TempatSurvei:
    periksa_kewenangan(pelaku, Izin.KELOLA_SURVEI, upp_id)
    periksa_tahun_dibuka(session, tahun)
    tempat = tempat_unit(session, upp_id, tahun, periode, now.astimezone().date())
    s = tempat.survei
    dimulai_jawaban = s.versi == 1 and s.populasi is None and not s.dijeda  # nobody changed anything: an answer began it
    if s.id is not None and not (versi == 0 and dimulai_jawaban):
        periksa_versi(session, Objek.SURVEI, s.id, versi, s.versi)
    return tempat


def _simpan(session: Session, pelaku: Pelaku, now: datetime, tempat: TempatSurvei, baru: Survei) -> None:
    beda = perbedaan(tempat.survei, baru, ("populasi", "dijeda"))
    if not beda:
        return
    tersimpan = simpan_survei(session, baru)
    catatan = f"Survei {tempat.upp.nama}, {NAMA_PERIODE[tempat.periode]} {tempat.tahun}"
    catat_jejak(
        session, pelaku, now, JenisJejak.SURVEI_DIUBAH, Objek.SURVEI, tersimpan.id, upp_id=tempat.upp.id, catatan=catatan,
        rincian=beda,
    )  # fmt: skip


def _baca(teks: str) -> int | None:
    try:
        populasi = baca_hitungan(teks)
    except NilaiSalah as galat:
        raise PopulasiSalah(str(galat)) from galat
    if populasi is not None and not 0 < populasi <= TERBESAR:
        raise PopulasiSalah("Populasi harus bilangan bulat lebih dari nol, atau kosong bila tidak diketahui.")
    return populasi
