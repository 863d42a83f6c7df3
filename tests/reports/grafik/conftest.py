"""Charts of every kind from harmless and from nasty data."""

from decimal import Decimal

import pytest

from rtl_tracker.domain.mutu import mutu
from rtl_tracker.reports.grafik import (
    Grafik,
    korelasi,
    mutu_per_kelompok,
    nilai_unsur,
    peringkat_upp,
    peta_panas,
    profil,
    realisasi,
    sebaran_jawaban,
    tren,
    unsur_terendah,
)

PANJANG = "Unit Pelaksana Teknis Daerah Pusat Kesehatan Masyarakat Kecamatan Sungai Raya II"
TANPA_SPASI = "W" * 80
UNSUR = ["Persyaratan", "Sistem, mekanisme, dan prosedur", "Waktu penyelesaian", "Biaya/tarif", "Produk spesifikasi jenis pelayanan",
         "Kompetensi pelaksana", "Perilaku pelaksana", "Penanganan pengaduan, saran dan masukan", "Sarana dan prasarana"]  # fmt: skip
KODE = [f"U{ke}" for ke in range(1, 10)]


def nilai(ke: int) -> Decimal:
    """A spread of values from 25 to 100 that hits every class."""
    return Decimal(2500 + ke * 1733 % 7501) / 100


def upp(n: int, nama: str) -> list[tuple[str, Decimal, str]]:
    """(nama, IKM, mutu) of n UPP."""
    return [(f"{nama[:77]} {ke}", nilai(ke), mutu(nilai(ke)).value) for ke in range(n)]


def _peta(n: int, nama: str, kolom: list[str]) -> list[Grafik]:
    return peta_panas(kolom, [(f"{nama[:77]} {i}", [None if (i + j) % 11 == 5 else nilai(9 * i + j) for j in range(len(kolom))])
                              for i in range(n)])  # fmt: skip


def _realisasi(n: int, nama: str) -> list[Grafik]:
    pilihan = (Decimal(0), Decimal("83.33"), Decimal(100), None)
    return realisasi([(f"{nama[:77]} {i}", pilihan[i % 4], pilihan[(i // 2) % 4]) for i in range(n)])


def _banyak_baris(n: int, nama: str) -> list[Grafik]:
    return [*peringkat_upp(upp(n, nama)), *_peta(n, nama, UNSUR), *_peta(n, nama, KODE), *_realisasi(n, nama)]


def _tren() -> list[Grafik]:
    deret = [
        [("2021", Decimal("83.38"))],
        [(str(2017 + ke), Decimal("83.38")) for ke in range(5)],
        [(str(2016 + ke), Decimal(x)) for ke, x in enumerate(("25", "100", "64.99", "88.31", "76.60", "100"))],
        [("2019", Decimal("24.75")), ("2020", None), ("2021", Decimal("99.90"))],
        [(f"TW {ke % 4 + 1} {2018 + ke // 4}", nilai(ke)) for ke in range(20)],
    ]
    return [tren("IKM", titik, kecil) for titik in deret for kecil in (False, True)]


def _lain() -> list[Grafik]:
    besar = (1, 12_000, 345_678, 1_000_000)
    return [
        nilai_unsur(
            [(kode, nama, nilai(ke), mutu(nilai(ke)).value) for ke, (kode, nama) in enumerate(zip(KODE, UNSUR, strict=True))]
        ),
        nilai_unsur([("U1", PANJANG, Decimal("83.38"), "B")]),
        sebaran_jawaban([(nama, (ke, 3 * ke, 50, 40)) for ke, nama in enumerate(UNSUR)]),
        sebaran_jawaban([(PANJANG, besar), ("Kosong", (0, 0, 0, 0))]),
        mutu_per_kelompok([("Dinas", (3, 14, 2, 0)), (TANPA_SPASI, (0, 0, 0, 0)), (PANJANG, (100, 345, 0, 999))]),
        korelasi(UNSUR, [[None if i == j + 3 else Decimal(i - 2 * j) / 20 for j in range(9)] for i in range(9)]),
        korelasi(UNSUR[:2], [[1, Decimal("0.5")], [Decimal("0.5"), 1]]),
        unsur_terendah(list(zip(UNSUR, (1, 0, 13, 2, 0, 1, 0, 2, 5), strict=True))),
        unsur_terendah([(TANPA_SPASI, 0)]),
        profil("Pendidikan terakhir", [("Tidak sekolah", 0), ("SMA", 1_234_567), (PANJANG, 5)]),
        profil("Jenis kelamin", [("Perempuan", 1)]),
    ]


@pytest.fixture(scope="session")
def semua_grafik() -> list[Grafik]:
    """Every chart function with 1, 3 and 34 rows, names of 80 letters with and without blanks, ties, gaps and extremes."""
    ragam = ((1, "Kecamatan Bengkayang"), (3, PANJANG), (34, PANJANG), (3, TANPA_SPASI))
    return [*(g for n, nama in ragam for g in _banyak_baris(n, nama)), *_tren(), *_lain()]
