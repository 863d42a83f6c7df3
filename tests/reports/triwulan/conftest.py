"""A small instansi made by hand, as the facts of the recap of one of its periods."""

from datetime import date
from decimal import Decimal

import pytest

from rtl_tracker.domain.hasil import BarisHasil, Skala
from rtl_tracker.domain.kalender import jadwal_bawaan
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rekap import DataTahun, susun_rekap
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.reports.lembar_ikm.fakta import BahanLembar, fakta_instansi
from rtl_tracker.reports.tahunan.bahan import BahanLaporan
from rtl_tracker.reports.triwulan.fakta import BahanPeriode, FaktaPeriode, susun_fakta_periode


def baris(upp_id: int, periode: Periode, konversi: str, n: int = 40, **per_unsur: str) -> BarisHasil:
    """A recap row on 25-100, the same value for every unsur but those that are named."""
    nilai = dict.fromkeys(Unsur, Decimal(konversi)) | {Unsur(u): Decimal(x) for u, x in per_unsur.items()}
    return BarisHasil(upp_id, periode, skala=Skala.KONVERSI, nilai=nilai, jumlah_responden=n)


@pytest.fixture
def buat_fakta():
    """Facts of one period of 2023 from rows, units, RTL, dossiers and profiles; `lalu`: rows of 2022."""

    def buat(periode, upp, hasil, lalu=(), rtl=(), rtl_lalu=(), penyampaian=(), profil=None) -> FaktaPeriode:
        pengaturan = Pengaturan(nama="Pemerintah Kabupaten Contoh")
        rekap = susun_rekap(DataTahun(2023, pengaturan, upp, tuple(hasil), {}, tuple(rtl), tuple(rtl_lalu)))
        rekap_lalu = susun_rekap(DataTahun(2022, pengaturan, upp, tuple(lalu), {})) if lalu else None
        kalender = jadwal_bawaan(2023)
        tahun = BahanLaporan(
            rekap=rekap, rekap_lalu=rekap_lalu, rtl=tuple(rtl), rtl_lalu=tuple(rtl_lalu), riwayat={(None, 2022): Decimal("99.99")},
            tanggal=date(2023, 12, 31), penyampaian=tuple(penyampaian), kalender=kalender,
        )  # fmt: skip
        lembar = fakta_instansi(BahanLembar(rekap, kalender, profil or {}, "https://contoh.go.id"), periode)
        return susun_fakta_periode(BahanPeriode(tahun, periode, profil or {}, lembar, kalender[Periode.TW2]))

    return buat
