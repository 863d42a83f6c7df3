"""Bukti: what a link must look like, how the same link is found, what a file may be called."""

import pytest

from rtl_tracker.domain.bukti import (
    MIME,
    Bukti,
    BuktiDitolak,
    JenisBukti,
    TipeBerkas,
    bergambar,
    kunci_tautan,
    nama_aman,
    nama_sebut,
    periksa_tautan,
    peringatan_tautan,
)

PDF, JPG = TipeBerkas.PDF, TipeBerkas.JPG
TERTIB_KANAN_KE_KIRI = "\u202e"


def test_a_bukti_is_called_by_its_caption_else_its_link_else_its_file_name():
    tautan = Bukti(1, 1, JenisBukti.TAUTAN, tautan="https://a.id", keterangan="Foto loket")
    assert tautan.sebutan == "Foto loket"
    assert Bukti(1, 1, JenisBukti.TAUTAN, tautan="https://a.id").sebutan == "https://a.id"
    assert Bukti(1, 1, JenisBukti.BERKAS, nama_berkas="daftar hadir.pdf").sebutan == "daftar hadir.pdf"


def test_every_type_has_a_mime_and_only_photos_are_pictures():
    assert set(MIME) == set(TipeBerkas)
    assert {t for t in TipeBerkas if bergambar(t)} == {JPG, TipeBerkas.PNG}


@pytest.mark.parametrize(
    "tautan",
    [
        "https://drive.google.com/file/d/1aB/view?usp=sharing#x",
        "HTTP://Dinsos.Bengkayangkab.go.id:8080/berita",
        "https://bücher.go.id/",
        "http://8.8.8.8/foto",
        "https://[2606:4700:4700::1111]/foto",
        "https://nama_situs.go.id/",
        "https://instagram.com/p/@dinas",
    ],
)
def test_a_whole_web_address_is_taken_as_it_was_written(tautan):
    assert periksa_tautan(f"  {tautan}\n") == tautan


@pytest.mark.parametrize(
    ("tautan", "kata"),
    [
        ("", "Pilih berkas"),
        ("javascript:alert(1)", "http:// atau https://"),
        ("java\tscript:alert(1)", "huruf yang tidak terlihat"),
        ("data:text/html,<script>", "http:// atau https://"),
        ("ftp://a.go.id/x", "http:// atau https://"),
        ("drive.google.com/x", "http:// atau https://"),
        ("C:/Users/foto.jpg", "http:// atau https://"),
        ("https:foto.go.id", "alamat situs yang lengkap"),
        ("https:///foto", "alamat situs yang lengkap"),
        ("https://a.go.id/foto loket.jpg", "spasi"),
        ("https://a.go.id/\u202egpj", "tidak terlihat"),
        ("https://a.go.id\\@jahat.id/", "garis miring terbalik"),
        ("https://nama:sandi@a.go.id/", "nama pengguna"),
        ("https://a.go.id@jahat.id/", "nama pengguna"),
        ("https://a.go.id/" + "x" * 2000, "terlalu panjang"),
        ("https://a.go.id:99999/", "tidak terbaca"),
        ("https://a.go.id:0/", "tidak terbaca"),
        ("https://[::1/", "tidak terbaca"),
        ("https://a..id/", "tidak sah"),
        ("https://<b>.id/", "alamat situs yang lengkap"),
        ("https://%6cocalhost.id/", "alamat situs yang lengkap"),
    ],
)
def test_what_is_no_web_address_is_refused_with_a_sentence(tautan, kata):
    with pytest.raises(BuktiDitolak, match=kata):
        periksa_tautan(tautan)


@pytest.mark.parametrize(
    "host",
    [
        "localhost", "localhost.", "LOCALHOST:8000", "server", "printer.local", "skp.intranet", "nas.home.arpa", "127.0.0.1", "10.1.2.3",
        "192.168.1.1", "172.16.0.1", "169.254.1.1", "0.0.0.0", "224.0.0.1", "127.1", "2130706433", "0x7f.0.0.1", "0177.0.0.1",
        "１２７.０.０.１", "127。0。0。1", "[::1]", "[fe80::1]", "[fd00::1]", "[::ffff:127.0.0.1]",
    ],
)  # fmt: skip
def test_what_only_this_computer_or_an_inner_network_reaches_is_refused_in_every_spelling(host):
    with pytest.raises(BuktiDitolak):
        periksa_tautan(f"http://{host}/foto")


def test_a_shortener_is_noticed_and_nothing_else_is():
    assert "pemendek bit.ly" in peringatan_tautan("https://www.BIT.ly/abc")
    assert "pemendek s.id" in peringatan_tautan("http://s.id/loket")
    assert peringatan_tautan("https://habit.ly/abc") is None
    assert peringatan_tautan("https://a.go.id:99999/") is None
    assert peringatan_tautan("") is None


@pytest.mark.parametrize(
    "lain",
    [
        "HTTPS://Drive.Google.com/file/d/1aB?id=7",
        "https://drive.google.com:443/file/d/1aB/?id=7",
        "https://drive.google.com./file/d/1aB?id=7#halaman-2",
        "https://drive.google.com/file/d/1aB?utm_source=wa&id=7&UTM_medium=x",
        "https://drive.google.com/file/d/1aB?id=7&usp=sharing&fbclid=z",
    ],
)
def test_the_same_link_is_found_in_another_spelling(lain):
    assert kunci_tautan(lain) == "https://drive.google.com/file/d/1aB?id=7"


@pytest.mark.parametrize(
    "lain",
    ["https://a.id/x?id=8", "https://a.id/X?id=7", "https://b.id/x?id=7", "https://a.id:81/x?id=7", "http://a.id/x?id=7"],
)
def test_another_link_is_another_one(lain):
    assert kunci_tautan(lain) != kunci_tautan("https://a.id/x?id=7")


@pytest.mark.parametrize(
    "teks", ["", "Foto kegiatan", "http://a.id:99999/", "https://[::1/", "https://" + "a" * 70 + ".id", "mailto:a@b.id"]
)
def test_what_is_no_link_is_its_own_key(teks):
    assert kunci_tautan(f" {teks} ") == teks


def test_one_host_in_two_alphabets_has_one_key():
    assert kunci_tautan("https://bücher.id/a") == kunci_tautan("https://xn--bcher-kva.id/a/")
    assert kunci_tautan("http://[2606:4700::11]:80/") == "http://[2606:4700::11]"


@pytest.mark.parametrize(
    ("nama", "tipe", "aman"),
    [
        ("Berita Acara.PDF", PDF, "Berita Acara.pdf"),
        ("foto.png", JPG, "foto.jpg"),
        ("foto.jpeg", JPG, "foto.jpg"),
        ("Surat No. 12", PDF, "Surat No. 12.pdf"),
        ("../../etc/passwd", PDF, "passwd.pdf"),
        ("C:\\fakepath\\foto loket.jpg", JPG, "foto loket.jpg"),
        (f"daftar{TERTIB_KANAN_KE_KIRI}fdp.exe", PDF, "daftarfdp.pdf"),
        ('a"; filename="x.exe\r\nSet-Cookie: a=1.pdf', PDF, "a__ filename=_x.exe Set-Cookie_ a=1.pdf"),
        ("Layar 10.00\u202fAM.png", JPG, "Layar 10.00 AM.jpg"),
        (".htaccess", PDF, "htaccess.pdf"),
        ("...", PDF, "bukti.pdf"),
        (".pdf", PDF, "bukti.pdf"),
        ("", PDF, "bukti.pdf"),
        ("CON.pdf", PDF, "bukti-CON.pdf"),
        ("con .tes.pdf", PDF, "bukti-con .tes.pdf"),
        ("com¹.pdf", PDF, "bukti-com¹.pdf"),
        ("Kontrak.pdf", PDF, "Kontrak.pdf"),
        ("laporan. . .pdf", PDF, "laporan.pdf"),
    ],
)
def test_a_file_name_is_safe_on_every_system_and_ends_with_the_true_type(nama, tipe, aman):
    assert nama_aman(nama, tipe) == aman
    assert nama_aman(aman, tipe) == aman


@pytest.mark.parametrize("huruf", ["a", "é", "字", "😀"])
def test_a_long_name_is_cut_to_what_a_file_system_takes(huruf):
    aman = nama_aman(huruf * 300 + ".docx", TipeBerkas.DOCX)
    assert len(aman) <= 100
    assert len(aman.encode()) <= 255
    assert aman == huruf * (len(aman) - 5) + ".docx"


def test_a_sentence_quotes_a_name_on_one_line_without_what_is_not_seen():
    assert nama_sebut(f"/tmp/dua\nbaris{TERTIB_KANAN_KE_KIRI}.pdf") == "dua baris.pdf"
    assert nama_sebut("x" * 500) == "x" * 79 + "…"
