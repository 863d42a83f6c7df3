"""A finding that stands for a reason: the reason is kept with who and when, until it is taken back or the finding changes (spec 4)."""

from datetime import datetime

from sqlalchemy.orm import Session

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.izin import periksa_kewenangan
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.formats import tanggal_waktu
from rtl_tracker.storage import penjelasan_repository as repo
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.penjelasan_repository import Penjelasan
from rtl_tracker.usecases.temuan_tahun import muat_temuan_tahun

ALASAN_TERPENDEK, ALASAN_TERPANJANG = 10, 4000


class TemuanTidakAda(DomainError):
    """No present finding has this identity: what is printed was changed, or it never was one."""


class SudahDijelaskan(DomainError):
    """Somebody explained the finding already."""


class AlasanTidakSah(DomainError):
    """The reason is too short or too long."""


def jelaskan(session: Session, pelaku: Pelaku, now: datetime, tahun: int, upp_id: int | None, kunci: str, alasan: str) -> None:
    """Keep the reason of a present finding of a unit (None = of the instansi), with an event.

    Raises TidakTerjangkau, AksesDitolak, AlasanTidakSah, SudahDijelaskan, TemuanTidakAda, TahunTidakAda.
    """
    periksa_kewenangan(pelaku, Izin.JELASKAN_TEMUAN, upp_id)
    alasan = alasan.strip()
    if len(alasan) < ALASAN_TERPENDEK:
        raise AlasanTidakSah(f"Tuliskan alasannya, paling sedikit {ALASAN_TERPENDEK} huruf.")
    if len(alasan) > ALASAN_TERPANJANG:
        raise AlasanTidakSah("Alasan terlalu panjang (paling banyak 4.000 huruf). Ringkas, lalu simpan kembali.")
    temuan = muat_temuan_tahun(session, tahun, now.astimezone().date()).cari(upp_id, kunci)
    if temuan is None:
        raise TemuanTidakAda("Temuan ini tidak ada lagi: datanya sudah berubah. Tidak ada yang perlu dijelaskan.")
    lama = repo.penjelasan_menurut_kunci(session, tahun, kunci)
    if lama is not None:
        raise SudahDijelaskan(
            f"Temuan ini sudah dijelaskan oleh {lama.oleh} pada {tanggal_waktu(lama.pada.astimezone())}; alasan Anda tidak disimpan. "
            "Cabut dahulu penjelasan itu bila hendak menggantinya."
        )
    baru = Penjelasan(kunci, upp_id, temuan.aturan, alasan, pelaku.nama, now)
    repo.tambah_penjelasan(session, tahun, baru, pelaku.id)
    _catat(session, pelaku, now, JenisJejak.TEMUAN_DIJELASKAN, tahun, baru)


def cabut(session: Session, pelaku: Pelaku, now: datetime, tahun: int, upp_id: int | None, kunci: str) -> None:
    """Take the reason back, with an event. Raises TidakTerjangkau, AksesDitolak, TemuanTidakAda when there is none."""
    periksa_kewenangan(pelaku, Izin.JELASKAN_TEMUAN, upp_id)
    lama = repo.penjelasan_menurut_kunci(session, tahun, kunci)
    if lama is None or lama.upp_id != upp_id:
        raise TemuanTidakAda("Penjelasan ini tidak ada lagi; mungkin sudah dicabut orang lain.")
    repo.hapus_penjelasan(session, tahun, kunci)
    _catat(session, pelaku, now, JenisJejak.PENJELASAN_DICABUT, tahun, lama)


def _catat(session: Session, pelaku: Pelaku, now: datetime, jenis: JenisJejak, tahun: int, isi: Penjelasan) -> None:
    objek, objek_id = (Objek.TAHUN, tahun) if isi.upp_id is None else (Objek.UPP, isi.upp_id)
    rincian = {"tahun": tahun, "aturan": isi.aturan, "kunci": isi.kunci}
    catat_jejak(session, pelaku, now, jenis, objek, objek_id, upp_id=isi.upp_id, catatan=isi.alasan, rincian=rincian)
