"""The calendar form: defaults marked, errors by row with the input kept, back to the default, two people at once."""

import json
from xml.etree.ElementTree import Element

import pytest
from flask import Flask
from sqlalchemy import Engine, text

from rtl_tracker.domain.peran import Peran
from tests.web.akun import masuk_sebagai
from tests.web.halaman import Halaman, Klien

ALAMAT = "/tahun/2022/kalender"


def _isian(halaman: Halaman, **ubahan: str) -> dict[str, str]:
    """The form as it stands, with changes ("TW1-kirim_batas" written TW1_kirim_batas)."""
    nilai = {str(i.get("name")): str(i.get("value") or "") for i in halaman.semua("input") if i.get("type") != "checkbox"}
    return nilai | {kunci.replace("_", "-", 1): teks for kunci, teks in ubahan.items()}


def _nilai(halaman: Halaman, id_: str) -> str:
    return str(halaman.menurut_id(id_).get("value"))


def _legenda(halaman: Halaman) -> list[str]:
    return [halaman.teks(e) for e in halaman.semua("legend")]


def _peringatan(halaman: Halaman) -> Element:
    return next(e for e in halaman.semua("div") if e.get("role") == "alert")


def _jejak(db: Engine) -> list[tuple[str, dict[str, dict[str, list[str]]]]]:
    with db.connect() as koneksi:
        baris = koneksi.execute(text("SELECT catatan, rincian FROM jejak WHERE jenis = 'kalender_diubah' ORDER BY nomor"))
        return [(c, json.loads(r)) for c, r in baris]


def _simpan(klien: Klien, **ubahan: str) -> None:
    assert klien.mentah.post(ALAMAT, data=_isian(klien.buka(ALAMAT), **ubahan)).status_code == 303


def test_the_form_shows_seven_periods_with_the_default_dates(klien_isi: Klien):
    halaman = klien_isi.buka(ALAMAT)
    assert _legenda(halaman) == [
        f"{nama} bawaan"
        for nama in ("Triwulan I", "Triwulan II", "Semester I", "Triwulan III", "Triwulan IV", "Semester II", "Tahunan")
    ]
    assert (_nilai(halaman, "TW4-survei_mulai"), _nilai(halaman, "TW4-kirim_batas")) == ("2022-10-01", "2023-01-07")
    assert halaman.tautan("Papan status 2022") == "/tahun/2022/papan"


def test_a_change_is_stored_with_one_event_of_before_and_after_and_moves_the_board(klien_isi: Klien, db: Engine):
    _simpan(klien_isi, TAHUNAN_kirim_batas="2023-02-28", S1_survei_mulai="2022-02-01")
    halaman = klien_isi.buka(ALAMAT)
    assert "Kalender sudah disimpan." in halaman.teks()
    assert [x for x in _legenda(halaman) if x.endswith("diubah")] == ["Semester I diubah", "Tahunan diubah"]
    assert _jejak(db) == [
        (
            "Kalender tahun 2022: S1, TAHUNAN",
            {"S1": {"survei_mulai": ["2022-01-01", "2022-02-01"]}, "TAHUNAN": {"kirim_batas": ["2023-01-14", "2023-02-28"]}},
        )
    ]
    assert "batas 28 Februari 2023" in klien_isi.buka("/tahun/2022/papan").teks()


def test_saving_without_a_change_records_nothing(klien_isi: Klien, db: Engine):
    _simpan(klien_isi)
    assert "Tidak ada tanggal yang berubah." in klien_isi.buka(ALAMAT).teks()
    assert _jejak(db) == []


def test_contradicting_dates_are_told_by_row_and_what_was_typed_stays(klien_isi: Klien, db: Engine):
    isian = _isian(klien_isi.buka(ALAMAT), TW1_kirim_batas="2022-03-30", TW1_kirim_mulai="2022-03-29",
                   TW2_survei_selesai="2022-03-01", S2_kirim_batas="2023-02-02")  # fmt: skip
    halaman = klien_isi.kirim(ALAMAT, isian, 422)
    daftar = halaman.teks(_peringatan(halaman))
    assert "Triwulan I: Batas pengiriman mendahului tanggal selesai survei." in daftar
    assert "Triwulan II: Tanggal selesai survei mendahului tanggal mulainya." in daftar
    assert _nilai(halaman, "TW1-kirim_batas") == "2022-03-30"
    assert _nilai(halaman, "S2-kirim_batas") == "2023-02-02"
    assert halaman.menurut_id("TW1").get("aria-describedby") == "TW1-galat"
    assert _jejak(db) == []
    assert "bawaan" in _legenda(klien_isi.buka(ALAMAT))[5]


@pytest.mark.parametrize(
    ("ubahan", "kalimat"),
    [
        ({"TW1_kirim_batas": ""}, "Triwulan I, batas pengiriman: Isi tanggalnya."),
        ({"TW1_kirim_batas": "7 April"}, "Triwulan I, batas pengiriman: Tanggal ini tidak ada."),
        ({"S1_kirim_mulai": "2022-02-30"}, "Semester I, pengiriman mulai: Tanggal ini tidak ada."),
        ({"TW1_survei_mulai": "2021-01-01"}, "Triwulan I: Survei periode ini harus berlangsung pada tahun 2022."),
        ({"TW1_kirim_batas": "2202-04-07"}, "Triwulan I: Tanggal pengiriman harus jatuh pada tahun 2022 atau 2023."),
    ],
)
def test_a_date_that_is_none_or_far_away_is_refused_where_it_stands(klien_isi: Klien, ubahan: dict[str, str], kalimat: str):
    halaman = klien_isi.kirim(ALAMAT, _isian(klien_isi.buka(ALAMAT), **ubahan), 422)
    assert kalimat in halaman.teks(_peringatan(halaman))


def test_a_form_without_its_dates_is_refused_not_stored(klien_isi: Klien, db: Engine):
    halaman = klien_isi.buka(ALAMAT)
    klien_isi.kirim(ALAMAT, {"csrf_token": halaman.csrf()}, 422)
    assert _jejak(db) == []


def test_a_row_goes_back_to_its_default_whatever_its_dates_say(klien_isi: Klien, db: Engine):
    _simpan(klien_isi, TW1_kirim_batas="2022-04-20", TW2_kirim_batas="2022-07-20")
    _simpan(klien_isi, TW1_kirim_batas="", TW1_bawaan="y")
    halaman = klien_isi.buka(ALAMAT)
    assert _legenda(halaman)[:2] == ["Triwulan I bawaan", "Triwulan II diubah"]
    assert _nilai(halaman, "TW1-kirim_batas") == "2022-04-07"
    assert _jejak(db)[-1] == ("Kalender tahun 2022: TW1", {"TW1": {"kirim_batas": ["2022-04-20", "2022-04-07"]}})
    with db.connect() as koneksi:
        assert koneksi.execute(text("SELECT periode FROM kalender")).scalars().all() == ["TW2"]


def test_the_second_editor_is_told_who_was_first_and_may_save_knowingly(klien_isi: Klien, app: Flask, db: Engine):
    kedua = masuk_sebagai(app, db, Peran.ORGANISASI)
    isian = _isian(kedua.buka(ALAMAT), TW1_kirim_batas="2022-04-30")
    _simpan(klien_isi, TW1_kirim_batas="2022-04-20")
    halaman = kedua.kirim(ALAMAT, isian, 409)
    teks = halaman.teks(_peringatan(halaman))
    assert "sudah diubah oleh Akun Organisasi 1" in teks
    assert _nilai(halaman, "TW1-kirim_batas") == "2022-04-30"
    assert (
        "Tersimpan: survei 1 Januari 2022 sampai 31 Maret 2022, pengiriman 1 April 2022 sampai 20 April 2022." in halaman.teks()
    )
    assert kedua.mentah.post(ALAMAT, data=_isian(halaman)).status_code == 303
    assert _nilai(kedua.buka(ALAMAT), "TW1-kirim_batas") == "2022-04-30"
    assert len(_jejak(db)) == 2


def test_a_year_that_was_not_opened_has_no_calendar(klien_isi: Klien):
    for tahun in (1999, 2099, 10**9):
        assert "belum dibuka" in klien_isi.buka(f"/tahun/{tahun}/kalender", 404).teks()


@pytest.mark.parametrize("peran", [Peran.INSPEKTUR, Peran.PIMPINAN])
def test_only_bagian_organisasi_changes_the_calendar(klien_isi: Klien, app: Flask, db: Engine, peran: Peran):
    lain = masuk_sebagai(app, db, peran)
    lain.buka(ALAMAT, 403)
    lain.kirim(ALAMAT, {"csrf_token": "apa saja"}, 403)
