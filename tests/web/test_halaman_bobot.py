"""A year under the three bobot: who prints by another one, who changes class, one click and back, with an event."""

import pytest
from flask import Flask
from sqlalchemy import Engine, text

from rtl_tracker.domain.peran import Peran
from tests.web.akun import masuk_sebagai
from tests.web.halaman import Klien
from tests.web.instansi import UNSUR, TulisCsv, isi_instansi

ALAMAT = "/tahun/2022/bobot"


@pytest.fixture
def campur(klien: Klien, db: Engine, tulis_csv: TulisCsv) -> Klien:
    """Three units: by the instansi's 1/9, by 0,11 with a class that changes, and one that no bobot explains."""
    hasil = [
        ["upp", "periode", *UNSUR, "ikm_tercetak", "jumlah_responden"],
        ["Kecamatan Satu", "TAHUNAN", *["3.20"] * 9, "80.00", 100],
        ["Kecamatan Dua", "TAHUNAN", *["3.55"] * 9, "87.86", 100],
        ["Kecamatan Tiga", "TAHUNAN", *["3.30"] * 9, "99.00", 100],
    ]
    upp = [["nama"], ["Kecamatan Satu"], ["Kecamatan Dua"], ["Kecamatan Tiga"]]
    isi_instansi(db, tulis_csv("campur", upp=upp, hasil=hasil, instansi=[["kunci", "nilai"], ["bobot", "1/9"]]), 2022)
    return klien


def _baris(klien: Klien) -> dict[str, list[str]]:
    return {sel[0]: sel[1:] for sel in klien.buka(ALAMAT).baris("bobot")}


def _tekan(klien: Klien, sumber: str) -> str:
    """Press the button of the page; what the page says then."""
    csrf = klien.buka(ALAMAT).csrf()
    assert klien.mentah.post(ALAMAT, data={"csrf_token": csrf, "sumber": sumber}).status_code == 303
    return klien.buka(ALAMAT).teks()


def test_every_unit_stands_under_all_three_with_its_class_and_the_bobot_behind_its_print(campur: Klien):
    baris = _baris(campur)
    assert baris["Kecamatan Satu"] == ["80,00 B", "80,00 B", "79,92 B", "79,20 B", "1/9"]
    assert baris["Kecamatan Dua"] == ["87,86 B", "88,75 A", "88,66 A", "87,86 B", "0,11"]
    assert baris["Kecamatan Tiga"][-1] == "tidak ada yang cocok"
    teks = campur.buka(ALAMAT).teks()
    assert "1 dari 3 UPP mencetak IKM yang hanya cocok dengan bobot lain" in teks
    assert "2 UPP berpindah mutu" in teks


def test_one_click_lets_the_instansis_bobot_speak_and_another_takes_it_back(campur: Klien, db: Engine):
    assert "87,86" in campur.buka("/tahun/2022").teks()
    assert "kini dihitung ulang dengan satu bobot" in _tekan(campur, "seragam")
    assert _baris(campur)["Kecamatan Dua"][0] == "88,75 A"
    assert "tidak ada UPP yang berpindah mutu" in campur.buka(ALAMAT).teks()
    assert "88,75" in campur.buka("/tahun/2022").teks()
    assert "kembali memakai IKM yang tercetak" in _tekan(campur, "tercetak")
    assert _baris(campur)["Kecamatan Dua"][0] == "87,86 B"
    with db.connect() as koneksi:
        rincian = (
            koneksi.execute(text("SELECT rincian FROM jejak WHERE jenis = 'pengaturan_diubah' ORDER BY nomor")).scalars().all()
        )
    assert [("hitung" in str(r), "tercetak" in str(r)) for r in rincian] == [(True, True)] * 2


def test_a_year_without_results_says_so_and_an_unknown_year_is_not_found(campur: Klien, db: Engine):
    campur.buka("/tahun/2031/bobot", 404)
    with db.begin() as koneksi:
        koneksi.execute(text("DELETE FROM hasil"))
    assert "Belum ada hasil" in campur.buka(ALAMAT).teks()


def test_who_only_reads_sees_no_button(app: Flask, db: Engine, campur: Klien):
    assert "Hitung ulang semua" in campur.buka(ALAMAT).teks()
    inspektur = masuk_sebagai(app, db, Peran.INSPEKTUR)
    assert "Hitung ulang semua" not in inspektur.buka(ALAMAT).teks()
