"""Facts of a small made-up year for tests of the rules."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from rtl_tracker.auditor.fakta import Fakta
from rtl_tracker.domain.hasil import BarisHasil, Skala
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rekap import DataTahun, KunciHasil, susun_rekap
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.survei import Tabulasi
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import Upp

TAHUN = 2023
SATU = Upp(1, "Dinas Satu & <Rekan>", jenis="Dinas")
DUA = Upp(2, "Kecamatan Dua", jenis="Kecamatan")


def unsur(*nilai: str) -> dict[Unsur, Decimal]:
    """Nine printed values in the order of the regulation; one value stands for all nine."""
    daftar = nilai * 9 if len(nilai) == 1 else nilai
    return {u: Decimal(x) for u, x in zip(Unsur, daftar, strict=True)}


def baris(upp_id: int = 1, periode: Periode = Periode.TAHUNAN, **isi: Any) -> BarisHasil:
    """One printed row; the scale follows from the values, an index may be given as text."""
    for kunci in ("ikm_tercetak", "realisasi_tercetak"):
        if isinstance(isi.get(kunci), str):
            isi[kunci] = Decimal(isi[kunci])
    nilai = isi.get("nilai", {})
    skala = Skala.KONVERSI if any(x > 4 for x in nilai.values()) else Skala.NRR
    return BarisHasil(**{"upp_id": upp_id, "periode": periode, "skala": skala, **isi})


def fakta(
    *daftar: BarisHasil,
    upp: Sequence[Upp] = (SATU, DUA),
    pengaturan: Pengaturan | None = None,
    tabulasi: Mapping[KunciHasil, Tabulasi] | None = None,
    rtl: Sequence[Rtl] = (),
    rtl_lalu: Sequence[Rtl] = (),
    **lain: Any,
) -> Fakta:
    """Facts of TAHUN with these rows; `lain` are fields of Fakta."""
    isi = tabulasi or {}
    data = DataTahun(TAHUN, pengaturan or Pengaturan(), tuple(upp), daftar, isi, tuple(rtl), tuple(rtl_lalu))
    return Fakta(susun_rekap(data), daftar, isi, tuple(rtl), tuple(rtl_lalu), **lain)
