"""Small instansi made by hand, as the facts of a report."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from rtl_tracker.domain.hasil import BarisHasil, Skala
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rekap import DataTahun, susun_rekap
from rtl_tracker.domain.survei import tabulasikan
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import Upp
from rtl_tracker.reports.tahunan.bahan import BahanLaporan
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan, susun_fakta


def baris_rekap(
    upp_id: int, nilai: dict[Unsur, str] | str, ikm: str | None = None, periode: Periode = Periode.TAHUNAN, **isi: object
) -> BarisHasil:
    """A recap row on 25-100 with the same value for every unsur, or one value per unsur."""
    per_unsur = nilai if isinstance(nilai, dict) else dict.fromkeys(Unsur, nilai)
    return BarisHasil(
        upp_id, periode, skala=Skala.KONVERSI, nilai={u: Decimal(x) for u, x in per_unsur.items()},
        ikm_tercetak=None if ikm is None else Decimal(ikm), jumlah_responden=int(isi.pop("n", 40)), **isi,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.fixture
def buat_fakta() -> Callable[..., FaktaTahunan]:
    """Facts of a year from rows, answers and RTL; units without a row are units without a result."""

    def buat(hasil=(), upp=None, lembar=None, riwayat=None, rtl=(), rtl_lalu=(), saran=(), **pengaturan):
        unit = upp or tuple(Upp(b.upp_id, f"Dinas {b.upp_id}", jenis="Dinas") for b in hasil)
        lembar = lembar or {}
        data = DataTahun(
            2023, Pengaturan(nama="Pemerintah Kabupaten Contoh", **pengaturan), tuple(unit), tuple(hasil),
            {(u, None, p): tabulasikan(isi) for (u, p), isi in lembar.items()}, tuple(rtl), tuple(rtl_lalu),
        )  # fmt: skip
        return susun_fakta(
            BahanLaporan(
                rekap=susun_rekap(data), rekap_lalu=None, rtl=tuple(rtl), rtl_lalu=tuple(rtl_lalu), riwayat=riwayat or {},
                pola=tuple((tuple(x), 1) for isi in lembar.values() for x in isi), saran=tuple(saran),
                lembar={k: tuple((str(i), tuple(x)) for i, x in enumerate(isi, 1)) for k, isi in lembar.items()},
            )
        )  # fmt: skip

    return buat
