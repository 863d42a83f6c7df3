"""Small instansi with layanan, made by hand, as the facts of the report per jenis layanan."""

from collections.abc import Callable

import pytest

from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.rekap import DataTahun, susun_rekap
from rtl_tracker.domain.survei import tabulasikan
from rtl_tracker.domain.upp import Upp
from rtl_tracker.reports.tahunan.bahan import BahanLaporan
from rtl_tracker.reports.tahunan_opp.fakta import FaktaOpp, susun_fakta_opp

SATU_UNIT = (Upp(1, "Dinas Satu"),)


@pytest.fixture
def buat_fakta() -> Callable[..., FaktaOpp]:
    """Facts of 2023 from rows and answers by (upp_id, layanan, periode)."""

    def buat(hasil=(), upp=SATU_UNIT, lembar=None, rtl=(), **pengaturan):
        tabulasi = {kunci: tabulasikan(isi) for kunci, isi in (lembar or {}).items()}
        aturan = Pengaturan(nama="Pemerintah Kabupaten Contoh", istilah_unit="OPP", **pengaturan)
        data = DataTahun(2023, aturan, tuple(upp), tuple(hasil), tabulasi, tuple(rtl))
        return susun_fakta_opp(BahanLaporan(susun_rekap(data), None, tuple(rtl), (), {}))

    return buat
