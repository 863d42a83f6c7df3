"""Own Word templates of the instansi: uploaded with an examination, put to use when nothing is wrong, released again (spec 3.4)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from rtl_tracker.domain.bukti import TipeBerkas, nama_aman
from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.izin import periksa_izin
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.jenis_dokumen import TABEL_JENIS, JenisDokumen
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.reports.templat_sendiri.acuan import jenis_bertemplat, templat_bawaan
from rtl_tracker.reports.templat_sendiri.keterangan import keterangan_bidang as keterangan_bidang
from rtl_tracker.reports.templat_sendiri.paket_templat import BATAS_MB
from rtl_tracker.reports.templat_sendiri.periksa import periksa_templat, telaah_templat
from rtl_tracker.reports.templat_sendiri.temuan_templat import HasilPeriksa, dari_json
from rtl_tracker.storage import templat_repository as repo
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.templat_repository import TemplatTersimpan

DISIMPAN = 10
"""Templates of one kind that are kept besides the one in use."""


class TemplatDitolak(DomainError):
    """A template cannot be taken or put to use; str() is the sentence for the user."""


@dataclass(frozen=True, slots=True)
class TemplatSendiri:
    """One uploaded template as shown. `ukuran` in bytes."""

    id: int
    jenis: JenisDokumen
    nama_berkas: str
    ukuran: int
    hasil: HasilPeriksa
    dipakai: bool
    oleh: str
    pada: datetime


def jenis_templat() -> tuple[JenisDokumen, ...]:
    """The kinds of documents that may have a template of the instansi's own."""
    return jenis_bertemplat()


def unggah_templat(
    session: Session, pelaku: Pelaku, jenis: JenisDokumen, nama_berkas: str, isi: bytes, now: datetime, batas_mb: int = BATAS_MB
) -> HasilPeriksa:
    """Examine a template and keep it with its findings; one that could not even be opened is not kept.

    The examination runs before the first query, so that nobody waits for a lock meanwhile. Raises AksesDitolak, TemplatDitolak.
    """
    periksa_izin(pelaku, Izin.KELOLA_DATA_INDUK)
    _periksa_jenis(jenis)
    hasil = periksa_templat(jenis, isi, batas_mb)
    if not hasil.terbaca:
        return hasil
    nama = nama_aman(nama_berkas, TipeBerkas.DOCX)
    baru = repo.tambah_templat(session, jenis.value, nama, isi, hasil.ke_json(), pelaku.nama, now)
    repo.buang_templat_lama(session, jenis.value, DISIMPAN)
    _catat(session, pelaku, now, JenisJejak.TEMPLAT_DIUNGGAH, baru)
    return hasil


def pakai_templat(session: Session, pelaku: Pelaku, templat_id: int, now: datetime) -> None:
    """Make documents of its kind with this template from now on. Raises AksesDitolak, TemplatDitolak.

    What the kind needs may have grown since the upload, so the file is examined again, without the trials.
    """
    periksa_izin(pelaku, Izin.KELOLA_DATA_INDUK)
    templat = _ambil(session, templat_id)
    isi = repo.isi_templat(session, templat_id)
    if isi is None:
        raise TemplatDitolak(f"Berkas templat '{templat.nama_berkas}' berubah sejak diperiksa. Unggah kembali berkas aslinya.")
    kini = telaah_templat(JenisDokumen(templat.jenis), isi)
    galat = dari_json(templat.hasil).galat or kini.galat
    if galat:
        raise TemplatDitolak(f"Templat '{templat.nama_berkas}' belum dapat dipakai: {galat[0].kalimat}")
    if templat.dipakai:
        return
    repo.setel_dipakai(session, templat.jenis, templat.id)
    _catat(session, pelaku, now, JenisJejak.TEMPLAT_DIPAKAI, templat)


def lepas_templat(session: Session, pelaku: Pelaku, jenis: JenisDokumen, now: datetime) -> None:
    """Go back to the shipped template. Nothing happens when no own one is in use. Raises AksesDitolak."""
    periksa_izin(pelaku, Izin.KELOLA_DATA_INDUK)
    templat = repo.templat_dipakai(session, jenis.value)
    if templat is None:
        return
    repo.setel_dipakai(session, jenis.value, None)
    _catat(session, pelaku, now, JenisJejak.TEMPLAT_DILEPAS, templat)


def list_templat(session: Session, pelaku: Pelaku, jenis: JenisDokumen | None = None) -> list[TemplatSendiri]:
    """The uploaded templates of a kind, or of all kinds, newest first. Raises AksesDitolak."""
    periksa_izin(pelaku, Izin.KELOLA_DATA_INDUK)
    return [_sendiri(satu) for satu in repo.list_templat(session, None if jenis is None else jenis.value)]


def templat_berlaku(session: Session, jenis: JenisDokumen) -> bytes | None:
    """The own template that documents of this kind are made with; None = the shipped one."""
    templat = repo.templat_dipakai(session, jenis.value)
    return None if templat is None else repo.isi_templat(session, templat.id)


def unduh_templat(session: Session, pelaku: Pelaku, templat_id: int) -> tuple[str, bytes]:
    """(file name, content) of an uploaded template, as a download. Raises AksesDitolak, TemplatDitolak."""
    periksa_izin(pelaku, Izin.KELOLA_DATA_INDUK)
    templat = _ambil(session, templat_id)
    isi = repo.isi_templat(session, templat_id)
    if isi is None:
        raise TemplatDitolak(f"Berkas templat '{templat.nama_berkas}' berubah sejak diperiksa. Unggah kembali berkas aslinya.")
    return templat.nama_berkas, isi


def unduh_bawaan(pelaku: Pelaku, jenis: JenisDokumen) -> tuple[str, bytes]:
    """(file name, content) of the shipped template, to begin an own one with. Raises AksesDitolak, TemplatDitolak."""
    periksa_izin(pelaku, Izin.KELOLA_DATA_INDUK)
    berkas = templat_bawaan(jenis)
    if berkas is None:
        raise _tanpa_templat(jenis)
    return f"templat-{jenis.value}.docx", berkas.read_bytes()


def _periksa_jenis(jenis: JenisDokumen) -> None:
    if jenis not in jenis_bertemplat():
        raise _tanpa_templat(jenis)


def _tanpa_templat(jenis: JenisDokumen) -> TemplatDitolak:
    return TemplatDitolak(f"{TABEL_JENIS[jenis].nama} tidak memakai templat Word. Pilih jenis dokumen lain.")


def _ambil(session: Session, templat_id: int) -> TemplatTersimpan:
    templat = repo.templat_menurut_id(session, templat_id)
    if templat is None:
        raise TemplatDitolak("Templat ini tidak ada lagi. Muat ulang halaman.")
    return templat


def _sendiri(t: TemplatTersimpan) -> TemplatSendiri:
    return TemplatSendiri(t.id, JenisDokumen(t.jenis), t.nama_berkas, t.ukuran, dari_json(t.hasil), t.dipakai, t.oleh, t.pada)


def _catat(session: Session, pelaku: Pelaku, now: datetime, kejadian: JenisJejak, t: TemplatTersimpan) -> None:
    hasil = dari_json(t.hasil)
    rincian = {
        "dokumen": TABEL_JENIS[JenisDokumen(t.jenis)].nama,
        "sha256": t.sha256,
        "ukuran": t.ukuran,
        "galat": len(hasil.galat),
        "peringatan": len(hasil.peringatan),
    }
    catat_jejak(session, pelaku, now, kejadian, Objek.HALAMAN, catatan=t.nama_berkas, rincian=rincian)
