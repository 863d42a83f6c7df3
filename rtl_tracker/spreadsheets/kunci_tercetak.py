"""The keys of the sheet `tercetak`: which figure a report printed, however it is named, and what its value must look like."""

import re
from decimal import Decimal

from rtl_tracker.domain.unsur import Unsur, UrutanUnsur, kenali_unsur, lipat, unsur_dari_nama
from rtl_tracker.spreadsheets.kepala import KALIMAT_URUTAN, KodeUnsur, uraikan_unsur
from rtl_tracker.spreadsheets.rujukan import nama_terdekat
from rtl_tracker.spreadsheets.sel import NilaiSalah, baca_desimal, baca_hitungan

KUNCI_INSTANSI = ("jumlah_upp", "jumlah_ikm")
TANPA_ANGKA = "-"
_SERATUS = Decimal(100)
_POLOS: dict[str, tuple[str, ...]] = {
    "ikm": ("ikm tercetak", "nilai ikm", "indeks", "nilai indeks", "indeks kepuasan masyarakat", "nilai skm",
            "rata rata ikm"),
    "kategori": ("kategori tercetak", "mutu", "mutu tercetak", "mutu pelayanan", "mutu layanan", "kategori mutu", "predikat"),
    "n": ("jumlah responden", "responden", "jumlah sampel", "sampel", "total responden", "banyak responden"),
    "tertimbang": ("nrr tertimbang", "jumlah tertimbang", "jumlah nrr tertimbang", "total nrr tertimbang",
                   "jumlah nilai tertimbang"),
    "nilai_tertinggi": ("nilai unsur tertinggi", "nrr tertinggi", "nilai nrr tertinggi"),
    "nilai_terendah": ("nilai unsur terendah", "nrr terendah", "nilai nrr terendah"),
    "unsur_tertinggi": ("unsur nilai tertinggi", "unsur dengan nilai tertinggi", "tertinggi"),
    "unsur_terendah": ("unsur nilai terendah", "unsur dengan nilai terendah", "terendah"),
    "prioritas": ("unsur prioritas", "prioritas unsur", "prioritas perbaikan", "unsur prioritas perbaikan",
                  "unsur yang disarankan"),
    "jumlah_upp": ("jumlah opd", "jumlah opp", "jumlah unit", "jumlah unit pelayanan", "banyak upp", "banyak unit"),
    "jumlah_ikm": ("jumlah nilai ikm", "σ ikm", "σ nilai ikm", "total ikm", "total nilai ikm"),
}  # fmt: skip
_AWALAN: dict[str, tuple[str, ...]] = {
    "": ("nrr", "nilai nrr", "nilai", "unsur", "u", "rata rata"),
    "konversi": ("nilai konversi", "nrr konversi", "konversi nrr"),
    "jumlah": ("jumlah nilai", "jumlah jawaban", "total", "jumlah nilai unsur", "σ", "σ nilai"),
    "tertimbang": ("nrr tertimbang", "nilai tertimbang", "nilai nrr tertimbang"),
}
_KUNCI_POLOS = {lipat(kata): kunci for kunci, lain in _POLOS.items() for kata in (kunci, *lain)}
_AWALAN_TERLIPAT = {lipat(kata): awalan for awalan, lain in _AWALAN.items() for kata in (awalan, *lain) if kata}
_BERUNSUR = tuple(unsur.value for unsur in Unsur)
KUNCI: tuple[str, ...] = (
    *(k for k in _POLOS if k not in KUNCI_INSTANSI),
    *_BERUNSUR,
    *(f"{awalan}:{unsur}" for awalan in _AWALAN if awalan for unsur in _BERUNSUR),
    *KUNCI_INSTANSI,
)
_DAFTAR_UNSUR = frozenset({"unsur_tertinggi", "unsur_terendah", "prioritas"})
_CACAH = frozenset({"n", "jumlah_upp"})
_SERATUSAN = frozenset({"ikm", "konversi", "nilai_tertinggi", "nilai_terendah"})
_TAK_TERCETAK = frozenset({"", "kosong", "na", "n a", "nihil", "tidak ada", "tidak tercetak", "tidak dicetak"})


def baca_kunci(teks: str, urutan: UrutanUnsur | None) -> str:
    """The canonical key ("Jumlah U3" -> "jumlah:waktu"). Raises NilaiSalah for an unknown one or a U8 without an order."""
    polos = _KUNCI_POLOS.get(lipat(teks))
    if polos is not None:
        return polos
    awalan, sebutan = _pisahkan(teks)
    unsur = _unsur(sebutan, urutan, teks)
    if unsur is None:
        raise NilaiSalah(_kalimat_asing(teks))
    return f"{awalan}:{unsur.value}" if awalan else unsur.value


def _pisahkan(teks: str) -> tuple[str, str]:
    """What is told of an unsur, and the words that name it: parted by a colon, else by the longest known beginning."""
    depan, titik_dua, belakang = teks.partition(":")
    if titik_dua:
        awalan = _AWALAN_TERLIPAT.get(lipat(depan))
        return (awalan, belakang) if awalan is not None else ("", "")
    terlipat = lipat(teks)
    if uraikan_unsur(teks) is not None:
        return "", teks
    cocok = [kata for kata in _AWALAN_TERLIPAT if terlipat.startswith(f"{kata} ")]
    if not cocok:
        return "", teks
    terpanjang = max(cocok, key=len)
    return _AWALAN_TERLIPAT[terpanjang], terlipat.removeprefix(terpanjang)


def _unsur(sebutan: str, urutan: UrutanUnsur | None, asal: str) -> Unsur | None:
    terbaca = uraikan_unsur(sebutan)
    if not isinstance(terbaca, KodeUnsur):
        return terbaca
    unsur = terbaca.unsur(urutan)
    if unsur is None:
        raise NilaiSalah(KALIMAT_URUTAN.format(judul=asal))
    return unsur


def _kalimat_asing(teks: str) -> str:
    kata = [*KUNCI, *(lain for daftar in _POLOS.values() for lain in daftar)]
    dekat = dict.fromkeys(_KUNCI_POLOS.get(lipat(nama), nama) for nama in nama_terdekat(teks, kata))
    if dekat:
        return f"Kunci '{teks}' tidak dikenal. Kunci terdekat: {', '.join(dekat)}."
    lain = "nama unsur, konversi:unsur, jumlah:unsur, tertimbang:unsur"
    return f"Kunci '{teks}' tidak dikenal. Kunci yang dikenal: {', '.join(_POLOS)}, {lain}."


def baca_nilai(kunci: str, teks: str, urutan: UrutanUnsur | None) -> tuple[str, list[str]]:
    """The value as it is kept, and the words of a list of unsur that name none.

    Figures keep their printed digits, with a decimal point; "-" stands for a place that was left empty. Unsur become keys
    joined by ";". Raises NilaiSalah for no number where one must stand, and for a list without any unsur.
    """
    if kunci in _DAFTAR_UNSUR:
        return _daftar_unsur(teks, urutan)
    if lipat(teks) in _TAK_TERCETAK:
        return TANPA_ANGKA, []
    if kunci == "kategori":
        return teks, []
    return _angka(kunci, teks), []


def _angka(kunci: str, teks: str) -> str:
    awalan = kunci.partition(":")[0]
    cacah = kunci in _CACAH or awalan == "jumlah"
    nilai = baca_hitungan(teks) if cacah else baca_desimal(teks)
    if nilai is None or nilai < 0:
        raise NilaiSalah(f"Nilai '{kunci}' tidak boleh negatif.")
    if nilai > _SERATUS and (awalan in _SERATUSAN or awalan in _BERUNSUR):
        raise NilaiSalah(f"Nilai '{kunci}' di luar rentang 0 sampai 100. Periksa letak koma desimalnya.")
    return str(nilai)


def _daftar_unsur(teks: str, urutan: UrutanUnsur | None) -> tuple[str, list[str]]:
    dikenal: list[Unsur] = []
    asing: list[str] = []
    for bagian in filter(None, (b.strip(" .") for b in re.split(r"[;\n|]", teks))):
        satu, sisa = _unsur_bagian(bagian, urutan)
        dikenal += satu
        asing += sisa
    if not dikenal:
        raise NilaiSalah(
            "Isian tidak menyebut unsur yang dikenal. Pisahkan beberapa unsur dengan titik koma, misalnya Waktu; Biaya."
        )
    return ";".join(dict.fromkeys(u.value for u in dikenal)), asing


def _unsur_bagian(bagian: str, urutan: UrutanUnsur | None) -> tuple[list[Unsur], list[str]]:
    """One piece of a list is one unsur; else it is parted at commas and "dan", which names of unsur hold themselves."""
    utuh = _unsur(bagian, urutan, bagian) or kenali_unsur(bagian)
    if utuh is not None:
        return [utuh], []
    kata = bagian.split(",")
    dikenal: list[Unsur] = []
    asing: list[str] = []
    while kata:
        panjang = next((j for j in range(len(kata), 0, -1) if unsur_dari_nama(",".join(kata[:j]))), 1)
        potongan, kata = ",".join(kata[:panjang]), kata[panjang:]
        for satu in [potongan] if panjang > 1 else re.split(r"(?i)\bdan\b|&", potongan):
            unsur = _unsur(satu, urutan, satu.strip()) or kenali_unsur(satu)
            dikenal += [unsur] if unsur is not None else []
            asing += [satu.strip()] if unsur is None and lipat(satu) else []
    return dikenal, asing
