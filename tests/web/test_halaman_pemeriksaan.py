"""The page Pemeriksaan: findings with their place, filters, explanations, Excel; who sees which of them."""

import subprocess
import sys
from io import BytesIO

import pytest
from flask import Flask
from openpyxl import load_workbook
from sqlalchemy import Engine, text

from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.peran import Peran
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.usecases import halaman_pemeriksaan
from rtl_tracker.usecases.temuan_tahun import TemuanTahun, muat_temuan_tahun
from rtl_tracker.web.shared.masuk_kini import hari_ini
from tests.web.akun import id_upp, masuk_sebagai
from tests.web.halaman import Halaman, Klien
from tests.web.hitung_query import hitung_query
from tests.web.instansi import NAMA_PANJANG, NAMA_SULIT, TulisCsv, instansi_kecil

TAHUN = 2022
ALAMAT = f"/tahun/{TAHUN}/pemeriksaan"
ALASAN = "Nilai dibulatkan pada laporan cetak."
SATU = "Kecamatan Satu"


@pytest.fixture
def id_(db: Engine, tulis_csv: TulisCsv) -> dict[str, int]:
    """The small instansi; ids of its units by name. The printed S2 of Kecamatan Satu does not follow from its unsur."""
    instansi_kecil(db, tulis_csv, TAHUN)
    return {n: id_upp(db, n) for n in (SATU, NAMA_SULIT, NAMA_PANJANG, "Badan Arsip", "Dinas Perhubungan")}


@pytest.fixture
def operator(app: Flask, db: Engine, id_: dict[str, int]) -> Klien:
    """Client with the operator of Kecamatan Satu logged in."""
    return masuk_sebagai(app, db, Peran.OPERATOR_UPP, id_[SATU])


def tahun_kini(db: Engine) -> TemuanTahun:
    with session_tulis(db) as session:
        return muat_temuan_tahun(session, TAHUN, hari_ini())


def salah_ikm(db: Engine, upp_id: int) -> Temuan:
    return next(t for t in tahun_kini(db).temuan if t.aturan == "IKM-01" and t.upp_id == upp_id)


def kartu(halaman: Halaman) -> list[str]:
    return [halaman.teks(li) for li in halaman.semua("li") if str(li.get("class") or "").startswith("temuan ")]


def kelompok(halaman: Halaman) -> list[str]:
    return [halaman.teks(h2) for d in halaman.semua("details") if d.get("class") == "kelompok-temuan" for h2 in d.iter("h2")]


def jelaskan(klien: Klien, upp_id: int, kunci: str, alasan: str = ALASAN) -> int:
    return klien.mentah.post(f"/unit/{upp_id}/pemeriksaan/{TAHUN}/{kunci}", data={"alasan": alasan}).status_code


@pytest.fixture(autouse=True)
def _tanpa_csrf(app: Flask) -> None:
    app.config["WTF_CSRF_ENABLED"] = False


def test_an_empty_database_says_when_findings_appear(klien: Klien):
    assert "Belum ada data yang tersimpan" in klien.buka("/pemeriksaan").teks()


def test_the_newest_year_opens_with_counts_and_every_finding_with_its_figures(klien: Klien, db: Engine, id_: dict[str, int]):
    halaman = klien.buka("/pemeriksaan")
    semua = tahun_kini(db).temuan
    for t in Tingkat:
        bagian = next(s for s in halaman.semua("section") if s.get("aria-labelledby") == f"jumlah-{t.value}")
        assert f" {sum(x.tingkat is t for x in semua)} " in f"{halaman.teks(bagian)} "
    assert len(kartu(halaman)) == len(semua)
    temuan = salah_ikm(db, id_[SATU])
    satu = next(k for k in kartu(halaman) if temuan.kalimat in k)
    assert satu.startswith("galat Semester II")
    assert f"IKM: tercetak 90,12 →, seharusnya {str(temuan.seharusnya).replace('.', ',')}" in satu
    assert "IKM-01 IKM tidak sesuai nilai unsur" in satu


def test_a_finding_leads_to_the_form_and_to_the_dossier(klien: Klien, id_: dict[str, int]):
    halaman = klien.buka(f"{ALAMAT}?aturan=IKM-01&cari=satu")
    assert halaman.tautan("Ubah hasil Semester II") == f"/unit/{id_[SATU]}/{TAHUN}/S2/hasil"
    assert halaman.tautan("Buka berkas Semester II") == f"/unit/{id_[SATU]}/{TAHUN}/S2"
    for nama in ("Ubah hasil Semester II", "Buka berkas Semester II"):
        klien.buka(halaman.tautan(nama))


def test_every_link_of_a_page_leads_somewhere_for_every_role(app: Flask, db: Engine, id_: dict[str, int]):
    for peran, unit in (
        (Peran.ORGANISASI, None),
        (Peran.INSPEKTUR, None),
        (Peran.PIMPINAN, None),
        (Peran.OPERATOR_UPP, id_[SATU]),
        (Peran.PIMPINAN, id_[SATU]),
    ):
        klien = masuk_sebagai(app, db, peran, unit)
        awal = klien.mentah.get("/pemeriksaan")
        halaman = klien.buka(awal.headers["Location"] if awal.status_code == 303 else "/pemeriksaan")
        tautan = {str(a.get("href")).split("#")[0] for a in halaman.semua("a")} - {""}
        salah = {a: s for a in tautan if (s := klien.mentah.get(a).status_code) not in (200, 303)}
        assert salah == {}, peran


def test_a_locked_dossier_offers_no_form(klien: Klien, db: Engine, id_: dict[str, int]):
    with db.begin() as koneksi:
        koneksi.execute(
            text(
                "INSERT INTO penyampaian (upp_id, tahun, periode, status, nihil, alasan_nihil, catatan_kirim, alasan_kembali,"
                f" data_contoh, versi) VALUES ({id_[SATU]}, {TAHUN}, 'S2', 'diterima', false, '', '', '', false, 1)"
            )
        )
    halaman = klien.buka(f"{ALAMAT}?aturan=IKM-01&cari=satu")
    assert "Ubah hasil Semester II" not in halaman.teks()
    assert halaman.tautan("Buka berkas Semester II") == f"/unit/{id_[SATU]}/{TAHUN}/S2"


def test_a_finding_of_the_instansi_says_where_its_figure_is_mended(klien: Klien, id_: dict[str, int]):
    halaman = klien.buka(f"{ALAMAT}?aturan=IKM-07")
    assert kelompok(halaman) == ["Instansi"]
    assert "Yang tercetak untuk instansi diperbaiki pada buku kerja" in halaman.teks()
    assert halaman.tautan("Buka IKM instansi") == f"/tahun/{TAHUN}"


def test_grouped_by_rule_the_heading_tells_the_rule_and_the_card_the_unit(klien: Klien, id_: dict[str, int]):
    halaman = klien.buka(f"{ALAMAT}?kelompok=aturan&tingkat=galat")
    assert "IKM-01 IKM tidak sesuai nilai unsur" in kelompok(halaman)
    satu = next(k for k in kartu(halaman) if "90,12" in k)
    assert satu.startswith("galat Kecamatan Satu Semester II")
    uraian = [halaman.teks(d) for d in halaman.semua("details") if "Mengapa diperiksa? (IKM-01)" in halaman.teks(d)]
    assert any("IKM dihitung ulang dari kesembilan nilai unsur" in u for u in uraian)


def test_filters_keep_their_state_and_what_is_unknown_filters_nothing(klien: Klien, db: Engine, id_: dict[str, int]):
    halaman = klien.buka(f"{ALAMAT}?cari=kecamatan+satu&tingkat=galat&aturan=IKM-01&periode=S2&keadaan=belum")
    assert len(kartu(halaman)) == 1
    assert halaman.menurut_id("cari").get("value") == "kecamatan satu"
    terpilih = [o.get("value") for o in halaman.semua("option") if o.get("selected") is not None]
    assert terpilih == ["galat", "IKM-01", "S2", "belum", "upp"]
    assert halaman.tautan("Hapus saringan") == f"{ALAMAT}#daftar"
    aneh = klien.buka(f"{ALAMAT}?tingkat=x&aturan=IKM-99&periode=TW9&keadaan=y&kelompok=z&halaman=999999")
    assert len(kartu(aneh)) == len(tahun_kini(db).temuan)


def test_a_filter_that_matches_nothing_offers_the_way_back(klien: Klien, id_: dict[str, int]):
    halaman = klien.buka(f"{ALAMAT}?cari=tidak-ada")
    assert "Tidak ada temuan yang cocok" in halaman.teks()


def test_a_year_without_results_and_a_unit_without_findings_say_what_that_means(klien: Klien, db: Engine, id_: dict[str, int]):
    with db.begin() as koneksi:
        koneksi.execute(text("INSERT INTO pengaturan_tahun (tahun, isi) VALUES (2023, '{}')"))
        koneksi.execute(text("INSERT INTO upp (id, urutan, nama, nama_terlipat, kode, singkatan, jenis, kelompok, alamat, telepon,"
                             " ikut_rerata, pelaksana) VALUES (99, 99, 'Kantor Tamu', 'kantor tamu', '', '', '', '', '', '', false, '')"))  # fmt: skip
    assert "Belum ada hasil SKM tahun 2023" in klien.buka("/tahun/2023/pemeriksaan").teks()
    if not tahun_kini(db).milik_unit(99):
        assert "aturan dijalankan atas data unit ini tahun 2022" in klien.buka("/unit/99/pemeriksaan?tahun=2022").teks()
    klien.buka("/tahun/1999/pemeriksaan", 404)
    klien.buka("/unit/98/pemeriksaan", 404)


def test_a_unit_sees_its_own_findings_without_the_names_of_others(operator: Klien, db: Engine, id_: dict[str, int]):
    assert operator.mentah.get("/pemeriksaan").headers["Location"] == f"/unit/{id_[SATU]}/pemeriksaan"
    halaman = operator.buka(f"/unit/{id_[SATU]}/pemeriksaan?tahun={TAHUN}")
    milik = tahun_kini(db).milik_unit(id_[SATU])
    assert len(kartu(halaman)) == len(milik)
    assert all(any(t.untuk_unit in k for k in kartu(halaman)) for t in milik)
    for lain in (NAMA_SULIT, NAMA_PANJANG, "Badan Arsip", "Dinas Perhubungan"):
        assert lain not in halaman.teks()


def test_a_parent_sees_the_findings_of_the_units_below_it(app: Flask, db: Engine, id_: dict[str, int]):
    with db.begin() as koneksi:
        koneksi.execute(text(f"UPDATE upp SET induk_id = {id_['Badan Arsip']} WHERE id = {id_[SATU]}"))
    induk = masuk_sebagai(app, db, Peran.OPERATOR_UPP, id_["Badan Arsip"])
    halaman = induk.buka(f"/unit/{id_['Badan Arsip']}/pemeriksaan?tahun={TAHUN}")
    assert SATU in kelompok(halaman)
    assert jelaskan(induk, id_[SATU], salah_ikm(db, id_[SATU]).kunci) == 303
    assert len(tahun_kini(db).penjelasan) == 1


def test_strangers_get_404_and_a_unit_does_not_open_the_page_of_all(
    app: Flask, db: Engine, operator: Klien, id_: dict[str, int]
):
    kunci = salah_ikm(db, id_[SATU]).kunci
    tetangga = masuk_sebagai(app, db, Peran.OPERATOR_UPP, id_["Badan Arsip"])
    for alamat in ("pemeriksaan", "pemeriksaan.xlsx", f"pemeriksaan/{TAHUN}/{kunci}"):
        tetangga.buka(f"/unit/{id_[SATU]}/{alamat}", 404)
    assert jelaskan(tetangga, id_[SATU], kunci) == 404
    assert tetangga.mentah.post(f"/unit/{id_[SATU]}/pemeriksaan/{TAHUN}/{kunci}/cabut").status_code == 404
    for alamat in (ALAMAT, f"{ALAMAT}.xlsx", f"{ALAMAT}/{kunci}"):
        operator.buka(alamat, 403)
    assert tahun_kini(db).penjelasan == {}


def test_who_only_reads_is_offered_no_explanation(app: Flask, db: Engine, id_: dict[str, int]):
    for peran, unit in ((Peran.INSPEKTUR, None), (Peran.PIMPINAN, None), (Peran.PIMPINAN, id_[SATU])):
        klien = masuk_sebagai(app, db, peran, unit)
        halaman = klien.buka(f"/unit/{id_[SATU]}/pemeriksaan?tahun={TAHUN}")
        assert "Jelaskan" not in [halaman.teks(a) for a in halaman.semua("a")]
        assert jelaskan(klien, id_[SATU], salah_ikm(db, id_[SATU]).kunci) == 403


def test_an_explained_finding_moves_below_with_its_reason_and_comes_back(operator: Klien, db: Engine, id_: dict[str, int]):
    temuan, alamat = salah_ikm(db, id_[SATU]), f"/unit/{id_[SATU]}/pemeriksaan?tahun={TAHUN}&aturan=IKM-01"
    form = operator.buka(f"/unit/{id_[SATU]}/pemeriksaan/{TAHUN}/{temuan.kunci}?aturan=IKM-01")
    assert temuan.untuk_unit in form.teks()
    jawaban = operator.mentah.post(
        f"/unit/{id_[SATU]}/pemeriksaan/{TAHUN}/{temuan.kunci}?aturan=IKM-01", data={"alasan": ALASAN}
    )
    assert jawaban.headers["Location"] == alamat
    halaman = operator.buka(alamat)
    assert "Penjelasan disimpan." in halaman.teks()
    assert "dan 1 sudah dijelaskan" in halaman.teks()
    assert kelompok(halaman) == ["Sudah dijelaskan"]
    assert ALASAN in kartu(halaman)[0]
    assert "Semua temuan yang cocok sudah dijelaskan" in halaman.teks()
    assert kartu(operator.buka(f"{alamat}&keadaan=belum")) == []
    assert len(kartu(operator.buka(f"{alamat}&keadaan=sudah"))) == 1
    cabut = next(str(f.get("action")) for f in halaman.semua("form") if "/cabut" in str(f.get("action")))
    assert operator.mentah.post(cabut).headers["Location"] == alamat
    assert kelompok(operator.buka(alamat)) == [SATU]
    with db.connect() as koneksi:
        jejak = koneksi.execute(text("SELECT jenis, catatan FROM jejak ORDER BY nomor DESC LIMIT 2")).all()
    assert [tuple(j) for j in jejak] == [("penjelasan_dicabut", ALASAN), ("temuan_dijelaskan", ALASAN)]


def test_a_short_reason_comes_back_with_its_words(operator: Klien, db: Engine, id_: dict[str, int]):
    alamat = f"/unit/{id_[SATU]}/pemeriksaan/{TAHUN}/{salah_ikm(db, id_[SATU]).kunci}"
    halaman = operator.kirim(alamat, {"alasan": "<b>pend"}, 422)
    assert halaman.teks(halaman.menurut_id("alasan")) == "<b>pend"
    assert "paling sedikit 10 huruf" in halaman.teks()
    assert tahun_kini(db).penjelasan == {}


def test_what_is_no_present_finding_leads_back_with_a_sentence(operator: Klien, db: Engine, id_: dict[str, int]):
    alamat = f"/unit/{id_[SATU]}/pemeriksaan/{TAHUN}/{'0' * 32}"
    asing = next(t.kunci for t in tahun_kini(db).temuan if t.upp_id != id_[SATU])
    for tujuan, metode in ((alamat, "GET"), (alamat, "POST"), (alamat.replace("0" * 32, asing), "POST")):
        jawaban = operator.mentah.open(tujuan, method=metode, data={"alasan": ALASAN} if metode == "POST" else None)
        assert (jawaban.status_code, jawaban.headers["Location"]) == (303, f"/unit/{id_[SATU]}/pemeriksaan?tahun={TAHUN}")
        assert "Temuan ini tidak ada lagi" in operator.buka(jawaban.headers["Location"]).teks()
    assert operator.mentah.post(f"{alamat}/cabut").status_code == 303
    assert tahun_kini(db).penjelasan == {}


def test_the_second_of_two_is_told_who_explained_it(operator: Klien, klien: Klien, db: Engine, id_: dict[str, int]):
    kunci = salah_ikm(db, id_[SATU]).kunci
    assert jelaskan(operator, id_[SATU], kunci) == 303
    assert jelaskan(klien, id_[SATU], kunci, "Alasan yang kedua.") == 303
    assert "sudah dijelaskan oleh Akun Operator upp" in klien.buka(ALAMAT).teks()
    assert tahun_kini(db).penjelasan[kunci].alasan == ALASAN
    halaman = klien.buka(f"/unit/{id_[SATU]}/pemeriksaan/{TAHUN}/{kunci}")
    assert ALASAN in halaman.teks()
    assert not halaman.semua("textarea")


def test_bagian_organisasi_explains_a_finding_of_the_instansi(klien: Klien, db: Engine, id_: dict[str, int]):
    temuan = next(t for t in tahun_kini(db).temuan if t.upp_id is None)
    alamat = f"{ALAMAT}/{temuan.kunci}?kelompok=aturan"
    klien.buka(alamat)
    jawaban = klien.mentah.post(alamat, data={"alasan": ALASAN})
    assert jawaban.headers["Location"] == f"{ALAMAT}?kelompok=aturan"
    assert klien.mentah.post(f"{ALAMAT}/{temuan.kunci}/cabut").status_code == 303
    assert tahun_kini(db).penjelasan == {}


def test_who_came_from_the_page_of_a_unit_goes_back_there(klien: Klien, id_: dict[str, int]):
    halaman = klien.buka(f"/unit/{id_[SATU]}/pemeriksaan?tahun={TAHUN}&aturan=IKM-01")
    jawaban = klien.mentah.post(halaman.tautan("Jelaskan"), data={"alasan": ALASAN})
    assert jawaban.headers["Location"] == f"/unit/{id_[SATU]}/pemeriksaan?tahun={TAHUN}&aturan=IKM-01"


def test_names_and_reasons_with_html_signs_stay_text(klien: Klien, db: Engine, id_: dict[str, int]):
    with db.begin() as koneksi:
        koneksi.execute(text("UPDATE upp SET nama = '<script>alert(1)</script> & \"A\"' WHERE nama = 'Kecamatan Satu'"))
    assert jelaskan(klien, id_[SATU], salah_ikm(db, id_[SATU]).kunci, "<img src=x onerror=alert(1)>") == 303
    halaman = klien.buka(f"{ALAMAT}?aturan=IKM-01")
    assert '<script>alert(1)</script> & "A"' in halaman.teks()
    assert "<img src=x onerror=alert(1)>" in halaman.teks()


def test_many_findings_are_read_page_by_page(klien: Klien, db: Engine, id_: dict[str, int], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(halaman_pemeriksaan, "PER_HALAMAN", 2)
    semua = len(tahun_kini(db).temuan)
    assert semua > 2
    pertama = klien.buka(f"{ALAMAT}?kelompok=aturan")
    kedua = klien.buka(pertama.tautan("Halaman berikutnya"))
    assert (len(kartu(pertama)), len(kartu(kedua))) == (2, min(2, semua - 2))
    assert set(kartu(pertama)).isdisjoint(kartu(kedua))
    assert klien.buka(f"{ALAMAT}?kelompok=aturan&halaman=-3").teks() == pertama.teks()


def test_the_findings_are_computed_once_while_the_data_stay_the_same(klien: Klien, db: Engine, id_: dict[str, int]):
    klien.buka(ALAMAT)
    with hitung_query() as query:
        klien.buka(f"{ALAMAT}?kelompok=aturan")
    assert [q for q in query if "hasil" in q or "penjelasan" in q] == []
    assert jelaskan(klien, id_[SATU], salah_ikm(db, id_[SATU]).kunci) == 303
    assert "dan 1 sudah dijelaskan" in klien.buka(ALAMAT).teks()


def test_the_excel_file_holds_what_the_filter_leaves_with_its_explanations(klien: Klien, db: Engine, id_: dict[str, int]):
    with db.begin() as koneksi:
        koneksi.execute(text("UPDATE upp SET nama = '=1+1 & <Satu>' WHERE nama = 'Kecamatan Satu'"))
    assert jelaskan(klien, id_[SATU], salah_ikm(db, id_[SATU]).kunci, "@SUM(A1) memang demikian") == 303
    jawaban = klien.mentah.get(f"{ALAMAT}.xlsx?aturan=IKM-01")
    assert jawaban.status_code == 200
    assert jawaban.headers["Content-Disposition"].startswith("attachment; filename=pemeriksaan-2022-per-20")
    lembar = load_workbook(BytesIO(jawaban.data))["Temuan"]
    isi = [[sel.value for sel in baris] for baris in lembar.iter_rows()]
    kepala = ["Aturan", "Tingkat", "UPP", "Layanan", "Periode", "Bidang", "Tercetak", "Seharusnya", "Kalimat", "Penjelasan"]
    awal = isi.index(kepala)
    assert "Saringan: aturan IKM-01 IKM tidak sesuai nilai unsur" in [b[0] for b in isi[:awal]]
    baris = isi[awal + 1 :]
    assert len(baris) == sum(t.aturan == "IKM-01" for t in tahun_kini(db).temuan)
    satu = next(b for b in baris if b[2] == "=1+1 & <Satu>")
    assert [satu[0], satu[1], satu[4], satu[5], satu[6]] == ["IKM-01", "galat", "Semester II", "IKM", "90,12"]
    assert satu[9].startswith("@SUM(A1) memang demikian (Akun Organisasi 1, ")
    rumus = [sel for b in lembar.iter_rows() for sel in b if sel.data_type == "f"]
    assert rumus == []
    with db.connect() as koneksi:
        jejak = koneksi.execute(text("SELECT jenis, catatan FROM jejak ORDER BY nomor DESC LIMIT 1")).one()
    assert jejak.jenis == "ekspor"
    assert "saringan: aturan IKM-01" in jejak.catatan


def test_the_excel_file_of_a_unit_names_no_other_unit(operator: Klien, db: Engine, id_: dict[str, int]):
    jawaban = operator.mentah.get(f"/unit/{id_[SATU]}/pemeriksaan.xlsx?tahun={TAHUN}")
    lembar = load_workbook(BytesIO(jawaban.data))["Temuan"]
    teks = " ".join(str(sel.value) for baris in lembar.iter_rows() for sel in baris if sel.value)
    assert lembar["A1"].value == f"Pemeriksaan tahun {TAHUN}, {SATU}"
    assert all(t.untuk_unit in teks for t in tahun_kini(db).milik_unit(id_[SATU]))
    assert not [n for n in (NAMA_SULIT, NAMA_PANJANG, "Badan Arsip") if n in teks]


def test_what_makes_files_is_not_loaded_with_the_application():
    kode = "import sys, rtl_tracker.app; print(sorted({'openpyxl', 'docx', 'rtl_tracker.usecases.unduh_pemeriksaan'} & set(sys.modules)))"
    hasil = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True)
    assert hasil.stdout.strip() == "[]"
