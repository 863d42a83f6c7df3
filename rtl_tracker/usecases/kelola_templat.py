"""Own Word templates of the instansi: uploaded with an examination, put to use when nothing is wrong, released again (spec 3.4).

What reads Word files is loaded by the acts that need it: no other page of the web waits for it.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from rtl_tracker.domain.bukti import TipeBerkas, nama_aman
from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.izin import periksa_izin
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.jenis_dokumen import TABEL_JENIS, JenisDokumen
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.reports.templat_sendiri.paket_templat import BATAS_MB
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


@dataclass(frozen=True, slots=True)
class Unggahan:
    """A file that was examined and may be kept; what is wrong with it stands in `hasil`."""

    jenis: JenisDokumen
    nama_berkas: str
    isi: bytes
    hasil: HasilPeriksa


def jenis_templat() -> tuple[JenisDokumen, ...]:
    """The kinds of documents that may have a template of the instansi's own."""
    from rtl_tracker.reports.templat_sendiri.acuan import jenis_bertemplat

    return jenis_bertemplat()


def periksa_unggahan(pelaku: Pelaku, jenis: JenisDokumen, nama_berkas: str, isi: bytes, batas_mb: int = BATAS_MB) -> Unggahan:
    """Examine a template, with trials: seconds, in which no session may be open, so that nobody waits for a lock.

    Raises AksesDitolak; TemplatDitolak for a file that cannot be opened and so is not worth keeping.
    """
    from rtl_tracker.reports.templat_sendiri.periksa import periksa_templat

    periksa_izin(pelaku, Izin.KELOLA_DATA_INDUK)
    periksa_jenis(jenis)
    hasil = periksa_templat(jenis, isi, batas_mb)
    if not hasil.terbaca:
        raise TemplatDitolak(hasil.galat[0].kalimat)
    return Unggahan(jenis, nama_aman(nama_berkas, TipeBerkas.DOCX), isi, hasil)


def simpan_unggahan(session: Session, pelaku: Pelaku, unggahan: Unggahan, now: datetime) -> int:
    """Keep an examined template with its findings; older ones of its kind make room. Returns its id. Raises AksesDitolak."""
    periksa_izin(pelaku, Izin.KELOLA_DATA_INDUK)
    u = unggahan
    baru = repo.tambah_templat(session, u.jenis.value, u.nama_berkas, u.isi, u.hasil.ke_json(), pelaku.nama, now)
    repo.buang_templat_lama(session, u.jenis.value, DISIMPAN)
    _catat(session, pelaku, now, JenisJejak.TEMPLAT_DIUNGGAH, baru)
    return baru.id


def pakai_templat(session: Session, pelaku: Pelaku, templat_id: int, now: datetime, batas_mb: int = BATAS_MB) -> None:
    """Make documents of its kind with this template from now on. Raises AksesDitolak, TemplatDitolak.

    What the kind needs may have grown since the upload, so the file is examined again, without the trials (hundredths of a second).
    """
    from rtl_tracker.reports.templat_sendiri.periksa import telaah_templat

    periksa_izin(pelaku, Izin.KELOLA_DATA_INDUK)
    templat = _ambil(session, templat_id)
    isi = repo.isi_templat(session, templat_id)
    if isi is None:
        raise TemplatDitolak(f"Berkas templat '{templat.nama_berkas}' berubah sejak diperiksa. Unggah kembali berkas aslinya.")
    kini = telaah_templat(JenisDokumen(templat.jenis), isi, batas_mb)
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


def muat_templat(session: Session, pelaku: Pelaku, templat_id: int) -> TemplatSendiri:
    """One uploaded template with all its findings. Raises AksesDitolak, TemplatDitolak."""
    periksa_izin(pelaku, Izin.KELOLA_DATA_INDUK)
    return _sendiri(_ambil(session, templat_id))


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
    from rtl_tracker.reports.templat_sendiri.acuan import templat_bawaan

    periksa_izin(pelaku, Izin.KELOLA_DATA_INDUK)
    berkas = templat_bawaan(jenis)
    if berkas is None:
        raise _tanpa_templat(jenis)
    return f"templat-{jenis.value}.docx", berkas.read_bytes()


def periksa_jenis(jenis: JenisDokumen) -> None:
    """Raises TemplatDitolak for a kind that is made without a Word template."""
    if jenis not in jenis_templat():
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
