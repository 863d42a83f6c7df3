"""The texts of a document as an officer edits them: block by block, with fields, checked against the data (spec 3.4, 4 TEKS)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from rtl_tracker.config import Settings
from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.izin import TidakTerjangkau, periksa_kewenangan
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.jenis_dokumen import PermintaanDokumen
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.pesanan import JenisKerja, Pesanan
from rtl_tracker.formats import tanggal_waktu
from rtl_tracker.reports.naskah_suntingan import NaskahKeliru as NaskahKeliru
from rtl_tracker.reports.naskah_suntingan import baca_naskah, isi_suntingan, naskah_awal, periksa_bidang, rujukan_blok
from rtl_tracker.reports.rancangan import Bidang, BlokTeks, Rancangan
from rtl_tracker.reports.rujukan_suntingan import RUJUKAN
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.suntingan_repository import Suntingan, hapus_suntingan, muat_suntingan, simpan_suntingan
from rtl_tracker.usecases.buat_dokumen import rancang
from rtl_tracker.usecases.fakta_pemeriksaan import muat_fakta
from rtl_tracker.usecases.periksa_teks import SorotanTeks, sorot


@dataclass(frozen=True, slots=True)
class BagianNaskah:
    """One block: its automatic text, what is edited (fields in it; the automatic text with fields when nobody edited it), who and when.

    `terisi` is the text in force with figures filled in; `versi` is 0 for a block that nobody edited.
    """

    blok: BlokTeks
    naskah: str
    terisi: tuple[str, ...]
    versi: int
    oleh: str = ""
    pada: datetime | None = None

    @property
    def disunting(self) -> bool:
        """Whether an edited text is in force."""
        return self.versi > 0


@dataclass(frozen=True, slots=True)
class NaskahLaporan:
    """All blocks of a document, and the fields that its texts may use, by group."""

    permintaan: PermintaanDokumen
    judul: str
    nama_instansi: str
    bagian: tuple[BagianNaskah, ...]
    bidang: Mapping[str, tuple[Bidang, ...]]
    rujukan: tuple[str, ...]

    def cari(self, nama: str) -> BagianNaskah:
        """The block of this name. Raises TidakTerjangkau."""
        ada = next((b for b in self.bagian if b.blok.nama == nama), None)
        if ada is None:
            raise TidakTerjangkau("Bagian naskah ini tidak ada pada dokumen. Periksa kembali alamatnya.")
        return ada

    @property
    def semua_bidang(self) -> tuple[Bidang, ...]:
        """The fields of all groups."""
        return tuple(b for kelompok in self.bidang.values() for b in kelompok)


@dataclass(frozen=True, slots=True)
class Pratinjau:
    """A text as the document would print it, and every place where it contradicts the data."""

    terisi: tuple[str, ...]
    sorotan: tuple[SorotanTeks, ...]


def susun_naskah(session: Session, settings: Settings, permintaan: PermintaanDokumen) -> NaskahLaporan:
    """The texts of a document. Raises DokumenDitolak when there is nothing to tell yet."""
    rancangan = rancang(session, settings, Pesanan(JenisKerja.DOKUMEN, permintaan))
    suntingan = muat_suntingan(session, permintaan.kunci)
    return NaskahLaporan(
        permintaan=permintaan,
        judul=rancangan.judul,
        nama_instansi=rancangan.penulis,
        bagian=tuple(_bagian(blok, suntingan.get(blok.nama), rancangan) for blok in rancangan.blok),
        bidang=_kelompok(rancangan.bidang),
        rujukan=rujukan_blok(rancangan.blok),
    )


def _bagian(blok: BlokTeks, suntingan: Suntingan | None, rancangan: Rancangan) -> BagianNaskah:
    if suntingan is None:
        return BagianNaskah(blok, naskah_awal(blok, rancangan.bidang), blok.teks, 0)
    terisi = isi_suntingan(baca_naskah(suntingan.teks), rancangan.bidang)
    return BagianNaskah(blok, suntingan.teks, terisi, suntingan.versi, suntingan.oleh, suntingan.pada)


def _kelompok(bidang: Sequence[Bidang]) -> dict[str, tuple[Bidang, ...]]:
    hasil: dict[str, list[Bidang]] = {}
    for b in bidang:
        hasil.setdefault(b.kelompok, []).append(b)
    return {nama: tuple(isi) for nama, isi in hasil.items()}


def pratinjau(session: Session, naskah: NaskahLaporan, teks: str, tanggal: date) -> Pratinjau:
    """What was typed with its figures filled in, and checked. Raises NaskahKeliru that names unknown fields."""
    terisi = isi_suntingan(_sah(naskah, teks), naskah.semua_bidang)
    return Pratinjau(terisi, tuple(periksa_terisi(session, naskah.permintaan, terisi, tanggal)))


def periksa_terisi(session: Session, permintaan: PermintaanDokumen, terisi: Sequence[str], tanggal: date) -> list[SorotanTeks]:
    """Every place where a filled-in text contradicts the data of its year."""
    polos = RUJUKAN.sub("tabel", "\n".join(terisi)).replace("**", "")
    fakta = muat_fakta(session, permintaan.tahun, tanggal)
    return sorot(polos, permintaan.upp_id, permintaan.periode, fakta) if polos.strip() else []


def simpan_naskah(
    session: Session, pelaku: Pelaku, now: datetime, naskah: NaskahLaporan, blok: str, teks: str, versi: int
) -> None:
    """Store the edited text of a block, with an event. `versi`: the version that the form was made from (0 = automatic).

    Raises TidakTerjangkau, AksesDitolak, NaskahKeliru, BerubahLebihDahulu.
    """
    p = naskah.permintaan
    periksa_kewenangan(pelaku, Izin.SUNTING_NASKAH, p.upp_id)
    bagian = naskah.cari(blok)
    baru = Suntingan(blok, "\n".join(_sah(naskah, teks)), versi + 1, pelaku.nama, now)
    if not simpan_suntingan(session, p.kunci, baru):
        raise _bentrok(bagian)
    _catat(session, pelaku, now, p, bagian.blok, {"versi": versi + 1})


def kembalikan_otomatis(session: Session, pelaku: Pelaku, now: datetime, naskah: NaskahLaporan, blok: str, versi: int) -> None:
    """Remove the edited text: the automatic one is in force again. Raises as `simpan_naskah`."""
    p = naskah.permintaan
    periksa_kewenangan(pelaku, Izin.SUNTING_NASKAH, p.upp_id)
    bagian = naskah.cari(blok)
    if not hapus_suntingan(session, p.kunci, blok, versi):
        raise _bentrok(bagian)
    _catat(session, pelaku, now, p, bagian.blok, {"versi": 0, "dahulu": bagian.naskah})


def _sah(naskah: NaskahLaporan, teks: str) -> tuple[str, ...]:
    paragraf = baca_naskah(teks)
    periksa_bidang(paragraf, naskah.semua_bidang, naskah.rujukan)
    return paragraf


def _bentrok(bagian: BagianNaskah) -> BerubahLebihDahulu:
    pada = tanggal_waktu(bagian.pada.astimezone()) if bagian.pada is not None else "baru saja"
    return BerubahLebihDahulu(bagian.oleh or "pengguna lain", pada, bagian.versi)


def _catat(
    session: Session, pelaku: Pelaku, now: datetime, p: PermintaanDokumen, blok: BlokTeks, rincian: Mapping[str, object]
) -> None:
    isi = {"dokumen": p.kunci, "bagian": blok.nama, **rincian}
    catatan = f"{p.nama}: {blok.judul}"
    catat_jejak(session, pelaku, now, JenisJejak.NASKAH_DISUNTING, Objek.LAPORAN, upp_id=p.upp_id, catatan=catatan, rincian=isi)
