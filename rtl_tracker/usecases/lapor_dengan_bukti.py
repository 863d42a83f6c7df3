"""One form for a realisasi: words, files and links, and whether it is done. What is good is kept even when the rest is refused."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from rtl_tracker.domain.alur_rtl import SyaratKurang, periksa_selesai
from rtl_tracker.domain.bukti import BuktiDitolak, peringatan_tautan
from rtl_tracker.domain.jejak import Objek
from rtl_tracker.domain.peran import Pelaku
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.usecases.kelola_bukti import Kiriman, tambah_bukti
from rtl_tracker.usecases.lapor_realisasi import IsianKemajuan, ambil_dilaporkan, catat_kemajuan, selesaikan
from rtl_tracker.usecases.perubahan import periksa_versi

KOSONG = "Belum ada yang disimpan. Isi uraian pelaksanaannya, atau tambahkan bukti."


@dataclass(frozen=True, slots=True)
class IsianLaporan:
    """The form as typed; `selesai`: the plan is reported as done."""

    uraian: str
    hambatan: str
    versi: int
    selesai: bool
    kiriman: Sequence[Kiriman] = ()


@dataclass(frozen=True, slots=True)
class HasilLapor:
    """What came of it: bukti that were stored, sentences about what was refused, whether the plan is now reported as done.

    `peringatan`: notices about bukti that were taken all the same. `tersimpan`: whether anything was kept at all.
    """

    bukti: tuple[str, ...]
    ditolak: tuple[str, ...]
    selesai: bool
    peringatan: tuple[str, ...] = ()
    tersimpan: bool = True


def lapor(
    session: Session, pelaku: Pelaku, now: datetime, gudang: GudangBukti, rtl_id: int, isian: IsianLaporan, batas_mb: int
) -> HasilLapor:
    """Store the bukti that pass, keep the words, and report the plan as done when nothing was refused.

    Raises BerubahLebihDahulu, RtlTerkunci; then nothing is stored.
    """
    rtl = ambil_dilaporkan(session, pelaku, rtl_id)
    periksa_versi(session, Objek.RTL, rtl_id, isian.versi, rtl.versi)
    jadi, ditolak, peringatan = [], [], []
    for kiriman in isian.kiriman:
        try:
            jadi.append(tambah_bukti(session, pelaku, now, gudang, rtl_id, kiriman, batas_mb).sebutan)
        except BuktiDitolak as galat:
            ditolak.append(str(galat))
        else:
            peringatan.append(peringatan_tautan(kiriman.tautan))
    rtl = ambil_dilaporkan(session, pelaku, rtl_id)
    if not jadi and not isian.uraian.strip() and not isian.hambatan.strip():
        return HasilLapor((), tuple(ditolak) or (KOSONG,), False, tersimpan=False)
    if isian.selesai and not ditolak:
        ditolak += _kekurangan(isian, rtl)
    kemajuan = IsianKemajuan(isian.uraian, isian.hambatan, rtl.versi)
    selesai = isian.selesai and not ditolak
    tindakan = selesaikan if selesai else catat_kemajuan
    tindakan(session, pelaku, now, rtl_id, kemajuan)
    return HasilLapor(tuple(jadi), tuple(ditolak), selesai, tuple(filter(None, peringatan)))


def _kekurangan(isian: IsianLaporan, rtl: Rtl) -> list[str]:
    try:
        periksa_selesai(isian.uraian, len(rtl.bukti))
    except SyaratKurang as galat:
        return [str(galat)]
    return []
