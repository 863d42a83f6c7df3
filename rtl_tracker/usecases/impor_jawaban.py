"""A checked file of answers becomes questionnaires of the survey, all or nothing; taken back and restored as a whole."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.izin import TidakTerjangkau, periksa_kewenangan
from rtl_tracker.domain.jadwal_survei import periksa_petugas
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage import impor_jawaban_repository as repo
from rtl_tracker.storage.impor_jawaban_repository import ImporJawaban
from rtl_tracker.storage.jawaban_repository import id_survei
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.pemetaan_repository import PemetaanTersimpan, muat_pemetaan, simpan_pemetaan
from rtl_tracker.storage.session import kunci_penulis
from rtl_tracker.usecases.bahan_impor import BahanImpor, muat_bahan_impor
from rtl_tracker.usecases.petakan_jawaban import (
    BerkasJawaban,
    HasilPeriksa,
    Pemetaan,
    PilihanImpor,
    gabung_pemetaan,
    periksa_isi,
    periksa_pemetaan,
)
from rtl_tracker.usecases.tempat_survei import TempatSurvei, tempat_unit

ALASAN_PENDEK = 10


class ImporDitolak(DomainError):
    """An import cannot be stored, taken back or restored; str(error) says why."""


@dataclass(frozen=True, slots=True)
class ImporSiap:
    """A file that was read and checked, and what the survey was then. `tersusun`: its rows as they are to be stored."""

    bahan: BahanImpor
    berkas: BerkasJawaban
    pemetaan: Pemetaan
    periksa: HasilPeriksa
    tersusun: Sequence[tuple[Any, ...]] = ()


@dataclass(frozen=True, slots=True)
class ImporSelesai:
    """What came of it. `baru` false = this very file had been imported before, and nothing was added."""

    id: int
    n: int
    baru: bool


def pemetaan_tersimpan(session: Session, pelaku: Pelaku, upp_id: int, berkas: BerkasJawaban) -> PemetaanTersimpan | None:
    """How the unit read a file of this look the last time. Raises TidakTerjangkau, AksesDitolak."""
    periksa_kewenangan(pelaku, Izin.KELOLA_SURVEI, upp_id)
    return muat_pemetaan(session, upp_id, berkas.lembar.tanda)


def isi_terimpor(session: Session, bahan: BahanImpor) -> Counter[tuple[str, str]]:
    """(date, fingerprint) of what imports brought into the survey."""
    survei_id = bahan.tempat.survei.id
    return Counter() if survei_id is None or not bahan.riwayat else repo.isi_terimpor(session, survei_id)


def siapkan_impor(
    session: Session, bahan: BahanImpor, berkas: BerkasJawaban, pemetaan: Pemetaan, pilihan: PilihanImpor
) -> ImporSiap:
    """Read and check every row, for the page that shows it: seconds for a large file, so only a session for reading is open."""
    return ImporSiap(bahan, berkas, pemetaan, periksa_isi(bahan, berkas, pemetaan, pilihan, isi_terimpor(session, bahan)))


def susun_impor(siap: ImporSiap) -> ImporSiap:
    """Make the rows of a checked file ready to be stored, before anybody has to wait for the session that writes."""
    return replace(siap, tersusun=repo.susun_banyak(siap.periksa.baris))


def simpan_impor(
    session: Session, pelaku: Pelaku, now: datetime, upp_id: int, tahun: int, periode: Periode, siap: ImporSiap
) -> ImporSelesai:
    """Store what a checked file brings (`susun_impor`), all or nothing. The same file again adds nothing, unless its import was taken back.

    Raises ImporDitolak when anything in it is refused or the survey has changed since; SurveiTertutup, TidakTerjangkau, AksesDitolak.
    """
    kunci_penulis(session.connection())
    bahan, berkas = muat_bahan_impor(session, pelaku, now, upp_id, tahun, periode), siap.berkas
    periksa_petugas(bahan.tempat.keadaan)
    ada = bahan.sudah_diimpor(berkas.sha256)
    if ada is not None:
        return ImporSelesai(ada.id, ada.n, baru=False)
    _periksa_siap(bahan, siap)
    survei_id, n = id_survei(session, bahan.tempat.survei), len(siap.tersusun)
    impor_id = repo.catat_impor_jawaban(session, now, tahun, survei_id, berkas.nama, berkas.sha256, n, pelaku.nama)
    ulang = sum(i.sha256 == berkas.sha256 for i in bahan.riwayat)
    repo.tambah_banyak(session, survei_id, impor_id, f"{survei_id}|{berkas.sha256}|{ulang}", siap.tersusun, now)
    lama = muat_pemetaan(session, upp_id, berkas.lembar.tanda)
    isi = gabung_pemetaan(None if lama is None else lama.isi, siap.pemetaan)
    simpan_pemetaan(session, upp_id, berkas.lembar.tanda, isi, pelaku.nama, now)
    rincian = {"impor": impor_id, "sha256": berkas.sha256, "jumlah": n}
    catat_jejak(
        session, pelaku, now, JenisJejak.JAWABAN_DIIMPOR, Objek.SURVEI, survei_id, upp_id=upp_id, catatan=berkas.nama,
        rincian=rincian,
    )  # fmt: skip
    return ImporSelesai(impor_id, n, baru=True)


def _periksa_siap(bahan: BahanImpor, siap: ImporSiap) -> None:
    """Raises ImporDitolak unless the checked file may be stored into the survey as it now is."""
    tetap = (bahan.riwayat, bahan.layanan, bahan.awal, bahan.akhir) == (
        siap.bahan.riwayat, siap.bahan.layanan, siap.bahan.awal, siap.bahan.akhir,
    )  # fmt: skip
    if not tetap or bahan.tempat.upp.id != siap.bahan.tempat.upp.id:
        raise ImporDitolak("Survei ini berubah sejak berkas diperiksa. Periksa kembali berkasnya, lalu simpan.")
    salah = periksa_pemetaan(bahan, siap.berkas, siap.pemetaan)
    if salah:
        raise ImporDitolak(next(iter(salah.values())))
    if siap.periksa.hasil.galat:
        raise ImporDitolak("Berkas ini masih memuat hal yang harus diperbaiki; tidak ada yang disimpan.")
    if not siap.tersusun:
        raise ImporDitolak("Berkas ini tidak membawa satu pun kuesioner baru untuk survei ini.")


def batalkan_impor(
    session: Session, pelaku: Pelaku, now: datetime, upp_id: int, tahun: int, periode: Periode, impor_id: int, alasan: str
) -> int:
    """Set aside everything that an import brought, with a reason; returns how many questionnaires.

    Raises ImporDitolak, SurveiTertutup, TidakTerjangkau, AksesDitolak.
    """
    tempat, impor = _impor(session, pelaku, now, upp_id, tahun, periode, impor_id)
    alasan = " ".join(alasan.split())
    if len(alasan) < ALASAN_PENDEK:
        raise ImporDitolak(f"Tuliskan alasan pembatalan, paling sedikit {ALASAN_PENDEK} huruf.")
    if impor.alasan:
        raise ImporDitolak("Impor ini sudah dibatalkan.")
    assert tempat.survei.id is not None
    n = repo.sisihkan_impor(session, tempat.survei.id, impor_id, alasan)
    _catat(session, pelaku, now, JenisJejak.JAWABAN_DISISIHKAN, tempat, impor, n, alasan)
    return n


def pulihkan_impor(
    session: Session, pelaku: Pelaku, now: datetime, upp_id: int, tahun: int, periode: Periode, impor_id: int
) -> int:
    """Take back what was set aside with an import; returns how many questionnaires.

    Raises ImporDitolak, SurveiTertutup, TidakTerjangkau, AksesDitolak.
    """
    tempat, impor = _impor(session, pelaku, now, upp_id, tahun, periode, impor_id)
    assert tempat.survei.id is not None
    if not impor.alasan:
        raise ImporDitolak("Impor ini tidak dibatalkan.")
    lain = repo.list_impor_jawaban(session, tempat.survei.id, tahun)
    if any(i.sha256 == impor.sha256 and not i.alasan for i in lain):
        raise ImporDitolak("Berkas yang sama sudah diimpor lagi. Batalkan dahulu impor itu.")
    n = repo.pulihkan_impor(session, tempat.survei.id, impor_id)
    _catat(session, pelaku, now, JenisJejak.JAWABAN_DIPULIHKAN, tempat, impor, n, "")
    return n


def _impor(
    session: Session, pelaku: Pelaku, now: datetime, upp_id: int, tahun: int, periode: Periode, impor_id: int
) -> tuple[TempatSurvei, ImporJawaban]:
    periksa_kewenangan(pelaku, Izin.KELOLA_SURVEI, upp_id)
    kunci_penulis(session.connection())
    tempat = tempat_unit(session, upp_id, tahun, periode, now.astimezone().date())
    impor = None if tempat.survei.id is None else repo.impor_menurut_id(session, tempat.survei.id, impor_id)
    if impor is None:
        raise TidakTerjangkau("Alamat ini tidak ada, atau datanya tidak tersimpan. Periksa kembali alamatnya.")
    periksa_petugas(tempat.keadaan)
    return tempat, impor


def _catat(
    session: Session, pelaku: Pelaku, now: datetime, jenis: JenisJejak, tempat: TempatSurvei, impor: ImporJawaban, n: int,
    alasan: str,
) -> None:  # fmt: skip
    catatan = f"Impor nomor {impor.id} ({impor.nama_berkas})" + (f" dibatalkan: {alasan}" if alasan else " dipulihkan")
    rincian = {"impor": impor.id, "sha256": impor.sha256, "jumlah": n}
    catat_jejak(
        session, pelaku, now, jenis, Objek.SURVEI, tempat.survei.id, upp_id=tempat.upp.id, catatan=catatan, rincian=rincian
    )  # fmt: skip
