"""LINK-01: the faulty link, its sentence, and the neighbouring good one left alone."""

from dataclasses import replace

import pytest

from rtl_tracker.auditor.tautan import link_01
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import Upp
from tests.auditor.susun import TAHUN, baris, fakta, unsur

NILAI = unsur("3.50")
TIGA = tuple(Upp(i, f"Unit {i} & <b>") for i in (1, 2, 3))


def laporan(*tautan: str) -> list[Temuan]:
    """Findings for one link per unit."""
    rows = [baris(u.id, nilai=NILAI, tautan_laporan=t) for u, t in zip(TIGA, tautan, strict=False)]
    return list(link_01(fakta(*rows, upp=TIGA)))


def bukti(*tautan: str, upp_id: int = 1, nomor: int = 1) -> Rtl:
    """A plan with these bukti."""
    dasar = Rtl(nomor, upp_id, TAHUN, Periode.S1, Unsur.WAKTU, "waktu", "Membuat loket")
    return replace(dasar, bukti=tautan)


def test_link_01_an_empty_link_is_told_where_most_units_have_one():
    (temuan,) = laporan("https://a.go.id/1", "https://a.go.id/2", "")
    assert (temuan.aturan, temuan.tingkat, temuan.upp_id, temuan.bidang) == ("LINK-01", Tingkat.PERINGATAN, 3, "tautan_laporan")
    assert "padahal 2 dari 3 unit sudah mencantumkannya" in temuan.kalimat


def test_link_01_empty_links_are_left_alone_where_few_units_or_none_have_one():
    assert laporan("https://a.go.id/1", "", "") == []
    assert laporan("", "", "") == []
    assert laporan("") == []


def test_link_01_one_row_with_a_link_is_enough_and_units_without_data_owe_none():
    rows = [
        baris(1, Periode.S1, nilai=NILAI), baris(1, Periode.S2, nilai=NILAI, tautan_laporan="https://a.go.id/1"),
        baris(2, jumlah_responden=0),
    ]  # fmt: skip
    assert list(link_01(fakta(*rows))) == []


def test_link_01_the_same_link_of_several_units_is_told_to_each_without_names():
    daftar = laporan("https://a.go.id/skm/", "https://A.go.id/skm?utm_source=wa", "https://a.go.id/lain")
    assert [t.upp_id for t in daftar] == [1, 2]
    assert daftar[0].kalimat.startswith("Tautan laporan 'https://a.go.id/skm/' juga dipakai 1 unit lain (Unit 2 & <b>).")
    assert "Unit 2" not in daftar[0].untuk_unit
    assert "juga dipakai 1 unit lain. Cantumkan alamat laporan unit ini sendiri" in daftar[0].untuk_unit


def test_link_01_a_shared_short_link_is_one_finding_per_unit():
    daftar = laporan(*["https://bit.ly/SKMPTK2023"] * 3)
    assert len(daftar) == 3
    for bagian in ("juga dipakai 2 unit lain (misalnya Unit 1 & <b>)", "memakai pemendek atau daftar tautan bit.ly"):
        assert bagian in daftar[1].kalimat


def test_link_01_rows_of_one_unit_may_share_their_link():
    rows = [baris(1, p, nilai=NILAI, layanan=n, tautan_laporan="https://a.go.id/1")
            for p in (Periode.S1, Periode.S2) for n in ("KTP", "KK")]  # fmt: skip
    assert list(link_01(fakta(*rows))) == []


@pytest.mark.parametrize(
    ("tautan", "sebab"),
    [
        ("a.go.id/laporan", "bukan alamat http:// atau https://"),
        ("ftp://a.go.id/laporan", "bukan alamat http:// atau https://"),
        ("javascript:alert(1)", "bukan alamat http:// atau https://"),
        ("http://localhost/laporan", "tidak dapat dibuka dari luar"),
        ("http://192.168.1.10/laporan.pdf", "tidak dapat dibuka dari luar"),
        ("http://10.0.0.1:8080/", "tidak dapat dibuka dari luar"),
        ("https://s.id/laporan", "memakai pemendek atau daftar tautan s.id"),
        ("https://www.linktr.ee/dinas", "memakai pemendek atau daftar tautan"),
        ("https://docs.google.com/document/d/abc/edit?usp=sharing", "menuju halaman penyuntingan"),
        ("https://docs.google.com/spreadsheets/d/abc/edit#gid=0", "menuju halaman penyuntingan"),
        ("https://drive.google.com/file/d/abc/edit", "menuju ruang pribadi Google Drive"),
        ("https://drive.google.com/drive/u/0/my-drive", "menuju ruang pribadi Google Drive"),
        ("https://dinas-my.sharepoint.com/personal/a/x.pdf", "menuju OneDrive pribadi"),
        ("https://sikap.go.id/admin/login", "menuju halaman masuk akun"),
    ],
)
def test_link_01_an_address_that_others_cannot_open_is_told(tautan: str, sebab: str):
    (temuan,) = laporan(tautan)
    assert sebab in temuan.kalimat
    assert (temuan.tercetak, temuan.kalimat_unit) == (tautan, "")


@pytest.mark.parametrize(
    "tautan",
    ["https://drive.google.com/drive/folders/abc?usp=sharing", "https://drive.google.com/file/d/abc/view",
     "https://docs.google.com/document/d/abc/preview", "https://organisasi.contoh.go.id/skm/2023.pdf",
     "http://contoh.go.id/catalogin/1",
     "https://drive.google.com/drive/u/0/folders/abc"],
)  # fmt: skip
def test_link_01_an_open_address_is_left_alone(tautan: str):
    assert laporan(tautan) == []


def test_link_01_bukti_are_examined_but_names_of_files_are_not_links():
    isi = fakta(rtl=[bukti("foto loket.jpg", "Surat tugas", "https://a.go.id/b"), bukti("http://127.0.0.1/x", nomor=2)])
    (temuan,) = link_01(isi)
    assert (temuan.bidang, temuan.rtl_id, temuan.periode) == ("bukti", 2, Periode.S1)
    assert temuan.kalimat.startswith("Tautan bukti 'http://127.0.0.1/x' tidak dapat dibuka dari luar")


def test_link_01_the_same_bukti_of_two_units_is_told_to_both():
    isi = fakta(rtl=[bukti("https://a.go.id/b"), bukti("https://a.go.id/b", upp_id=2, nomor=2)])
    satu, dua = link_01(isi)
    assert "Cantumkan alamat bukti unit ini sendiri" in satu.kalimat
    assert "Dinas Satu & <Rekan>" in dua.kalimat
    assert "Dinas Satu" not in dua.untuk_unit


def test_link_01_many_faulty_bukti_of_a_unit_are_one_finding():
    lima = [bukti(f"https://bit.ly/{i}", nomor=i) for i in range(5)]
    assert len(list(link_01(fakta(rtl=lima)))) == 5
    (temuan,) = link_01(fakta(rtl=[*lima, bukti("https://bit.ly/6", nomor=6)]))
    assert (temuan.tercetak, temuan.rtl_id) == ("6 tautan", None)
    assert temuan.kalimat.startswith("6 tautan bukti perlu diperbaiki, misalnya: Tautan bukti 'https://bit.ly/0'")
