"""When a unit's survey is open: by the calendar, unless it was paused, was turned into a result, or its dossier is under way (spec 2.3)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.kalender import Jadwal
from rtl_tracker.domain.periode import Periode

SELANG_ISI = timedelta(hours=24)
"""A questionnaire that was begun while the survey was open may be sent this long after: nobody loses it at midnight."""


class SurveiTertutup(DomainError):
    """No questionnaire can be taken for this unit and period; str(error) says why and what comes next."""


class KeadaanSurvei(StrEnum):
    """State of the survey of a unit in one period on one day."""

    TERBUKA = "terbuka"
    BELUM_DIBUKA = "belum_dibuka"
    BERAKHIR = "berakhir"
    DIJEDA = "dijeda"
    JADI_HASIL = "jadi_hasil"
    TERKUNCI = "terkunci"


@dataclass(frozen=True, slots=True)
class Survei:
    """The survey of one unit in one period. `id` None = nothing was kept of it yet; `ditutup`: when it was turned into a result (UTC).

    `populasi`: users of the service in the period, None = not known; `dijeda`: the unit takes no answers for now.
    """

    upp_id: int
    tahun: int
    periode: Periode
    id: int | None = None
    populasi: int | None = None
    dijeda: bool = False
    ditutup: datetime | None = None
    versi: int = 0
    data_contoh: bool = False


def keadaan_survei(survei: Survei, jadwal: Jadwal, berkas_terbuka: bool, hari: date) -> KeadaanSurvei:
    """The state on a day. `berkas_terbuka`: whether the dossier of the period may still be changed."""
    if survei.ditutup is not None:
        return KeadaanSurvei.JADI_HASIL
    if not berkas_terbuka:
        return KeadaanSurvei.TERKUNCI
    if hari < jadwal.survei_mulai:
        return KeadaanSurvei.BELUM_DIBUKA
    if hari > jadwal.survei_selesai:
        return KeadaanSurvei.BERAKHIR
    return KeadaanSurvei.DIJEDA if survei.dijeda else KeadaanSurvei.TERBUKA


def dapat_diisi_petugas(keadaan: KeadaanSurvei) -> bool:
    """Whether officers may still enter paper and files: until the survey becomes a result, whatever the calendar says."""
    return keadaan in (KeadaanSurvei.TERBUKA, KeadaanSurvei.DIJEDA, KeadaanSurvei.BERAKHIR)


def periode_pada(kalender: Mapping[Periode, Jadwal], wajib: Iterable[Periode], hari: date) -> Periode | None:
    """The owed period that is surveyed on a day; None between periods."""
    return next((p for p in wajib if kalender[p].survei_mulai <= hari <= kalender[p].survei_selesai), None)


def pembukaan_berikut(kalender: Iterable[Mapping[Periode, Jadwal]], wajib: Iterable[Periode], hari: date) -> date | None:
    """The first day after `hari` on which a survey opens. `kalender`: of this year and the next."""
    periode = list(wajib)
    mulai = [satu[p].survei_mulai for satu in kalender for p in periode]
    return min((m for m in mulai if m > hari), default=None)


KALIMAT_TUTUP: dict[KeadaanSurvei, str] = {
    KeadaanSurvei.BELUM_DIBUKA: "Survei periode ini belum dibuka.",
    KeadaanSurvei.BERAKHIR: "Survei periode ini sudah berakhir. Terima kasih atas perhatian Anda.",
    KeadaanSurvei.DIJEDA: "Survei unit ini sedang dihentikan sementara.",
    KeadaanSurvei.JADI_HASIL: "Survei periode ini sudah ditutup dan jawabannya sedang diolah. Terima kasih atas perhatian Anda.",
    KeadaanSurvei.TERKUNCI: "Survei periode ini sudah ditutup dan hasilnya sudah disampaikan. Terima kasih atas perhatian Anda.",
}


def periksa_terbuka(keadaan: KeadaanSurvei) -> None:
    """Raises SurveiTertutup unless the public may answer."""
    if keadaan is not KeadaanSurvei.TERBUKA:
        raise SurveiTertutup(KALIMAT_TUTUP[keadaan])


def periksa_petugas(keadaan: KeadaanSurvei) -> None:
    """Raises SurveiTertutup unless officers may still enter, import or moderate answers."""
    if not dapat_diisi_petugas(keadaan):
        raise SurveiTertutup(KALIMAT_TUTUP[keadaan])
