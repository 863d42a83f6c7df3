"""Facts of chapter V: what is recommended to whom, for which unsur, by when. The sentences are made by the narrative."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from rtl_tracker.domain.mutu import Mutu
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.reports.tahunan.fakta_hasil import BarisRekap, FaktaHasil
from rtl_tracker.reports.tahunan.fakta_pengumpulan import FaktaPengumpulan
from rtl_tracker.reports.tahunan.fakta_tindak_lanjut import FaktaTindakLanjut


class JenisRekomendasi(StrEnum):
    """What a recommendation asks for."""

    PERBAIKI_UPP = "perbaiki_upp"
    PERBAIKI_UNSUR = "perbaiki_unsur"
    SAMPAIKAN_HASIL = "sampaikan_hasil"
    SUSUN_RTL = "susun_rtl"
    TUNTASKAN_RTL = "tuntaskan_rtl"
    LAPORKAN_REALISASI = "laporkan_realisasi"
    VERIFIKASI = "verifikasi"
    CUKUPKAN_SAMPEL = "cukupkan_sampel"


@dataclass(frozen=True, slots=True)
class Rekomendasi:
    """Who (names, possibly many), for which unsur with which figure, by when."""

    jenis: JenisRekomendasi
    upp: tuple[str, ...]
    unsur: tuple[Unsur, ...]
    nilai: Decimal | None
    jumlah: int
    batas: date


@dataclass(frozen=True, slots=True)
class FaktaSimpulan:
    """Chapter V and the summary page: the best and the lowest UPP, those below B, and the recommendations in their order."""

    terbaik: tuple[BarisRekap, ...]
    terbawah: tuple[BarisRekap, ...]
    di_bawah_b: tuple[BarisRekap, ...]
    rekomendasi: tuple[Rekomendasi, ...]


def susun_fakta_simpulan(tahun: int, hasil: FaktaHasil, kumpul: FaktaPengumpulan, tindak: FaktaTindakLanjut) -> FaktaSimpulan:
    """Chapter V from the other chapters; nothing is computed anew."""
    urut = hasil.peringkat_upp()
    bawah = list(reversed(urut))
    return FaktaSimpulan(
        terbaik=_dengan_seri(urut, 3),
        terbawah=_dengan_seri(bawah, 3),
        di_bawah_b=tuple(b for b in bawah if b.mutu in (Mutu.C, Mutu.D)),
        rekomendasi=tuple(_rekomendasi(tahun, hasil, kumpul, tindak, bawah)),
    )


def _dengan_seri(urut: list[BarisRekap], jumlah: int) -> tuple[BarisRekap, ...]:
    """The first `jumlah` rows; a tie at the edge takes all of the tie."""
    if len(urut) <= jumlah:
        return tuple(urut)
    return tuple(b for i, b in enumerate(urut) if i < jumlah or b.ikm == urut[jumlah - 1].ikm)


def _rekomendasi(
    tahun: int, hasil: FaktaHasil, kumpul: FaktaPengumpulan, tindak: FaktaTindakLanjut, bawah: list[BarisRekap]
) -> list[Rekomendasi]:
    triwulan1, semester1, januari = date(tahun + 1, 3, 31), date(tahun + 1, 6, 30), date(tahun + 1, 1, 31)
    jenis = JenisRekomendasi
    daftar: list[Rekomendasi] = []
    if hasil.unsur:
        terendah = [n for n in hasil.unsur if n.unsur in hasil.terendah]
        senasib = tuple(b.nama for b in bawah if set(b.terendah) & set(hasil.terendah))
        daftar.append(Rekomendasi(jenis.PERBAIKI_UNSUR, senasib, hasil.terendah, terendah[0].nrr, len(senasib), semester1))
    for b in bawah[:3]:
        if b.terendah:
            daftar.append(Rekomendasi(jenis.PERBAIKI_UPP, (b.nama,), b.terendah, b.nilai_terendah, 1, triwulan1))
    realisasi = tindak.realisasi
    kurang = tuple(b.nama for b in kumpul.responden if b.memenuhi is False)
    belum = tuple(dict.fromkeys(nama for nama, _ in tindak.belum))
    verifikasi = realisasi.selesai - realisasi.jumlah_terverifikasi
    for pilihan, upp, jumlah, batas in (
        (jenis.SAMPAIKAN_HASIL, kumpul.tidak, len(kumpul.tidak), januari),
        (jenis.TUNTASKAN_RTL, belum, len(tindak.belum), semester1),
        (jenis.VERIFIKASI, (), verifikasi, triwulan1),
        (jenis.SUSUN_RTL, tindak.tanpa_rtl, len(tindak.tanpa_rtl), januari),
        (jenis.LAPORKAN_REALISASI, realisasi.belum_dilaporkan, len(realisasi.belum_dilaporkan), januari),
        (jenis.CUKUPKAN_SAMPEL, kurang, len(kurang), date(tahun + 1, 12, 31)),
    ):
        if jumlah:
            daftar.append(Rekomendasi(pilihan, upp, (), None, jumlah, batas))
    return daftar
