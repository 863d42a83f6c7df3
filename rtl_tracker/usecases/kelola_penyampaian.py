"""The dossier of an UPP for a period: begun, sent, returned, accepted (spec 2.2). Every step is an event."""

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.hasil import BarisHasil
from rtl_tracker.domain.izin import TidakTerjangkau, periksa_kewenangan
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.kelengkapan import Kekurangan, ada_galat, ada_peringatan, periksa_kelengkapan
from rtl_tracker.domain.penyampaian import (
    ALUR,
    IsianKurang,
    Penyampaian,
    PenyampaianTerkunci,
    StatusPenyampaian,
    TindakanPenyampaian,
    periksa_dapat,
    periksa_terbuka,
)
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage import hasil_repository, penyampaian_repository
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.pengaturan_repository import tahun_tersedia
from rtl_tracker.usecases.data_unit import DataUnit, muat_unit

PALING_PENDEK = 10


class TahunBelumDibuka(DomainError):
    """Nothing may be entered yet into a year that Bagian Organisasi has not opened."""


def periksa_tahun_dibuka(session: Session, tahun: int) -> None:
    """Raises TahunBelumDibuka unless the year was opened (it has settings) or holds imported data."""
    if tahun not in tahun_tersedia(session):
        raise TahunBelumDibuka(f"Tahun {tahun} belum dibuka oleh Bagian Organisasi, sehingga belum dapat diisi.")


def periksa_dapat_diisi(session: Session, upp_id: int, tahun: int, periode: Periode) -> None:
    """Asked before a form is shown. Raises TahunBelumDibuka or PenyampaianTerkunci when nothing could be stored from it."""
    periksa_tahun_dibuka(session, tahun)
    periksa_terbuka(penyampaian_repository.muat_penyampaian(session, upp_id, tahun, periode))


def pastikan_draf(session: Session, pelaku: Pelaku, now: datetime, upp_id: int, tahun: int, periode: Periode) -> Penyampaian:
    """The open dossier of the period, begun now when there is none. Raises PenyampaianTerkunci when it is not open."""
    berkas = penyampaian_repository.muat_penyampaian(session, upp_id, tahun, periode)
    periksa_terbuka(berkas)
    if berkas.id is not None:
        return berkas
    return _pindahkan(session, pelaku, now, berkas, TindakanPenyampaian.MULAI)


def kekurangan(session: Session, unit: DataUnit, berkas: Penyampaian, tanggal: date) -> list[Kekurangan]:
    """What stands in the way of sending: what the dossier lacks, and what the auditor finds in it."""
    from rtl_tracker.usecases.temuan_berkas import temuan_berkas

    return [*kelengkapan(unit, berkas), *temuan_berkas(session, unit, berkas, tanggal)]


def kelengkapan(unit: DataUnit, berkas: Penyampaian) -> list[Kekurangan]:
    """What the dossier lacks."""
    hasil = unit.hasil(berkas.periode)
    nrr = hasil.nrr if hasil is not None and hasil.ikm is not None else None
    n = hasil.n if hasil is not None else None
    return periksa_kelengkapan(nrr, n, unit.rtl_periode(berkas.periode), unit.pengaturan.jumlah_prioritas, berkas.nihil)


def kirim(
    session: Session, pelaku: Pelaku, now: datetime, upp_id: int, tahun: int, periode: Periode, catatan: str
) -> Penyampaian:
    """Send the dossier. Errors block, warnings need a note. Raises IsianKurang, PenyampaianTerkunci."""
    periksa_kewenangan(pelaku, Izin.KIRIM_PENYAMPAIAN, upp_id)
    periksa_tahun_dibuka(session, tahun)
    berkas = penyampaian_repository.muat_penyampaian(session, upp_id, tahun, periode)
    periksa_terbuka(berkas)
    kurang = kekurangan(session, muat_unit(session, tahun, upp_id), berkas, now.astimezone().date())
    if ada_galat(kurang):
        raise IsianKurang("Berkas belum dapat dikirim. " + " ".join(k.kalimat for k in kurang if k.tingkat == "galat"))
    if ada_peringatan(kurang) and len(catatan.strip()) < PALING_PENDEK:
        raise IsianKurang("Masih ada peringatan. Tuliskan penjelasannya (paling sedikit 10 huruf), lalu kirim kembali.")
    berkas = pastikan_draf(session, pelaku, now, upp_id, tahun, periode)
    berkas = replace(berkas, dikirim=now, pertama_dikirim=berkas.pertama_dikirim or now, catatan_kirim=catatan.strip())
    return _pindahkan(session, pelaku, now, berkas, TindakanPenyampaian.KIRIM, catatan.strip())


def kembalikan(session: Session, pelaku: Pelaku, now: datetime, penyampaian_id: int, alasan: str) -> Penyampaian:
    """Return a sent dossier with a reason. Raises IsianKurang, PenyampaianTerkunci."""
    berkas = _ambil(session, pelaku, penyampaian_id)
    if len(alasan.strip()) < PALING_PENDEK:
        raise IsianKurang("Tuliskan alasan pengembalian (paling sedikit 10 huruf), agar unit tahu apa yang harus diperbaiki.")
    berkas = replace(berkas, alasan_kembali=alasan.strip())
    return _pindahkan(session, pelaku, now, berkas, TindakanPenyampaian.KEMBALIKAN, alasan.strip())


def terima(session: Session, pelaku: Pelaku, now: datetime, penyampaian_id: int) -> Penyampaian:
    """Accept a sent dossier: from now on its result and plan are locked. Raises PenyampaianTerkunci."""
    berkas = replace(_ambil(session, pelaku, penyampaian_id), diterima=now, alasan_kembali="")
    return _pindahkan(session, pelaku, now, berkas, TindakanPenyampaian.TERIMA)


def terima_langsung(session: Session, pelaku: Pelaku, now: datetime, upp_id: int, tahun: int, periode: Periode) -> Penyampaian:
    """Accept a dossier that was handed in outside the program (as a workbook). Raises IsianKurang without any result."""
    periksa_kewenangan(pelaku, Izin.PERIKSA_PENYAMPAIAN, upp_id)
    berkas = penyampaian_repository.muat_penyampaian(session, upp_id, tahun, periode)
    periksa_dapat(TindakanPenyampaian.TERIMA_LANGSUNG, berkas)
    if ada_galat(kelengkapan(muat_unit(session, tahun, upp_id), berkas)):
        raise IsianKurang("Berkas tanpa hasil tidak dapat diterima. Isi atau impor hasilnya, atau nyatakan nihil.")
    return _pindahkan(session, pelaku, now, replace(berkas, diterima=now), TindakanPenyampaian.TERIMA_LANGSUNG)


def tempat(session: Session, penyampaian_id: int) -> tuple[int, int, Periode]:
    """(unit, year, period) of a dossier. Raises TidakTerjangkau."""
    berkas = penyampaian_repository.penyampaian_menurut_id(session, penyampaian_id)
    if berkas is None:
        raise TidakTerjangkau("Berkas penyampaian ini tidak ada.")
    return berkas.upp_id, berkas.tahun, berkas.periode


def nyatakan_nihil(
    session: Session, pelaku: Pelaku, now: datetime, upp_id: int, tahun: int, periode: Periode, alasan: str
) -> Penyampaian:
    """Say that no service was given in the period: its own answer, with a reason. What was carried over into it may stay.

    Raises IsianKurang, PenyampaianTerkunci.
    """
    periksa_kewenangan(pelaku, Izin.ISI_HASIL, upp_id)
    periksa_tahun_dibuka(session, tahun)
    if len(alasan.strip()) < PALING_PENDEK:
        raise IsianKurang("Tuliskan alasan nihil (paling sedikit 10 huruf), misalnya layanan belum beroperasi.")
    unit = muat_unit(session, tahun, upp_id)
    hasil = unit.hasil(periode)
    if hasil is not None and hasil.ikm is not None:
        raise PenyampaianTerkunci("Periode ini sudah memiliki hasil, sehingga tidak dapat dinyatakan nihil.")
    if any(r.asal_id is None for r in unit.rtl_periode(periode)):
        raise PenyampaianTerkunci("Periode ini sudah memiliki RTL. Hapus RTL-nya lebih dahulu, lalu nyatakan nihil.")
    berkas = pastikan_draf(session, pelaku, now, upp_id, tahun, periode)
    hasil_repository.hapus_hasil_periode(session, upp_id, tahun, periode)
    kosong = BarisHasil(upp_id=upp_id, periode=periode, jumlah_responden=0)
    hasil_repository.simpan_baris_hasil(session, tahun, hasil_repository.isi_hasil(kosong, None), None)
    return _tandai_nihil(session, pelaku, now, berkas, True, alasan.strip())


def batalkan_nihil(session: Session, pelaku: Pelaku, now: datetime, upp_id: int, tahun: int, periode: Periode) -> Penyampaian:
    """Take the answer "nihil" back. Raises PenyampaianTerkunci when the dossier is not open."""
    periksa_kewenangan(pelaku, Izin.ISI_HASIL, upp_id)
    berkas = pastikan_draf(session, pelaku, now, upp_id, tahun, periode)
    if not berkas.nihil:
        return berkas
    hasil_repository.hapus_hasil_periode(session, upp_id, tahun, periode)
    return cabut_nihil(session, pelaku, now, berkas)


def cabut_nihil(session: Session, pelaku: Pelaku, now: datetime, berkas: Penyampaian) -> Penyampaian:
    """A result takes the place of the answer "nihil": the caller writes it over the empty row, whose version counts on."""
    return _tandai_nihil(session, pelaku, now, berkas, False, "")


def _tandai_nihil(
    session: Session, pelaku: Pelaku, now: datetime, berkas: Penyampaian, nihil: bool, alasan: str
) -> Penyampaian:
    baru = penyampaian_repository.simpan_penyampaian(session, replace(berkas, nihil=nihil, alasan_nihil=alasan))
    _catat(session, pelaku, now, baru, baru.status, alasan, {"nihil": [berkas.nihil, nihil]})
    return baru


def _ambil(session: Session, pelaku: Pelaku, penyampaian_id: int) -> Penyampaian:
    berkas = penyampaian_repository.penyampaian_menurut_id(session, penyampaian_id)
    if berkas is None:
        raise TidakTerjangkau("Berkas penyampaian ini tidak ada.")
    periksa_kewenangan(pelaku, Izin.PERIKSA_PENYAMPAIAN, berkas.upp_id)
    return berkas


def _pindahkan(
    session: Session, pelaku: Pelaku, now: datetime, berkas: Penyampaian, tindakan: TindakanPenyampaian, catatan: str = ""
) -> Penyampaian:
    """One step of the table of transitions, stored with its event."""
    periksa_dapat(tindakan, berkas)
    baru = penyampaian_repository.simpan_penyampaian(session, replace(berkas, status=ALUR[tindakan].ke))
    _catat(session, pelaku, now, baru, berkas.status, catatan, {"tahun": baru.tahun, "periode": baru.periode.value})
    return baru


def _catat(
    session: Session,
    pelaku: Pelaku,
    now: datetime,
    baru: Penyampaian,
    dari: StatusPenyampaian,
    catatan: str,
    rincian: dict[str, object],
) -> None:
    catat_jejak(
        session, pelaku, now, JenisJejak.PENYAMPAIAN_BERUBAH, Objek.PENYAMPAIAN, baru.id, upp_id=baru.upp_id, dari=dari.value,
        ke=baru.status.value, catatan=catatan, rincian=rincian,
    )  # fmt: skip
