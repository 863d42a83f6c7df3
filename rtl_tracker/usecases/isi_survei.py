"""A citizen answers the survey: no account, no name; sent twice or after a lost connection it is still one questionnaire."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from secrets import token_hex

from sqlalchemy.orm import Session

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.izin import TidakTerjangkau
from rtl_tracker.domain.jadwal_survei import SELANG_ISI, KeadaanSurvei, keadaan_survei, periksa_terbuka
from rtl_tracker.domain.jawaban import Jawaban, Saluran, isi_profil, rapikan_saran, susun_jawaban
from rtl_tracker.domain.kuesioner import Kuesioner
from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage.jawaban_repository import kunci_tersimpan
from rtl_tracker.storage.kuesioner_repository import kuesioner_berlaku, kuesioner_versi
from rtl_tracker.storage.tempat_repository import muat_tempat
from rtl_tracker.storage.upp_repository import layanan_unit
from rtl_tracker.usecases.tempat_survei import TIDAK_ADA, muat_unit_survei, periksa_layanan, simpan_jawaban, tempat_hari

TANPA_JAWABAN = "Belum ada pertanyaan yang dijawab. Jawablah paling sedikit satu pertanyaan, lalu kirim."


class LayananBelumDipilih(DomainError):
    """The unit has several layanan and none was chosen."""


class JawabanKosong(DomainError):
    """Not one question was answered."""


class SurveiBelumDibuka(DomainError):
    """No survey of the unit runs on this day."""


@dataclass(frozen=True, slots=True)
class Draf:
    """A questionnaire that is being filled in, kept on the citizen's own device until it is sent.

    `kunci` makes it one questionnaire however often it is sent; `kuesioner_layanan`, `nomor`: which version is asked.
    `jawaban`: 1-4 by position of the question. `mulai`: when it was begun (UTC).
    """

    kunci: str
    upp_id: int
    layanan_id: int | None
    tahun: int
    periode: Periode
    kuesioner_layanan: int | None
    nomor: int
    mulai: datetime
    saluran: Saluran = Saluran.DARING
    profil: Mapping[str, str] = field(default_factory=dict)
    umum: int | None = None
    jawaban: Mapping[int, int] = field(default_factory=dict)


def mulai_survei(session: Session, now: datetime, upp_id: int, layanan_id: int | None, saluran: Saluran) -> Draf:
    """Begin a questionnaire for the period that is surveyed today. Nothing is stored.

    Raises TidakTerjangkau, SurveiBelumDibuka, SurveiTertutup, LayananBelumDipilih.
    """
    upp = muat_unit_survei(session, upp_id)
    periksa_layanan(session, upp_id, layanan_id)
    tempat = tempat_hari(session, upp, _hari(now))
    if tempat is None:
        raise SurveiBelumDibuka("Saat ini tidak ada survei yang dibuka untuk unit ini.")
    periksa_terbuka(tempat.keadaan)
    if layanan_id is None and layanan_unit(session, upp_id):
        raise LayananBelumDipilih("Pilih dahulu layanan yang Anda terima.")
    kuesioner = kuesioner_berlaku(session, layanan_id)
    return Draf(
        token_hex(16), upp_id, layanan_id, tempat.tahun, tempat.periode, kuesioner.layanan_id, kuesioner.nomor, now, saluran
    )


def kuesioner_draf(session: Session, draf: Draf) -> Kuesioner:
    """The questions of a questionnaire that was begun. Raises TidakTerjangkau when its version does not exist."""
    kuesioner = kuesioner_versi(session, draf.kuesioner_layanan, draf.nomor)
    if kuesioner is None:
        raise TidakTerjangkau("Kuesioner ini tidak ada lagi. Mulailah kembali dari halaman unit.")
    return kuesioner


def sudah_diterima(session: Session, kunci: str) -> bool:
    """Whether the questionnaire of this key has arrived."""
    return kunci_tersimpan(session, kunci)


@dataclass(frozen=True, slots=True)
class Kiriman:
    """A questionnaire ready to be taken: its answers as values of the unsur, and the version that was asked."""

    draf: Draf
    jawaban: Jawaban
    kuesioner: Kuesioner


def susun_kiriman(session: Session, now: datetime, draf: Draf, saran: str) -> Kiriman:
    """Everything that can be done before the writer's turn; reads only. Raises JawabanKosong, TidakTerjangkau."""
    kuesioner = kuesioner_draf(session, draf)
    jawaban = _jawaban(draf, kuesioner, saran, _hari_isi(draf, now))
    if jawaban.kosong:
        raise JawabanKosong(TANPA_JAWABAN)
    return Kiriman(draf, jawaban, kuesioner)


def kirim_survei(session: Session, now: datetime, kiriman: Kiriman) -> bool:
    """Take the questionnaire; False when it had arrived before, which is as good.

    One that was begun while the survey was open is taken for SELANG_ISI after. Raises SurveiTertutup, TidakTerjangkau.
    """
    draf = kiriman.draf
    tempat = muat_tempat(session, draf.upp_id, draf.tahun, draf.periode, draf.layanan_id)
    if tempat is None or not tempat.layanan_milik:
        raise TidakTerjangkau(TIDAK_ADA)
    keadaan = keadaan_survei(tempat.survei, tempat.jadwal, tempat.berkas_terbuka, _hari_isi(draf, now))
    if keadaan is not KeadaanSurvei.TERBUKA and kunci_tersimpan(session, draf.kunci):
        return False
    periksa_terbuka(keadaan)
    return simpan_jawaban(session, now, tempat.survei, draf.kunci, kiriman.jawaban, kiriman.kuesioner, draf.layanan_id)


def _jawaban(draf: Draf, kuesioner: Kuesioner, saran: str, hari: date) -> Jawaban:
    kerangka = Jawaban((), hari, draf.saluran, umum=draf.umum, saran=rapikan_saran(saran))
    return susun_jawaban(
        kuesioner, [draf.jawaban.get(i) for i in range(len(kuesioner.butir))], isi_profil(kerangka, draf.profil)
    )


def _hari_isi(draf: Draf, now: datetime) -> date:
    """The day a questionnaire belongs to: the one on which it was begun, while that is not long ago."""
    return _hari(draf.mulai if now - draf.mulai <= SELANG_ISI else now)


def _hari(saat: datetime) -> date:
    """The day on the clock of this computer's place: surveys open and close on days of the local calendar."""
    return saat.astimezone().date()
