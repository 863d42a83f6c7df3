"""The readiness meter of a document: what is still missing before it is frozen, each with the place to mend it (spec 2.4, 4)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session

from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.izin import boleh
from rtl_tracker.domain.jenis_dokumen import PermintaanDokumen
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.penyampaian import Penyampaian, StatusPenyampaian
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.formats import bulat
from rtl_tracker.storage.logo_repository import muat_logo
from rtl_tracker.storage.penjelasan_repository import kunci_dijelaskan
from rtl_tracker.storage.penyampaian_repository import list_penyampaian
from rtl_tracker.usecases.naskah_laporan import NaskahLaporan, periksa_terisi
from rtl_tracker.usecases.temuan_tahun import TemuanTahun

BELUM_RTL = "RTL-01"
BELUM_MASUK = "LAPOR-01"


class KeadaanButir(StrEnum):
    """How an item of the meter stands: ready, worth a look, or missing."""

    SIAP = "siap"
    PERIKSA = "periksa"
    KURANG = "kurang"


class TujuanButir(StrEnum):
    """Where an item is mended."""

    PAPAN = "papan"
    TEMUAN = "temuan"
    PENGATURAN = "pengaturan"
    NASKAH = "naskah"


@dataclass(frozen=True, slots=True)
class ButirKesiapan:
    """One item of the meter: what it is about, how it stands, one sentence, where to go."""

    judul: str
    keadaan: KeadaanButir
    kalimat: str
    tujuan: TujuanButir


@dataclass(frozen=True, slots=True)
class Kesiapan:
    """The whole meter. `galat_terbuka`: errors that Bagian Organisasi has not explained, and texts that contradict the data."""

    butir: tuple[ButirKesiapan, ...]
    galat_terbuka: int

    @property
    def persen(self) -> int:
        """Share of the items that are ready, 0-100."""
        siap = sum(b.keadaan is KeadaanButir.SIAP for b in self.butir)
        return siap * 100 // len(self.butir)

    @property
    def kurang(self) -> int:
        """How many items are missing."""
        return sum(b.keadaan is KeadaanButir.KURANG for b in self.butir)


class PengesahanDitolak(DomainError):
    """The document may not be frozen yet; str() is the sentence for the user."""


def periksa_kesiapan(session: Session, naskah: NaskahLaporan, tahun: TemuanTahun, tanggal: date) -> Kesiapan:
    """The meter of a document, judged on a day. `tahun`: the findings of its year on that day."""
    p = naskah.permintaan
    dijelaskan = kunci_dijelaskan(session, p.tahun)
    temuan = tahun.temuan if p.upp_id is None else tahun.milik_unit(p.upp_id)
    oleh_organisasi = kunci_dijelaskan(session, p.tahun, organisasi_saja=True)
    galat = sum(t.tingkat is Tingkat.GALAT and t.kunci not in oleh_organisasi for t in temuan)
    terbuka = [t for t in temuan if t.kunci not in dijelaskan]
    salah = _salah_naskah(session, naskah, tanggal)
    butir = [
        *_penyampaian(session, temuan, p),
        _rencana(terbuka),
        _galat(galat),
        _peringatan(terbuka),
        _naskah(naskah, salah),
        _penandatangan(tahun.pengaturan),
        _logo(session),
    ]
    return Kesiapan(tuple(butir), galat + len(salah))


def pastikan_boleh(kesiapan: Kesiapan, alasan: str, pelaku: Pelaku) -> None:
    """Raises PengesahanDitolak while errors are open and no reason lets them pass; only Bagian Organisasi may give one."""
    if kesiapan.galat_terbuka and not boleh(pelaku, Izin.SUSUN_LAPORAN):
        raise PengesahanDitolak(
            f"Masih ada {kesiapan.galat_terbuka} galat terbuka. Perbaiki datanya, atau minta Bagian Organisasi menjelaskan galat itu."
        )
    if kesiapan.galat_terbuka and len(alasan.strip()) < 10:
        raise PengesahanDitolak(
            f"Masih ada {kesiapan.galat_terbuka} galat terbuka. Perbaiki atau jelaskan pada halaman Pemeriksaan, atau tuliskan alasan "
            "meloloskannya (paling sedikit 10 huruf)."
        )


def _penyampaian(session: Session, temuan: Sequence[Temuan], p: PermintaanDokumen) -> Iterator[ButirKesiapan]:
    """Units that are not in, and dossiers that wait for an answer."""
    judul, tujuan = "Penyampaian hasil", TujuanButir.PAPAN
    belum = len({t.upp_id for t in temuan if t.aturan == BELUM_MASUK})
    if belum:
        yield ButirKesiapan(
            judul, KeadaanButir.PERIKSA, f"{bulat(belum)} unit belum menyampaikan, terlambat, atau menyatakan nihil.", tujuan
        )
    else:
        yield ButirKesiapan(judul, KeadaanButir.SIAP, "Semua unit sudah menyampaikan hasil.", tujuan)
    tunggu = [b for b in _berkas(session, p) if b.status in (StatusPenyampaian.DIKIRIM, StatusPenyampaian.DIKEMBALIKAN)]
    if tunggu:
        kalimat = f"{bulat(len(tunggu))} berkas belum diterima: menunggu pemeriksaan atau perbaikan."
        yield ButirKesiapan("Penerimaan berkas", KeadaanButir.PERIKSA, kalimat, tujuan)
    else:
        yield ButirKesiapan("Penerimaan berkas", KeadaanButir.SIAP, "Tidak ada berkas yang menunggu pemeriksaan.", tujuan)


def _berkas(session: Session, p: PermintaanDokumen) -> list[Penyampaian]:
    return [b for b in list_penyampaian(session, p.tahun) if p.upp_id in (None, b.upp_id)]


def _rencana(terbuka: Sequence[Temuan]) -> ButirKesiapan:
    tanpa = len({t.upp_id for t in terbuka if t.aturan == BELUM_RTL})
    if tanpa:
        return ButirKesiapan(
            "RTL yang wajib",
            KeadaanButir.PERIKSA,
            f"{bulat(tanpa)} unit belum menyusun RTL untuk semua unsur yang wajib.",
            TujuanButir.TEMUAN,
        )
    return ButirKesiapan("RTL yang wajib", KeadaanButir.SIAP, "Semua unsur yang wajib sudah memiliki RTL.", TujuanButir.TEMUAN)


def _galat(banyak: int) -> ButirKesiapan:
    if banyak:
        kalimat = f"{bulat(banyak)} galat belum diperbaiki atau dijelaskan oleh Bagian Organisasi."
        return ButirKesiapan("Galat pemeriksaan", KeadaanButir.KURANG, kalimat, TujuanButir.TEMUAN)
    return ButirKesiapan("Galat pemeriksaan", KeadaanButir.SIAP, "Tidak ada galat terbuka.", TujuanButir.TEMUAN)


def _peringatan(terbuka: Sequence[Temuan]) -> ButirKesiapan:
    banyak = sum(t.tingkat is Tingkat.PERINGATAN for t in terbuka)
    if banyak:
        return ButirKesiapan(
            "Peringatan pemeriksaan", KeadaanButir.PERIKSA, f"{bulat(banyak)} peringatan belum dijelaskan.", TujuanButir.TEMUAN
        )
    return ButirKesiapan("Peringatan pemeriksaan", KeadaanButir.SIAP, "Semua peringatan sudah dijelaskan.", TujuanButir.TEMUAN)


def _salah_naskah(session: Session, naskah: NaskahLaporan, tanggal: date) -> list[str]:
    """Headings of the edited texts that contradict the data; the automatic ones come from the same facts as the tables."""
    disunting = [b for b in naskah.bagian if b.disunting]
    return [b.blok.judul for b in disunting if periksa_terisi(session, naskah.permintaan, b.terisi, tanggal)]


def _naskah(naskah: NaskahLaporan, salah: Sequence[str]) -> ButirKesiapan:
    disunting = [b for b in naskah.bagian if b.disunting]
    kosong = [b.blok.judul for b in disunting if not b.terisi]
    if kosong:
        return ButirKesiapan("Naskah", KeadaanButir.KURANG, f"Bagian tanpa teks: {', '.join(kosong)}.", TujuanButir.NASKAH)
    if salah:
        return ButirKesiapan(
            "Naskah", KeadaanButir.KURANG, f"Bagian yang bertentangan dengan data: {', '.join(salah)}.", TujuanButir.NASKAH
        )
    isi = (
        f"{bulat(len(disunting))} bagian disunting dan sesuai dengan data."
        if disunting
        else "Semua bagian memakai teks otomatis."
    )
    return ButirKesiapan("Naskah", KeadaanButir.SIAP, isi, TujuanButir.NASKAH)


def _penandatangan(p: Pengaturan) -> ButirKesiapan:
    isian = {"tempat": p.tempat, "tanggal": p.tanggal_laporan, "jabatan": p.jabatan_penandatangan, "nama": p.penandatangan}
    kosong = [nama for nama, nilai in isian.items() if not nilai]
    if kosong:
        return ButirKesiapan(
            "Penanda tangan", KeadaanButir.KURANG, f"Belum diisi: {', '.join(kosong)}.", TujuanButir.PENGATURAN
        )
    return ButirKesiapan(
        "Penanda tangan", KeadaanButir.SIAP, f"{p.penandatangan}, {p.jabatan_penandatangan}.", TujuanButir.PENGATURAN
    )


def _logo(session: Session) -> ButirKesiapan:
    if muat_logo(session) is None:
        return ButirKesiapan("Logo", KeadaanButir.PERIKSA, "Sampul akan dicetak tanpa logo.", TujuanButir.PENGATURAN)
    return ButirKesiapan("Logo", KeadaanButir.SIAP, "Logo instansi tersimpan.", TujuanButir.PENGATURAN)
