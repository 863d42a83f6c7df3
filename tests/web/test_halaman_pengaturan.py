"""The settings page: words instead of codes, figures before they move, errors that keep what was typed, a new year, the logo."""

import json
from enum import StrEnum
from io import BytesIO

import pytest
from flask import Flask
from PIL import Image
from sqlalchemy import Engine, text

from rtl_tracker.domain.pengaturan import KUNCI_PENGATURAN, Pengaturan, baca_nilai_pengaturan
from rtl_tracker.domain.peran import Peran
from rtl_tracker.web.organisasi.pengaturan_forms import KELOMPOK, PENJELASAN, PILIHAN
from tests.web.akun import masuk_sebagai
from tests.web.halaman import Halaman, Klien
from tests.web.instansi import UNSUR, TulisCsv, isi_instansi

ALAMAT = "/tahun/2022/pengaturan"


@pytest.fixture
def campur(klien: Klien, db: Engine, tulis_csv: TulisCsv) -> Klien:
    """Two units by recap; recomputed under 1/9 the second one is A instead of B."""
    hasil = [
        ["upp", "periode", *UNSUR, "ikm_tercetak", "jumlah_responden"],
        ["Kecamatan Satu", "TAHUNAN", *["3.20"] * 9, "80.00", 100],
        ["Kecamatan <Dua>", "TAHUNAN", *["3.55"] * 9, "87.86", 100],
    ]
    instansi = [["kunci", "nilai"], ["nama", "Pemkab Uji & Coba"], ["bobot", "1/9"], ["jenis", "Kabupaten"]]
    folder = tulis_csv("campur", upp=[["nama"], ["Kecamatan Satu"], ["Kecamatan <Dua>"]], hasil=hasil, instansi=instansi)
    isi_instansi(db, folder, 2022)
    return klien


def _isian(halaman: Halaman, **ubahan: str) -> dict[str, str]:
    """The settings form as it stands, with changes."""
    form = next(f for f in halaman.semua("form") if f.get("data-simpan") is not None)
    nilai = {str(i.get("name")): str(i.get("value") or "") for i in form.iter("input")}
    nilai |= {str(t.get("name")): (t.text or "").removeprefix("\n") for t in form.iter("textarea")}
    for daftar in form.iter("select"):
        nilai[str(daftar.get("name"))] = next(
            str(o.get("value")) for o in daftar.iter("option") if o.get("selected") is not None
        )
    return nilai | ubahan


def _nilai(halaman: Halaman, nama: str) -> str:
    return _isian(halaman)[nama]


def _simpan(klien: Klien, **ubahan: str) -> Halaman:
    """Save words; the page that follows."""
    assert klien.mentah.post(ALAMAT, data=_isian(klien.buka(ALAMAT), **ubahan)).status_code == 303
    return klien.buka(ALAMAT)


def _jejak(db: Engine) -> list[tuple[str, dict[str, object]]]:
    with db.connect() as koneksi:
        baris = koneksi.execute(text("SELECT catatan, rincian FROM jejak WHERE jenis = 'pengaturan_diubah' ORDER BY nomor"))
        return [(c, json.loads(r)) for c, r in baris]


def _png(sisi: int = 300) -> BytesIO:
    keluaran = BytesIO()
    Image.new("RGBA", (sisi, sisi), (10, 90, 40, 128)).save(keluaran, "PNG")
    return BytesIO(keluaran.getvalue())


def test_every_setting_stands_in_one_group_with_one_sentence_and_every_choice_in_words():
    assert sorted(k for _, _, kunci in KELOMPOK for k in kunci) == sorted(KUNCI_PENGATURAN) == sorted(PENJELASAN)
    assert all(kalimat.endswith(".") for kalimat in PENJELASAN.values())
    for kunci, pilihan in PILIHAN.items():
        assert len({baca_nilai_pengaturan(kunci, kode) for kode in pilihan}) == len(pilihan)
        bawaan = getattr(Pengaturan(), kunci)
        assert ("" if bawaan is None else str(bawaan)) in pilihan
        if isinstance(bawaan, StrEnum):
            assert set(pilihan) == {a.value for a in type(bawaan)}
        assert not any("_" in kata for kata in pilihan.values())


def test_the_page_shows_what_holds_and_saving_it_changes_nothing(campur: Klien, db: Engine):
    halaman = campur.buka(ALAMAT)
    assert (_nilai(halaman, "nama"), _nilai(halaman, "jenis"), _nilai(halaman, "bobot")) == (
        "Pemkab Uji & Coba",
        "Kabupaten",
        "1/9",
    )
    assert [halaman.teks(e) for e in halaman.semua("legend")] == ["Identitas", "Cara menghitung", "Realisasi", "Laporan"]
    assert campur.buka("/pengaturan").teks(halaman.semua("h1")[0]) == "Pengaturan tahun 2022"
    assert "Tidak ada pengaturan yang berubah." in _simpan(campur).teks()
    assert _jejak(db) == []


def test_words_are_stored_at_once_with_one_event(campur: Klien, db: Engine):
    halaman = _simpan(
        campur, penandatangan="Dra. <Sri>", tim="Ketua\r\nAnggota", tanggal_laporan="10 januari 2023", tahun_tren="4"
    )
    assert "Pengaturan tahun 2022 disimpan." in halaman.teks()
    assert _nilai(halaman, "tim") == "Ketua\nAnggota"
    perubahan = {"tahun_tren": [5, 4], "penandatangan": ["", "Dra. <Sri>"], "tanggal_laporan": ["", "10 Januari 2023"], "tim": ["", "Ketua\nAnggota"]}  # fmt: skip
    assert _jejak(db) == [("Pengaturan tahun 2022", perubahan)]
    assert "Dra. <Sri>" in campur.buka("/jejak").teks()


def test_a_rule_that_moves_figures_is_shown_first_and_stored_only_after_a_second_yes(campur: Klien, db: Engine):
    isian = _isian(campur.buka(ALAMAT), sumber_nilai="hitung", tempat="Sungai Raya")
    halaman = campur.kirim(ALAMAT, isian, 422)
    assert halaman.baris("dampak") == [
        ["Nilai baris rekap", "IKM yang tercetak", "Dihitung ulang dari unsur"],
        ["Tempat", "–", "Sungai Raya"],
        ["IKM instansi, setahun", "83,93 (B)", "84,38 (B)"],
        ["UPP dengan IKM tahunan yang berubah", "–", "1 dari 2"],
    ]
    assert "Kecamatan <Dua>: B menjadi A" in halaman.teks()
    assert _nilai(halaman, "tempat") == "Sungai Raya"
    assert _jejak(db) == []
    tanda = next(str(b.get("value")) for b in halaman.semua("button") if b.get("name") == "tegas")
    lain = _isian(halaman, bobot="0.111", tegas=tanda)
    assert campur.kirim(ALAMAT, lain, 422).baris("dampak")[0] == ["Bobot satu unsur", "1/9, tanpa pembulatan", "0,111"]
    assert _jejak(db) == []
    assert campur.mentah.post(ALAMAT, data=_isian(halaman, tegas=tanda)).status_code == 303
    assert [r for _, r in _jejak(db)] == [{"sumber_nilai": ["tercetak", "hitung"], "tempat": ["", "Sungai Raya"]}]
    assert "84,38" in campur.buka("/tahun/2022").teks()


def test_what_is_wrong_is_told_and_everything_typed_stays(campur: Klien, db: Engine):
    isian = _isian(
        campur.buka(ALAMAT), nama=" ", nip_penandatangan="12", dasar_hukum="Peraturan <A>\r\nPeraturan B", bobot="0.11"
    )
    halaman = campur.kirim(ALAMAT, isian, 422)
    galat = next(e for e in halaman.semua("div") if e.get("role") == "alert")
    assert "Nama instansi: Bagian ini wajib diisi." in halaman.teks(galat)
    assert "NIP penanda tangan: NIP terdiri atas 18 angka." in halaman.teks(galat)
    assert (_nilai(halaman, "nip_penandatangan"), _nilai(halaman, "bobot")) == ("12", "0.11")
    assert _nilai(halaman, "dasar_hukum").split() == ["Peraturan", "<A>", "Peraturan", "B"]
    assert halaman.menurut_id("nama").get("aria-invalid") == "true"
    assert _jejak(db) == []


def test_the_second_of_two_sees_who_was_first_and_both_texts(campur: Klien, app: Flask, db: Engine):
    kedua = masuk_sebagai(app, db, Peran.ORGANISASI)
    lama = _isian(kedua.buka(ALAMAT), tempat="Pontianak")
    _simpan(campur, tempat="Bengkayang")
    halaman = kedua.kirim(ALAMAT, lama, 409)
    assert "Akun Organisasi 1" in halaman.teks()
    assert halaman.rincian(next(halaman.pohon.iter("details"))) == {"Tempat": "Bengkayang"}
    assert _nilai(halaman, "tempat") == "Pontianak"
    assert kedua.mentah.post(ALAMAT, data=_isian(halaman)).status_code == 303
    assert _nilai(kedua.buka(ALAMAT), "tempat") == "Pontianak"


def _buka(klien: Klien, tahun: str, status: int) -> Halaman | str:
    data = {"csrf_token": klien.buka("/pengaturan").csrf(), "buka": tahun}
    if status != 303:
        return klien.kirim("/pengaturan/buka", data, status)
    jawaban = klien.mentah.post("/pengaturan/buka", data=data)
    assert jawaban.status_code == 303
    return str(jawaban.headers["Location"])


def test_a_new_year_is_opened_with_the_settings_of_the_year_before_it(campur: Klien, db: Engine):
    _simpan(campur, tempat="Bengkayang")
    assert campur.buka("/pengaturan").menurut_id("buka").get("value") == "2023"
    assert _buka(campur, "2023", 303) == "/tahun/2023/pengaturan"
    halaman = campur.buka("/tahun/2023/pengaturan")
    assert "Tahun 2023 sudah dibuka." in halaman.teks()
    assert (_nilai(halaman, "tempat"), _nilai(halaman, "nama")) == ("Bengkayang", "Pemkab Uji & Coba")
    assert _jejak(db)[-1][0] == "Tahun 2023 dibuka dengan pengaturan tahun 2022."


@pytest.mark.parametrize(("tahun", "kalimat"), [("", "empat angka"), ("٢٠٢٧", "empat angka"), ("2022", "sudah dibuka"), ("1999", "tidak dapat dibuka")])  # fmt: skip
def test_a_year_that_cannot_be_opened_is_refused_beside_its_field(campur: Klien, tahun: str, kalimat: str):
    halaman = _buka(campur, tahun, 422)
    assert isinstance(halaman, Halaman)
    assert kalimat in halaman.teks(halaman.menurut_id("buka-galat"))
    assert (halaman.menurut_id("buka").get("value") or "") == tahun


def test_an_empty_database_says_what_to_do_first(klien: Klien):
    halaman = klien.buka("/pengaturan")
    assert "Belum ada tahun yang dibuka." in halaman.teks()
    tahun = str(halaman.menurut_id("buka").get("value"))
    assert _buka(klien, tahun, 303) == f"/tahun/{tahun}/pengaturan"
    assert _nilai(klien.buka(f"/tahun/{tahun}/pengaturan"), "bobot") == "1/9"


def _kirim_logo(klien: Klien, berkas: BytesIO | None) -> tuple[int, Halaman | None]:
    halaman = klien.buka(ALAMAT)
    data = {"csrf_token": halaman.csrf(), "versi": halaman.menurut_id("versi-logo").get("value") or ""}
    isi = data if berkas is None else data | {"logo": (berkas, "Logo <kita>.png")}
    jawaban = klien.mentah.post("/tahun/2022/logo", data=isi, content_type="multipart/form-data")
    return jawaban.status_code, None if jawaban.status_code == 303 else klien.periksa("/tahun/2022/logo", jawaban, 422)


def test_a_logo_is_uploaded_shown_by_this_program_only_and_removed(campur: Klien):
    campur.buka("/pengaturan/logo.jpg", 404)
    assert _kirim_logo(campur, _png())[0] == 303
    halaman = campur.buka(ALAMAT)
    alamat = next(str(i.get("src")) for i in halaman.semua("img"))
    gambar = campur.mentah.get(alamat)
    assert (gambar.status_code, gambar.mimetype) == (200, "image/jpeg")
    assert gambar.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert gambar.headers["X-Content-Type-Options"] == "nosniff"
    assert gambar.headers["Cache-Control"].startswith("private")
    assert Image.open(BytesIO(gambar.data)).format == "JPEG"
    assert _kirim_logo(campur, _png(400))[0] == 303
    baru = campur.buka(ALAMAT)
    assert alamat not in baru.html
    data = {"csrf_token": baru.csrf(), "versi": baru.menurut_id("versi-logo").get("value") or ""}
    assert campur.mentah.post("/tahun/2022/logo/hapus", data=data).status_code == 303
    assert "Belum ada logo." in campur.buka(ALAMAT).teks()


@pytest.mark.parametrize(("berkas", "kalimat"), [
    (None, "Pilih berkas logo lebih dahulu."), (BytesIO(b"<svg/>"), "bukan gambar PNG atau JPG"), (_png(100), "terlalu kecil"),
])  # fmt: skip
def test_a_refused_logo_is_told_beside_its_field(campur: Klien, berkas: BytesIO | None, kalimat: str):
    _, halaman = _kirim_logo(campur, berkas)
    assert halaman is not None
    assert kalimat in halaman.teks(halaman.menurut_id("logo-galat"))
    assert "Belum ada logo." in halaman.teks()


def test_only_bagian_organisasi_is_offered_the_settings_and_only_of_opened_years(campur: Klien, app: Flask, db: Engine):
    assert campur.buka("/tahun").tautan("Pengaturan") == "/pengaturan"
    for tahun in (1999, 2099, 10**9):
        assert "belum dibuka" in campur.buka(f"/tahun/{tahun}/pengaturan", 404).teks()
    inspektur = masuk_sebagai(app, db, Peran.INSPEKTUR)
    assert "Pengaturan" not in [inspektur.buka("/tahun").teks(a) for a in inspektur.buka("/tahun").semua("a")]
    inspektur.buka(ALAMAT, 403)
    inspektur.kirim("/tahun/2022/logo", {"csrf_token": "apa saja"}, 403)
