"""What the screen for paper questionnaires shows: the questions of the version on the paper, and the running check beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy.orm import Session

from rtl_tracker.domain.izin import TidakTerjangkau, periksa_kewenangan
from rtl_tracker.domain.jadwal_survei import KALIMAT_TUTUP, dapat_diisi_petugas
from rtl_tracker.domain.kuesioner import KUESIONER_BAWAAN, Kuesioner
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import NAMA_PENDEK
from rtl_tracker.storage import kertas_repository as repo
from rtl_tracker.storage.kertas_repository import LembarKertas
from rtl_tracker.storage.kuesioner_repository import list_kuesioner
from rtl_tracker.storage.upp_repository import layanan_unit
from rtl_tracker.usecases.baca_kertas import IsianKertas, ketikan
from rtl_tracker.usecases.isi_kertas import kuesioner_lembar, lembar_survei, versi_berkode, versi_lembar
from rtl_tracker.usecases.tempat_survei import TempatSurvei, tempat_unit

DITAMPILKAN = 5
KOSONG = "·"


@dataclass(frozen=True, slots=True)
class BarisTerakhir:
    """One of the last sheets: its answers as the digits that were typed."""

    id: int
    pada: datetime
    nomor: str
    digit: str
    sah: bool


@dataclass(frozen=True, slots=True)
class LayarKertas:
    """The screen. `tertutup`: why nothing can be entered, "" = it can; `versi_ada`: codes of the versions that paper may bear.

    `hari_ini`: sheets that came in today; `awal`, `akhir`: first and last date a sheet may bear.
    """

    tempat: TempatSurvei
    kuesioner: Kuesioner
    layanan: dict[int, str]
    layanan_id: int | None
    versi_ada: tuple[str, ...]
    tertutup: str
    terakhir: tuple[BarisTerakhir, ...]
    hari_ini: int
    awal: date
    akhir: date

    @property
    def pertanyaan(self) -> list[tuple[str, str, str]]:
        """(field, name of the unsur, question) in the order printed."""
        return [(f"j{i}", "" if b.unsur is None else NAMA_PENDEK[b.unsur], b.tanya) for i, b in enumerate(self.kuesioner.butir)]


def muat_layar(
    session: Session, pelaku: Pelaku, now: datetime, upp_id: int, tahun: int, periode: Periode,
    layanan_id: int | None, kode: str, milik: Sequence[int],
) -> LayarKertas:  # fmt: skip
    """The screen for the next sheet. `milik`: ids of the sheets that this officer keyed in just now; none = those of everybody.

    A layanan or version that is not there (any more) gives way to the one that holds. Raises TidakTerjangkau, AksesDitolak.
    """
    periksa_kewenangan(pelaku, Izin.KELOLA_SURVEI, upp_id)
    hari = now.astimezone().date()
    tempat = tempat_unit(session, upp_id, tahun, periode, hari)
    layanan = layanan_unit(session, upp_id)
    if layanan_id not in layanan:
        layanan_id = next(iter(layanan)) if len(layanan) == 1 else None
    try:
        kuesioner = versi_berkode(session, upp_id, layanan_id, kode)
    except TidakTerjangkau:
        kuesioner = versi_berkode(session, upp_id, layanan_id, "")
    return _layar(session, now, tempat, kuesioner, layanan, layanan_id, milik)


def muat_perbaikan(
    session: Session, pelaku: Pelaku, now: datetime, upp_id: int, tahun: int, periode: Periode, jawaban_id: int,
) -> tuple[LayarKertas, IsianKertas, int]:  # fmt: skip
    """The screen with a stored sheet, the sheet as it was typed, and the version that its form names.

    Raises TidakTerjangkau for what is no sheet of this survey; AksesDitolak.
    """
    periksa_kewenangan(pelaku, Izin.KELOLA_SURVEI, upp_id)
    tempat = tempat_unit(session, upp_id, tahun, periode, now.astimezone().date())
    lembar = lembar_survei(session, tempat, jawaban_id)
    kuesioner = kuesioner_lembar(session, lembar)
    layar = _layar(session, now, tempat, kuesioner, layanan_unit(session, upp_id), lembar.layanan_id, ())
    return layar, ketikan(lembar.jawaban, kuesioner, lembar.nomor), versi_lembar(session, jawaban_id)


def _layar(
    session: Session, now: datetime, tempat: TempatSurvei, kuesioner: Kuesioner, layanan: dict[int, str],
    layanan_id: int | None, milik: Sequence[int],
) -> LayarKertas:  # fmt: skip
    setempat = now.astimezone()
    pagi = datetime.combine(setempat.date(), time(), setempat.tzinfo)
    survei_id = tempat.survei.id
    terakhir = [] if survei_id is None else repo.list_lembar(session, survei_id, milik, DITAMPILKAN)
    return LayarKertas(
        tempat=tempat, kuesioner=kuesioner, layanan=layanan, layanan_id=layanan_id,
        versi_ada=_versi_ada(session, layanan_id),
        tertutup="" if dapat_diisi_petugas(tempat.keadaan) else KALIMAT_TUTUP[tempat.keadaan],
        terakhir=tuple(_baris(session, satu) for satu in terakhir),
        hari_ini=0 if survei_id is None else repo.hitung_sejak(session, survei_id, pagi),
        awal=tempat.jadwal.survei_mulai, akhir=min(tempat.jadwal.survei_selesai, setempat.date()),
    )  # fmt: skip


def _versi_ada(session: Session, layanan_id: int | None) -> tuple[str, ...]:
    """Versions of the layanan, then of the instansi, newest first; the default is always one of them."""
    semua = [] if layanan_id is None else list_kuesioner(session, layanan_id)
    instansi = list_kuesioner(session, None)
    if all(k.nomor != KUESIONER_BAWAAN.nomor for k in instansi):
        instansi.append(KUESIONER_BAWAAN)
    return tuple(k.kode for k in [*semua, *instansi])


def _baris(session: Session, lembar: LembarKertas) -> BarisTerakhir:
    isian = ketikan(lembar.jawaban, kuesioner_lembar(session, lembar), lembar.nomor)
    digit = "".join(isi or KOSONG for isi in isian.jawaban)
    return BarisTerakhir(lembar.id, lembar.diterima, lembar.nomor, digit, lembar.sah)
