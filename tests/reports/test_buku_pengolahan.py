"""The workbook of answers: what LibreOffice computes from its formulas is what stands beside them, and what the program computes."""

import subprocess
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.pengaturan import Bobot, Pengaturan
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.unsur import Unsur, UrutanUnsur
from rtl_tracker.reports.pengolahan.buku import buat_buku_pengolahan
from rtl_tracker.reports.pengolahan.fakta import susun_fakta
from tests.conftest import DATA, tanpa

BENGKAYANG = Pengaturan(nama="Kabupaten", bobot=Bobot.NOL_111, urutan_unsur=UrutanUnsur.KUESIONER)


def kecamatan_bengkayang():
    """The 25 published questionnaires of Kecamatan Bengkayang 2021."""
    import csv

    with (DATA / "bengkayang_2021" / "respons.csv").open(encoding="utf-8") as berkas:
        baris = [b for b in csv.DictReader(berkas) if b["upp"] == "Kecamatan Bengkayang"]
    kepala = {u: next(k for k in baris[0] if k.strip().casefold() in (u.value, *_NAMA[u])) for u in Unsur}
    return [(str(i), tuple(int(b[kepala[u]]) for u in Unsur)) for i, b in enumerate(baris, 1)]


_NAMA = {u: (u.value,) for u in Unsur}
SEPARUH = [("1", (4, 4, 4, 4, 4, 4, 4, 4, 4)), ("2", (3, 4, None, 4, 4, 4, 4, 4, 1)), ("=1+1", (None,) * 9)]
KASUS = {
    "published": (BENGKAYANG, {Periode.TAHUNAN: kecamatan_bengkayang()}),
    "blanks and a name that looks like a formula": (Pengaturan(nama="X"), {Periode.S1: SEPARUH, Periode.S2: SEPARUH[:1]}),
    "weighted means rounded first": (
        Pengaturan(nama="X", bobot=Bobot.NOL_11, pembulatan_tertimbang=4, desimal_ikm=3),
        {Periode.TW1: SEPARUH[:2]},
    ),
    "an unsur nobody answered": (Pengaturan(nama="X"), {Periode.TAHUNAN: [("1", (4,) * 8 + (None,))]}),
}


@pytest.fixture(scope="module")
def hitung_ulang(tmp_path_factory: pytest.TempPathFactory, soffice: Path):
    """All cases: (facts, the workbook as written, the same recomputed by LibreOffice), converted in one run."""
    folder = tmp_path_factory.mktemp("pengolahan")
    fakta = {nama: susun_fakta("Unit", 2021, atur, lembar) for nama, (atur, lembar) in KASUS.items()}
    berkas = {nama: folder / f"kasus{i}.xlsx" for i, nama in enumerate(fakta)}
    for nama, f in fakta.items():
        berkas[nama].write_bytes(buat_buku_pengolahan(f))
    keluar = folder / "ulang"
    perintah = [
        str(soffice),
        f"-env:UserInstallation={(folder / 'profil').as_uri()}",
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
    ]
    subprocess.run(
        [*perintah, "--outdir", str(keluar), *map(str, berkas.values())], check=False, capture_output=True, timeout=120
    )
    if not keluar.is_dir():
        tanpa("LibreOffice Calc", "libreoffice-calc")
    return {nama: (f, berkas[nama].read_bytes(), (keluar / berkas[nama].name).read_bytes()) for nama, f in fakta.items()}


def sel(isi: bytes, rumus: bool = False) -> dict[tuple[str, str], object]:
    buku = openpyxl.load_workbook(BytesIO(isi), data_only=not rumus)
    return {(w.title, c.coordinate): c.value for w in buku for baris in w for c in baris if c.value is not None}


@pytest.mark.parametrize("nama", KASUS)
def test_every_formula_gives_the_value_that_stands_beside_it(hitung_ulang, nama):
    _, asal, ulang = hitung_ulang[nama]
    tertulis, dihitung = sel(asal), sel(ulang)
    rumus = [k for k, v in sel(asal, rumus=True).items() if isinstance(v, str) and v.startswith("=") and v != "=1+1"]
    assert len(rumus) > 60
    for k in rumus:
        satu, lain = tertulis.get(k, ""), dihitung.get(k, "")
        assert satu == (pytest.approx(lain, rel=1e-12) if isinstance(lain, (int, float)) else lain), (k, satu, lain)


def test_the_published_unit_has_its_published_index_class_and_bounds(hitung_ulang):
    f, asal, _ = hitung_ulang["published"]
    nilai = {v: k for k, v in sel(asal).items() if isinstance(v, str)}
    isi = sel(asal)

    def di_samping(judul: str):
        lembar, alamat = nilai[judul]
        return isi[lembar, f"B{alamat[1:]}"]

    assert f.periode[0].ikm == Fraction("86.025")
    assert (di_samping("IKM"), di_samping("Mutu")) == (86.03, "B (Baik)")
    bulat = [
        bulatkan(Fraction(di_samping(x)), 3) for x in ("Rata-rata NRR", "Simpangan baku NRR", "Batas rendah", "Batas tinggi")
    ]
    assert bulat == [Decimal("3.444"), Decimal("0.343"), Decimal("3.101"), Decimal("3.788")]


def test_a_blank_stays_blank_and_an_unsur_without_answers_gives_no_index(hitung_ulang):
    _, asal, _ = hitung_ulang["an unsur nobody answered"]
    isi = sel(asal)
    (ikm,) = [k for k, v in isi.items() if v == "IKM"]
    assert isi.get((ikm[0], f"B{ikm[1][1:]}"), "") == ""
    _, asal, _ = hitung_ulang["blanks and a name that looks like a formula"]
    assert sel(asal, rumus=True)[NAMA_PERIODE[Periode.S1], "A9"] == "=1+1"
    buku = openpyxl.load_workbook(BytesIO(asal))
    assert buku[NAMA_PERIODE[Periode.S1]]["A9"].data_type == "s"
    assert buku[NAMA_PERIODE[Periode.S1]]["B9"].value is None


def test_several_periods_are_summed_up_in_front_by_references(hitung_ulang):
    _, asal, _ = hitung_ulang["blanks and a name that looks like a formula"]
    buku = openpyxl.load_workbook(BytesIO(asal))
    assert buku.sheetnames == ["Ringkasan", "Semester I", "Semester II"]
    assert str(buku["Ringkasan"]["C5"].value).startswith("='Semester II'!B")
    assert sel(asal)["Ringkasan", "C5"] == 100


def test_the_same_answers_give_the_same_bytes():
    f = susun_fakta("Unit", 2021, *KASUS["published"])
    assert buat_buku_pengolahan(f) == buat_buku_pengolahan(f)


@pytest.mark.parametrize("bobot", list(Bobot))
@pytest.mark.parametrize("n", [8, 40, 400])
def test_half_is_rounded_up_wherever_the_exact_index_ends_in_five(bobot, n):
    """The printed value beside the formula is the exact one; the formula's own rounding is compared above by LibreOffice."""
    lembar = [(str(i), (3 + (i % 2),) * 9) for i in range(n)]
    f = susun_fakta("Unit", 2021, Pengaturan(nama="X", bobot=bobot), {Periode.TAHUNAN: lembar})
    (ikm,) = [v for k, v in sel(buat_buku_pengolahan(f)).items() if k[1] == f"B{6 + n + 9}"]
    assert Decimal(str(ikm)) == bulatkan(f.periode[0].ikm, 2)
