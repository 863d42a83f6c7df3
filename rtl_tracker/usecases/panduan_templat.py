"""What an own Word template of one kind may and must hold, in words: fields, markers, styles (spec 3.4)."""

from dataclasses import dataclass

from rtl_tracker.domain.izin import periksa_izin
from rtl_tracker.domain.jenis_dokumen import JenisDokumen
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.reports.templat_sendiri.acuan import Acuan, acuan_jenis
from rtl_tracker.reports.templat_sendiri.keterangan import arti_bidang, keterangan_bidang
from rtl_tracker.reports.templat_sendiri.perintah_templat import BIDANG
from rtl_tracker.usecases.kelola_templat import periksa_jenis

_ARTI: dict[str, str] = {
    "logo": "Logo instansi",
    "sahih": "Kode QR dan nomor versi, pada dokumen yang disahkan",
    "daftar_isi": "Daftar isi dengan nomor halaman",
    "daftar_tabel": "Daftar tabel dengan nomor halaman",
    "daftar_gambar": "Daftar gambar dengan nomor halaman",
    "lembar": "Lembar IKM untuk papan pengumuman, satu halaman penuh",
    "pembuka": "Kalimat pembuka",
    "catatan": "Catatan di bawah tabel",
    "rtl_lanskap": "Tabel rencana tindak lanjut yang terlalu lebar untuk halaman tegak",
}
"""Markers that print something else than the text of the section they stand in."""
_DEPAN = "halaman depan, tanpa judul"


@dataclass(frozen=True, slots=True)
class BidangTemplat:
    """A field `{{ nama }}`: its meaning, an example of what is printed."""

    nama: str
    arti: str
    contoh: str


@dataclass(frozen=True, slots=True)
class PenandaTemplat:
    """A marker `[[nama]]`: what is printed there, where the shipped template has it; whether a template must have it and whether it
    stands on landscape pages."""

    nama: str
    arti: str
    letak: str
    wajib: bool
    rebah: bool


@dataclass(frozen=True, slots=True)
class PanduanTemplat:
    """Everything that a template of one kind may and must hold. `gaya`: names of styles as Word stores them."""

    jenis: JenisDokumen
    bidang: tuple[BidangTemplat, ...]
    penanda: tuple[PenandaTemplat, ...]
    gaya: tuple[str, ...]

    @property
    def berhalaman_rebah(self) -> bool:
        """Whether the kind has landscape pages, so that their markers must be explained."""
        return any(p.rebah for p in self.penanda)


def muat_panduan(pelaku: Pelaku, jenis: JenisDokumen) -> PanduanTemplat:
    """The guide of a kind. Raises AksesDitolak; TemplatDitolak for a kind that is made without a Word template."""
    periksa_izin(pelaku, Izin.KELOLA_DATA_INDUK)
    periksa_jenis(jenis)
    acuan = acuan_jenis(jenis)
    bidang = tuple(BidangTemplat(*satu) for satu in keterangan_bidang(jenis))
    penanda = tuple(_penanda(acuan, nama, judul) for nama, judul in acuan.penanda.items())
    return PanduanTemplat(jenis, bidang, penanda, tuple(acuan.gaya))


def _penanda(acuan: Acuan, nama: str, judul: str) -> PenandaTemplat:
    sebutan = BIDANG.sub(lambda temu: arti_bidang(temu[1])[1], judul)
    letak = f"di bawah judul “{sebutan}”" if sebutan else _DEPAN
    arti = _ARTI.get(nama) or f"Isi bagian {sebutan}"
    return PenandaTemplat(nama, arti, letak, nama in acuan.wajib, nama in acuan.rebah)
