"""What became of a plan: progress, done with proof, not done with reason and a carried-over RTL (spec 1.9, 2.2)."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from rtl_tracker.domain.alur_rtl import (
    ALUR_RTL,
    AlasanTidak,
    RtlTerkunci,
    TindakanRtl,
    dapat_dilaporkan,
    periksa_alasan_tidak,
    periksa_dapat_rtl,
    periksa_selesai,
)
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.penyampaian import periode_berikut, realisasi_terbuka, terbuka
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.storage import rtl_repository as repo
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.penyampaian_repository import muat_penyampaian
from rtl_tracker.storage.upp_repository import upp_menurut_id
from rtl_tracker.usecases.kelola_penyampaian import pastikan_draf
from rtl_tracker.usecases.kelola_rtl import ambil_rtl, horizon_dari
from rtl_tracker.usecases.perubahan import perbedaan, periksa_versi

ISI_LAPORAN: tuple[str, ...] = ("status", "uraian", "hambatan", "alasan", "strategi")
PERIODE_DICOBA = 12


@dataclass(frozen=True, slots=True)
class IsianKemajuan:
    """A report of progress as typed."""

    uraian: str
    hambatan: str
    versi: int


def catat_kemajuan(session: Session, pelaku: Pelaku, now: datetime, rtl_id: int, isian: IsianKemajuan) -> Rtl:
    """Keep what was done so far and what stands in the way; a plan that was only planned is under way from now on.

    Raises RtlTerkunci, BerubahLebihDahulu.
    """
    lama = ambil_dilaporkan(session, pelaku, rtl_id)
    periksa_versi(session, Objek.RTL, rtl_id, isian.versi, lama.versi)
    status = lama.status if lama.status is StatusRtl.BERJALAN else ALUR_RTL[TindakanRtl.MULAI].ke
    baru = replace(lama, status=status, uraian=isian.uraian.strip(), hambatan=isian.hambatan.strip())
    return _simpan(session, pelaku, now, lama, baru, JenisJejak.KEMAJUAN_DICATAT)


def selesaikan(session: Session, pelaku: Pelaku, now: datetime, rtl_id: int, isian: IsianKemajuan) -> Rtl:
    """Report the plan as done: needs words and at least one bukti. Raises SyaratKurang, RtlTerkunci, BerubahLebihDahulu."""
    lama = ambil_dilaporkan(session, pelaku, rtl_id)
    periksa_dapat_rtl(TindakanRtl.SELESAIKAN, lama)
    periksa_versi(session, Objek.RTL, rtl_id, isian.versi, lama.versi)
    periksa_selesai(isian.uraian, len(lama.bukti))
    baru = replace(
        lama, status=StatusRtl.SELESAI, uraian=isian.uraian.strip(), hambatan=isian.hambatan.strip(), dilapor_oleh=pelaku.id,
        dilapor_pada=now,
    )  # fmt: skip
    return _simpan(session, pelaku, now, lama, baru, JenisJejak.RTL_BERUBAH_STATUS)


def nyatakan_tidak(
    session: Session, pelaku: Pelaku, now: datetime, rtl_id: int, isian: AlasanTidak, versi: int
) -> tuple[Rtl, Rtl]:
    """Report the plan as not done, and carry it into the next open period; returns both. The old plan keeps its words.

    Raises SyaratKurang, RtlTerkunci, BerubahLebihDahulu.
    """
    lama = ambil_dilaporkan(session, pelaku, rtl_id)
    periksa_dapat_rtl(TindakanRtl.NYATAKAN_TIDAK, lama)
    periksa_versi(session, Objek.RTL, rtl_id, versi, lama.versi)
    periksa_alasan_tidak(isian, now.date())
    baru = replace(
        lama, status=StatusRtl.TIDAK_DILAKSANAKAN, alasan=isian.alasan.strip(), strategi=isian.strategi.strip(),
        dilapor_oleh=pelaku.id, dilapor_pada=now,
    )  # fmt: skip
    baru = _simpan(session, pelaku, now, lama, baru, JenisJejak.RTL_BERUBAH_STATUS, isian.alasan.strip())
    return baru, _lanjutkan(session, pelaku, now, baru, isian)


def ambil_dilaporkan(session: Session, pelaku: Pelaku, rtl_id: int) -> Rtl:
    """The RTL, if its realisasi may be reported now. Raises TidakTerjangkau, AksesDitolak, RtlTerkunci."""
    rtl = ambil_rtl(session, pelaku, Izin.LAPOR_REALISASI, rtl_id)
    if not dapat_dilaporkan(rtl):
        periksa_dapat_rtl(TindakanRtl.MULAI, rtl)
    if rtl.upp_id is not None and not realisasi_terbuka(muat_penyampaian(session, rtl.upp_id, rtl.tahun, rtl.periode)):
        raise RtlTerkunci("Realisasi dapat dilaporkan setelah berkas periode ini diterima Bagian Organisasi.")
    return rtl


def _lanjutkan(session: Session, pelaku: Pelaku, now: datetime, asal: Rtl, isian: AlasanTidak) -> Rtl:
    """The carried-over RTL: the same promise in the next open period, by the new tenggat and strategy."""
    tahun, periode = _periode_terbuka(session, asal)
    if asal.upp_id is not None:
        pastikan_draf(session, pelaku, now, asal.upp_id, tahun, periode)
    lanjutan = Rtl(
        id=0, upp_id=asal.upp_id, tahun=tahun, periode=periode, unsur=asal.unsur, unsur_teks=asal.unsur_teks, kegiatan=asal.kegiatan,
        keluhan=asal.keluhan, indikator=asal.indikator, tenggat=isian.tenggat, penanggung_jawab=isian.penanggung_jawab.strip(),
        horizon=horizon_dari(isian.tenggat, now), stakeholder=asal.stakeholder, status=StatusRtl.DIRENCANAKAN,
        strategi=isian.strategi.strip(), data_contoh=asal.data_contoh, asal_id=asal.id,
    )  # fmt: skip
    (id_,) = repo.tambah_rtl(session, [lanjutan])
    catatan = f"Lanjutan dari RTL nomor {asal.id}"
    catat_jejak(
        session, pelaku, now, JenisJejak.RTL_DITAMBAH, Objek.RTL, id_, upp_id=asal.upp_id, ke=StatusRtl.DIRENCANAKAN.value, catatan=catatan,
        rincian={"asal_id": asal.id, "tahun": tahun, "periode": periode.value},
    )  # fmt: skip
    return replace(lanjutan, id=id_)


def _periode_terbuka(session: Session, asal: Rtl) -> tuple[int, Periode]:
    """The first period after the plan's own whose dossier is still open; plans of the instansi have none. Raises RtlTerkunci."""
    if asal.upp_id is None:
        return periode_berikut(None, asal.tahun, asal.periode)
    unit = upp_menurut_id(session, asal.upp_id)
    frekuensi = unit.frekuensi if unit is not None else None
    tahun, periode = asal.tahun, asal.periode
    for _ in range(PERIODE_DICOBA):
        tahun, periode = periode_berikut(frekuensi, tahun, periode)
        if terbuka(muat_penyampaian(session, asal.upp_id, tahun, periode)):
            return tahun, periode
    raise RtlTerkunci("Tidak ada periode berikutnya yang masih terbuka untuk melanjutkan RTL ini. Hubungi Bagian Organisasi.")


def _simpan(session: Session, pelaku: Pelaku, now: datetime, lama: Rtl, baru: Rtl, jenis: JenisJejak, catatan: str = "") -> Rtl:
    """Store what was reported with its event; nothing changed is no event."""
    beda = perbedaan(lama, baru, ISI_LAPORAN)
    if not beda:
        return lama
    hasil = repo.simpan_rtl(session, baru)
    beda.pop("status", None)
    catat_jejak(
        session, pelaku, now, jenis, Objek.RTL, baru.id, upp_id=baru.upp_id, dari=lama.status.value if lama.status else "",
        ke=baru.status.value if baru.status else "", catatan=catatan, rincian=beda,
    )  # fmt: skip
    return hasil
