"""What the annual report is made from: the computed year and what only single answers or earlier years can tell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from rtl_tracker.domain.kalender import Jadwal
from rtl_tracker.domain.penyampaian import Penyampaian
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rekap import RekapTahun
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.survei import Nilai

Lembar = tuple[str, tuple[Nilai | None, ...]]


@dataclass(frozen=True, slots=True)
class BahanLaporan:
    """Plain values, loaded once.

    `riwayat`: printed index by (upp_id or None for the instansi, tahun). `pola`: distinct nine-answer patterns with
    their count. `profil_responden`: counts per value of each profile column. `saran`: (upp_id, text, nine answers).
    `lembar`: questionnaires by (upp_id, periode) as (nomor, nine answers). `penyampaian`: the dossiers of the year, judged by
    `kalender`.
    """

    rekap: RekapTahun
    rekap_lalu: RekapTahun | None
    rtl: tuple[Rtl, ...]
    rtl_lalu: tuple[Rtl, ...]
    riwayat: Mapping[tuple[int | None, int], Decimal]
    pola: tuple[tuple[tuple[Nilai | None, ...], int], ...] = ()
    profil_responden: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    saran: tuple[tuple[int, str, tuple[Nilai | None, ...]], ...] = ()
    lembar: Mapping[tuple[int, Periode], tuple[Lembar, ...]] = field(default_factory=dict)
    tanggal: date = date(2000, 1, 1)
    data_contoh: bool = False
    penyampaian: tuple[Penyampaian, ...] = ()
    kalender: Mapping[Periode, Jadwal] = field(default_factory=dict)
