"""The workbook of answers: what LibreOffice computes from its formulas is what stands beside them, and what the program computes."""

import csv
import subprocess
import time
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from itertools import product
from math import floor
from pathlib import Path

import openpyxl
import pytest

from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.hasil import BarisHasil, hasil_terukur
from rtl_tracker.domain.ikm import golongan
from rtl_tracker.domain.mutu import mutu
from rtl_tracker.domain.pengaturan import Bobot, Pengaturan, RerataPeriode
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.rerata_hasil import rerata_tahun
from rtl_tracker.domain.survei import tabulasikan
from rtl_tracker.domain.unsur import Unsur, UrutanUnsur
from rtl_tracker.reports.pengolahan.buku import buat_buku_pengolahan
from rtl_tracker.reports.pengolahan.fakta import FaktaPengolahan, susun_fakta
from rtl_tracker.reports.pengolahan.rumus import TAMBAHAN_INDEKS
from tests.conftest import DATA, tanpa

BIASA = Pengaturan(nama="Pemerintah Kabupaten Contoh")
BENGKAYANG = replace(BIASA, bobot=Bobot.NOL_111, urutan_unsur=UrutanUnsur.KUESIONER)
P = Periode


def kecamatan_bengkayang():
    """The 25 published questionnaires of Kecamatan Bengkayang 2021."""
    with (DATA / "bengkayang_2021" / "respons.csv").open(encoding="utf-8") as berkas:
        baris = [b for b in csv.DictReader(berkas) if b["upp"] == "Kecamatan Bengkayang"]
    return [(b["nomor_responden"], tuple(int(b[u.value]) for u in Unsur)) for b in baris]


def lembar_berjumlah(n: int, jumlah: int):
    """`n` questionnaires whose nine unsur sum up to `jumlah` together, spread unevenly."""
    nilai = [jumlah // 9 + (i < jumlah % 9) for i in range(9)]
    per_unsur = [[s // n + (i < s % n) for i in range(n)] for s in nilai]
    return [(str(i + 1), tuple(kolom[i] for kolom in per_unsur)) for i in range(n)]


def tepi_setengah(bobot: Bobot, desimal: int, n: int):
    """The sums (of all nine unsur) of `n` respondents whose exact index ends in half a unit of the last decimal."""
    skala = 25 * bobot.nilai() * 10**desimal / n
    return [s for s in range(10 * n, 36 * n) if 2 * s * skala.numerator % (2 * skala.denominator) == skala.denominator]


def kasus_tepi() -> dict[str, FaktaPengolahan]:
    """Workbooks of seven sheets, each an index on the edge of rounding, for every weight and number of decimals that has any."""
    kasus = {}
    for bobot, (desimal, n) in product(Bobot, ((2, 40), (3, 16))):
        jumlah = tepi_setengah(bobot, desimal, n)
        if jumlah:
            pilih = dict(zip(Periode, jumlah[:: max(1, len(jumlah) // 7)], strict=False))
            lembar = {p: lembar_berjumlah(n, s) for p, s in pilih.items()}
            kasus[f"half, {bobot.value}, {desimal}, {n}"] = susun_fakta(
                "Unit", 2021, replace(BIASA, bobot=bobot, desimal_ikm=desimal), lembar
            )
    return kasus


KOSONG = [("1", (4,) * 9), ("2", (3, 4, None, 4, 4, 4, 4, 4, 1)), ("=1+1", (None,) * 9)]
REKAP = {u: Decimal("3.457") for u in Unsur}
TRIWULAN = {P.TW1: lembar_berjumlah(7, 203), P.TW2: lembar_berjumlah(13, 351), P.S2: KOSONG}
KASUS = {
    "published": susun_fakta("Kecamatan Bengkayang", 2021, BENGKAYANG, {P.TAHUNAN: kecamatan_bengkayang()}),
    "blanks": susun_fakta("Unit", 2021, BIASA, {P.S1: KOSONG, P.S2: KOSONG[:1]}),
    "weighted means rounded first": susun_fakta(
        "Unit", 2021, replace(BIASA, bobot=Bobot.NOL_11, pembulatan_tertimbang=4, desimal_ikm=3), {P.TW1: KOSONG[:2]}
    ),
    "nobody answered one unsur": susun_fakta("Unit", 2021, BIASA, {P.TAHUNAN: [("1", (*(4,) * 8, None))]}),
    "all unsur equal": susun_fakta("Unit", 2021, BIASA, {P.TAHUNAN: [(str(i), (x,) * 9) for i, x in enumerate((3, 3, 4))]}),
    **{f"means {a.value}": susun_fakta("Unit", 2021, replace(BIASA, rerata_periode=a), TRIWULAN) for a in RerataPeriode},
    **kasus_tepi(),
}


def dengan_rekap() -> FaktaPengolahan:
    """Semester I from answers, semester II handed in as a recap."""
    tabulasi = tabulasikan(isi for _, isi in KOSONG)
    rekap = hasil_terukur(BarisHasil(1, P.S2, nilai=REKAP, ikm_tercetak=Decimal("86.4"), jumlah_responden=30), None, BIASA)
    terukur = {P.S1: hasil_terukur(BarisHasil(1, P.S1), tabulasi, BIASA), P.S2: rekap}
    return susun_fakta("Unit", 2021, BIASA, {P.S1: KOSONG}, rerata_tahun(terukur, BIASA.rerata_periode))


KASUS["a recap beside answers"] = dengan_rekap()


def sel(isi: bytes, rumus: bool = False) -> dict[tuple[str, str], object]:
    """Values (or formulas) by sheet and cell."""
    buku = openpyxl.load_workbook(BytesIO(isi), data_only=not rumus)
    return {(w.title, c.coordinate): c.value for w in buku for baris in w for c in baris if c.value is not None}


def di_samping(isi: dict[tuple[str, str], object], judul: str, lembar: str = "Tahunan") -> object:
    """The value right of a label in the first column."""
    (alamat,) = [k[1] for k, v in isi.items() if k[0] == lembar and k[1][0] == "A" and v == judul]
    return isi.get((lembar, f"B{alamat[1:]}"), "")


@pytest.fixture(scope="module")
def tertulis() -> dict[str, bytes]:
    return {nama: buat_buku_pengolahan(f) for nama, f in KASUS.items()}


@pytest.fixture(scope="module")
def dihitung(tertulis, tmp_path_factory, soffice: Path) -> dict[str, dict[tuple[str, str], object]]:
    """All workbooks without the values beside their formulas, computed anew by one run of LibreOffice."""
    folder = tmp_path_factory.mktemp("pengolahan")
    berkas = {nama: folder / f"kasus{i}.xlsx" for i, nama in enumerate(tertulis)}
    for nama, isi in tertulis.items():
        openpyxl.load_workbook(BytesIO(isi)).save(berkas[nama])
    perintah = [soffice, f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]  # fmt: skip
    keluar = folder / "ulang"
    subprocess.run([*perintah, "--outdir", keluar, *berkas.values()], check=False, capture_output=True, timeout=120)
    if not keluar.is_dir():
        tanpa("LibreOffice Calc", "libreoffice-calc")
    return {nama: sel((keluar / satu.name).read_bytes()) for nama, satu in berkas.items()}


def test_every_formula_gives_the_value_that_stands_beside_it(tertulis, dihitung):
    beda, banyak = [], 0
    for nama, isi in tertulis.items():
        tercatat = sel(isi)
        for k, rumus in sel(isi, rumus=True).items():
            if isinstance(rumus, str) and rumus.startswith("=") and rumus != "=1+1":
                satu, lain = tercatat.get(k) or "", dihitung[nama].get(k) or ""
                sama = (
                    satu == pytest.approx(lain, rel=1e-12, abs=1e-9)
                    if isinstance(lain, int | float) and satu != ""
                    else satu == lain
                )
                sama = sama or (satu, lain) in (("", 0), (0, ""))
                banyak += 1
                if not sama:
                    beda.append((nama, k, rumus, satu, lain))
    assert beda == []
    assert banyak > 3000


def test_the_formula_of_the_index_rounds_every_half_up_as_the_program_does(dihitung):
    banyak = 0
    for nama, f in KASUS.items():
        for satu in f.periode:
            isi = dihitung[nama]
            if satu.ikm is not None:
                banyak += nama.startswith("half")
                lembar = NAMA_PERIODE[satu.periode]
                assert Decimal(str(di_samping(isi, "IKM", lembar))) == bulatkan(satu.ikm, f.pengaturan.desimal_ikm), (
                    nama,
                    lembar,
                )
                assert str(di_samping(isi, "Mutu", lembar))[0] == mutu(satu.ikm).value
    assert banyak > 30


def test_a_program_that_rounds_bare_binary_numbers_finds_the_same_index():
    biner = 0
    for f in (f for nama, f in KASUS.items() if nama.startswith("half")):
        bobot, skala = float(f.pengaturan.bobot.nilai()), 10**f.pengaturan.desimal_ikm
        for satu in f.periode:
            t = satu.tabulasi
            penuh = 25 * sum(t.jumlah_unsur(u) / t.n_unsur(u) * bobot for u in Unsur)
            tepat = bulatkan(satu.ikm, f.pengaturan.desimal_ikm)
            assert Decimal(str(floor((penuh + float(TAMBAHAN_INDEKS)) * skala + 0.5) / skala)) == tepat
            biner += Decimal(str(floor(penuh * skala + 0.5) / skala)) != tepat
    assert biner > 5, "without the trifle some of these are wrong"


def test_the_published_unit_has_its_published_index_class_and_bounds(tertulis):
    isi = sel(tertulis["published"])
    assert KASUS["published"].periode[0].ikm == Fraction("86.025")
    assert (di_samping(isi, "IKM"), di_samping(isi, "Mutu"), di_samping(isi, "Jumlah responden")) == (86.03, "B (Baik)", 25)
    judul = ("Rata-rata NRR", "Simpangan baku NRR", "Batas rendah", "Batas tinggi", "Jumlah NRR tertimbang")
    bulat = [str(bulatkan(Fraction(str(di_samping(isi, x))), 3)) for x in judul]
    assert bulat == ["3.444", "0.343", "3.101", "3.788", "3.441"]
    jumlah, kepala, gol = ([v for (_, a), v in isi.items() if a[1:] == baris] for baris in ("33", "6", "40"))
    assert jumlah == ["Jumlah nilai", 79, 87, 75, 99, 80, 86, 79, 96, 94]
    assert kepala[-2:] == ["U8 Sarpras", "U9 Pengaduan"]
    assert [x for x in gol if x] == ["Golongan unsur", "rendah", "tinggi", "tinggi"]


def test_a_weight_of_one_ninth_is_a_formula_and_a_printed_one_a_number(tertulis):
    assert "=1/9" in sel(tertulis["blanks"], rumus=True).values()
    assert sel(tertulis["published"], rumus=True)["Tahunan", "B36"] == 0.111


def test_a_blank_stays_blank_and_an_unsur_without_answers_gives_no_index(tertulis):
    isi = sel(tertulis["nobody answered one unsur"])
    assert (di_samping(isi, "IKM"), di_samping(isi, "Mutu"), di_samping(isi, "Jumlah NRR tertimbang")) == (
        "belum ada data",
        "",
        "",
    )
    lembar = openpyxl.load_workbook(BytesIO(tertulis["blanks"]))["Semester I"]
    assert (lembar["D8"].value, lembar["B9"].value, lembar["C9"].value) == (None, None, None)


def test_nothing_that_was_typed_becomes_a_formula():
    buku = openpyxl.load_workbook(BytesIO(buat_buku_pengolahan(susun_fakta("=1+1", 2021, BIASA, {P.S1: KOSONG}))))
    sel_nomor = buku["Semester I"]["A9"]
    assert (sel_nomor.value, sel_nomor.data_type, sel_nomor.quotePrefix) == ("=1+1", "s", True)


def test_equal_unsur_are_neither_low_nor_high_whatever_a_mean_of_thirds_is():
    assert set(golongan({u: Fraction(10, 3) for u in Unsur}).values()) == {""}
    assert golongan({Unsur.WAKTU: Fraction(3)}) == {Unsur.WAKTU: ""}


def test_the_summary_refers_to_the_sheets_and_takes_means_of_unrounded_values(tertulis):
    buku = openpyxl.load_workbook(BytesIO(tertulis["means bertingkat"]))
    assert buku.sheetnames == ["Ringkasan", "Triwulan I", "Triwulan II", "Semester II"]
    baris = {b[0]: b for b in buku["Ringkasan"].values if b[0]}
    assert str(baris["Triwulan I"][2]).startswith("='Triwulan I'!B")
    assert baris["Rata-rata Semester I"][1:3] == ("=SUM(B8,B9)", "=AVERAGE(C8,C9)")
    assert baris["Rata-rata Tahunan"][11] == "=AVERAGE(L10,L11)"
    berbobot = {b[0]: b for b in openpyxl.load_workbook(BytesIO(tertulis["means berbobot"]))["Ringkasan"].values if b[0]}
    assert berbobot["Rata-rata Tahunan"][11] == "=(L8*B8+L9*B9+L11*B11)/(B8+B9+B11)"
    (f,) = [b.hasil for b in KASUS["means bertingkat"].ringkasan if b.periode is P.TAHUNAN]
    nilai = {b[0]: b for b in openpyxl.load_workbook(BytesIO(tertulis["means bertingkat"]), data_only=True)["Ringkasan"].values}
    assert Decimal(str(nilai["Rata-rata Tahunan"][12])) == bulatkan(f.ikm, 2)


def test_a_period_that_came_as_a_recap_stands_in_the_summary_as_it_was_handed_in(tertulis):
    buku = openpyxl.load_workbook(BytesIO(tertulis["a recap beside answers"]), data_only=True)
    assert buku.sheetnames == ["Ringkasan", "Semester I"]
    (rekap,) = [b for b in buku["Ringkasan"].values if b[0] == "Semester II"]
    assert (rekap[1], rekap[2], rekap[12], rekap[14]) == (30, 3.457, 86.4, "rekap yang disampaikan")


def test_an_index_that_a_recap_of_a_layanan_shaped_is_told_beside_that_of_the_answers():
    tercetak = hasil_terukur(BarisHasil(1, P.S1, nilai=REKAP, ikm_tercetak=Decimal("86.4"), jumlah_responden=30), None, BIASA)
    f = susun_fakta("Unit", 2021, BIASA, {P.S1: KOSONG}, {P.S1: tercetak})
    assert any("IKM unit pada rekapitulasi 86,40" in str(v) for v in sel(buat_buku_pengolahan(f)).values())


def test_four_hundred_questionnaires_take_a_moment_and_give_the_same_bytes_on_another_day():
    f = susun_fakta("Unit", 2021, BIASA, {P.TAHUNAN: lembar_berjumlah(400, 11000)})
    awal = time.perf_counter()
    satu = buat_buku_pengolahan(f)
    assert time.perf_counter() - awal < 5
    assert b"dcterms" not in satu
    time.sleep(1.1)
    assert buat_buku_pengolahan(f) == satu
