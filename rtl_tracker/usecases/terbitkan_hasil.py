"""Publishing of a period: what would be published, the act itself (its files are made by the queue), and withdrawing (spec 2.2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy.orm import Session

from rtl_tracker.domain.beda_publikasi import BedaAngka, bandingkan_publikasi, judul_berubah
from rtl_tracker.domain.izin import TidakTerjangkau, periksa_kewenangan
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.jenis_dokumen import JenisDokumen, PermintaanDokumen
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.pesanan import JenisKerja, Pesanan
from rtl_tracker.domain.publikasi import PublikasiDitolak, isi_dari_json, isi_sebagai_json
from rtl_tracker.storage import publikasi_repository as repo
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.media_repository import hitung_media
from rtl_tracker.storage.pekerjaan_repository import Pekerjaan, pekerjaan_terakhir
from rtl_tracker.storage.pengaturan_repository import tahun_tersedia
from rtl_tracker.storage.penyampaian_repository import muat_kalender
from rtl_tracker.storage.publikasi_repository import Publikasi
from rtl_tracker.usecases.bahan_halaman import TahunTidakAda
from rtl_tracker.usecases.calon_publikasi import CalonPublikasi

KOSONG = "Belum ada hasil yang dapat diterbitkan untuk periode ini."
SUDAH_SAMA = "Angka yang sama sudah diterbitkan; tidak ada yang perlu diterbitkan lagi."
ANGKA_BERUBAH = "Angka berubah sejak halaman ini dibuka. Periksa kembali angka yang akan diterbitkan, lalu terbitkan."
SUDAH_DITARIK = "Publikasi ini sudah ditarik. Muat ulang halaman untuk melihat keadaan terakhir."
TANPA_ALASAN = "Tulis alasan penarikan, paling sedikit 10 huruf: alasan itu dibaca masyarakat."
TIDAK_ADA = "Publikasi ini tidak ada. Periksa kembali alamatnya."
ALASAN_TERPENDEK, ALASAN_TERPANJANG = 10, 500


@dataclass(frozen=True, slots=True)
class HalamanTerbit:
    """The page of Bagian Organisasi for one period of a year.

    `periode`: those that hold anything, in the order of the year; `riwayat`: what was published of the period, newest first;
    `beda`, `bingkai`: what differs from what the public sees now; `pekerjaan`: the last publishing of this period; `banyak_media`: entries in
    the register of the instansi.
    """

    tahun: int
    tersedia: tuple[int, ...]
    periode_dipilih: Periode
    periode: tuple[Periode, ...]
    calon: CalonPublikasi
    riwayat: tuple[Publikasi, ...]
    terbit: tuple[Periode, ...]
    beda: tuple[BedaAngka, ...]
    bingkai: tuple[str, ...]
    pekerjaan: Pekerjaan | None
    survei_berjalan: bool
    banyak_media: int

    @property
    def kini(self) -> Publikasi | None:
        """What the public sees now."""
        return self.riwayat[0] if self.riwayat and not self.riwayat[0].ditarik else None

    @property
    def sama(self) -> bool:
        """Whether the public sees exactly these figures."""
        return self.kini is not None and self.kini.sidik_isi == self.calon.sidik

    @property
    def dapat(self) -> bool:
        """Whether there is anything to publish."""
        return bool(self.calon.lembar) and not self.sama


def pesanan_terbit(tahun: int, periode: Periode, sidik: str = "") -> Pesanan:
    """The order for the queue; `sidik` of the figures that were looked at."""
    return Pesanan(JenisKerja.PUBLIKASI, PermintaanDokumen(JenisDokumen.LEMBAR_IKM, tahun, periode), sidik=sidik)


def periksa_tahun_terbit(session: Session, pelaku: Pelaku, tahun: int) -> tuple[int, ...]:
    """The stored years, newest first. Raises AksesDitolak, TahunTidakAda."""
    periksa_kewenangan(pelaku, Izin.LIHAT_HASIL, None)
    tersedia = tuple(tahun_tersedia(session))
    if tahun not in tersedia:
        raise TahunTidakAda(f"Belum ada data tahun {tahun}.")
    return tersedia


def periode_awal(session: Session, tahun: int, berisi: Sequence[Periode], hari_ini: date) -> Periode:
    """The period to look at first: the last one with results whose survey is over; of several that end together the longest."""
    kalender = muat_kalender(session, tahun)
    selesai = [p for p in berisi if kalender[p].survei_selesai < hari_ini]
    urut = list(Periode)
    return max(selesai or berisi or [Periode.TAHUNAN], key=lambda p: (kalender[p].survei_selesai, urut.index(p)))


def muat_halaman_terbit(session: Session, pelaku: Pelaku, calon: CalonPublikasi, hari_ini: date) -> HalamanTerbit:
    """The page of a computed candidate. Raises AksesDitolak, TahunTidakAda."""
    tahun, dipilih = calon.isi.tahun, calon.isi.periode
    tersedia = periksa_tahun_terbit(session, pelaku, tahun)
    semua = repo.list_publikasi(session, tahun)
    riwayat = tuple(p for p in semua if p.periode is dipilih)
    beda: tuple[BedaAngka, ...] = ()
    bingkai: tuple[str, ...] = ()
    if riwayat and not riwayat[0].ditarik:
        dahulu = isi_dari_json(repo.muat_isi(session, [riwayat[0].id])[riwayat[0].id])
        beda, bingkai = bandingkan_publikasi(dahulu, calon.isi), judul_berubah(dahulu, calon.isi)
    terbit = {p.periode for p in semua if not p.ditarik}
    return HalamanTerbit(
        tahun=tahun,
        tersedia=tersedia,
        periode_dipilih=dipilih,
        periode=tuple(p for p in Periode if p in calon.berisi or p is dipilih or any(s.periode is p for s in semua)),
        calon=calon,
        riwayat=riwayat,
        terbit=tuple(p for p in Periode if p in terbit),
        beda=beda,
        bingkai=bingkai,
        pekerjaan=pekerjaan_terakhir(session, pesanan_terbit(tahun, dipilih).kunci),
        survei_berjalan=hari_ini <= calon.isi.selesai,
        banyak_media=hitung_media(session, tahun, dipilih).get(None, 0),
    )


def periksa_terbit(session: Session, pelaku: Pelaku, calon: CalonPublikasi, sidik: str) -> None:
    """Whether these figures may be published now; `sidik`: of those that were looked at. Raises AksesDitolak, PublikasiDitolak."""
    periksa_kewenangan(pelaku, Izin.TERBITKAN_HASIL, None)
    if not calon.lembar:
        raise PublikasiDitolak(KOSONG)
    if sidik != calon.sidik:
        raise PublikasiDitolak(ANGKA_BERUBAH)
    ada = [p for p in repo.list_publikasi(session, calon.isi.tahun) if p.periode is calon.isi.periode]
    if ada and not ada[0].ditarik and ada[0].sidik_isi == sidik:
        raise PublikasiDitolak(SUDAH_SAMA)


def simpan_publikasi(
    session: Session, pelaku: Pelaku, now: datetime, calon: CalonPublikasi, berkas: str, sidik: Mapping[str, str]
) -> Publikasi:
    """Store what is published, and its event; `berkas`: the folder of its finished sheets. Raises AksesDitolak, PublikasiDitolak."""
    periksa_terbit(session, pelaku, calon, calon.sidik)
    isi = calon.isi
    baru = Publikasi(
        0, isi.tahun, isi.periode, 0, calon.sidik, isi.ringkas, berkas, False, "", pelaku.nama, now
    )  # fmt: skip
    publikasi = repo.tambah_publikasi(session, baru, isi_sebagai_json(isi), sidik)
    catat_jejak(
        session, pelaku, now, JenisJejak.HASIL_DITERBITKAN, Objek.PUBLIKASI, publikasi.id,
        catatan=sebut_publikasi(publikasi), rincian=rincian_jejak(publikasi, sidik) | {"unit": len(isi.unit)},
    )  # fmt: skip
    return publikasi


def tarik(session: Session, pelaku: Pelaku, now: datetime, tahun: int, periode: Periode, nomor: int, alasan: str) -> Publikasi:
    """Withdraw a publication; it stays stored. Raises AksesDitolak, TidakTerjangkau, PublikasiDitolak."""
    periksa_kewenangan(pelaku, Izin.TERBITKAN_HASIL, None)
    publikasi = repo.publikasi_bernomor(session, tahun, periode, nomor)
    if publikasi is None:
        raise TidakTerjangkau(TIDAK_ADA)
    if publikasi.ditarik:
        raise PublikasiDitolak(SUDAH_DITARIK)
    sebab = " ".join(alasan.split())[:ALASAN_TERPANJANG]
    if len(sebab) < ALASAN_TERPENDEK:
        raise PublikasiDitolak(TANPA_ALASAN)
    repo.tarik_publikasi(session, publikasi.id, sebab)
    catat_jejak(
        session, pelaku, now, JenisJejak.PUBLIKASI_DITARIK, Objek.PUBLIKASI, publikasi.id,
        catatan=sebut_publikasi(publikasi), rincian={"alasan": sebab},
    )  # fmt: skip
    return publikasi


def sebut_publikasi(p: Publikasi) -> str:
    """ "Publikasi hasil Semester I 2023 nomor 2"."""
    periode = f"{NAMA_PERIODE[p.periode]} " if p.periode is not Periode.TAHUNAN else "tahun "
    return f"Publikasi hasil {periode}{p.tahun} nomor {p.nomor}"


def rincian_jejak(p: Publikasi, sidik: Mapping[str, str]) -> dict[str, Any]:
    """What the trail holds of a publication: hashes of its figures and of the list of its sheets' hashes."""
    daftar = "\n".join(f"{nama} {sidik[nama]}" for nama in sorted(sidik))
    return {
        "tahun": p.tahun,
        "periode": p.periode.value,
        "nomor": p.nomor,
        "sidik_isi": p.sidik_isi,
        "sidik_lembar": sha256(daftar.encode()).hexdigest(),
    }
