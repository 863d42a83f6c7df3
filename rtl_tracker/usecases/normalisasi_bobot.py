"""One year under all three bobot: who changes class, and the decision to let the instansi's bobot speak (spec 1.3, 4 IKM-02)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction

from sqlalchemy.orm import Session

from rtl_tracker.auditor.fakta import Fakta
from rtl_tracker.auditor.nilai import asal_ikm
from rtl_tracker.domain.izin import periksa_kewenangan
from rtl_tracker.domain.mutu import Mutu, mutu
from rtl_tracker.domain.pengaturan import Bobot, Pengaturan, SumberNilai
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rekap import DataTahun, RekapTahun, susun_rekap
from rtl_tracker.storage.data_tahun import muat_data_tahun
from rtl_tracker.storage.pengaturan_repository import tahun_tersedia
from rtl_tracker.usecases.bahan_halaman import TahunTidakAda
from rtl_tracker.usecases.kelola_instansi import ubah_pengaturan_tahun


@dataclass(frozen=True, slots=True)
class BarisBobot:
    """The annual index of one unit (25-100, exact): as the year shows it now, and recomputed under each bobot.

    `asal`: the bobot that explain all printed indices of the unit's measured periods; empty = none does, or none is printed.
    """

    upp_id: int
    nama: str
    kini: Fraction | None
    hitung: Mapping[Bobot, Fraction | None]
    asal: tuple[Bobot, ...]
    resmi: Bobot

    @property
    def mutu_kini(self) -> Mutu | None:
        """The class as the year shows it now."""
        return None if self.kini is None else mutu(self.kini)

    def mutu(self, bobot: Bobot) -> Mutu | None:
        """The class under a bobot."""
        nilai = self.hitung[bobot]
        return None if nilai is None else mutu(nilai)

    @property
    def berpindah(self) -> bool:
        """Whether the class changes when the instansi's bobot is taken."""
        baru = self.mutu(self.resmi)
        return baru is not None and baru is not self.mutu_kini

    @property
    def lain(self) -> bool:
        """Whether the printed indices come from another bobot than the instansi's."""
        return bool(self.asal) and self.resmi not in self.asal


@dataclass(frozen=True, slots=True)
class NormalisasiTahun:
    """All units of a year under the three bobot, and the instansi itself."""

    tahun: int
    tahun_tersedia: tuple[int, ...]
    pengaturan: Pengaturan
    baris: tuple[BarisBobot, ...]
    instansi_kini: Fraction | None
    instansi: Mapping[Bobot, Fraction | None]

    @property
    def seragam(self) -> bool:
        """Whether the year already shows recomputed values."""
        return self.pengaturan.sumber_nilai is SumberNilai.HITUNG

    @property
    def berpindah(self) -> Sequence[BarisBobot]:
        """The units whose class would change."""
        return [b for b in self.baris if b.berpindah]

    @property
    def bobot_lain(self) -> Sequence[BarisBobot]:
        """The units whose printed indices come from another bobot."""
        return [b for b in self.baris if b.lain]


def muat_normalisasi(session: Session, pelaku: Pelaku, tahun: int) -> NormalisasiTahun:
    """The year under all three bobot. Raises AksesDitolak, TahunTidakAda."""
    periksa_kewenangan(pelaku, Izin.LIHAT_HASIL, None)
    tersedia = tuple(tahun_tersedia(session))
    if tahun not in tersedia:
        raise TahunTidakAda(f"Tahun {tahun} belum dibuka.")
    return susun_normalisasi(muat_data_tahun(session, tahun), tersedia)


def susun_normalisasi(data: DataTahun, tahun_tersedia: tuple[int, ...] = ()) -> NormalisasiTahun:
    """Recompute the year under each bobot; pure."""
    kini = susun_rekap(data)
    menurut = {b: susun_rekap(replace(data, pengaturan=_dengan(data.pengaturan, b))) for b in Bobot}
    asal = _asal(Fakta(kini, data.hasil, data.tabulasi))
    return NormalisasiTahun(
        tahun=data.tahun,
        tahun_tersedia=tahun_tersedia,
        pengaturan=data.pengaturan,
        baris=tuple(
            BarisBobot(
                r.upp.id, r.upp.nama, r.tahunan.ikm if r.tahunan else None, {b: _tahunan(rekap, i) for b, rekap in menurut.items()},
                asal.get(r.upp.id, ()), data.pengaturan.bobot,
            )
            for i, r in enumerate(kini.upp)
            if r.tahunan is not None and r.tahunan.nrr
        ),
        instansi_kini=kini.tahunan.ikm,
        instansi={b: rekap.instansi[Periode.TAHUNAN].ikm for b, rekap in menurut.items()},
    )  # fmt: skip


def seragamkan(session: Session, pelaku: Pelaku, now: datetime, tahun: int, pakai: bool) -> bool:
    """Let the year show recomputed values under the instansi's bobot (or the printed ones again), with an event.

    Returns whether that changed something. Raises AksesDitolak, TahunTidakAda.
    """
    periksa_kewenangan(pelaku, Izin.KELOLA_DATA_INDUK, None)
    if tahun not in tahun_tersedia(session):
        raise TahunTidakAda(f"Tahun {tahun} belum dibuka.")
    nilai = SumberNilai.HITUNG if pakai else SumberNilai.TERCETAK
    return ubah_pengaturan_tahun(session, pelaku, now, tahun, {"sumber_nilai": nilai.value})


def _dengan(pengaturan: Pengaturan, bobot: Bobot) -> Pengaturan:
    return replace(pengaturan, bobot=bobot, sumber_nilai=SumberNilai.HITUNG)


def _tahunan(rekap: RekapTahun, nomor: int) -> Fraction | None:
    tahunan = rekap.upp[nomor].tahunan
    return None if tahunan is None else tahunan.ikm


def _asal(fakta: Fakta) -> dict[int, tuple[Bobot, ...]]:
    """The bobot that explain every printed index of a unit's measured rows."""
    hasil: dict[int, set[Bobot]] = {}
    for t in fakta.terukur:
        if t.cetak.lengkap and t.cetak.ikm is not None:
            hasil.setdefault(t.upp_id, set(Bobot)).intersection_update(asal_ikm(t.cetak, fakta.pengaturan).bobot)
    return {upp_id: tuple(b for b in Bobot if b in bobot) for upp_id, bobot in hasil.items()}
