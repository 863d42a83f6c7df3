"""Frozen versions of a document: facts, texts, figures and files as they were signed; what changed since (spec 2.2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy.orm import Session

from rtl_tracker.config import Settings
from rtl_tracker.domain.izin import TidakTerjangkau
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.jenis_dokumen import PermintaanDokumen
from rtl_tracker.domain.peran import Pelaku, pelaku_program
from rtl_tracker.domain.pesanan import JenisKerja, Pesanan
from rtl_tracker.reports.fakta_json import fakta_sebagai_json
from rtl_tracker.reports.naskah_suntingan import baca_naskah, isi_suntingan
from rtl_tracker.reports.rancangan import Bidang, Rancangan, susun_teks
from rtl_tracker.storage import versi_repository as repo
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.pengguna_repository import pengguna_menurut_id
from rtl_tracker.storage.suntingan_repository import muat_suntingan
from rtl_tracker.storage.versi_repository import IsiBeku, VersiLaporan
from rtl_tracker.usecases.berkas_pekerjaan import berkas_utuh
from rtl_tracker.usecases.buat_dokumen import rancang
from rtl_tracker.usecases.lingkungan_dokumen import DokumenDitolak
from rtl_tracker.usecases.susun_dokumen import DokumenJadi

PANJANG_KODE = 20


@dataclass(frozen=True, slots=True)
class AngkaBerubah:
    """A printed figure that is another today: what it is, as frozen, as the data say now ("" = not there)."""

    keterangan: str
    dahulu: str
    kini: str


@dataclass(frozen=True, slots=True)
class TeksBerubah:
    """A block whose text is another today; paragraphs as frozen and now."""

    judul: str
    dahulu: tuple[str, ...]
    kini: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeadaanVersi:
    """A version with what became of it: is it the newest, are its files whole, what changed since it was frozen."""

    versi: VersiLaporan
    terbaru: bool
    berkas_utuh: bool
    angka: tuple[AngkaBerubah, ...]
    teks: tuple[TeksBerubah, ...]


def kode_versi(id_pekerjaan: str) -> str:
    """The public code of the version that a piece of work freezes: part of its random id, so that a second attempt has the same."""
    return id_pekerjaan[:PANJANG_KODE]


def alamat_sahih(base_url: str, kode: str) -> str:
    """The full address of the public page of a version."""
    return f"{base_url}/sahih/{kode}"


def sidik_berkas(jadi: DokumenJadi) -> dict[str, str]:
    """SHA-256 (hex) of every file by its ending."""
    return {bentuk.value: sha256(isi).hexdigest() for bentuk, isi in jadi.berkas.items()}


def isi_beku(rancangan: Rancangan, jadi: DokumenJadi, temuan: Sequence[Mapping[str, str]]) -> IsiBeku:
    """What is frozen of a document."""
    return IsiBeku(
        fakta=fakta_sebagai_json(rancangan.fakta),
        angka=[[b.nama, b.keterangan, b.nilai] for b in rancangan.bidang],
        teks={nama: list(isi) for nama, isi in jadi.teks.items()},
        temuan=temuan,
    )


def pemesan_versi(session: Session, oleh: int | None) -> Pelaku:
    """Who asked for a version: the account with this id, or the program."""
    pengguna = None if oleh is None else pengguna_menurut_id(session, oleh)
    return pelaku_program() if pengguna is None else Pelaku(oleh, pengguna.nama, pengguna.peran, pengguna.upp_id)


def simpan_versi(
    session: Session, now: datetime, kode: str, pesanan: Pesanan, jadi: DokumenJadi, berkas: str, isi: IsiBeku, pelaku: Pelaku
) -> VersiLaporan:
    """Store a version and its event. `berkas`: the Word file relative to the folder of reports; `pelaku`: who froze it."""
    p = pesanan.permintaan
    catatan = " ".join(x for x in (pesanan.catatan, pesanan.alasan and f"Alasan meloloskan temuan: {pesanan.alasan}") if x)
    baru = VersiLaporan(0, kode, p, 0, jadi.judul, catatan, berkas, sidik_berkas(jadi), pelaku.nama, now)
    versi = repo.tambah_versi(session, baru, isi, pelaku.id)
    rincian = {
        "dokumen": p.kunci,
        "nomor": versi.nomor,
        "kode": kode,
        "sidik": dict(versi.sidik),
        "alasan_galat": pesanan.alasan,
    }
    catat_jejak(
        session, pelaku, now, JenisJejak.LAPORAN_DISAHKAN, Objek.LAPORAN, versi.id,
        upp_id=p.upp_id, catatan=f"{p.nama} versi {versi.nomor}", rincian=rincian,
    )  # fmt: skip
    return versi


def list_versi(session: Session, permintaan: PermintaanDokumen) -> list[VersiLaporan]:
    """All versions of a document, newest first."""
    return repo.list_versi(session, permintaan)


def ambil_versi(session: Session, versi_id: int) -> VersiLaporan:
    """The version with this id. Raises TidakTerjangkau."""
    versi = repo.versi_menurut_id(session, versi_id)
    if versi is None:
        raise TidakTerjangkau("Versi ini tidak ada. Periksa kembali alamatnya.")
    return versi


def versi_publik(session: Session, kode: str) -> tuple[VersiLaporan, VersiLaporan] | None:
    """(the version of this public code, the newest version of the same document); None when there is none."""
    versi = repo.versi_menurut_kode(session, kode)
    return None if versi is None else (versi, repo.list_versi(session, versi.permintaan)[0])


def rancangan_kini(session: Session, settings: Settings, versi: VersiLaporan) -> Rancangan | None:
    """The document of a version as today's data make it; None when they make none any more."""
    try:
        return rancang(session, settings, Pesanan(JenisKerja.DOKUMEN, versi.permintaan))
    except DokumenDitolak:
        return None


def keadaan_versi(session: Session, folder: Path, versi: VersiLaporan, kini: Rancangan | None) -> KeadaanVersi:
    """What became of a version. `kini`: the document as the data make it today; None when they make none any more."""
    beku = repo.muat_isi_beku(session, versi.id)
    suntingan = muat_suntingan(session, versi.permintaan.kunci)
    bidang = kini.bidang if kini is not None else ()
    teks = {}
    if kini is not None:
        terisi = {nama: isi_suntingan(baca_naskah(s.teks), bidang) for nama, s in suntingan.items()}
        teks = susun_teks(kini.blok, terisi)
    return KeadaanVersi(
        versi=versi,
        terbaru=repo.list_versi(session, versi.permintaan)[0].id == versi.id,
        berkas_utuh=berkas_utuh(folder, versi.berkas, versi.sidik),
        angka=bandingkan_angka(beku.angka, bidang),
        teks=_bandingkan_teks(beku.teks, teks, {b.nama: b.judul for b in kini.blok} if kini is not None else {}),
    )


def bandingkan_angka(beku: Sequence[Sequence[str]], kini: Sequence[Bidang]) -> tuple[AngkaBerubah, ...]:
    """The figures that are not what they were, in the order of the document; new ones last."""
    sekarang = {b.nama: b for b in kini}
    berubah = [
        AngkaBerubah(keterangan, nilai, sekarang[nama].nilai if nama in sekarang else "")
        for nama, keterangan, nilai in beku
        if nama not in sekarang or sekarang[nama].nilai != nilai
    ]
    dahulu = {nama for nama, _, _ in beku}
    return (*berubah, *(AngkaBerubah(b.keterangan, "", b.nilai) for b in kini if b.nama not in dahulu))


def _bandingkan_teks(
    beku: Mapping[str, Sequence[str]], kini: Mapping[str, Sequence[str]], judul: Mapping[str, str]
) -> tuple[TeksBerubah, ...]:
    nama = dict.fromkeys([*beku, *kini])
    return tuple(
        TeksBerubah(judul.get(n, n), tuple(beku.get(n, ())), tuple(kini.get(n, ())))
        for n in nama
        if tuple(beku.get(n, ())) != tuple(kini.get(n, ()))
    )
