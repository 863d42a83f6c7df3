"""The register of media: where a result was made public, with a link or a file as proof; never removed, only called off."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from rtl_tracker.domain.bukti import BuktiDitolak, TipeBerkas, kunci_tautan
from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.izin import TidakTerjangkau, boleh, periksa_kewenangan
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.media import NAMA_MEDIA, CatatanMedia, Media, media_berbeda
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.upp import Upp
from rtl_tracker.formats import tanggal
from rtl_tracker.storage import media_repository as repo
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.pengaturan_repository import muat_pengaturan, tahun_tersedia
from rtl_tracker.storage.penyampaian_repository import muat_kalender
from rtl_tracker.storage.publikasi_repository import Publikasi, list_publikasi
from rtl_tracker.storage.upp_repository import upp_menurut_id
from rtl_tracker.usecases.bahan_halaman import TahunTidakAda
from rtl_tracker.usecases.berkas_masuk import BerkasUnduhan, siapkan_gambar, siapkan_unduhan, terima_berkas

TIPE_MEDIA = (TipeBerkas.PDF, TipeBerkas.JPG, TipeBerkas.PNG)
PANJANG_KETERANGAN, ALASAN_TERPENDEK = 500, 10
PALING_BANYAK = 60
MENDATANG = "Tanggal publikasi belum terjadi. Tulis tanggal hasil itu benar-benar dipublikasikan."
TANPA_ALASAN = "Tulis alasan pembatalan, paling sedikit 10 huruf."
SUDAH_BATAL = "Catatan ini sudah dibatalkan."


class MediaDitolak(DomainError):
    """An entry cannot be taken or called off; `bidang` is the field that is wrong ("" = the form as a whole)."""

    def __init__(self, kalimat: str, bidang: str = "") -> None:
        """`kalimat` is for the user."""
        super().__init__(kalimat)
        self.bidang = bidang


@dataclass(frozen=True, slots=True)
class KirimanMedia:
    """An entry as handed in: day, medium, words, and a file (name and content) or a link."""

    tanggal: date
    media: Media
    keterangan: str = ""
    nama_berkas: str = ""
    isi: bytes = b""
    tautan: str = ""


@dataclass(frozen=True, slots=True)
class HalamanMedia:
    """The register of a unit (`upp` None: of the instansi) for a period. `terbit`: what is published of the period now."""

    upp: Upp | None
    tahun: int
    periode: Periode
    pengaturan: Pengaturan
    catatan: tuple[CatatanMedia, ...]
    terbit: Publikasi | None
    boleh_mencatat: bool

    @property
    def berbeda(self) -> tuple[Media, ...]:
        """The kinds of media that hold."""
        return media_berbeda(self.catatan)


def muat_halaman_media(session: Session, pelaku: Pelaku, upp_id: int | None, tahun: int, periode: Periode) -> HalamanMedia:
    """The register as its page shows it. Raises TidakTerjangkau, AksesDitolak, TahunTidakAda."""
    periksa_kewenangan(pelaku, Izin.LIHAT_HASIL, upp_id)
    upp = _unit(session, upp_id, tahun)
    terakhir = next((p for p in list_publikasi(session, tahun) if p.periode is periode), None)
    return HalamanMedia(
        upp=upp,
        tahun=tahun,
        periode=periode,
        pengaturan=muat_pengaturan(session, tahun),
        catatan=tuple(repo.list_media(session, upp_id, tahun, periode)),
        terbit=None if terakhir is None or terakhir.ditarik else terakhir,
        boleh_mencatat=boleh(pelaku, Izin.KELOLA_SURVEI),
    )


def catat_media(
    session: Session, pelaku: Pelaku, now: datetime, gudang: GudangBukti, upp_id: int | None, tahun: int, periode: Periode,
    kiriman: KirimanMedia, batas_mb: int,
) -> tuple[CatatanMedia, str]:  # fmt: skip
    """Add an entry; returns it with a notice ("" = none). Raises TidakTerjangkau, AksesDitolak, TahunTidakAda, MediaDitolak."""
    periksa_kewenangan(pelaku, Izin.KELOLA_SURVEI, upp_id)
    _unit(session, upp_id, tahun)
    if kiriman.tanggal > now.astimezone().date():
        raise MediaDitolak(MENDATANG, "tanggal")
    ada = [c for c in repo.list_media(session, upp_id, tahun, periode) if not c.dibatalkan]
    if len(ada) >= PALING_BANYAK:
        raise MediaDitolak(f"Satu periode paling banyak memuat {PALING_BANYAK} catatan media.")
    baru = _siapkan(gudang, pelaku, upp_id, tahun, periode, kiriman, batas_mb)
    _tolak_kembar(baru, ada)
    catatan = repo.tambah_media(session, baru, pelaku.id, now)
    rincian = _rincian(catatan) | {"media": NAMA_MEDIA[catatan.media], "tanggal": catatan.tanggal.isoformat()}
    catat_jejak(
        session, pelaku, now, JenisJejak.MEDIA_DICATAT, Objek.PUBLIKASI,
        upp_id=upp_id, catatan=catatan.tautan or catatan.nama_berkas, rincian=rincian,
    )  # fmt: skip
    return catatan, _peringatan(session, catatan)


def batalkan_media(session: Session, pelaku: Pelaku, now: datetime, media_id: int, alasan: str) -> CatatanMedia:
    """Call off an entry with a reason. Raises TidakTerjangkau, AksesDitolak, MediaDitolak."""
    catatan = _ambil(session, pelaku, Izin.KELOLA_SURVEI, media_id)
    sebab = " ".join(alasan.split())[:PANJANG_KETERANGAN]
    if catatan.dibatalkan:
        raise MediaDitolak(SUDAH_BATAL)
    if len(sebab) < ALASAN_TERPENDEK:
        raise MediaDitolak(TANPA_ALASAN, "alasan")
    repo.batalkan_media(session, media_id, sebab)
    catat_jejak(
        session, pelaku, now, JenisJejak.MEDIA_DIBATALKAN, Objek.PUBLIKASI,
        upp_id=catatan.upp_id, catatan=catatan.tautan or catatan.nama_berkas, rincian=_rincian(catatan) | {"alasan": sebab},
    )  # fmt: skip
    return catatan


def ambil_media(session: Session, pelaku: Pelaku, media_id: int) -> CatatanMedia:
    """The entry, for somebody who may look at it. Raises TidakTerjangkau, AksesDitolak."""
    return _ambil(session, pelaku, Izin.LIHAT_HASIL, media_id)


def berkas_media(session: Session, pelaku: Pelaku, gudang: GudangBukti, media_id: int) -> BerkasUnduhan:
    """The original file of an entry, checked against its hash. Raises TidakTerjangkau, BuktiRusak."""
    catatan = ambil_media(session, pelaku, media_id)
    if catatan.tipe is None:
        raise TidakTerjangkau("Catatan ini tidak memuat berkas.")
    return siapkan_unduhan(gudang, catatan.sha256, catatan.nama_berkas, catatan.tipe)


def gambar_media(session: Session, pelaku: Pelaku, gudang: GudangBukti, media_id: int, lebar: int) -> Path:
    """A copy of the picture without its metadata. Raises TidakTerjangkau for anything but a picture."""
    catatan = ambil_media(session, pelaku, media_id)
    return siapkan_gambar(gudang, catatan.sha256, catatan.tipe, lebar)


def _ambil(session: Session, pelaku: Pelaku, izin: Izin, media_id: int) -> CatatanMedia:
    catatan = repo.media_menurut_id(session, media_id)
    if catatan is None:
        raise TidakTerjangkau("Catatan ini tidak ada.")
    periksa_kewenangan(pelaku, izin, catatan.upp_id)
    return catatan


def _unit(session: Session, upp_id: int | None, tahun: int) -> Upp | None:
    if tahun not in tahun_tersedia(session):
        raise TahunTidakAda(f"Belum ada data tahun {tahun}.")
    if upp_id is None:
        return None
    upp = upp_menurut_id(session, upp_id)
    if upp is None:
        raise TidakTerjangkau("Unit ini tidak ada. Periksa kembali alamatnya.")
    return upp


def _siapkan(
    gudang: GudangBukti, pelaku: Pelaku, upp_id: int | None, tahun: int, periode: Periode, kiriman: KirimanMedia, batas_mb: int
) -> CatatanMedia:
    try:
        masuk = terima_berkas(gudang, kiriman.nama_berkas, kiriman.isi, kiriman.tautan, batas_mb, TIPE_MEDIA)
    except BuktiDitolak as galat:
        raise MediaDitolak(str(galat), "berkas" if kiriman.nama_berkas else "tautan") from galat
    keterangan = " ".join(kiriman.keterangan.split())[:PANJANG_KETERANGAN]
    return CatatanMedia(
        0, upp_id, tahun, periode, kiriman.tanggal, kiriman.media, keterangan, masuk.tautan, masuk.sha256, masuk.nama_berkas, masuk.tipe,
        masuk.ukuran, oleh=pelaku.nama,
    )  # fmt: skip


def _tolak_kembar(baru: CatatanMedia, ada: list[CatatanMedia]) -> None:
    """The same proof twice for one medium is a slip, most often a second press of the button."""
    kunci = (baru.media, kunci_tautan(baru.tautan), baru.sha256)
    if any((c.media, kunci_tautan(c.tautan), c.sha256) == kunci for c in ada):
        raise MediaDitolak(
            "Tautan atau berkas yang sama sudah tercatat untuk media ini.", "berkas" if baru.sha256 else "tautan"
        )


def _rincian(c: CatatanMedia) -> dict[str, object]:
    isi: dict[str, object] = {"media_id": c.id, "tahun": c.tahun, "periode": c.periode.value}
    return isi | ({"sha256": c.sha256, "ukuran": c.ukuran} if c.sha256 else {})


def _peringatan(session: Session, c: CatatanMedia) -> str:
    selesai = muat_kalender(session, c.tahun)[c.periode].survei_selesai
    if c.tanggal > selesai:
        return ""
    return f"Tanggalnya mendahului akhir masa survei periode ini ({tanggal(selesai)}). Periksa apakah periodenya benar."
