"""The summary sheet: every period with a result and the means over them, by references to the sheets of the periods (spec 1.5)."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from openpyxl.utils import get_column_letter

from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.hasil import Hasil
from rtl_tracker.domain.pengaturan import RerataPeriode
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.unsur import Unsur, urutan_unsur
from rtl_tracker.formats import daftar
from rtl_tracker.reports.buku_excel import FORMAT_BULAT, Berformat, Kaki, Kolom, Lembar, Nilai, Rumus
from rtl_tracker.reports.lembar_rtl.sebutan_rtl import TANPA_NAMA, masa
from rtl_tracker.reports.pengolahan.fakta import BarisRingkasan, FaktaPengolahan
from rtl_tracker.reports.pengolahan.lembar_jawaban import Letak, kolom_unsur, letak_lembar
from rtl_tracker.reports.pengolahan.rumus import FORMAT_PENUH, FORMAT_RINCI, TabelKelas, aturan, bila_ada, indeks

NAMA_LEMBAR = "Ringkasan"
_N, _PENUH = "B", get_column_letter(3 + len(Unsur))
_DESIMAL_TETAP = 15
"""Constants keep as many decimals as a spreadsheet can."""


def susun_lembar_ringkasan(f: FaktaPengolahan) -> Lembar:
    """The sheet in front of a workbook that holds several periods."""
    kolom = (
        Kolom("Periode", 23), Kolom("Jumlah responden", 11, tengah=True), *kolom_unsur(f.pengaturan),
        Kolom("IKM belum dibulatkan", 13, tengah=True), Kolom("IKM", 15, tengah=True), Kolom("Mutu", 17), Kolom("Asal nilai", 44),
    )  # fmt: skip
    pengantar = (
        f"Ringkasan pengolahan data SKM {f.nama_unit} {masa(f.tahun, f.diminta)}",
        f.pengaturan.nama or TANPA_NAMA,
        "Nilai unsur adalah NRR. Rata-rata memakai nilai yang belum dibulatkan.",
        *aturan(f.pengaturan),
    )
    kosong = Lembar(NAMA_LEMBAR, pengantar, kolom, ())
    awal = kosong.baris_pertama
    kelas = TabelKelas(awal + len(f.ringkasan) + 2, f.pengaturan)
    tempat = {b.periode: awal + i for i, b in enumerate(f.ringkasan)}
    baris = [_baris(f, b, tempat, kelas) for b in f.ringkasan]
    return Lembar(NAMA_LEMBAR, pengantar, kolom, baris, (Kaki(), *kelas.kaki({})))


def _baris(f: FaktaPengolahan, b: BarisRingkasan, tempat: Mapping[Periode, int], kelas: TabelKelas) -> tuple[Nilai, ...]:
    isi = _dari_lembar(f, b) if b.lembar is not None else _rerata(f, b, tempat) if b.rerata else _rekap(f, b)
    penuh = f"{_PENUH}{tempat[b.periode]}"
    nama = f"Rata-rata {NAMA_PERIODE[b.periode]}" if b.rerata else NAMA_PERIODE[b.periode]
    return (nama, *isi, indeks(penuh, b.hasil.ikm, f.pengaturan), kelas.mutu(penuh, b.hasil.ikm), _asal(f, b))


def _asal(f: FaktaPengolahan, b: BarisRingkasan) -> str:
    if b.lembar is not None:
        return f"jawaban pada lembar {NAMA_PERIODE[b.periode]}"
    if not b.rerata:
        return "rekap yang disampaikan"
    bagian = [x.hasil for x in f.ringkasan if x.periode in b.rerata]
    pembobot = ", dengan pembobot jumlah responden" if _berbobot(f, bagian) else ""
    return f"rata-rata {daftar([NAMA_PERIODE[p] for p in b.rerata])}{pembobot}"


def _dari_lembar(f: FaktaPengolahan, b: BarisRingkasan) -> list[Nilai]:
    """References to the sheet of the period."""
    assert b.lembar is not None, "the period has a sheet"
    letak: Letak = letak_lembar(f, b.lembar)
    lembar = f"'{NAMA_PERIODE[b.periode]}'!"
    unsur = [
        Rumus(f"{lembar}{get_column_letter(ke)}{letak.nrr}", bila_ada(b.hasil.nrr.get(u)), FORMAT_RINCI)
        for ke, u in enumerate(urutan_unsur(f.pengaturan.urutan_unsur), start=2)
    ]
    n = Rumus(f"{lembar}B{letak.blok()}", b.lembar.tabulasi.n, FORMAT_BULAT)
    return [n, *unsur, Rumus(f"{lembar}{letak.indeks_penuh}", bila_ada(b.hasil.ikm), FORMAT_PENUH)]


def _rekap(f: FaktaPengolahan, b: BarisRingkasan) -> list[Nilai]:
    """What was handed in, as constants."""
    unsur = [_tetap(b.hasil.nrr.get(u), FORMAT_RINCI) for u in urutan_unsur(f.pengaturan.urutan_unsur)]
    return [b.hasil.n, *unsur, _tetap(b.hasil.ikm, FORMAT_PENUH)]


def _tetap(nilai: Fraction | None, format: str) -> Nilai:
    return None if nilai is None else Berformat(bulatkan(nilai, _DESIMAL_TETAP), format)


def _rerata(f: FaktaPengolahan, b: BarisRingkasan, tempat: Mapping[Periode, int]) -> list[Nilai]:
    """Means of the rows of other periods that have the value; respondents are summed."""
    bagian = {tempat[x.periode]: x.hasil for x in f.ringkasan if x.periode in b.rerata}
    n = (
        Rumus(f"SUM({','.join(f'{_N}{baris}' for baris in bagian)})", b.hasil.n, FORMAT_BULAT)
        if b.hasil.n is not None
        else None
    )
    isi: list[Nilai] = [n]
    for ke, u in enumerate(urutan_unsur(f.pengaturan.urutan_unsur), start=3):
        berisi = {baris: h for baris, h in bagian.items() if u in h.nrr}
        isi.append(_rata(f, get_column_letter(ke), berisi, b.hasil.nrr.get(u), FORMAT_RINCI))
    berisi = {baris: h for baris, h in bagian.items() if h.ikm is not None}
    return [*isi, _rata(f, _PENUH, berisi, b.hasil.ikm, FORMAT_PENUH)]


def _rata(f: FaktaPengolahan, kolom: str, bagian: Mapping[int, Hasil], nilai: Fraction | None, format: str) -> Nilai:
    """The mean of a column over some rows, weighted by respondents where that is the rule and all of them are known."""
    if nilai is None:
        return None
    if not _berbobot(f, bagian.values()):
        return Rumus(f"AVERAGE({','.join(f'{kolom}{baris}' for baris in bagian)})", nilai, format)
    kali = "+".join(f"{kolom}{baris}*{_N}{baris}" for baris in bagian)
    return Rumus(f"({kali})/({'+'.join(f'{_N}{baris}' for baris in bagian)})", nilai, format)


def _berbobot(f: FaktaPengolahan, bagian: Iterable[Hasil]) -> bool:
    return f.pengaturan.rerata_periode is RerataPeriode.BERBOBOT and all(h.n for h in bagian)
