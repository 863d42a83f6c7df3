"""The register of media over the web: hostile files are refused, originals are downloads, nothing is shown to strangers."""

from io import BytesIO

import pytest
from flask import Flask
from openpyxl import load_workbook
from PIL import Image
from sqlalchemy import Engine, text
from werkzeug.test import TestResponse

from rtl_tracker.config import Settings
from rtl_tracker.domain.peran import Peran
from tests.storage import contoh_berkas as contoh
from tests.usecases.isi_publikasi import terbitkan
from tests.web.akun import id_upp, masuk_sebagai
from tests.web.halaman import Klien

TAHUN = 2022
INSTANSI = f"/tahun/{TAHUN}/publikasi/TAHUNAN/media"
TAUTAN = "https://contoh.go.id/ikm?a=1&b=<2>"
ALASAN = "Tautannya sudah tidak ada."
JAHAT = {
    "html": (contoh.HTML, "foto.jpg"),
    "exe": (contoh.EXE, "foto.png"),
    "svg": (contoh.SVG, "foto.svg"),
    "bom gambar": (contoh.png_raksasa(60_000, 60_000), "foto.png"),
    "pdf bersandi": (contoh.pdf_bersandi(), "a.pdf"),
    "word": (contoh.docx(), "a.docx"),
    "excel": (contoh.xlsx(), "a.pdf"),
    "kosong": (b"", "a.pdf"),
    "besar": (contoh.pdf() + bytes(10_000_000), "a.pdf"),
}


@pytest.fixture
def operator(klien_isi: Klien, app: Flask, db: Engine) -> Klien:
    return masuk_sebagai(app, db, Peran.OPERATOR_UPP, id_upp(db, "Kecamatan Satu"))


@pytest.fixture
def alamat(operator: Klien, db: Engine) -> str:
    return f"/unit/{id_upp(db, 'Kecamatan Satu')}/{TAHUN}/TAHUNAN/publikasi"


def kirim(klien: Klien, alamat: str, berkas: tuple[bytes, str] | None = None, **isi: str) -> TestResponse:
    data = {"csrf_token": klien.buka(alamat).csrf(), "tanggal": "2023-01-15", "media": "papan_pengumuman", **isi}
    return klien.mentah.post(alamat, data=data | ({"berkas": (BytesIO(berkas[0]), berkas[1])} if berkas else {}))


def banyak(db: Engine, settings: Settings) -> tuple[int, int]:
    """(rows, files)."""
    with db.connect() as koneksi:
        baris = koneksi.execute(text("SELECT count(*) FROM media_publikasi")).scalar_one()
    return baris, len([b for b in settings.folder_bukti.rglob("*") if b.is_file()]) if settings.folder_bukti.exists() else 0


def test_a_photograph_is_shown_as_a_copy_and_downloaded_as_it_was(operator: Klien, alamat: str):
    foto = contoh.foto_bergps()
    assert kirim(operator, alamat, (foto, "papan.jpg"), keterangan='Papan "depan" <1>').status_code == 303
    h = operator.buka(alamat)
    (gambar,) = h.semua("img")
    assert (gambar.get("src"), gambar.get("alt")) == ("/media/1/gambar/320", 'Foto publikasi: Papan "depan" <1>')
    unduhan = operator.mentah.get("/media/1/berkas")
    assert unduhan.data == foto
    assert unduhan.headers["Content-Disposition"].startswith("attachment")
    assert unduhan.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    salinan = operator.mentah.get("/media/1/gambar/320")
    assert contoh.MEREK not in salinan.data
    with Image.open(BytesIO(salinan.data)) as gambar_baru:
        assert dict(gambar_baru.getexif()) == {}
    operator.buka("/media/1/gambar/5000", 404)


@pytest.mark.parametrize("jahat", JAHAT.values(), ids=JAHAT)
def test_a_hostile_file_is_refused_with_a_sentence_and_what_was_typed_stays(
    operator: Klien, alamat: str, db: Engine, settings: Settings, jahat: tuple[bytes, str]
):
    h = operator.periksa(alamat, kirim(operator, alamat, jahat, keterangan="Papan & <depan>"), 422)
    assert h.menurut_id("keterangan").get("value") == "Papan & <depan>"
    assert h.teks(h.menurut_id("berkas-galat"))
    assert banyak(db, settings) == (0, 0)


@pytest.mark.parametrize(
    ("isi", "bidang"),
    [
        ({"tanggal": "2099-01-01", "tautan": TAUTAN}, "tanggal"),
        ({"tanggal": "31 Juni", "tautan": TAUTAN}, "tanggal"),
        ({"media": "", "tautan": TAUTAN}, "media"),
        ({"media": "lain", "tautan": TAUTAN}, "media"),
        ({"tautan": ""}, "tautan"),
        ({"tautan": "javascript:alert(1)"}, "tautan"),
        ({"tautan": f"https://contoh.go.id/{'x' * 2000}"}, "tautan"),
        ({"tautan": TAUTAN, "keterangan": "x" * 501}, "keterangan"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(
    operator: Klien, alamat: str, db: Engine, settings: Settings, isi: dict[str, str], bidang: str
):
    h = operator.periksa(alamat, kirim(operator, alamat, **isi), 422)
    assert h.teks(h.menurut_id(f"{bidang}-galat"))
    assert banyak(db, settings) == (0, 0)


def test_a_link_tells_the_other_site_nothing(operator: Klien, alamat: str):
    kirim(operator, alamat, tautan=TAUTAN)
    (tautan,) = [a for a in operator.buka(alamat).semua("a") if str(a.get("href")).startswith("https://contoh")]
    assert str(tautan.get("rel")).split() == ["noopener", "noreferrer", "nofollow", "external"]


def test_a_day_before_the_end_of_the_survey_is_stored_with_a_notice(operator: Klien, alamat: str):
    kirim(operator, alamat, tautan=TAUTAN, tanggal="2022-07-01")
    assert "mendahului akhir masa survei periode ini (31 Desember 2022)" in operator.buka(alamat).teks()


def test_an_entry_is_called_off_with_a_reason_and_stays_to_be_seen(operator: Klien, alamat: str):
    kirim(operator, alamat, tautan=TAUTAN)
    token = operator.buka(alamat).csrf()
    operator.mentah.post("/media/1/batal", data={"csrf_token": token, "alasan": "x"})
    assert "Tulis alasan pembatalan" in operator.buka(alamat).teks()
    operator.mentah.post("/media/1/batal", data={"csrf_token": token, "alasan": ALASAN})
    teks = operator.buka(alamat).teks()
    assert f"Dibatalkan. {ALASAN}" in teks
    assert "0 jenis media berbeda" in teks


def test_the_register_of_a_unit_does_not_exist_for_another_and_needs_a_log_in(
    operator: Klien, alamat: str, app: Flask, db: Engine, klien_asing: Klien
):
    kirim(operator, alamat, (contoh.pdf(), "a.pdf"))
    asing = masuk_sebagai(app, db, Peran.OPERATOR_UPP, id_upp(db, "Badan Arsip"))
    for jalur in (alamat, "/media/1/berkas", "/media/1/gambar/320", "/media/9/berkas"):
        asing.buka(jalur, 404)
        assert "/masuk" in klien_asing.mentah.get(jalur).headers["Location"]
    token = asing.buka("/sandi").csrf()
    for jalur in (alamat, "/media/1/batal"):
        assert asing.mentah.post(jalur, data={"csrf_token": token, "alasan": ALASAN}).status_code == 404
    pembaca = masuk_sebagai(app, db, Peran.PIMPINAN)
    assert "Simpan catatan" not in pembaca.buka(alamat).teks()


def test_the_instansi_has_a_register_of_its_own(klien_isi: Klien, operator: Klien):
    assert kirim(klien_isi, INSTANSI, tautan=TAUTAN, media="situs_web").status_code == 303
    assert "Media publikasi instansi (1)" in klien_isi.buka(f"/tahun/{TAHUN}/publikasi?periode=TAHUNAN").teks()
    assert "Skor PEKPPP" not in klien_isi.buka(INSTANSI).teks()
    operator.buka(INSTANSI, 403)
    operator.buka("/media/1/berkas", 404)


def test_the_dossier_leads_to_the_register_and_follow_up_shows_the_score(
    klien_isi: Klien, operator: Klien, alamat: str, db: Engine
):
    assert operator.buka(alamat.removesuffix("/publikasi").replace("TAHUNAN", "S1")).tautan("Publikasi hasil ini dan medianya")
    for media in ("situs_web", "media_sosial"):
        kirim(operator, alamat, tautan=TAUTAN, media=media)
    terbitkan(db)
    satu = id_upp(db, "Kecamatan Satu")
    teks = klien_isi.buka(f"/tahun/{TAHUN}/tindak-lanjut/{satu}").teks()
    assert (
        "Hasil terbit pada halaman publik: Tahunan. Tercatat dengan bukti pada 2 jenis media: Situs web dan Media sosial."
        in teks
    )
    (baris,) = [b for b in klien_isi.buka(f"/tahun/{TAHUN}/tindak-lanjut").baris("tabel-upp") if "Kecamatan Satu" in b[0]]
    buku = load_workbook(BytesIO(klien_isi.mentah.get(f"/tahun/{TAHUN}/tindak-lanjut.xlsx").data))["Per UPP"]
    kepala, *isi = [b for b in buku.iter_rows(values_only=True) if "Skor PEKPPP publikasi" in b or "Kecamatan Satu" in b]
    sel = dict(zip(kepala, isi[0], strict=True))
    assert (sel["Jenis media publikasi"], sel["Skor PEKPPP publikasi"]) == (2, 2)
    assert baris[-1] == "Terbit 2 media, skor 2Situs web; Media sosial"
