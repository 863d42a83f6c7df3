"""What is printed for the survey of a unit: posters and stickers with its code, and the questionnaire on paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from sqlalchemy.orm import Session

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.izin import TidakTerjangkau, periksa_kewenangan
from rtl_tracker.domain.kuesioner import Kuesioner
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.unsur import lipat
from rtl_tracker.domain.upp import Upp
from rtl_tracker.reports.kuesioner_kertas.model import KuesionerKertas
from rtl_tracker.reports.poster_survei.model import BentukPoster, Poster
from rtl_tracker.storage.kuesioner_repository import kuesioner_berlaku
from rtl_tracker.storage.logo_repository import muat_logo
from rtl_tracker.storage.pengaturan_repository import muat_pengaturan
from rtl_tracker.storage.penyampaian_repository import muat_kalender
from rtl_tracker.storage.upp_repository import layanan_unit
from rtl_tracker.storage.versi_kuesioner_repository import kuesioner_layanan
from rtl_tracker.usecases.tempat_survei import muat_unit_survei

SEMUA = "semua"
PANJANG_NAMA_BERKAS = 60


class KertasPerLayanan(DomainError):
    """A unit whose layanan ask different questions has no questionnaire for all of them."""


@dataclass(frozen=True, slots=True)
class SasaranCetak:
    """What can be printed for the unit (`layanan_id` None) or one layanan. `kuesioner` None = no paper for the unit as a whole."""

    layanan_id: int | None
    nama: str
    alamat: str
    kuesioner: Kuesioner | None


@dataclass(frozen=True, slots=True)
class HalamanCetak:
    """The page. `setempat`: the public address leads nowhere from another device."""

    upp: Upp
    tahun: int
    periode: Periode
    pengaturan: Pengaturan
    sasaran: tuple[SasaranCetak, ...]
    base_url: str
    setempat: bool


@dataclass(frozen=True, slots=True)
class BahanPoster:
    """Posters that are to be drawn, their shape, and the name of their file without its ending."""

    poster: tuple[Poster, ...]
    bentuk: BentukPoster
    judul: str
    nama_berkas: str


@dataclass(frozen=True, slots=True)
class BahanKertas:
    """A paper questionnaire that is to be written, and the name of its file without its ending."""

    kertas: KuesionerKertas
    nama_berkas: str


def alamat_survei(base_url: str, upp_id: int, layanan_id: int | None) -> str:
    """The public address at which the survey of a unit or a layanan begins."""
    return f"{base_url}/survei/{upp_id}" + ("" if layanan_id is None else f"/{layanan_id}")


def alamat_setempat(base_url: str) -> bool:
    """Whether the address names this computer itself, so that a code with it leads nowhere for anybody else."""
    nama = urlsplit(base_url).hostname or ""
    try:
        alamat = ip_address(nama)
    except ValueError:
        return nama in ("", "localhost") or nama.endswith(".localhost")
    return alamat.is_loopback or alamat.is_unspecified


def muat_cetak(session: Session, pelaku: Pelaku, upp_id: int, tahun: int, periode: Periode, base_url: str) -> HalamanCetak:
    """The page of a unit. Raises TidakTerjangkau, AksesDitolak."""
    periksa_kewenangan(pelaku, Izin.KELOLA_SURVEI, upp_id)
    upp, layanan = muat_unit_survei(session, upp_id), layanan_unit(session, upp_id)
    kuesioner = kuesioner_layanan(session, layanan)
    unit = SasaranCetak(None, upp.nama, alamat_survei(base_url, upp_id, None), _bersama(session, kuesioner))
    tiap = [SasaranCetak(i, nama, alamat_survei(base_url, upp_id, i), kuesioner[i]) for i, nama in layanan.items()]
    pengaturan = muat_pengaturan(session, tahun)
    return HalamanCetak(upp, tahun, periode, pengaturan, (unit, *tiap), base_url, alamat_setempat(base_url))


def bahan_poster(
    session: Session, pelaku: Pelaku, upp_id: int, tahun: int, pilihan: int | str | None, bentuk: str, base_url: str
) -> BahanPoster:
    """The poster of the unit (None), of a layanan (its id) or of all layanan (SEMUA). `bentuk`: a value of BentukPoster.

    Raises TidakTerjangkau (also for all layanan of a unit that has none), AksesDitolak.
    """
    periksa_kewenangan(pelaku, Izin.KELOLA_SURVEI, upp_id)
    upp, layanan = muat_unit_survei(session, upp_id), layanan_unit(session, upp_id)
    dipilih = list(layanan) if pilihan == SEMUA else [None if pilihan is None else _dikenal(layanan, pilihan)]
    if not dipilih:
        raise TidakTerjangkau("Unit ini tidak memiliki daftar layanan.")
    instansi, logo = muat_pengaturan(session, tahun).nama, muat_logo(session)
    poster = tuple(
        Poster(instansi, upp.nama, alamat_survei(base_url, upp_id, id_), "" if id_ is None else layanan[id_], logo)
        for id_ in dipilih
    )
    siapa = "semua layanan" if pilihan == SEMUA else poster[0].layanan or upp.nama
    jadi = BentukPoster(bentuk)
    benda = "Stiker" if jadi is BentukPoster.STIKER else f"Poster {bentuk.upper()}"
    judul = f"{benda} survei {siapa}" + (f" {upp.nama}" if pilihan is not None else "")
    return BahanPoster(poster, jadi, judul, _nama_berkas(benda, "survei", siapa if pilihan != SEMUA else f"{siapa} {upp.nama}"))


def gambar_poster(bahan: BahanPoster) -> bytes:
    """The PDF. Asks no database; loads matplotlib on first use."""
    from rtl_tracker.reports.poster_survei.cetak import cetak_poster

    return cetak_poster(bahan.poster, bahan.bentuk, bahan.judul)


def bahan_kertas(
    session: Session, pelaku: Pelaku, upp_id: int, tahun: int, periode: Periode, layanan_id: int | None
) -> BahanKertas:
    """The paper questionnaire of a layanan, or of a unit whose layanan (if any) all ask the same.

    Raises TidakTerjangkau, AksesDitolak, KertasPerLayanan.
    """
    periksa_kewenangan(pelaku, Izin.KELOLA_SURVEI, upp_id)
    upp, layanan = muat_unit_survei(session, upp_id), layanan_unit(session, upp_id)
    if layanan_id is None:
        kuesioner = _bersama(session, kuesioner_layanan(session, layanan))
        nama = tuple(layanan.values())
    else:
        nama = (layanan[_dikenal(layanan, layanan_id)],)
        kuesioner = kuesioner_berlaku(session, layanan_id)
    if kuesioner is None:
        raise KertasPerLayanan("Layanan unit ini memakai kuesioner yang berbeda. Cetaklah kuesioner setiap layanan tersendiri.")
    pengaturan = muat_pengaturan(session, tahun)
    kertas = KuesionerKertas(
        pengaturan.nama, pengaturan.istilah_unit, upp.nama, nama, f"{NAMA_PERIODE[periode]} {tahun}", kuesioner,
        muat_kalender(session, tahun)[periode].survei_mulai,
    )  # fmt: skip
    siapa = upp.nama if layanan_id is None else nama[0]
    return BahanKertas(kertas, _nama_berkas("Kuesioner", kuesioner.kode, siapa, periode.value, str(tahun)))


def tulis_kertas(bahan: BahanKertas) -> bytes:
    """The .docx. Asks no database; loads the Word library on first use."""
    from rtl_tracker.reports.kuesioner_kertas.buat import buat_kuesioner_kertas

    return buat_kuesioner_kertas(bahan.kertas)


def _bersama(session: Session, kuesioner: Mapping[int, Kuesioner]) -> Kuesioner | None:
    """What all layanan of a unit ask; None when one of them has its own."""
    if any(k.layanan_id is not None for k in kuesioner.values()):
        return None
    return kuesioner_berlaku(session, None)


def _dikenal(layanan: Mapping[int, str], pilihan: int | str) -> int:
    if not isinstance(pilihan, int) or pilihan not in layanan:
        raise TidakTerjangkau("Layanan ini tidak ada pada unit tersebut.")
    return pilihan


def _nama_berkas(*bagian: str) -> str:
    """Words joined by hyphens; a long name is cut between two words."""
    return "-".join("-".join(lipat(satu)[:PANJANG_NAMA_BERKAS].split()) for satu in bagian)
