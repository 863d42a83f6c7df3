"""Load what the auditor sees: of a stored year, or of a workbook that is examined without storing it (spec 4)."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from rtl_tracker.auditor.fakta import Fakta, RingkasanJawaban, Tolakan
from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.rekap import DataTahun, KunciHasil, susun_rekap
from rtl_tracker.domain.tercetak import AngkaTercetak, Naskah, Rincian
from rtl_tracker.domain.unsur import UrutanUnsur
from rtl_tracker.spreadsheets.baca import HasilBaca, baca_buku_kerja
from rtl_tracker.spreadsheets.masalah import LEMBAR_BERKAS
from rtl_tracker.storage import respons_repository
from rtl_tracker.storage.data_tahun import muat_data_tahun
from rtl_tracker.storage.hasil_repository import muat_riwayat, riwayat_tercetak
from rtl_tracker.storage.pengaturan_repository import muat_tercetak
from rtl_tracker.storage.penyampaian_repository import list_penyampaian, muat_kalender
from rtl_tracker.storage.tables import Base
from rtl_tracker.storage.tercetak_repository import muat_cetakan
from rtl_tracker.storage.upp_repository import nama_layanan
from rtl_tracker.usecases.impor_buku_kerja import simpan_buku


class BerkasTidakTerbaca(DomainError):
    """A file that is no workbook, or holds nothing that could be examined."""


def muat_fakta(session: Session, tahun: int, tanggal: date) -> Fakta:
    """The year as it is stored, in a fixed number of queries; no single answer is read."""
    return susun_fakta(session, muat_data_tahun(session, tahun), tanggal)


def susun_fakta(session: Session, data: DataTahun, tanggal: date) -> Fakta:
    """Facts from loaded data of the year and what else is stored about it.

    Data of one unit alone bring its own facts and those of the instansi, none of another unit.
    """
    satu = data.upp[0].id if len(data.upp) == 1 else None
    return Fakta(
        rekap=susun_rekap(data),
        baris=data.hasil,
        tabulasi=data.tabulasi,
        rtl=data.rtl,
        rtl_lalu=data.rtl_lalu,
        riwayat={kunci: riwayat_tercetak(b) for kunci, b in muat_riwayat(session, satu).items()},
        tercetak=muat_tercetak(session, data.tahun),
        jawaban=_ringkasan(session, data.tahun, satu),
        angka=muat_cetakan(session, AngkaTercetak, data.tahun, satu),
        rincian=muat_cetakan(session, Rincian, data.tahun, satu),
        naskah=muat_cetakan(session, Naskah, data.tahun, satu),
        penyampaian=tuple(list_penyampaian(session, data.tahun, None if satu is None else [satu])),
        kalender=muat_kalender(session, data.tahun),
        tanggal=tanggal,
    )


def _ringkasan(session: Session, tahun: int, upp_id: int | None) -> dict[KunciHasil, RingkasanJawaban]:
    layanan = nama_layanan(session)
    return {
        (upp_id, layanan.get(layanan_id) if layanan_id else None, periode): RingkasanJawaban(*cacah)
        for (upp_id, layanan_id, periode), cacah in respons_repository.ringkasan_jawaban(session, tahun, upp_id).items()
    }


def fakta_berkas(
    sumber: Path, tahun: int, tanggal: date, urutan: UrutanUnsur | None = None, batas_mb: int = 10
) -> tuple[Fakta, HasilBaca]:
    """The facts of a workbook or folder of CSV. It is read into a database in memory that is gone afterwards.

    Cells that cannot be read become findings (`tolakan`) instead of refusing the file. Raises BerkasTidakTerbaca when the file
    itself cannot be opened, or holds no row of results at all.
    """
    baca = baca_buku_kerja(sumber, tahun, urutan, [], batas_mb)
    tolakan = [m for m in baca.masalah if m.tingkat == "galat"]
    if baca.terbaca is None or any(m.lembar == LEMBAR_BERKAS for m in tolakan):
        raise BerkasTidakTerbaca(" ".join(m.kalimat for m in tolakan))
    if not (baca.terbaca.hasil or baca.terbaca.respons):
        alasan = " ".join(m.kalimat for m in tolakan[:3])
        raise BerkasTidakTerbaca(f"Berkas ini tidak memuat hasil SKM yang dapat diperiksa. {alasan}".strip())
    engine = create_engine("sqlite://", poolclass=StaticPool)
    try:
        Base.metadata.create_all(engine)
        with Session(engine) as session:
            laporan = simpan_buku(session, baca.terbaca, tahun)
            fakta = muat_fakta(session, tahun, tanggal)
    finally:
        engine.dispose()
    semua = (*tolakan, *(m for m in laporan.masalah if m.tingkat == "galat"))
    return replace(fakta, tolakan=tuple(Tolakan(m.lembar, m.baris, m.kolom, m.nilai, m.kalimat) for m in semua)), baca
