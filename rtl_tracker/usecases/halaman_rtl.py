"""The page of one RTL, and what stands beside the form that writes one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from rtl_tracker.domain.alur_rtl import TindakanRtl, dapat_dilaporkan, dapat_rtl
from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.ikm import konversi
from rtl_tracker.domain.izin import boleh
from rtl_tracker.domain.jejak import Catatan, Objek
from rtl_tracker.domain.mutu import Mutu, mutu
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.penyampaian import Penyampaian, realisasi_terbuka, terbuka
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl, terlambat
from rtl_tracker.domain.saran import saran_untuk
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import Upp
from rtl_tracker.storage.jejak_repository import jejak_objek
from rtl_tracker.storage.penyampaian_repository import muat_penyampaian
from rtl_tracker.storage.respons_repository import saran_periode
from rtl_tracker.storage.rtl_repository import list_lanjutan, list_rtl, rtl_menurut_id
from rtl_tracker.storage.upp_repository import upp_menurut_id
from rtl_tracker.usecases.bukti_tampil import BuktiTampil, muat_bukti_tampil
from rtl_tracker.usecases.data_unit import muat_unit
from rtl_tracker.usecases.kelola_rtl import ambil_rtl


@dataclass(frozen=True, slots=True)
class Dampak:
    """The unsur before and after: konversi (25-100) as printed in the period of the plan and in the next measured one."""

    sebelum: Decimal
    sesudah: Decimal
    tahun: int
    periode: Periode

    @property
    def selisih(self) -> Decimal:
        """Difference of the printed values."""
        return self.sesudah - self.sebelum


@dataclass(frozen=True, slots=True)
class HalamanRtl:
    """Everything the page of an RTL shows; the flags decide which buttons are drawn."""

    rtl: Rtl
    upp: Upp | None
    berkas: Penyampaian | None
    hari_terlambat: int
    bukti: tuple[BuktiTampil, ...]
    asal: Rtl | None
    lanjutan: tuple[Rtl, ...]
    dampak: Dampak | None
    riwayat: tuple[Catatan, ...]
    boleh_ubah: bool
    boleh_lapor: bool
    boleh_tidak: bool
    boleh_verifikasi: bool


@dataclass(frozen=True, slots=True)
class BahanRtl:
    """What stands beside the form of a plan: the unsur's value, saran of the period, and the RTL of the period before."""

    pengaturan: Pengaturan
    upp: Upp
    konversi: Decimal | None
    mutu: Mutu | None
    saran: tuple[str, ...]
    sebelumnya: tuple[Rtl, ...]


def muat_halaman_rtl(session: Session, pelaku: Pelaku, rtl_id: int, hari_ini: date) -> HalamanRtl:
    """The page of an RTL that is within reach. Raises TidakTerjangkau, AksesDitolak."""
    rtl = ambil_rtl(session, pelaku, Izin.LIHAT_PENYAMPAIAN, rtl_id)
    berkas = muat_penyampaian(session, rtl.upp_id, rtl.tahun, rtl.periode) if rtl.upp_id is not None else None
    melapor = boleh(pelaku, Izin.LAPOR_REALISASI) and berkas is not None and realisasi_terbuka(berkas)
    return HalamanRtl(
        rtl=rtl,
        upp=upp_menurut_id(session, rtl.upp_id) if rtl.upp_id is not None else None,
        berkas=berkas,
        hari_terlambat=terlambat(rtl, hari_ini),
        bukti=muat_bukti_tampil(session, pelaku, [rtl])[rtl_id],
        asal=rtl_menurut_id(session, rtl.asal_id) if rtl.asal_id is not None else None,
        lanjutan=tuple(list_lanjutan(session, rtl_id)),
        dampak=_dampak(session, rtl),
        riwayat=tuple(jejak_objek(session, Objek.RTL, rtl_id)),
        boleh_ubah=boleh(pelaku, Izin.TULIS_RTL) and berkas is not None and terbuka(berkas) and berkas.id is not None,
        boleh_lapor=melapor and dapat_dilaporkan(rtl),
        boleh_tidak=melapor and dapat_rtl(TindakanRtl.NYATAKAN_TIDAK, rtl),
        boleh_verifikasi=boleh(pelaku, Izin.VERIFIKASI_REALISASI) and dapat_rtl(TindakanRtl.VERIFIKASI, rtl),
    )


def muat_bahan_rtl(
    session: Session, upp_id: int, tahun: int, periode: Periode, unsur: Unsur, rtl_id: int | None = None
) -> BahanRtl:
    """What stands beside the form; `rtl_id` is the plan that is being changed."""
    unit = muat_unit(session, tahun, upp_id)
    hasil = unit.hasil(periode)
    nrr = hasil.nrr.get(unsur) if hasil is not None else None
    lama = [r for r in list_rtl(session, upp_id=[upp_id]) if r.unsur is unsur and r.id != rtl_id]
    return BahanRtl(
        pengaturan=unit.pengaturan,
        upp=unit.upp,
        konversi=None if nrr is None else bulatkan(konversi(nrr), 2),
        mutu=None if nrr is None else mutu(konversi(nrr)),
        saran=tuple(saran_untuk(unsur, saran_periode(session, upp_id, tahun, periode))),
        sebelumnya=tuple(_terakhir_sebelum(lama, tahun, periode)),
    )


def _urut(tahun: int, periode: Periode) -> tuple[int, int]:
    return tahun, list(Periode).index(periode)


def _terakhir_sebelum(rtl: Sequence[Rtl], tahun: int, periode: Periode) -> list[Rtl]:
    """The RTL of the latest period before this one that has any."""
    dulu = [r for r in rtl if _urut(r.tahun, r.periode) < _urut(tahun, periode)]
    batas = max((_urut(r.tahun, r.periode) for r in dulu), default=None)
    return [r for r in dulu if _urut(r.tahun, r.periode) == batas]


def _dampak(session: Session, rtl: Rtl) -> Dampak | None:
    """Spec 1.9: the next measured period's value of the same unsur, when it exists."""
    if rtl.upp_id is None or rtl.unsur is None:
        return None
    terukur = [
        (tahun, h)
        for tahun in (rtl.tahun, rtl.tahun + 1)
        for h in muat_unit(session, tahun, rtl.upp_id).rekap.terukur
        if rtl.unsur in h.nrr
    ]
    sebelum = next((h for tahun, h in terukur if (tahun, h.periode) == (rtl.tahun, rtl.periode)), None)
    sesudah = next(((t, h) for t, h in terukur if _urut(t, h.periode) > _urut(rtl.tahun, rtl.periode)), None)
    if sebelum is None or sesudah is None:
        return None
    nilai = [bulatkan(konversi(h.nrr[rtl.unsur]), 2) for h in (sebelum, sesudah[1])]
    return Dampak(nilai[0], nilai[1], sesudah[0], sesudah[1].periode)
