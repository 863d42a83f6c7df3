"""Bytes of charts: sizes, sameness, kept pictures, processes."""

import subprocess
import sys
import threading
from decimal import Decimal
from io import BytesIO
from xml.etree import ElementTree

import matplotlib
import pytest
from PIL import Image

from rtl_tracker.reports.grafik import Grafik, profil, render_banyak, tren

TITIK = [("2020", Decimal("81.98")), ("2021", Decimal("83.38"))]


def grafik_ke(ke: int) -> Grafik:
    return profil("Usia", [("19-25", ke), ("26-35", 10)])


@pytest.mark.parametrize(("kecil", "ukuran"), [(False, (1260, 567)), (True, (630, 315))])
def test_a_png_has_200_dots_per_inch_of_its_size_in_millimetres(kecil, ukuran):
    gambar = Image.open(BytesIO(tren("IKM", TITIK, kecil).png()))
    assert gambar.format == "PNG"
    assert gambar.size == ukuran
    assert gambar.info["dpi"] == pytest.approx((200, 200), abs=0.01)
    assert gambar.convert("RGB").getpixel((0, 0)) == (255, 255, 255)


def test_a_png_names_no_program_and_no_date():
    gambar = Image.open(BytesIO(tren("IKM", TITIK).png()))
    gambar.load()
    assert set(gambar.info) <= {"dpi"}


def test_an_svg_is_well_formed_and_carries_the_alternative_text_and_no_date():
    grafik = tren("IKM", TITIK)
    isi = grafik.svg()
    akar = ElementTree.fromstring(isi)
    assert akar.findtext("{http://www.w3.org/2000/svg}title") == grafik.alt
    assert akar.get("width") == "453.6pt"
    assert b"dc:date" not in isi
    assert b"Matplotlib" not in isi


def test_the_same_chart_gives_the_same_bytes(semua_grafik):
    dipilih = semua_grafik[::6]
    assert [g.png() for g in dipilih] == [g.png() for g in dipilih]
    assert [g.svg() for g in dipilih] == [g.svg() for g in dipilih]


def test_settings_of_the_machine_do_not_show():
    asli = tren("IKM", TITIK).png()
    with matplotlib.rc_context({"font.size": 20, "axes.facecolor": "red", "font.family": "DejaVu Serif"}):
        assert tren("IKM", TITIK).png() == asli
        assert matplotlib.rcParams["font.size"] == 20


def test_threads_that_render_together_get_the_right_pictures():
    harapan = [grafik_ke(ke).png() for ke in range(3)]
    hasil: dict[int, bytes] = {}
    utas = [threading.Thread(target=lambda ke=ke: hasil.update({ke: grafik_ke(ke).png()})) for ke in range(3)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    assert [hasil[ke] for ke in range(3)] == harapan


def test_many_charts_in_processes_are_the_same_as_one_by_one_and_in_order(tmp_path):
    banyak = [grafik_ke(ke) for ke in (1, 2, 3, 4, 2)]
    assert render_banyak(banyak, tmp_path, proses=2) == [satu.png() for satu in banyak]
    assert len(list(tmp_path.iterdir())) == 4


def test_a_kept_picture_is_not_drawn_again(tmp_path):
    assert render_banyak([grafik_ke(1)], tmp_path) == [grafik_ke(1).png()]
    (berkas,) = tmp_path.iterdir()
    berkas.write_bytes(b"dari simpanan")
    assert render_banyak([grafik_ke(1)], tmp_path) == [b"dari simpanan"]
    assert render_banyak([grafik_ke(2)], tmp_path) == [grafik_ke(2).png()]


def test_png_and_svg_are_kept_apart_and_without_a_folder_nothing_is_kept(tmp_path):
    png, svg = render_banyak([grafik_ke(1)], tmp_path / "baru"), render_banyak([grafik_ke(1)], tmp_path / "baru", "svg")
    assert png[0].startswith(b"\x89PNG")
    assert b"<svg" in svg[0]
    assert sorted(b.suffix for b in (tmp_path / "baru").iterdir()) == [".png", ".svg"]
    assert render_banyak([grafik_ke(1)], None) == png
    assert [b.name for b in tmp_path.iterdir()] == ["baru"]


def test_equal_data_has_an_equal_hash_and_other_data_another():
    assert grafik_ke(1).sidik() == grafik_ke(1).sidik()
    assert len({grafik_ke(ke).sidik() for ke in range(20)}) == 20
    assert tren("IKM", TITIK).sidik() != tren("IKM", TITIK, kecil=True).sidik()


def test_importing_the_charts_loads_no_matplotlib_and_no_pool():
    naskah = "import sys, rtl_tracker.reports.grafik; print(sorted({'matplotlib', 'numpy', 'PIL', 'num2words', 'multiprocessing'} & set(sys.modules)))"
    keluaran = subprocess.run([sys.executable, "-c", naskah], capture_output=True, text=True, check=True)
    assert keluaran.stdout.strip() == "[]"


def test_a_program_that_cannot_start_others_draws_by_itself():
    naskah = (
        "from decimal import Decimal\n"
        "from rtl_tracker.reports.grafik import render_banyak, tren\n"
        "banyak = [tren('IKM', [('2020', Decimal(80)), ('2021', Decimal(81 + i))]) for i in range(5)]\n"
        "print([isi[1:4] for isi in render_banyak(banyak, None)])\n"
    )
    keluaran = subprocess.run([sys.executable, "-"], input=naskah, capture_output=True, text=True, check=True)
    assert keluaran.stdout.strip() == str([b"PNG"] * 5)
