"""Facts of chapter IV: what the unit is advised to do, for which unsur, by when. The sentences are made by the narrative."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import StatusRtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan
from rtl_tracker.reports.tahunan.fakta_simpulan import JenisRekomendasi
from rtl_tracker.reports.upp.fakta_hasil import FaktaHasilUpp
from rtl_tracker.reports.upp.fakta_tindak_lanjut import FaktaTindakLanjutUpp

MENUNGGU = (None, StatusRtl.DIRENCANAKAN, StatusRtl.BERJALAN)


@dataclass(frozen=True, slots=True)
class RekomendasiUpp:
    """What is advised: for which unsur with which NRR, how many (RTL born in `tahun_rtl`, respondents), which periods, by when."""

    jenis: JenisRekomendasi
    batas: date
    unsur: tuple[Unsur, ...] = ()
    nilai: Decimal | None = None
    jumlah: int = 0
    periode: tuple[Periode, ...] = ()
    tahun_rtl: int | None = None


def susun_rekomendasi(f: FaktaTahunan, hasil: FaktaHasilUpp, tindak: FaktaTindakLanjutUpp) -> tuple[RekomendasiUpp, ...]:
    """The recommendations in their order: the lowest unsur first, then the plan, what is not done, what is missing."""
    return (*_perbaiki_unsur(f), *_tindak_lanjut(f, tindak), *_data(f, hasil))


def _perbaiki_unsur(f: FaktaTahunan) -> list[RekomendasiUpp]:
    """An action for the lowest unsur while no RTL of this year answers it."""
    berencana = {r.unsur for _, daftar in f.tindak_lanjut.rtl_upp for r in daftar}
    if not f.hasil.terendah or berencana & set(f.hasil.terendah):
        return []
    nilai = next(n.nrr for n in f.hasil.unsur if n.unsur is f.hasil.terendah[0])
    return [RekomendasiUpp(JenisRekomendasi.PERBAIKI_UNSUR, date(f.tahun + 1, 3, 31), f.hasil.terendah, nilai)]


def _tindak_lanjut(f: FaktaTahunan, tindak: FaktaTindakLanjutUpp) -> list[RekomendasiUpp]:
    januari, jenis = date(f.tahun + 1, 1, 31), JenisRekomendasi
    daftar = _laksanakan(f)
    if tindak.tanpa_rtl:
        daftar.append(RekomendasiUpp(jenis.SUSUN_RTL, januari, tindak.tanpa_rtl, jumlah=len(tindak.tanpa_rtl)))
    if f.tindak_lanjut.belum:
        daftar.append(RekomendasiUpp(jenis.TUNTASKAN_RTL, date(f.tahun + 1, 6, 30), jumlah=len(f.tindak_lanjut.belum)))
    if tindak.rtl_lalu and (tindak.tahunan is None or tindak.tahunan.dilaporkan is None):
        daftar.append(RekomendasiUpp(jenis.LAPORKAN_REALISASI, januari, jumlah=tindak.rtl_lalu, tahun_rtl=f.tahun - 1))
    return daftar


def _laksanakan(f: FaktaTahunan) -> list[RekomendasiUpp]:
    """The RTL of this year that still wait, until the last of their tenggat, or a year where one has none."""
    menunggu = [r for _, daftar in f.tindak_lanjut.rtl_upp for r in daftar if r.status in MENUNGGU]
    if not menunggu:
        return []
    tenggat = [r.tenggat for r in menunggu if r.tenggat is not None]
    akhir = date(f.tahun + 1, 12, 31)
    batas = max(tenggat) if len(tenggat) == len(menunggu) and max(tenggat) > date(f.tahun, 12, 31) else akhir
    unsur = tuple(u for u in Unsur if any(r.unsur is u for r in menunggu))
    return [RekomendasiUpp(JenisRekomendasi.LAPORKAN_REALISASI, batas, unsur, jumlah=len(menunggu), tahun_rtl=f.tahun)]


def _data(f: FaktaTahunan, hasil: FaktaHasilUpp) -> list[RekomendasiUpp]:
    jenis, daftar = JenisRekomendasi, []
    if hasil.kurang or hasil.luar_aplikasi:
        unsur = tuple(Unsur) if hasil.luar_aplikasi else ()
        daftar.append(RekomendasiUpp(jenis.SAMPAIKAN_HASIL, date(f.tahun + 1, 1, 31), unsur, periode=hasil.kurang))
    for b in f.pengumpulan.responden:
        if b.memenuhi is False and not hasil.rerata_anak:
            daftar.append(RekomendasiUpp(jenis.CUKUPKAN_SAMPEL, date(f.tahun + 1, 12, 31), jumlah=b.wajib or 0))
    return daftar
