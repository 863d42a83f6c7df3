"""Own Word templates on the web: uploaded, examined, put to use and released; what is wrong is told whole; every file is a download."""

from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine, text

from rtl_tracker.domain.jenis_dokumen import TABEL_JENIS, JenisDokumen
from rtl_tracker.domain.peran import Peran
from rtl_tracker.reports.templat_sendiri.acuan import acuan_jenis, jenis_bertemplat
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.usecases.kelola_templat import templat_berlaku
from tests.reports.templat_sendiri.ubahan import bawaan, ubah
from tests.web.akun import masuk_sebagai
from tests.web.halaman import Halaman, Klien

ISIAN, DAFTAR = "/templat/unggah/tahunan", "/templat"
KELIRU = (("[[metode]]", "[[metoda]]"), ("{{ subjudul }}", "{{ sub_judul | upper }}"), ("[[logo]]", "Logo"))


def unggah(klien: Klien, isi: bytes | None, nama: str = "Kop: <b> & logo.docx") -> Any:
    """What the form is answered with."""
    data: dict[str, Any] = {"csrf_token": klien.buka(ISIAN).csrf()}
    if isi is not None:
        data["berkas"] = (BytesIO(isi), nama)
    return klien.mentah.post(ISIAN, data=data, content_type="multipart/form-data")


def hasil(klien: Klien, isi: bytes) -> Halaman:
    """The page of findings after an upload."""
    jawaban = unggah(klien, isi)
    assert jawaban.status_code == 303, jawaban.text[:500]
    return klien.buka(jawaban.headers["Location"])


def tekan(klien: Klien, halaman: Halaman, tombol: str) -> Halaman:
    """The page after the button of this beginning was pressed."""
    borang = next(f for f in halaman.semua("form") if halaman.teks(f).startswith(tombol))
    jawaban = klien.mentah.post(str(borang.get("action")), data={"csrf_token": halaman.csrf()})
    assert jawaban.status_code == 303
    return klien.buka(jawaban.headers["Location"])


def tombol(halaman: Halaman) -> list[str]:
    """The buttons of the page's own part."""
    return [halaman.teks(b) for b in halaman.semua("main")[0].iter("button")]


def kartu(halaman: Halaman, jenis: JenisDokumen) -> str:
    """What the list says of a kind."""
    return halaman.teks(halaman.menurut_id(jenis.value))


def jejak(db: Engine) -> list[tuple[str, str]]:
    """Kinds and notes of the events."""
    with db.connect() as koneksi:
        return [(str(j), str(c)) for j, c in koneksi.execute(text("SELECT jenis, catatan FROM jejak ORDER BY nomor"))]


def banyak(db: Engine) -> int:
    """How many templates are kept."""
    with db.connect() as koneksi:
        return int(koneksi.execute(text("SELECT count(*) FROM templat_word")).scalar_one())


def test_a_sound_template_is_put_to_use_and_released_again(klien: Klien, db: Engine):
    isi = ubah(("Tahun {{ tahun }}", "TAHUN {{ tahun }}"))
    halaman = hasil(klien, isi)
    assert halaman.teks(halaman.semua("h1")[0]) == "Kop_ _b_ & logo.docx"
    assert "Dapat dipakai. Semua bidang, penanda, dan gaya dikenal" in halaman.teks()
    assert "Berlaku templat bawaan." in kartu(klien.buka(DAFTAR), JenisDokumen.TAHUNAN)
    dipakai = tekan(klien, halaman, "Pakai templat ini")
    assert "Berlaku Kop_ _b_ & logo.docx, diunggah Akun Organisasi 1, " in kartu(dipakai, JenisDokumen.TAHUNAN)
    with session_tulis(db) as session:
        assert templat_berlaku(session, JenisDokumen.TAHUNAN) == isi
    assert tombol(klien.buka(halaman.alamat)) == ["Kembali ke templat bawaan Laporan tahunan"]
    dilepas = tekan(klien, dipakai, "Kembali ke templat bawaan")
    assert "Berlaku templat bawaan." in kartu(dilepas, JenisDokumen.TAHUNAN)
    assert [j for j, _ in jejak(db)] == ["templat_diunggah", "templat_dipakai", "templat_dilepas"]


def test_all_findings_are_told_at_once_and_a_template_with_errors_has_no_way_to_be_used(klien: Klien):
    halaman = hasil(klien, ubah(*KELIRU))
    temuan = [halaman.teks(li) for li in halaman.semua("li") if "temuan" in str(li.get("class"))]
    assert [t.split()[0] for t in temuan] == ["galat", "galat", "galat", "peringatan"]
    assert any("{{ sub_judul | upper }} memakai saringan" in t for t in temuan)
    assert any("penanda [[metoda]] tidak dikenal; mungkin maksudnya [[metode]]." in t for t in temuan)
    assert tombol(halaman) == []
    daftar = klien.buka(DAFTAR)
    assert "Kop_ _b_ & logo.docx: 3 galat, 1 peringatan." in kartu(daftar, JenisDokumen.TAHUNAN)
    assert tombol(daftar) == []
    jawaban = klien.mentah.post(f"{halaman.alamat}/pakai", data={"csrf_token": klien.buka(ISIAN).csrf()})
    ditolak = klien.buka(jawaban.headers["Location"])
    assert "belum dapat dipakai: " in ditolak.teks()
    assert "Berlaku templat bawaan." in kartu(ditolak, JenisDokumen.TAHUNAN)


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        (None, "Pilih berkas templat lebih dahulu."),
        (b"", "Berkas templat kosong; pilih berkas .docx yang berisi."),
        (b"bukan dokumen", "Berkas yang diunggah bukan dokumen Word; simpan templat sebagai .docx, lalu unggah kembali."),
        (b"PK\x03\x04" + b"0" * 10_000_000, "Berkas templat lebih besar dari 10 MB; perkecil gambar di dalamnya"),
    ],
    ids=["nothing", "empty", "no document", "too large"],
)
def test_a_file_that_cannot_be_kept_is_refused_beside_the_form_of_the_same_kind(
    klien: Klien, db: Engine, isi: bytes | None, kalimat: str
):
    halaman = klien.periksa(ISIAN, unggah(klien, isi), 422)
    assert kalimat in halaman.teks(halaman.menurut_id("berkas-galat"))
    assert halaman.teks(halaman.semua("h1")[0]) == "Unggah templat: Laporan tahunan"
    assert [str(f.get("action")) for f in halaman.semua("main")[0].iter("form")] == [ISIAN]
    assert banyak(db) == 0


def test_the_examination_takes_no_lock_of_the_database(klien: Klien, db: Engine):
    data = {"csrf_token": klien.buka(ISIAN).csrf(), "berkas": (BytesIO(ubah(("<w:body>", "<w:body"))), "rusak.docx")}
    with session_tulis(db):  # a request that wanted the writer's lock now would end as an error after 15 seconds
        jawaban = klien.mentah.post(ISIAN, data=data, content_type="multipart/form-data")
    klien.periksa(ISIAN, jawaban, 422)


def test_the_guides_name_every_field_marker_and_style_of_their_kinds(klien: Klien):
    for jenis in jenis_bertemplat():
        halaman, acuan = klien.buka(f"/templat/bidang/{jenis.value}"), acuan_jenis(jenis)
        bidang, penanda = halaman.baris("tabel-bidang"), halaman.baris("tabel-penanda")
        assert [b[0] for b in bidang] == [f"{{{{ {nama} }}}}" for nama in acuan.bidang]
        assert {p[0]: p[3] for p in penanda} == {f"[[{n}]]": "ya" if n in acuan.wajib else "tidak" for n in acuan.penanda}
        assert [p[0][2:-2] for p in penanda if p[-1] == "rebah"] == [nama for nama in acuan.penanda if nama in acuan.rebah]
        assert all(sel for baris in [*bidang, *penanda] for sel in baris)
        assert "{{" not in "".join(sel for p in penanda for sel in p)
        assert set(acuan.gaya) <= {halaman.teks(c) for c in halaman.semua("code")}


def test_templates_leave_the_program_as_downloads_only_each_with_its_event(klien: Klien, db: Engine):
    isi = ubah(*KELIRU)
    halaman = hasil(klien, isi)
    for alamat, nama, diharap in (
        (f"{halaman.alamat}/berkas", "Kop_ _b_ & logo.docx", isi),
        ("/templat/bawaan/tahunan", "templat-tahunan.docx", bawaan()),
    ):
        jawaban = klien.mentah.get(alamat)
        assert (jawaban.status_code, jawaban.data) == (200, diharap)
        assert jawaban.headers["Content-Disposition"].startswith("attachment; ")
        assert jawaban.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert jawaban.headers["Cache-Control"] == "no-store"
        assert jejak(db)[-1] == ("ekspor", nama)


def test_a_stored_file_that_was_altered_is_not_handed_out_and_the_list_says_so(klien: Klien, db: Engine):
    halaman = hasil(klien, ubah(*KELIRU))
    with db.begin() as koneksi:
        koneksi.execute(text("UPDATE templat_word SET isi = :isi"), {"isi": b"lain"})
    jawaban = klien.mentah.get(f"{halaman.alamat}/berkas")
    assert jawaban.status_code == 303
    assert "berubah sejak diperiksa" in klien.buka(jawaban.headers["Location"]).teks()
    assert [j for j, _ in jejak(db)] == ["templat_diunggah"]


def test_a_template_or_kind_that_is_not_there_is_not_found(klien: Klien):
    for alamat in ("7", "unggah/rekap", "bidang/rekap", "bawaan/rekap", "bidang/lain"):
        klien.buka(f"/templat/{alamat}", 404)


def test_only_who_may_manage_templates_is_led_to_them(klien_isi: Klien, app: Flask, db: Engine):
    alamat = "/tahun/2022/dokumen"
    assert klien_isi.buka(alamat).tautan("Templat Word") == DAFTAR
    inspektur = masuk_sebagai(app, db, Peran.INSPEKTUR)
    assert "Templat Word" not in inspektur.buka(alamat).teks()
    inspektur.buka(DAFTAR, 403)


def test_the_list_names_every_kind_that_has_a_template_and_no_other(klien: Klien):
    halaman = klien.buka(DAFTAR)
    nama = [halaman.teks(h) for h in halaman.semua("h3")]
    assert nama == [TABEL_JENIS[jenis].nama for jenis in jenis_bertemplat()]
    assert TABEL_JENIS[JenisDokumen.REKAP].nama not in nama
