"""Bukti of an RTL: a checked file or link is added, or supersedes an older one; nothing is ever overwritten (spec 2.2)."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from rtl_tracker.domain.bukti import (
    Bukti,
    BuktiDitolak,
    JenisBukti,
    kunci_tautan,
    nama_sebut,
)
from rtl_tracker.domain.izin import TidakTerjangkau
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.storage import bukti_repository as repo
from rtl_tracker.storage.berkas_bukti import GudangBukti as GudangBukti
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.rtl_repository import simpan_rtl
from rtl_tracker.usecases.berkas_masuk import BerkasUnduhan, siapkan_gambar, siapkan_unduhan, terima_berkas
from rtl_tracker.usecases.kelola_rtl import ambil_rtl
from rtl_tracker.usecases.lapor_realisasi import ambil_dilaporkan

PANJANG_KETERANGAN = 500
PALING_BANYAK = 40
SEKALI_KIRIM = 5


@dataclass(frozen=True, slots=True)
class Kiriman:
    """A bukti as handed in: a file (name and content) or a link; what it shows; the date it is valid for."""

    nama_berkas: str = ""
    isi: bytes = b""
    tautan: str = ""
    keterangan: str = ""
    berlaku: date | None = None


def tambah_bukti(
    session: Session, pelaku: Pelaku, now: datetime, gudang: GudangBukti, rtl_id: int, kiriman: Kiriman, batas_mb: int
) -> Bukti:
    """Add a bukti to an RTL whose realisasi may be reported. Raises BuktiDitolak, RtlTerkunci."""
    rtl = ambil_dilaporkan(session, pelaku, rtl_id)
    ada = [b for b in repo.list_bukti(session, [rtl_id])[rtl_id] if b.diganti_oleh is None]
    if len(ada) >= PALING_BANYAK:
        raise BuktiDitolak(
            f"{_sebut(kiriman)} tidak ditambahkan: satu RTL paling banyak memuat {PALING_BANYAK} bukti. "
            "Ganti bukti yang sudah tidak berlaku."
        )
    baru = _siapkan(gudang, rtl, pelaku, kiriman, batas_mb)
    _tolak_kembar(kiriman, baru, ada)
    tersimpan = repo.tambah_bukti(session, baru, pelaku.id, now)
    simpan_rtl(session, rtl)
    _catat(session, pelaku, now, JenisJejak.BUKTI_DITAMBAH, rtl, tersimpan, {})
    return tersimpan


def ganti_bukti(
    session: Session, pelaku: Pelaku, now: datetime, gudang: GudangBukti, bukti_id: int, kiriman: Kiriman, batas_mb: int
) -> Bukti:
    """Put a newer bukti in the place of one; the older stays readable. Raises BuktiDitolak, RtlTerkunci."""
    lama = ambil_bukti(session, pelaku, bukti_id)
    rtl = ambil_dilaporkan(session, pelaku, lama.rtl_id)
    if lama.diganti_oleh is not None:
        raise BuktiDitolak("Bukti ini sudah diganti. Muat ulang halaman untuk melihat bukti yang berlaku.")
    baru = _siapkan(gudang, rtl, pelaku, kiriman, batas_mb)
    _tolak_kembar(kiriman, baru, [b for b in repo.list_bukti(session, [rtl.id])[rtl.id] if b.diganti_oleh is None])
    tersimpan = repo.tambah_bukti(session, baru, pelaku.id, now)
    repo.gantikan_bukti(session, bukti_id, tersimpan.id)
    simpan_rtl(session, rtl)
    _catat(session, pelaku, now, JenisJejak.BUKTI_DIGANTI, rtl, tersimpan, {"menggantikan": bukti_id})
    return tersimpan


def ambil_bukti(session: Session, pelaku: Pelaku, bukti_id: int) -> Bukti:
    """The bukti, for somebody who may look at its RTL. Raises TidakTerjangkau, AksesDitolak."""
    bukti = repo.bukti_menurut_id(session, bukti_id)
    if bukti is None:
        raise TidakTerjangkau("Bukti ini tidak ada.")
    ambil_rtl(session, pelaku, Izin.LIHAT_PENYAMPAIAN, bukti.rtl_id)
    return bukti


def berkas_unduhan(session: Session, pelaku: Pelaku, gudang: GudangBukti, bukti_id: int) -> BerkasUnduhan:
    """The original file of a bukti, its content checked against its hash. Raises TidakTerjangkau, BuktiRusak."""
    bukti = ambil_bukti(session, pelaku, bukti_id)
    if bukti.jenis is not JenisBukti.BERKAS or bukti.tipe is None:
        raise TidakTerjangkau("Bukti ini bukan berkas.")
    return siapkan_unduhan(gudang, bukti.sha256, bukti.nama_berkas, bukti.tipe)


def gambar_tampil(session: Session, pelaku: Pelaku, gudang: GudangBukti, bukti_id: int, lebar: int) -> Path:
    """A copy of a picture without its metadata, at most `lebar` pixels. Raises TidakTerjangkau for anything but a picture."""
    bukti = ambil_bukti(session, pelaku, bukti_id)
    return siapkan_gambar(gudang, bukti.sha256, bukti.tipe, lebar)


def _siapkan(gudang: GudangBukti, rtl: Rtl, pelaku: Pelaku, kiriman: Kiriman, batas_mb: int) -> Bukti:
    """The checked bukti; its file is stored before the row, so that no row ever names a file that is not there."""
    keterangan = " ".join(kiriman.keterangan.split())[:PANJANG_KETERANGAN]
    masuk = terima_berkas(gudang, kiriman.nama_berkas, kiriman.isi, kiriman.tautan, batas_mb)
    return Bukti(
        0, rtl.id, JenisBukti.BERKAS if masuk.sha256 else JenisBukti.TAUTAN, tautan=masuk.tautan, sha256=masuk.sha256,
        nama_berkas=masuk.nama_berkas, tipe=masuk.tipe, ukuran=masuk.ukuran, keterangan=keterangan, berlaku=kiriman.berlaku,
        pengunggah=pelaku.nama,
    )  # fmt: skip


def _sebut(kiriman: Kiriman) -> str:
    """What was handed in, as a refusal names it: one of several may be meant."""
    return f"Berkas '{nama_sebut(kiriman.nama_berkas)}'" if kiriman.nama_berkas else "Tautan ini"


def _tolak_kembar(kiriman: Kiriman, baru: Bukti, ada: list[Bukti]) -> None:
    kembar = next(
        (b for b in ada if (b.jenis, kunci_tautan(b.tautan), b.sha256) == (baru.jenis, kunci_tautan(baru.tautan), baru.sha256)),
        None,
    )
    if kembar is not None:
        raise BuktiDitolak(
            f"{_sebut(kiriman)} tidak ditambahkan: bukti yang sama sudah ada pada RTL ini, yaitu {kembar.sebutan}."
        )


def _catat(
    session: Session, pelaku: Pelaku, now: datetime, jenis: JenisJejak, rtl: Rtl, bukti: Bukti, lain: dict[str, object]
) -> None:
    rincian = {"bukti_id": bukti.id, "sha256": bukti.sha256, "ukuran": bukti.ukuran, **lain}
    catat_jejak(
        session,
        pelaku,
        now,
        jenis,
        Objek.RTL,
        rtl.id,
        upp_id=rtl.upp_id,
        catatan=bukti.tautan or bukti.nama_berkas,
        rincian=rincian,
    )
