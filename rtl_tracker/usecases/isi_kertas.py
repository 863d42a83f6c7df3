"""Officers key in paper questionnaires: each sheet once, however often Enter is pressed; a wrong one is corrected with its counts."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.izin import TidakTerjangkau, periksa_kewenangan
from rtl_tracker.domain.jadwal_survei import periksa_petugas
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.kuesioner import KUESIONER_BAWAAN, Kuesioner
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage import kertas_repository as repo
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.kertas_repository import LembarKertas
from rtl_tracker.storage.kuesioner_repository import kuesioner_berlaku, kuesioner_menurut_id, kuesioner_versi
from rtl_tracker.storage.upp_repository import layanan_unit
from rtl_tracker.usecases.baca_kertas import IsianKertas, baca_kertas
from rtl_tracker.usecases.isi_hasil import IsianSalah
from rtl_tracker.usecases.perubahan import periksa_versi_jejak, versi_jejak
from rtl_tracker.usecases.tempat_survei import TempatSurvei, simpan_jawaban, tempat_unit

KUNCI = re.compile(r"[0-9a-f]{32}")
_KODE = re.compile(r"(?:L([1-9][0-9]{0,8})-)?V([1-9][0-9]{0,8})")
KALIMAT_LAYANAN = "Pilih layanan yang dinilai pada lembar ini."


class KertasDitolak(DomainError):
    """A sheet cannot be corrected; str(error) says why."""


@dataclass(frozen=True, slots=True)
class KertasTersimpan:
    """What came of a sheet. `baru` false = it had been stored before; `lurus`: all unsur answered alike; `kembar`: when others
    that say exactly the same arrived."""

    id: int
    baru: bool
    lurus: bool = False
    kembar: tuple[datetime, ...] = ()


def simpan_kertas(
    session: Session, pelaku: Pelaku, now: datetime, upp_id: int, tahun: int, periode: Periode, kode: str, isian: IsianKertas
) -> KertasTersimpan:
    """Store one sheet, with its counts. `kode`: the version of the questionnaire printed on it.

    Raises IsianSalah (per field), SurveiTertutup, TidakTerjangkau, AksesDitolak.
    """
    tempat = _tempat(session, pelaku, now, upp_id, tahun, periode)
    if not KUNCI.fullmatch(isian.kunci):
        raise IsianSalah({"kunci": "Formulir ini tidak lengkap. Muat ulang halaman, lalu isi kembali."})
    lama = repo.lembar_menurut_kunci(session, isian.kunci)
    if lama is not None:
        return KertasTersimpan(lama.id, baru=False)
    kuesioner = versi_berkode(session, upp_id, isian.layanan_id, kode)
    jawaban = baca_kertas(isian, kuesioner, tempat.jadwal, _hari(now))
    nomor = isian.nomor.strip()
    _periksa_tempat(session, tempat, isian.layanan_id, nomor, None)
    simpan_jawaban(session, now, tempat.survei, isian.kunci, jawaban, kuesioner, isian.layanan_id)
    lembar = repo.lembar_menurut_kunci(session, isian.kunci)
    assert lembar is not None
    if nomor:
        repo.setel_nomor(session, lembar.id, nomor)
    return KertasTersimpan(lembar.id, True, jawaban.lurus, tuple(repo.waktu_kembar(session, lembar)))


def perbaiki_kertas(
    session: Session,
    pelaku: Pelaku,
    now: datetime,
    upp_id: int,
    tahun: int,
    periode: Periode,
    jawaban_id: int,
    versi: int,
    isian: IsianKertas,
) -> KertasTersimpan:
    """Correct a sheet that was keyed in wrongly; who did it is recorded, what it says is not. `versi`: of the form, `versi_lembar`.

    Raises IsianSalah (per field), KertasDitolak, SurveiTertutup, BerubahLebihDahulu, TidakTerjangkau, AksesDitolak.
    """  # fmt: skip
    tempat = _tempat(session, pelaku, now, upp_id, tahun, periode)
    lembar = lembar_survei(session, tempat, jawaban_id)
    if not lembar.sah:
        raise KertasDitolak("Kuesioner ini sedang disisihkan. Pulihkan dahulu pada halaman Moderasi, lalu perbaiki.")
    periksa_versi_jejak(session, JenisJejak.JAWABAN_DIPERBAIKI, Objek.JAWABAN, jawaban_id, versi)
    jawaban = baca_kertas(isian, kuesioner_lembar(session, lembar), tempat.jadwal, _hari(now))
    nomor = isian.nomor.strip()
    _periksa_tempat(session, tempat, isian.layanan_id, nomor, jawaban_id)
    if (jawaban, isian.layanan_id, nomor) == (lembar.jawaban, lembar.layanan_id, lembar.nomor):
        return KertasTersimpan(jawaban_id, baru=False)
    repo.ubah_lembar(session, lembar, jawaban, isian.layanan_id, nomor)
    catat_jejak(
        session, pelaku, now, JenisJejak.JAWABAN_DIPERBAIKI, Objek.JAWABAN, jawaban_id, upp_id=upp_id,
        catatan=f"Isian kertas {tempat.periode.value} {tempat.tahun} diperbaiki",
    )  # fmt: skip
    kini = lembar_survei(session, tempat, jawaban_id)
    return KertasTersimpan(jawaban_id, True, jawaban.lurus, tuple(repo.waktu_kembar(session, kini)))


def lembar_survei(session: Session, tempat: TempatSurvei, jawaban_id: int) -> LembarKertas:
    """A sheet of this survey. Raises TidakTerjangkau for anything that was not keyed in from paper here."""
    survei_id = tempat.survei.id
    lembar = None if survei_id is None else repo.lembar_menurut_id(session, survei_id, jawaban_id)
    if lembar is None:
        raise TidakTerjangkau("Alamat ini tidak ada, atau datanya tidak tersimpan. Periksa kembali alamatnya.")
    return lembar


def kuesioner_lembar(session: Session, lembar: LembarKertas) -> Kuesioner:
    """The version that a stored sheet answers."""
    ada = None if lembar.kuesioner_id is None else kuesioner_menurut_id(session, lembar.kuesioner_id)
    return ada or KUESIONER_BAWAAN


def versi_lembar(session: Session, jawaban_id: int) -> int:
    """What a form for correcting a sheet names, so that two officers do not overwrite each other."""
    return versi_jejak(session, JenisJejak.JAWABAN_DIPERBAIKI, Objek.JAWABAN, jawaban_id)


def versi_berkode(session: Session, upp_id: int, layanan_id: int | None, kode: str) -> Kuesioner:
    """The version that paper names ("V1", "L12-V3"), of the instansi or of the unit's layanan; the one that holds when none is named.

    Raises TidakTerjangkau for another one.
    """
    if not kode:
        return kuesioner_berlaku(session, layanan_id)
    cocok = _KODE.fullmatch(kode)
    ruang = int(cocok[1]) if cocok and cocok[1] else None
    kuesioner = kuesioner_versi(session, ruang, int(cocok[2])) if cocok else None
    if kuesioner is None or ruang not in (None, layanan_id):
        raise TidakTerjangkau(f"Versi kuesioner {kode} tidak ada pada unit atau layanan ini.")
    return kuesioner


def _tempat(session: Session, pelaku: Pelaku, now: datetime, upp_id: int, tahun: int, periode: Periode) -> TempatSurvei:
    periksa_kewenangan(pelaku, Izin.KELOLA_SURVEI, upp_id)
    tempat = tempat_unit(session, upp_id, tahun, periode, _hari(now))
    periksa_petugas(tempat.keadaan)
    return tempat


def _periksa_tempat(session: Session, tempat: TempatSurvei, layanan_id: int | None, nomor: str, selain: int | None) -> None:
    """Raises IsianSalah for a layanan that is missing or of another unit, or a serial number that another sheet has."""
    layanan = layanan_unit(session, tempat.upp.id)
    if layanan_id not in layanan and (layanan or layanan_id is not None):
        raise IsianSalah({"layanan": KALIMAT_LAYANAN})
    if not nomor or tempat.survei.id is None:
        return
    lain = repo.lembar_menurut_nomor(session, tempat.survei.id, nomor)
    if lain is not None and lain.id != selain:
        raise IsianSalah({"nomor": f"Lembar nomor {nomor} sudah dimasukkan. Periksa tumpukan kertasnya."})


def _hari(now: datetime) -> date:
    return now.astimezone().date()
