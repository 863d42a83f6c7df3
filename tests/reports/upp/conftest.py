"""Small instansi made by hand, as the facts of the report of one of its units."""

from collections.abc import Callable

import pytest

from rtl_tracker.domain.kalender import jadwal_bawaan
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.rekap import DataTahun, susun_rekap
from rtl_tracker.domain.survei import tabulasikan
from rtl_tracker.domain.upp import Upp
from rtl_tracker.reports.tahunan.bahan import BahanLaporan
from rtl_tracker.reports.upp.bahan import BahanUpp
from rtl_tracker.reports.upp.fakta import FaktaUpp, susun_fakta_upp

TAHUN = 2023
PENGATURAN = Pengaturan(nama="Pemerintah Kabupaten Contoh")
SATU_UNIT = (Upp(1, "Dinas Satu", jenis="Dinas"),)


def rekap(tahun, hasil=(), upp=(), lembar=None, rtl=(), rtl_lalu=(), pengaturan=PENGATURAN):
    """The computed year of units, rows, RTL, and answers by (upp_id, layanan, periode)."""
    tabulasi = {kunci: tabulasikan(isi) for kunci, isi in (lembar or {}).items()}
    return susun_rekap(DataTahun(tahun, pengaturan, tuple(upp), tuple(hasil), tabulasi, tuple(rtl), tuple(rtl_lalu)))


@pytest.fixture
def buat_fakta() -> Callable[..., FaktaUpp]:
    """Facts of unit 1 (or `upp_id`) of a year; `hasil_lalu` are rows of the year before."""

    def buat(hasil=(), upp=SATU_UNIT, upp_id=1, lembar=None, hasil_lalu=(), riwayat=None, rtl=(),
             rtl_lalu=(), saran=(), penyampaian=(), profil=(), layanan=(), profil_responden=None, pengaturan=PENGATURAN):  # fmt: skip
        lembar = lembar or {}
        per_periode: dict = {}
        for (unit, _, periode), isi in lembar.items():
            per_periode.setdefault((unit, periode), []).extend(isi)
        bahan = BahanLaporan(
            rekap=rekap(TAHUN, hasil, upp, lembar, rtl, rtl_lalu, pengaturan),
            rekap_lalu=rekap(TAHUN - 1, hasil_lalu, upp, rtl=rtl_lalu, pengaturan=pengaturan) if hasil_lalu else None,
            rtl=tuple(rtl),
            rtl_lalu=tuple(rtl_lalu),
            riwayat=riwayat or {},
            pola=tuple((tuple(x), 1) for isi in lembar.values() for x in isi),
            profil_responden=profil_responden or {},
            saran=tuple(saran),
            lembar={kunci: tuple((str(i), tuple(x)) for i, x in enumerate(isi, 1)) for kunci, isi in per_periode.items()},
            penyampaian=tuple(penyampaian),
            kalender=jadwal_bawaan(TAHUN),
        )
        return susun_fakta_upp(BahanUpp(upp_id, bahan, tuple(profil), tuple(layanan)))

    return buat
