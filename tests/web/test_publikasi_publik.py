"""The public pages of published results: frozen figures, kind words where there are none, the same answer for everybody."""

import csv
import json
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Engine, text

from rtl_tracker.config import Settings
from rtl_tracker.domain.peran import Peran
from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.usecases.terbitkan_hasil import tarik
from tests.usecases.isi_publikasi import KINI, TAHUN, terbitkan
from tests.web.akun import id_upp, masuk_sebagai, pelaku
from tests.web.halaman import Klien
from tests.web.hitung_query import hitung_query
from tests.web.instansi import NAMA_PANJANG, NAMA_SULIT, TulisCsv, instansi_besar, instansi_kecil

HALAMAN, SEMATAN = f"/publikasi/{TAHUN}", f"/publikasi/{TAHUN}/sematan"
ALASAN = "Nilai Kecamatan Satu keliru."
STATIS = Path("rtl_tracker/web/static")


@dataclass
class Situs:
    """The public site after a publication, seen without an account."""

    klien: Klien
    db: Engine
    satu: int
    arsip: int

    def cabut(self, nomor: int = 1) -> None:
        with session_tulis(self.db) as session:
            tarik(session, pelaku(Peran.ORGANISASI), KINI, TAHUN, Periode.TAHUNAN, nomor, ALASAN)

    def ubah_data(self) -> None:
        """The live data change; what was published must not."""
        with self.db.begin() as koneksi:
            koneksi.execute(text("UPDATE hasil SET ikm_tercetak = '95.00'"))
            koneksi.execute(text("UPDATE upp SET nama = 'Nama Baru' WHERE nama = 'Kecamatan Satu'"))


@pytest.fixture
def kosong(klien_asing: Klien, db: Engine, tulis_csv: TulisCsv) -> Situs:
    instansi_kecil(db, tulis_csv)
    return Situs(klien_asing, db, id_upp(db, "Kecamatan Satu"), id_upp(db, "Badan Arsip"))


@pytest.fixture
def situs(kosong: Situs) -> Situs:
    terbitkan(kosong.db)
    return kosong


def test_the_instansi_its_units_and_how_it_is_computed_stand_on_one_page(situs: Situs):
    h = situs.klien.buka(HALAMAN)
    teks = h.teks()
    assert "Indeks Kepuasan Masyarakat Tahun 2022 Pemerintah Kabupaten Uji & Coba" in teks
    for kata in ("78,08", "142 orang", "3 UPP", "1 Januari – 31 Desember 2022", NAMA_SULIT, NAMA_PANJANG, "85,06", "nomor 1",
                 "1 unit belum termasuk", "Badan Arsip: belum ada hasil survei pada periode ini", "PermenPANRB Nomor 14 Tahun 2017"):  # fmt: skip
        assert kata in teks, kata
    assert [h.teks(e) for e in h.semua("th") if e.get("scope") == "rowgroup"] == ["Kecamatan", "Dinas & Badan", "UPT"]


def test_a_unit_shows_its_nine_unsur_and_leads_to_the_instansi(situs: Situs):
    h = situs.klien.buka(f"{HALAMAN}/{situs.satu}")
    assert "Rata-rata dariSemester I dan Semester II" in h.teks()
    assert "Waktu penyelesaian 65,00C Kurang Baik" in h.teks()
    assert h.tautan("Pemerintah Kabupaten Uji & Coba, Tahun 2022") == f"{HALAMAN}?periode=TAHUNAN"


def test_frozen_figures_and_names_stay_when_the_data_change(situs: Situs):
    alamat = ["/publikasi", HALAMAN, f"{HALAMAN}/{situs.satu}", SEMATAN, f"{HALAMAN}.csv", f"{HALAMAN}.json"]
    sebelum = [situs.klien.mentah.get(a).data for a in alamat]
    situs.ubah_data()
    assert [situs.klien.mentah.get(a).data for a in alamat] == sebelum


def test_units_are_searched_and_sorted_without_a_script(situs: Situs):
    def nama(jalur: str) -> list[str]:
        return [b[0] for b in _baris_unit(situs.klien, jalur)]

    assert nama(HALAMAN) == ["Kecamatan Satu", NAMA_SULIT, "Dinas Perhubungan", NAMA_PANJANG]
    assert nama(f"{HALAMAN}?urut=ikm") == ["Kecamatan Satu", NAMA_SULIT, "Dinas Perhubungan", NAMA_PANJANG]
    assert nama(f"{HALAMAN}?cari=kelautan+%26") == [NAMA_SULIT]
    assert "0 dari 4 unit memuat “tidak ada <b>”" in situs.klien.buka(f"{HALAMAN}?cari=tidak+ada+<b>").teks()
    assert nama(f"{HALAMAN}?urut=lain&periode=lain&nomor=x") == nama(HALAMAN)


def _baris_unit(klien: Klien, jalur: str) -> list[list[str]]:
    h = klien.buka(jalur)
    tabel = next(t for t in h.semua("table") if t.get("class") == "unit")
    return [
        [h.teks(s) for s in tr if s.tag in ("th", "td")]
        for tb in tabel.iter("tbody")
        for tr in tb.iter("tr")
        if len(list(tr)) > 1
    ]


def test_periods_have_pages_of_their_own_and_a_unit_opens_where_it_is_published(situs: Situs):
    terbitkan(situs.db, periode=Periode.S1)
    h = situs.klien.buka(f"{HALAMAN}?periode=S1")
    assert "Semester I 2022" in h.teks(h.semua("h1")[0])
    assert "1 Januari – 30 Juni 2022" in h.teks()
    assert "Tahun 2022" in situs.klien.buka(HALAMAN).teks()
    assert h.tautan("Semester I") == f"{HALAMAN}?periode=S1"


def test_an_earlier_number_stays_reachable_and_says_that_it_was_replaced(situs: Situs):
    situs.ubah_data()
    terbitkan(situs.db)
    lama = situs.klien.buka(f"{HALAMAN}?periode=TAHUNAN&nomor=1")
    assert "Ini publikasi lama, nomor 1." in lama.teks()
    assert "85,06" in lama.teks()
    assert "95,00" in situs.klien.buka(HALAMAN).teks()
    situs.klien.buka(f"{HALAMAN}?periode=TAHUNAN&nomor=3", 404)


def test_a_withdrawn_publication_says_so_kindly_and_shows_no_figure(situs: Situs):
    situs.cabut()
    for alamat in (HALAMAN, f"{HALAMAN}/{situs.satu}", f"{HALAMAN}?periode=TAHUNAN&nomor=1"):
        teks = situs.klien.buka(alamat).teks()
        assert "sedang ditarik untuk diperbaiki" in teks
        assert ALASAN in teks
        assert "85,06" not in teks
    assert "sedang diperbaiki" in situs.klien.buka(SEMATAN).teks()
    for ekor in (".csv", ".json", "/lembar"):
        situs.klien.buka(f"{HALAMAN}{ekor}", 404)
    assert "belum diterbitkan" in situs.klien.buka("/publikasi").teks()


def test_where_nothing_is_published_the_page_says_so_kindly(kosong: Situs):
    for alamat in (HALAMAN, f"{HALAMAN}/{kosong.satu}", "/publikasi", SEMATAN):
        assert "belum diterbitkan" in kosong.klien.buka(alamat).teks()
    kosong.klien.buka(f"{HALAMAN}/lembar", 404)


def test_a_period_that_is_not_published_leads_to_those_of_the_year_that_are(situs: Situs):
    h = situs.klien.buka(f"{HALAMAN}/{situs.satu}?periode=S2")
    assert h.teks(h.semua("h1")[0]) == "Hasil Kecamatan Satu, Semester II 2022 belum diterbitkan"
    assert h.tautan("Lihat hasil tahun 2022 yang sudah diterbitkan") == f"{HALAMAN}/{situs.satu}"
    assert situs.klien.buka(f"{HALAMAN}?periode=S2").tautan("Lihat hasil tahun 2022 yang sudah diterbitkan") == HALAMAN


def test_a_unit_that_was_left_out_says_why_and_unknown_ones_do_not_exist(situs: Situs):
    teks = situs.klien.buka(f"{HALAMAN}/{situs.arsip}").teks()
    assert "Unit ini belum termasuk dalam hasil Tahun 2022: belum ada hasil survei pada periode ini." in teks
    for alamat in (
        "/publikasi/2019",
        "/publikasi/1999",
        f"{HALAMAN}/9999",
        f"{HALAMAN}/9999/sematan",
        f"{HALAMAN}/9999/lembar",
    ):
        situs.klien.buka(alamat, 404)


def test_open_data_hold_the_figures_of_the_page(situs: Situs):
    jawaban = situs.klien.mentah.get(f"{HALAMAN}.json")
    data = json.loads(jawaban.data)
    assert (data["hasil_instansi"]["ikm"], data["hasil_instansi"]["jumlah_responden"], data["nomor"]) == ("78.08", 142, 1)
    assert [u["nama"] for u in data["unit"]] == ["Kecamatan Satu", NAMA_SULIT, "Dinas Perhubungan", NAMA_PANJANG]
    assert data["belum_termasuk"] == [{"id": situs.arsip, "nama": "Badan Arsip", "sebab": "belum_ada_hasil"}]
    assert jawaban.headers["Access-Control-Allow-Origin"] == "*"
    baris = list(csv.DictReader(StringIO(situs.klien.mentah.get(f"{HALAMAN}.csv").get_data(as_text=True))))
    assert [(b["nama"], b["ikm"], b["waktu"]) for b in baris[:2]] == [
        ("Pemerintah Kabupaten Uji & Coba", "78.08", "67.50"), ("Kecamatan Satu", "85.06", "65.00"),
    ]  # fmt: skip
    assert (baris[-1]["nama"], baris[-1]["ikm"], baris[-1]["keterangan"]) == (
        "Badan Arsip",
        "",
        "belum ada hasil survei pada periode ini",
    )


def test_no_cell_of_the_open_data_is_a_formula(kosong: Situs):
    with kosong.db.begin() as koneksi:
        koneksi.execute(text("UPDATE upp SET nama = '=cmd|A1' WHERE nama = 'Kecamatan Satu'"))
    terbitkan(kosong.db)
    assert ",'=cmd|A1," in kosong.klien.mentah.get(f"{HALAMAN}.csv").get_data(as_text=True)


def test_the_small_page_may_be_framed_by_any_site_and_no_other_page_may(situs: Situs):
    for alamat in (SEMATAN, f"{HALAMAN}/{situs.satu}/sematan"):
        jawaban = situs.klien.mentah.get(alamat)
        assert "frame-ancestors *" in jawaban.headers["Content-Security-Policy"]
        assert "script-src" not in jawaban.headers["Content-Security-Policy"]
        assert "X-Frame-Options" not in jawaban.headers
        situs.klien.periksa(alamat, jawaban, 200)
        assert len(jawaban.data) + (STATIS / "sematan.css").stat().st_size < 20_000
    for alamat in (HALAMAN, "/publikasi", f"{HALAMAN}.csv", "/masuk"):
        jawaban = situs.klien.mentah.get(alamat)
        assert jawaban.headers["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in jawaban.headers["Content-Security-Policy"]


def test_the_page_shows_the_code_to_frame_it_escaped(situs: Situs, settings: Settings):
    h = situs.klien.buka(HALAMAN)
    assert h.menurut_id("kode-sematan").text == (
        f'<iframe src="{settings.base_url}{SEMATAN}" title="IKM Pemerintah Kabupaten Uji &amp; Coba" width="320" height="259" loading="lazy">'
        "</iframe>"
    )
    sulit = id_upp(situs.db, NAMA_SULIT)
    kode = situs.klien.buka(f"{HALAMAN}/{sulit}").menurut_id("kode-sematan").text
    assert 'title="IKM Dinas &#34;Kelautan&#34; &amp; &lt;Perikanan&gt;"' in str(kode)


def test_everybody_gets_the_same_answer_without_a_cookie_to_keep_for_a_while(situs: Situs, app: Flask):
    akun = masuk_sebagai(app, situs.db, Peran.ORGANISASI)
    with akun.mentah.session_transaction(base_url="http://localhost") as kue:
        kue["terakhir"] -= 3600
    for alamat in ("/publikasi", HALAMAN, f"{HALAMAN}/{situs.satu}", SEMATAN, f"{HALAMAN}.csv", f"{HALAMAN}.json"):
        asing, dikenal = situs.klien.mentah.get(alamat), akun.mentah.get(alamat)
        assert asing.data == dikenal.data
        for jawaban in (asing, dikenal):
            assert jawaban.headers["Cache-Control"] == "public, max-age=300"
            assert "Set-Cookie" not in jawaban.headers


def test_a_kept_page_is_asked_for_again_by_its_tag_and_a_change_changes_the_tag(situs: Situs):
    for alamat in ("/publikasi", HALAMAN, f"{HALAMAN}/{situs.satu}", SEMATAN, f"{HALAMAN}.json"):
        tanda = situs.klien.mentah.get(alamat).headers["ETag"]
        with hitung_query() as query:
            sama = situs.klien.mentah.get(alamat, headers={"If-None-Match": tanda})
        assert (sama.status_code, sama.data, sama.headers["ETag"]) == (304, b"", tanda)
        assert len([q for q in query if "publikasi" in q]) == 1
        assert ("frame-ancestors *" in sama.headers["Content-Security-Policy"]) == alamat.endswith("sematan")
    tanda = situs.klien.mentah.get(HALAMAN).headers["ETag"]
    assert situs.klien.mentah.get(f"{HALAMAN}?urut=ikm", headers={"If-None-Match": tanda}).status_code == 200
    situs.cabut()
    assert situs.klien.mentah.get(HALAMAN, headers={"If-None-Match": tanda}).status_code == 200


@pytest.mark.parametrize("banyak", [3, 60])
def test_a_public_page_asks_two_questions_however_many_units_there_are(
    klien_asing: Klien, db: Engine, tulis_csv: TulisCsv, banyak: int
):
    instansi_besar(db, tulis_csv, banyak)
    terbitkan(db)
    for alamat in (HALAMAN, f"{HALAMAN}/1", SEMATAN, f"{HALAMAN}.csv"):
        with hitung_query() as query:
            assert klien_asing.mentah.get(alamat).status_code == 200
        assert len([q for q in query if q.startswith("SELECT")]) <= 2


def test_a_page_with_sixty_units_stays_small_and_can_begin_with_the_highest(
    klien_asing: Klien, db: Engine, tulis_csv: TulisCsv
):
    instansi_besar(db, tulis_csv, 60)
    terbitkan(db)
    assert _baris_unit(klien_asing, f"{HALAMAN}?urut=ikm")[0][0] == "Kecamatan Nomor 60"
    assert _baris_unit(klien_asing, HALAMAN)[0][0] == "Kecamatan Nomor 1"
    gaya = sum((STATIS / nama).stat().st_size for nama in ("publik.css", "publikasi.css"))
    assert len(klien_asing.mentah.get(HALAMAN).data) + gaya < 60_000
    assert len(klien_asing.mentah.get(f"{HALAMAN}/1").data) + gaya < 25_000


def test_what_others_show_of_a_link_says_the_figure(situs: Situs):
    h = situs.klien.buka(f"{HALAMAN}/{situs.satu}")
    og = {str(m.get("property")): m.get("content") for m in h.semua("meta") if m.get("property")}
    assert og["og:title"] == "IKM Kecamatan Satu Tahun 2022: 85,06"
    assert og["og:description"] == "Indeks Kepuasan Masyarakat 85,06, mutu B (Baik), 100 responden."


def test_the_sheet_is_a_download_under_a_speaking_name(situs: Situs, settings: Settings):
    folder = settings.folder_laporan / f"publikasi-{TAHUN}-TAHUNAN-1"
    folder.mkdir(parents=True)
    (folder / f"{situs.satu}.pdf").write_bytes(b"%PDF-1.7 contoh")
    jawaban = situs.klien.mentah.get(f"{HALAMAN}/{situs.satu}/lembar")
    assert (jawaban.status_code, jawaban.data, jawaban.mimetype) == (200, b"%PDF-1.7 contoh", "application/pdf")
    assert "lembar-ikm-tahunan-2022-kecamatan-satu.pdf" in jawaban.headers["Content-Disposition"]
    assert jawaban.headers["Cache-Control"] == "public, max-age=300"
    assert jawaban.headers["ETag"]
    situs.klien.buka(f"{HALAMAN}/{situs.arsip}/lembar", 404)
