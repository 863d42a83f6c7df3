"""Questions and answer words are changed: every change is a new version, what was answered keeps the one it was answered under."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from rtl_tracker.domain.errors import BerubahLebihDahulu, DomainError
from rtl_tracker.domain.izin import TidakTerjangkau, periksa_kewenangan
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.kuesioner import KUESIONER_BAWAAN, Kuesioner, beda_kuesioner, periksa_kuesioner, sama_isi
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.formats import tanggal_waktu
from rtl_tracker.storage import versi_kuesioner_repository as riwayat
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.kuesioner_repository import kuesioner_berlaku, pastikan_tersimpan, simpan_kuesioner
from rtl_tracker.storage.session import kunci_penulis
from rtl_tracker.storage.versi_kuesioner_repository import LayananUnit, VersiTercatat
from rtl_tracker.usecases.isian_kuesioner import IsianKuesioner, keliru_isian, susun_kuesioner

IKUT = "kuesioner instansi"


class KuesionerSalah(DomainError):
    """What was typed cannot be asked; `salah` holds a sentence per field."""

    def __init__(self, salah: Mapping[str, str]) -> None:
        """`salah`: sentence by field name."""
        super().__init__("Kuesioner belum dapat disimpan. Perbaiki bagian yang ditandai.")
        self.salah = dict(salah)


class SudahIkut(DomainError):
    """The layanan has no questionnaire of its own."""


def muat_layanan(session: Session, layanan_id: int | None) -> LayananUnit | None:
    """The layanan of a scope; None for the instansi. Raises TidakTerjangkau when it does not exist."""
    layanan = None if layanan_id is None else riwayat.layanan_menurut_id(session, layanan_id)
    if layanan_id is not None and layanan is None:
        raise TidakTerjangkau("Layanan ini tidak ada. Pilih layanan dari daftar pada halaman kuesioner.")
    return layanan


def nomor_terbaru(versi: list[VersiTercatat], layanan_id: int | None) -> int:
    """The newest number of a scope; the default counts as the instansi's first, stored or not."""
    if versi:
        return versi[0].nomor
    return KUESIONER_BAWAAN.nomor if layanan_id is None else 0


def ubah_kuesioner(
    session: Session, pelaku: Pelaku, now: datetime, layanan_id: int | None, isian: IsianKuesioner
) -> Kuesioner | None:
    """Store what was typed as the next version of the scope, with one event; None when it says what holds already.

    Raises AksesDitolak, TidakTerjangkau, KuesionerSalah (per field), BerubahLebihDahulu.
    """
    layanan, nomor = _mulai(session, pelaku, layanan_id, isian.versi)
    if salah := keliru_isian(isian):
        raise KuesionerSalah(salah)
    return _terbitkan(session, pelaku, now, layanan, susun_kuesioner(isian, nomor, layanan_id))


def salin_dari_instansi(session: Session, pelaku: Pelaku, now: datetime, layanan_id: int, versi: int) -> Kuesioner | None:
    """Give the layanan a version of its own with the words of the instansi's; None when its own says the same already.

    Later changes of the instansi's no longer reach it. Raises AksesDitolak, TidakTerjangkau, BerubahLebihDahulu.
    """
    layanan, nomor = _mulai(session, pelaku, layanan_id, versi)
    instansi = kuesioner_berlaku(session, None)
    return _terbitkan(session, pelaku, now, layanan, Kuesioner(nomor, instansi.umum, instansi.butir, layanan_id), paksa=True)


def ikuti_instansi(session: Session, pelaku: Pelaku, now: datetime, layanan_id: int, versi: int) -> None:
    """From now on the layanan asks what the instansi asks, today and after every change; its own versions are kept.

    Raises AksesDitolak, TidakTerjangkau, BerubahLebihDahulu, SudahIkut.
    """
    layanan, nomor = _mulai(session, pelaku, layanan_id, versi)
    lama, instansi = kuesioner_berlaku(session, layanan_id), kuesioner_berlaku(session, None)
    if lama.layanan_id is None:
        raise SudahIkut("Layanan ini sudah memakai kuesioner instansi.")
    id_ = riwayat.catat_ikut(session, layanan_id, nomor, pelaku.nama, now)
    _catat(session, pelaku, now, id_, layanan, (lama.kode, IKUT), beda_kuesioner(lama, instansi))


def _mulai(session: Session, pelaku: Pelaku, layanan_id: int | None, dikirim: int) -> tuple[LayananUnit | None, int]:
    """Who and which scope; the number that is free in it, unless somebody was faster."""
    periksa_kewenangan(pelaku, Izin.UBAH_KUESIONER, None)
    layanan = muat_layanan(session, layanan_id)
    kunci_penulis(session.connection())
    versi = riwayat.list_versi(session, layanan_id)
    terbaru = nomor_terbaru(versi, layanan_id)
    if dikirim != terbaru:
        oleh, pada = (versi[0].oleh, tanggal_waktu(versi[0].pada.astimezone())) if versi else ("", "")
        raise BerubahLebihDahulu(oleh or "pengguna lain", pada or "waktu yang tidak tercatat", terbaru)
    return layanan, terbaru + 1


def _terbitkan(
    session: Session, pelaku: Pelaku, now: datetime, layanan: LayananUnit | None, baru: Kuesioner, paksa: bool = False
) -> Kuesioner | None:
    """`paksa`: words that are those of the instansi are kept for a layanan that has none of its own."""
    periksa_kuesioner(baru)
    lama = kuesioner_berlaku(session, baru.layanan_id)
    if sama_isi(lama, baru) and not (paksa and lama.layanan_id is None):
        return None
    if layanan is None and lama == KUESIONER_BAWAAN:
        pastikan_tersimpan(session, KUESIONER_BAWAAN, now)
    id_ = simpan_kuesioner(session, baru, pelaku.nama, now)
    dari = IKUT if lama.layanan_id != baru.layanan_id else lama.kode
    _catat(session, pelaku, now, id_, layanan, (dari, baru.kode), beda_kuesioner(lama, baru))
    return baru


def _catat(
    session: Session,
    pelaku: Pelaku,
    now: datetime,
    id_: int,
    layanan: LayananUnit | None,
    keadaan: tuple[str, str],
    beda: Mapping[str, list[Any]],
) -> None:
    siapa = "instansi" if layanan is None else f"layanan {layanan.nama} ({layanan.upp})"
    bagian = f": {', '.join(beda)}" if beda else ""
    catat_jejak(
        session, pelaku, now, JenisJejak.KUESIONER_DIUBAH, Objek.KUESIONER, id_, upp_id=None if layanan is None else layanan.upp_id,
        dari=keadaan[0], ke=keadaan[1], catatan=f"Kuesioner {siapa}{bagian}", rincian=beda,
    )  # fmt: skip
