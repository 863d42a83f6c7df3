import re
from dataclasses import replace
from importlib import import_module
from io import BytesIO
from zipfile import ZipFile

import pytest

from docx_templates.buat_templat import nama_garis, tulis
from rtl_tracker.reports.word.dokumen import bangun
from rtl_tracker.reports.word.elemen import Paragraf
from rtl_tracker.reports.word.galat import DokumenGagal, TemplatTidakLengkap
from rtl_tracker.resources import resource
from tests.reports.word.baca import W, part
from tests.reports.word.contoh import dokumen
from tests.reports.word.paket import periksa_paket

FOLDER = resource("docx_templates")
_PENANDA = """
kata_pengantar ringkasan daftar_isi daftar_tabel daftar_gambar latar_belakang dasar_pelaksanaan maksud_tujuan metode
jadwal_tim penyampaian responden profil_responden cara_pengumpulan indeks rekap unsur tabel_besar tren analisis saran
prioritas rtl realisasi rtl_belum dampak kesimpulan rekomendasi lampiran_matriks lampiran_pengolahan lampiran_tindak_lanjut
lampiran_bukti lampiran_temuan"""


def ubah(tmp_path, lama: str, baru: str, nama: str = "word/document.xml"):
    """A copy of the template in which one text is another."""
    tujuan = tmp_path / "ubahan.docx"
    with ZipFile(FOLDER / "tahunan.docx") as sumber, ZipFile(tujuan, "w") as arsip:
        for entri in sumber.namelist():
            isi = sumber.read(entri).decode()
            if entri == nama:
                assert lama in isi
                isi = isi.replace(lama, baru)
            arsip.writestr(entri, isi)
    return replace(dokumen({"metode": (Paragraf("x"),)}), templat=tujuan)


@pytest.mark.parametrize("nama", nama_garis())
def test_every_committed_template_is_what_its_outline_builds(nama, tmp_path):
    berkas = f"{nama.replace('_', '-')}.docx"
    tulis(tmp_path / berkas, import_module(f"docx_templates.garis.{nama}").susun())
    assert (tmp_path / berkas).read_bytes() == (FOLDER / berkas).read_bytes()
    assert periksa_paket((FOLDER / berkas).read_bytes()) == []


def test_every_template_has_an_outline():
    assert {b.stem for b in FOLDER.glob("*.docx")} == {nama.replace("_", "-") for nama in nama_garis()}


def test_the_template_has_every_marker_once_and_in_order():
    isi = ZipFile(FOLDER / "tahunan.docx").read("word/document.xml").decode()
    penanda = re.findall(r"\[\[(\w+)\]\]", isi)
    assert [nama for nama in penanda if nama not in ("lanskap", "potret")] == ["logo", "sahih", *_PENANDA.split()]


def test_every_text_is_marked_as_indonesian():
    gaya = part((FOLDER / "tahunan.docx").read_bytes(), "word/styles.xml")
    assert [satu.get(f"{W}val") for satu in gaya.iter(f"{W}lang")] == ["id-ID"]
    assert list(part(bangun(dokumen({"metode": (Paragraf("x"),)}))).iter(f"{W}lang", f"{W}proofErr")) == []


def test_missing_styles_are_named_all_at_once(tmp_path):
    rusak = ubah(tmp_path, '<w:name w:val="caption"/>', '<w:name w:val="keterangan"/>', "word/styles.xml")
    with pytest.raises(TemplatTidakLengkap, match="caption"):
        bangun(rusak)


def test_styles_are_found_by_name_when_word_translated_their_ids(tmp_path):
    terjemah = ubah(tmp_path, '"Heading2"', '"Judul2"')
    with ZipFile(terjemah.templat) as sumber:
        isi = {nama: sumber.read(nama).decode().replace('"Heading2"', '"Judul2"') for nama in sumber.namelist()}
    with ZipFile(terjemah.templat, "w") as arsip:
        for nama, teks in isi.items():
            arsip.writestr(nama, teks)
    docx = bangun(terjemah)
    assert periksa_paket(docx) == []
    assert b"Judul2" in ZipFile(BytesIO(docx)).read("word/document.xml")


def test_a_landscape_marker_without_its_end_is_an_error(tmp_path):
    with pytest.raises(TemplatTidakLengkap, match=r"\[\[lanskap\]\] pada templat Word tidak berpasangan"):
        bangun(ubah(tmp_path, "[[potret]]", "potret"))
    with pytest.raises(TemplatTidakLengkap, match=r"\[\[potret\]\] pada templat Word tidak berpasangan"):
        bangun(ubah(tmp_path, "[[lanskap]]", "lanskap"))


def test_a_broken_field_of_the_template_is_an_error_in_words(tmp_path):
    with pytest.raises(DokumenGagal, match="tidak dapat diisi"):
        bangun(ubah(tmp_path, "{{ tahun }}", "{{ tahun | terbilang }}"))


def test_a_template_cannot_reach_into_python(tmp_path):
    with pytest.raises(DokumenGagal, match="tidak dapat diisi"):
        bangun(ubah(tmp_path, "{{ tahun }}", "{{ tahun.__class__.__mro__ }}"))
