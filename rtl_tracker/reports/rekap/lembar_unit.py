"""Sheets with one row a unit: the recap (T3), the nine unsur with their extremes (T17), the years (T16)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.tren import arah
from rtl_tracker.domain.unsur import NAMA_PENDEK, Unsur, urutan_unsur
from rtl_tracker.formats import huruf_kapital_awal
from rtl_tracker.reports.buku_excel import Kaki, Kolom, Lembar, Nilai
from rtl_tracker.reports.rekap.kolom_rekap import (
    TIDAK_DIUKUR,
    isi_ikm,
    isi_mutu,
    kode,
    kolom_angka,
    rapatkan,
    sebut_unsur,
)
from rtl_tracker.reports.tahunan.fakta_hasil import BarisRekap, FaktaHasil
from rtl_tracker.reports.tahunan.fakta_tren import BarisTren, FaktaTren
from rtl_tracker.reports.tahunan.narasi_pendahuluan import KALIMAT_AGREGASI

_AWAL = 2
"""Columns that stay in view: number and name."""


def lembar_rekap(hasil: FaktaHasil, p: Pengaturan, induk: Mapping[int, str], pengantar: tuple[str, ...]) -> Lembar:
    """T3 with the mean below it; `induk`: name of the parent by unit."""
    kolom = (
        kolom_angka("No", 6), Kolom(p.istilah_unit, 42), Kolom("Induk", 28), Kolom("Kelompok", 18), kolom_angka("Nilai SKM", 15), Kolom("Mutu", 17),
        kolom_angka("Jumlah responden", 12), kolom_angka("Nilai unsur terendah", 11), Kolom("Unsur terendah", 28),
        kolom_angka("Nilai unsur tertinggi", 11), Kolom("Unsur tertinggi", 28), Kolom("RTL", 8), Kolom("Pelaksana", 14), Kolom("Keterangan", 26),
    )  # fmt: skip
    baris = [_baris_rekap(b, p, induk.get(b.upp_id)) for b in hasil.rekap]
    i = hasil.indeks
    rerata = (None, p.nama, None, None, isi_ikm(i.ikm), isi_mutu(i.mutu, p), i.jumlah_responden)
    aturan = huruf_kapital_awal(KALIMAT_AGREGASI[p.agregasi].format(unit=p.istilah_unit))
    kaki = (Kaki(), Kaki(rerata, berwarna=True), Kaki((None, f"{aturan}.")))
    return Lembar("Rekap", pengantar, rapatkan(kolom, baris), baris, kaki, _AWAL)


def _baris_rekap(b: BarisRekap, p: Pengaturan, induk: str | None) -> tuple[Nilai, ...]:
    return (
        b.no, b.nama, induk, b.kelompok, isi_ikm(b.ikm), isi_mutu(b.mutu, p), b.n, b.nilai_terendah, sebut_unsur(b.terendah, p) or None,
        b.nilai_tertinggi, sebut_unsur(b.tertinggi, p) or None, "ada" if b.ada_rtl else "belum", b.pelaksana or None, _keterangan(b),
    )  # fmt: skip


def _keterangan(b: BarisRekap) -> str | None:
    if b.rerata_anak:
        return "rata-rata unit di bawahnya, tidak dihitung"
    if not b.dihitung and b.ikm is not None:
        return "tidak dihitung dalam indeks"
    return "nilai dari luar aplikasi" if b.luar_aplikasi else None


def lembar_unsur(hasil: FaktaHasil, p: Pengaturan, pengantar: tuple[str, ...]) -> Lembar:
    """T17 with its sums and means; units that do not count are in neither."""
    urut, skala = urutan_unsur(p.urutan_unsur), "NRR" if hasil.skala_nrr else "konversi"
    kolom = (
        kolom_angka("No", 6), Kolom(p.istilah_unit, 42), *(kolom_angka(f"{kode(u, p)} {NAMA_PENDEK[u]}", 12) for u in urut),
        kolom_angka("Nilai tertinggi", 10), Kolom("Unsur tertinggi", 28), kolom_angka("Nilai terendah", 10), Kolom("Unsur terendah", 28),
    )  # fmt: skip
    baris = [_baris_unsur(b, p, urut) for b in hasil.rekap if b.nilai]
    kaki = [
        Kaki((None, nama, *(nilai.get(u) for u in urut)), berwarna=True)
        for nama, nilai in (("Jumlah", hasil.jumlah_matriks), ("Rata-rata", hasil.rerata_matriks))
        if nilai
    ]
    catatan = (*pengantar, f"Nilai unsur adalah {skala}. Jumlah dan rata-rata dari nilai tercetak unit yang dihitung.")
    return Lembar("Unsur", catatan, kolom, baris, (Kaki(), *kaki), _AWAL)


def _baris_unsur(b: BarisRekap, p: Pengaturan, urut: Sequence[Unsur]) -> tuple[Nilai, ...]:
    ekstrem = (b.nilai_tertinggi, sebut_unsur(b.tertinggi, p), b.nilai_terendah, sebut_unsur(b.terendah, p))
    return (b.no, b.nama, *(b.nilai.get(u) for u in urut), *ekstrem)


def lembar_antartahun(f: FaktaTren, p: Pengaturan, pengantar: tuple[str, ...]) -> Lembar:
    """T16: the instansi first, then every unit; below them how many measured."""
    kolom = (
        kolom_angka("No", 6), Kolom(p.istilah_unit, 46), *(kolom_angka(str(t)) for t in f.tahun), kolom_angka("+/- dari tahun lalu", 12),
        Kolom("Mutu", 17), Kolom("Keterangan", 23),
    )  # fmt: skip
    baris = [
        _baris_tren(no, nama, b, f, p) for no, (nama, b) in enumerate([(p.nama, f.instansi), *((b.nama, b) for b in f.upp)])
    ]
    mengukur: list[tuple[str, list[int | Decimal]]] = [
        (f"{p.istilah_unit} yang mengukur", [n for n, _ in f.persen_mengukur]),
        (f"{p.istilah_unit} yang mengukur (%)", [x for _, x in f.persen_mengukur]),
    ]
    kaki = [Kaki((None, nama, *nilai), berwarna=True) for nama, nilai in mengukur]
    catatan = (*pengantar, f"“{TIDAK_DIUKUR}” berarti tidak diukur atau tidak tersedia. Selisih dihitung dari nilai tercetak.")
    return Lembar("Antartahun", catatan, kolom, baris, (Kaki(), *kaki), _AWAL)


def _baris_tren(no: int, nama: str, b: BarisTren, f: FaktaTren, p: Pengaturan) -> tuple[Nilai, ...]:
    nilai = (TIDAK_DIUKUR if x is None else x for x in b.nilai)
    return (no or None, nama, *nilai, b.selisih, isi_mutu(b.mutu, p), _keterangan_tren(b, f.tahun[-1]))


def _keterangan_tren(b: BarisTren, tahun: int) -> str:
    """The change in a word, or why there is none."""
    if b.nilai[-1] is None:
        return f"tanpa hasil {tahun}"
    if b.selisih is not None:
        return arah(b.selisih)
    return f"tanpa hasil {tahun - 1}" if any(x is not None for x in b.nilai[:-1]) else "data pertama"
