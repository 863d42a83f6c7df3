"""The examination of an own template: the shipped ones and restyled ones pass; everything wrong is told at once, with place and advice."""

import re
import subprocess
import time
from os import urandom
from pathlib import Path

import pytest

from rtl_tracker.domain.jenis_dokumen import JenisDokumen
from rtl_tracker.reports.templat_sendiri.acuan import acuan_jenis, jenis_bertemplat, templat_bawaan
from rtl_tracker.reports.templat_sendiri.keterangan import keterangan_bidang
from rtl_tracker.reports.templat_sendiri.periksa import periksa_templat, telaah_templat
from rtl_tracker.reports.templat_sendiri.temuan_templat import PALING_BANYAK, HasilPeriksa, dari_json
from tests.reports.templat_sendiri.ubahan import GAYA, HUBUNGAN, bagian, bawaan, dengan, medan, paket, ubah
from tests.storage.contoh_berkas import png

TAHUNAN = JenisDokumen.TAHUNAN
KALIMAT = re.compile(r"^[A-Z].*[a-z].*\.$", re.DOTALL)


def telaah(isi: bytes) -> HasilPeriksa:
    """The examination without trials; every finding must be a sentence."""
    hasil = telaah_templat(TAHUNAN, isi)
    assert [m.kalimat for m in hasil.masalah if not KALIMAT.match(m.kalimat)] == []
    return hasil


def kalimat(isi: bytes) -> str:
    """All findings in one text."""
    return "\n".join(m.kalimat for m in telaah(isi).masalah)


@pytest.mark.parametrize("jenis", jenis_bertemplat())
def test_every_shipped_template_stands_full_empty_and_nasty_data(jenis: JenisDokumen):
    berkas = templat_bawaan(jenis)
    assert berkas is not None
    assert periksa_templat(jenis, berkas.read_bytes()).masalah == ()


@pytest.mark.parametrize("jenis", jenis_bertemplat())
def test_every_field_of_a_shipped_template_is_described_with_an_example(jenis: JenisDokumen):
    bidang = keterangan_bidang(jenis)
    assert [nama for nama, _, _ in bidang] == list(acuan_jenis(jenis).bidang)
    assert all(arti and contoh for _, arti, contoh in bidang)


def test_a_kind_asks_for_what_its_shipped_template_has():
    acuan = acuan_jenis(TAHUNAN)
    assert acuan.penanda["metode"] == "Metode"
    assert {"tabel_besar", "lampiran_matriks"} <= acuan.rebah
    assert {"daftar_isi", "logo"}.isdisjoint(acuan.wajib)
    assert "nip_penandatangan" in acuan.bidang


def test_only_where_the_sheet_of_the_notice_board_belongs_are_its_styles_needed():
    perlu = {jenis: any(nama.startswith("lembar ") for nama in acuan_jenis(jenis).gaya) for jenis in jenis_bertemplat()}
    assert perlu == {jenis: "lembar" in acuan_jenis(jenis).penanda for jenis in perlu}
    assert not perlu[TAHUNAN]


@pytest.fixture(scope="module")
def lewat_libreoffice(soffice: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The shipped template as LibreOffice saves it."""
    folder = tmp_path_factory.mktemp("libreoffice")
    (folder / "asal.docx").write_bytes(bawaan())
    perintah = [
        soffice,
        f"-env:UserInstallation={(folder / 'profil').as_uri()}",
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
    ]
    subprocess.run([*perintah, "--outdir", folder / "jadi", folder / "asal.docx"], check=True, capture_output=True, timeout=180)
    return (folder / "jadi" / "asal.docx").read_bytes()


def test_a_template_restyled_by_an_officer_passes_with_all_trials(lewat_libreoffice: bytes):
    pecah = '<w:r><w:t>{{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t> nama_</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>instansi</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r><w:t> }}</w:t></w:r>'
    isi = bagian(ubah(("<w:t>{{ nama_instansi }}</w:t></w:r>", f"<w:t></w:t></w:r>{pecah}"), dari=lewat_libreoffice))
    isi = {n: x.replace(b'"Heading2"', b'"Judul2"').replace(b"Arial", b"Georgia") for n, x in isi.items()}
    gambar = '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata r:id="rId1"/></v:shape></w:pict></w:r></w:p></w:hdr>'
    kepala = next(n for n in isi if n.startswith("word/header"))
    isi[kepala] = isi[kepala].replace(b"</w:hdr>", gambar.encode())
    rels = isi[HUBUNGAN].decode()
    awal = rels[: rels.index("<Relationship ")]
    satu = 'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/kop.png"'
    isi[f"word/_rels/{Path(kepala).name}.rels"] = f"{awal}<Relationship {satu}/></Relationships>".encode()
    isi["word/media/kop.png"] = png("RGB")
    jenis = isi["[Content_Types].xml"].decode()
    isi["[Content_Types].xml"] = jenis.replace(
        "<Override", '<Default Extension="png" ContentType="image/png"/><Override', 1
    ).encode()
    hasil = periksa_templat(TAHUNAN, paket(isi))
    assert hasil.layak
    assert all(m.kalimat.startswith("Nomor subjudul mengikuti angka Romawi") for m in hasil.masalah)  # LibreOffice before 7.5


def test_subheadings_that_lost_their_legal_numbers_are_told():
    tanpa = ubah(("<w:isLgl/>", ""), nama="word/numbering.xml")
    assert [m.kalimat for m in telaah(tanpa).peringatan] == [
        "Nomor subjudul mengikuti angka Romawi babnya (III.2, bukan 3.2); bila tidak dikehendaki, atur di Word lewat Daftar Bertingkat, "
        "Penomoran gaya legal."
    ]


def test_all_problems_are_told_at_once_each_with_its_place():
    isi = bagian(
        ubah(
            ("Tahun {{ tahun }}", "Tahun {{ tahn }} dan {{ tahun | upper }}"),
            ("[[metode]]", "[[metoda]]"),
            ("[[saran]]", "[[saran]]</w:t></w:r></w:p><w:p><w:r><w:t>[[saran]]"),
            ("[[daftar_tabel]]", "Lihat daftar."),
        )
    )
    isi[GAYA] = (
        isi[GAYA].replace(b'<w:name w:val="Catatan"/>', b'<w:name w:val="Kecil"/>').replace(b'"Sorot"/>', b'"Nyaring"/>')
    )
    hasil = telaah(paket(isi))
    teks = "\n".join(m.kalimat for m in hasil.masalah)
    for potong in (
        "Isi dokumen, 'Tahun {{ tahn }} dan {{ tahun | upper }}': bidang 'tahn' tidak dikenal; mungkin maksudnya {{ tahun }}",
        "{{ tahun | upper }} memakai saringan, yang tidak diperbolehkan",
        "di bawah judul 'Metode', '[[metoda]]': penanda [[metoda]] tidak dikenal; mungkin maksudnya [[metode]].",
        "Penanda [[metode]] tidak ada; tulis sebagai paragraf tersendiri di bawah judul 'Metode'.",
        "penanda [[saran]] tertulis lebih dari sekali",
        "tidak memiliki gaya 'Catatan', 'Sorot'",
    ):
        assert potong in teks
    assert [m.kalimat for m in hasil.peringatan] == [
        "Penanda [[daftar_tabel]] tidak ada, sehingga bagian itu tidak dicetak; bila perlu, tulis di bawah judul 'Daftar Tabel'."
    ]
    assert dari_json(hasil.ke_json()) == hasil


def test_an_unknown_field_does_not_hide_what_only_a_trial_finds():
    isi = bagian(ubah(("{{ subjudul }}", "{{ sub_judul }}")))
    isi["word/numbering.xml"] = re.sub(rb"<w:num w.*</w:num>", b"", isi["word/numbering.xml"], flags=re.DOTALL)
    teks = [m.kalimat for m in periksa_templat(TAHUNAN, paket(isi)).galat]
    assert "bidang 'sub_judul' tidak dikenal; mungkin maksudnya {{ subjudul }}" in teks[0]
    assert all(satu.startswith("Percobaan dengan data ") for satu in teks[1:])
    assert len(teks) > 1


@pytest.mark.parametrize(
    ("ganti", "potong"),
    [
        (("[[potret]]", "potret"), "penanda [[lanskap]] tidak didahului [[potret]]"),
        (("[[lanskap]]", "lanskap"), "penanda [[potret]] tidak didahului [[lanskap]]"),
        (("[[indeks]]", "Nilai: [[indeks]]"), "penanda [[indeks]] harus sendirian"),
        (("{%p endif %}", " "), "syarat ini tidak ditutup"),
        (("{%p if subjudul %}", " "), "{%p endif %} ini tidak mempunyai"),
        (("{%p if subjudul %}", "Bila {%p if subjudul %}"), "berbagi paragraf dengan teks lain"),
    ],
)
def test_what_must_come_in_pairs_or_alone_is_named(ganti: tuple[str, str], potong: str):
    assert potong in kalimat(ubah(ganti))


@pytest.mark.parametrize(
    ("teks", "potong"),
    [
        ("{% for i in range(9) %}", "perintah 'for' tidak diperbolehkan"),
        ("{% include 'x' %}", "perintah 'include' tidak diperbolehkan"),
        ("{%p if tahun and judul %}", "perintah 'if' tidak diperbolehkan"),
        ("{{ tahun.real }}", "mengambil bagian dari bidang"),
        ("{{ tahun() }}", "memanggil fungsi"),
        ("{{ 'a' * 9 }}", "bukan sebuah nama bidang"),
        ("{# rahasia #}", "komentar {# rahasia #} tidak diperbolehkan"),
        ("{{ tahun", "tidak berpasangan"),
    ],
)
def test_any_other_command_is_refused_by_name_and_place(teks: str, potong: str):
    hasil = kalimat(dengan(teks))
    assert potong in hasil
    assert "Isi dokumen, '" in hasil


def test_a_command_where_no_paragraph_shows_it_is_refused():
    di_atribut = ubah(("<w:body>", '<w:body><w:p w:rsidR="{{ tahun }}"/>'))
    assert "di luar teks paragraf" in kalimat(di_atribut)
    terbelah = "<w:p><w:r><w:t>{</w:t><w:instrText>{ 9**9 }}</w:instrText></w:r></w:p>"
    hasil = telaah(ubah(("<w:body>", f"<w:body>{terbelah}")))
    assert not hasil.layak


@pytest.mark.parametrize(
    "teks", ["{{" * 500_000, "[[" * 500_000, "{%" * 500_000, "[[" + " " * 1_000_000, "{{" + " " * 1_000_000]
)
def test_a_paragraph_of_a_million_signs_is_read_once(teks: str):
    mulai = time.process_time()
    hasil = telaah(
        paket({**bagian(bawaan()), "word/document.xml": bagian(dengan(teks))["word/document.xml"], "isian": urandom(30_000)})
    )
    assert time.process_time() - mulai < 5
    assert hasil.layak is teks.startswith("[[")


def test_a_thousand_faults_make_a_list_that_ends():
    banyak = "".join(f"<w:p><w:r><w:t>{{{{ asing_{i} }}}}</w:t></w:r></w:p>" for i in range(1000))
    hasil = telaah(ubah(("<w:body>", f"<w:body>{banyak}")))
    assert len(hasil.masalah) == PALING_BANYAK + 1
    assert hasil.masalah[-1].kalimat.startswith("Masih ada masalah lain")


@pytest.mark.parametrize("kode", ["PAGE", "NUMPAGES", "STYLEREF 1", 'HYPERLINK "https://contoh.go.id"'])
def test_fields_that_show_something_of_the_document_may_stay(kode: str):
    assert telaah(ubah(("<w:body>", f"<w:body>{medan(kode[:2], kode[2:])}"))).layak
