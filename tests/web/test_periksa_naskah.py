"""An edited text examined on its page: wrong words marked in their sentence, nothing stored, what was pasted stays."""

import pytest
from sqlalchemy import Engine, text

from tests.web.halaman import Halaman, Klien

ALAMAT = "/tahun/2022/naskah"
BENAR = "IKM Kecamatan Satu pada Semester I sebesar 80,00 dengan mutu B (Baik)."
SALAH = "IKM Kecamatan Satu pada Semester I sebesar 81,00 dengan mutu A (Sangat Baik)."


def _kirim(klien: Klien, naskah: str, status: int = 200, **lain: str) -> Halaman:
    return klien.kirim(ALAMAT, {"csrf_token": klien.buka(ALAMAT).csrf(), "teks": naskah, **lain}, status)


def test_a_right_sentence_is_left_alone_and_stays_in_the_form(klien_isi: Klien):
    halaman = _kirim(klien_isi, BENAR)
    assert "Tidak ada temuan." in halaman.teks()
    (isian,) = halaman.semua("textarea")
    assert BENAR in (isian.text or "")


def test_wrong_words_are_marked_in_their_sentence_with_what_should_stand_there(klien_isi: Klien):
    halaman = _kirim(klien_isi, f"{BENAR}\r\n\r\n{SALAH}")
    assert [halaman.teks(m).rstrip(")") for m in halaman.semua("mark")] == ["81,00", "A (Sangat Baik"]
    (kutipan, *_) = halaman.semua("blockquote")
    assert halaman.teks(kutipan) == SALAH
    assert "Seharusnya: 80,00" in halaman.teks()


@pytest.mark.parametrize(
    ("naskah", "kata"), [("", "Tempelkan naskahnya lebih dahulu."), ("x" * 200_001, "Naskah terlalu panjang")]
)
def test_no_text_or_too_much_of_it_is_said_in_a_sentence(klien_isi: Klien, naskah: str, kata: str):
    assert kata in _kirim(klien_isi, naskah, 422).teks()


def test_nothing_of_a_text_is_stored(klien_isi: Klien, db: Engine):
    _kirim(klien_isi, f"{SALAH} <script>alert(1)</script>")
    with db.connect() as koneksi:
        assert koneksi.execute(text("SELECT count(*) FROM naskah_tercetak")).scalar_one() == 0


def test_an_unknown_year_has_no_page_and_an_unknown_unit_is_the_instansi(klien_isi: Klien):
    klien_isi.buka("/tahun/2031/naskah", 404)
    _kirim(klien_isi, BENAR, unit="999999")
    _kirim(klien_isi, BENAR, 422, periode="TW9")
