"""Importing answers on the pages: upload, columns and words, every row checked, stored, taken back; the next file of that look is one click."""

import re
from io import BytesIO

import pytest
from sqlalchemy import Engine, text

from rtl_tracker.config import Settings
from rtl_tracker.domain.peran import Peran
from tests.spreadsheets import ekspor_buatan as ekspor
from tests.spreadsheets.pembuat_berkas import UNSUR
from tests.web.akun import id_upp, masuk_sebagai
from tests.web.halaman import Halaman, Klien

KEPALA = ["Tanggal", "Nama", *UNSUR, "Saran"]


@pytest.fixture
def alamat(klien_isi: Klien, db: Engine) -> str:
    return f"/unit/{id_upp(db, 'Badan Arsip')}/2022/TAHUNAN/survei/impor"


def berkas(*kata: str, n: int = 2, saran: str = "Baik") -> bytes:
    return ekspor.csv_bita([KEPALA, *[[f"2022-05-{i + 1:02}", "Budi Warga", *(kata or ("4",) * 9), saran] for i in range(n)]])


def unggah(klien: Klien, alamat: str, isi: bytes, nama: str = "jawaban.csv"):
    data = {"csrf_token": klien.buka(alamat).csrf(), "berkas": (BytesIO(isi), nama)}
    return klien.mentah.post(alamat, data=data, content_type="multipart/form-data")


def isian(h: Halaman, kelas: str = "pemetaan") -> dict[str, str]:
    """What the form of this class would send."""
    form = next(f for f in h.semua("form") if kelas in str(f.get("class")))
    data = {}
    for e in form.iter("input"):
        if e.get("name") and (e.get("type") not in ("radio", "checkbox") or "checked" in e.attrib):
            data[str(e.get("name"))] = str(e.get("value") or "")
    for e in form.iter("select"):
        dipilih = [o for o in e.iter("option") if "selected" in o.attrib]
        data[str(e.get("name"))] = str((dipilih or list(e.iter("option")))[0].get("value") or "")
    return data


def tombol(h: Halaman, judul: str) -> tuple[str, dict[str, str]]:
    """(address, fields) of the form whose button says this."""
    form = next(f for f in h.semua("form") if any(h.teks(b).startswith(judul) for b in f.iter("button")))
    return str(form.get("action")), {str(i.get("name")): str(i.get("value") or "") for i in form.iter("input")}


def sampai_periksa(klien: Klien, alamat: str, isi: bytes, **ubah: str) -> Halaman:
    petakan = unggah(klien, alamat, isi).headers["Location"]
    return klien.kirim(petakan, isian(klien.buka(petakan)) | ubah, 200)


def test_three_steps_bring_a_file_in_and_the_file_is_thrown_away(klien_isi: Klien, alamat: str, db: Engine, settings: Settings):
    h = sampai_periksa(klien_isi, alamat, berkas())
    assert h.rincian(h.semua("dl")[0]) == {
        "Berkas": "jawaban.csv", "Baris": "2", "Dapat dipakai": "2", "Responden sebelum impor": "0", "Sesudah impor": "2",
    }  # fmt: skip
    assert klien_isi.mentah.post(*tombol(h, "Simpan")[:1], data=tombol(h, "Simpan")[1]).status_code == 303
    kini = klien_isi.buka(alamat)
    assert "2 kuesioner dari jawaban.csv tersimpan." in kini.teks()
    assert kini.baris("riwayat")[0][0].startswith("jawaban.csv")
    assert [b for b in settings.folder_kiriman.rglob("*") if b.is_file()] == []


def test_columns_of_a_person_are_told_but_neither_offered_nor_shown_nor_kept(klien_isi: Klien, alamat: str, settings: Settings):
    petakan = unggah(klien_isi, alamat, berkas()).headers["Location"]
    h = klien_isi.buka(petakan)
    assert "Kolom data pribadi sudah dibuang dan tidak disimpan: Nama." in h.teks()
    assert "Budi" not in h.html
    assert "Nama" not in [h.teks(label) for label in h.semua("label")]
    assert all(b"Budi" not in b.read_bytes() for b in settings.folder_kiriman.rglob("*") if b.is_file())


def test_an_unknown_word_is_asked_and_then_remembered(klien_isi: Klien, alamat: str):
    isi = berkas("Lumayan", *["Baik"] * 8)
    petakan = unggah(klien_isi, alamat, isi).headers["Location"]
    data = isian(klien_isi.buka(petakan))
    h = klien_isi.kirim(petakan, data, 422)
    assert "belum dipasangkan" in h.teks(h.menurut_id("kata"))
    nama = next(n.removesuffix("-isi") for n, kata in data.items() if kata == "lumayan")
    h = klien_isi.kirim(petakan, isian(h) | {nama: "2"}, 200)
    alamat_simpan, bawaan = tombol(h, "Simpan")
    klien_isi.mentah.post(alamat_simpan, data=bawaan)
    lagi = unggah(klien_isi, alamat, berkas("Lumayan", *["Baik"] * 8, n=3)).headers["Location"]
    h = klien_isi.buka(lagi)
    assert "pernah diimpor" in h.teks()
    assert "1 kuesioner siap disimpan" in klien_isi.kirim(lagi, isian(h), 200).teks()


def test_bare_numbers_of_questions_ask_for_their_order(klien_isi: Klien, alamat: str):
    kepala = ["Tanggal", *[f"U{i}" for i in range(1, 10)]]
    petakan = unggah(klien_isi, alamat, ekspor.csv_bita([kepala, ["2022-05-04", *range(1, 5), *range(1, 5), 4]])).headers[
        "Location"
    ]
    h = klien_isi.buka(petakan)
    h = klien_isi.kirim(petakan, isian(h), 422)
    assert "Nyatakan urutan U8 dan U9" in h.teks(h.menurut_id("urutan"))
    assert "1 kuesioner siap disimpan" in klien_isi.kirim(petakan, isian(h) | {"urutan": "kuesioner"}, 200).teks()


def test_every_refusal_is_listed_with_its_place_and_nothing_can_be_stored(klien_isi: Klien, alamat: str, db: Engine):
    h = sampai_periksa(
        klien_isi, alamat, ekspor.csv_bita([KEPALA, ["2022-05-04", "x", 9, *[4] * 8, ""], ["2021-05-04", "x", *[4] * 9, ""]])
    )
    baris = h.baris("masalah")
    assert [b[1:4] for b in baris] == [["2", "persyaratan", "9"], ["3", "Tanggal", "2021-05-04"]]
    assert "Simpan" not in [h.teks(b) for b in h.semua("button")]
    ubah, data = tombol(h, "Ubah pemetaan")
    kembali = klien_isi.kirim(ubah, data, 200)
    assert kembali.menurut_id("k0").tag == "select"
    with db.connect() as koneksi:
        assert koneksi.execute(text("SELECT count(*) FROM jawaban")).scalar_one() == 0


def test_one_date_for_the_whole_file_overrules_what_it_says(klien_isi: Klien, alamat: str):
    isi = ekspor.csv_bita([[*UNSUR], [4] * 9])
    assert "tidak memuat tanggal" in sampai_periksa(klien_isi, alamat, isi).teks()
    assert "siap disimpan" in sampai_periksa(klien_isi, alamat, isi, tanggal_semua="2022-06-01").teks()


def test_an_import_is_taken_back_with_a_reason_and_restored(klien_isi: Klien, alamat: str):
    h = sampai_periksa(klien_isi, alamat, berkas())
    tujuan, data = tombol(h, "Simpan")
    klien_isi.mentah.post(tujuan, data=data)
    tujuan, data = tombol(klien_isi.buka(alamat), "Sisihkan")
    klien_isi.mentah.post(tujuan, data={**data, "alasan": "x"})
    assert "paling sedikit" in klien_isi.buka(alamat).teks()
    klien_isi.mentah.post(tujuan, data={**data, "alasan": "Berkas bulan lain"})
    h = klien_isi.buka(alamat)
    assert "Dibatalkan: Berkas bulan lain" in h.teks()
    tujuan, data = tombol(h, "Pulihkan")
    klien_isi.mentah.post(tujuan, data=data)
    assert "kembali dihitung" in klien_isi.buka(alamat).teks()


def test_the_same_file_again_is_told_before_and_after(klien_isi: Klien, alamat: str, db: Engine):
    for _ in range(2):
        h = sampai_periksa(klien_isi, alamat, berkas())
        if "sudah diimpor" not in h.teks():
            simpan = tombol(h, "Simpan")
        klien_isi.mentah.post(simpan[0], data=simpan[1])
    assert "tidak ada yang ditambahkan" in klien_isi.buka(alamat).teks()


def test_a_file_that_is_gone_or_of_another_unit_leads_back_to_the_list(app, db: Engine, klien_isi: Klien, alamat: str):
    petakan = unggah(klien_isi, alamat, berkas()).headers["Location"]
    lain = id_upp(db, "Kecamatan Satu")
    for satu in (f"{alamat}/{'0' * 64}", re.sub(r"/unit/\d+/", f"/unit/{lain}/", petakan)):
        jawaban = klien_isi.mentah.get(satu)
        assert (jawaban.status_code, jawaban.headers["Location"].endswith("/survei/impor")) == (303, True)
    operator = masuk_sebagai(app, db, Peran.OPERATOR_UPP, lain)
    assert operator.mentah.get(petakan).status_code == 404


@pytest.mark.parametrize(("nama", "isi"), [("a.xlsx", b"bukan"), ("a.csv", b"satu"), ("a.pdf", b"%PDF-1.4"), ("a.csv", b"")])
def test_a_file_that_is_none_is_refused_beside_the_field(klien_isi: Klien, alamat: str, nama: str, isi: bytes):
    jawaban = unggah(klien_isi, alamat, isi, nama)
    h = klien_isi.periksa(alamat, jawaban, 422)
    assert h.teks(h.menurut_id("berkas-galat")).endswith(".")


def test_long_and_hostile_headers_are_shown_as_text(klien_isi: Klien, alamat: str):
    judul = '<script>alert("x")</script> & ' + "a" * 300
    petakan = unggah(klien_isi, alamat, ekspor.csv_bita([["Tanggal", judul, *UNSUR], ["2022-05-04", "<b>", *[4] * 9]])).headers[
        "Location"
    ]
    assert judul[:40] in klien_isi.buka(petakan).teks()
