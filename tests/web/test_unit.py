"""The operator's pages: result, plan, sending, realisasi; and what another unit or role gets instead."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest
from flask import Flask
from sqlalchemy import Engine, text

from rtl_tracker.app import create_app
from rtl_tracker.config import Settings
from rtl_tracker.domain.peran import Peran
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.jobs import Antrean
from tests.web.akun import id_upp, masuk_sebagai
from tests.web.halaman import Halaman, Klien
from tests.web.instansi import TulisCsv, instansi_kecil

TAHUN = 2022


@dataclass
class Panggung:
    """A small instansi with an operator of one unit and Bagian Organisasi."""

    operator: Klien
    organisasi: Klien
    upp_id: int
    db: Engine

    def alamat(self, akhir: str = "", periode: str = "TAHUNAN") -> str:
        """Address of a dossier of the unit."""
        return f"/unit/{self.upp_id}/{TAHUN}/{periode}{akhir}"

    def kirim(
        self, alamat: str, isi: dict[str, str], status: int = 303, oleh: Klien | None = None, asal: str = ""
    ) -> Halaman | None:
        """Fill and send the form of a page; the answering page where there is one."""
        klien = oleh or self.operator
        data = {"csrf_token": klien.buka(asal or alamat).csrf(), **isi}
        jawaban = klien.mentah.post(alamat, data=data)
        assert jawaban.status_code == status, jawaban.get_data(as_text=True)[:3000]
        return None if status == 303 else klien.periksa(alamat, jawaban, status)

    def satu(self, perintah: str) -> object:
        """One value from the database."""
        with self.db.connect() as koneksi:
            return koneksi.execute(text(perintah)).scalar()


@pytest.fixture
def p(app: Flask, db: Engine, tulis_csv: TulisCsv) -> Panggung:
    instansi_kecil(db, tulis_csv, TAHUN)
    upp_id = id_upp(db, "Badan Arsip")
    return Panggung(masuk_sebagai(app, db, Peran.OPERATOR_UPP, upp_id), masuk_sebagai(app, db, Peran.ORGANISASI), upp_id, db)


def _nilai(dasar: str = "3,20", **lain: str) -> dict[str, str]:
    return {u.value: lain.get(u.value, dasar) for u in Unsur} | {"skala": "nrr", "jumlah_responden": "40", "versi": "0"}


def test_a_result_typed_by_hand_is_ranked_classed_and_owes_its_rtl(p: Panggung):
    p.kirim(p.alamat("/hasil"), _nilai(waktu="2,50", biaya="2,50"))
    halaman = p.operator.buka(p.alamat())
    baris = halaman.baris("unsur")
    assert [b[0] for b in baris[:3]] == ["1", "1", "3"]
    assert "Waktu penyelesaian" in baris[0][1]
    assert baris[0][4] == "D (Tidak Baik)"
    assert baris[0][5].startswith("wajib")
    assert "76,11" in halaman.teks()


def test_a_form_with_mistakes_comes_back_with_everything_typed_and_a_sentence_per_field(p: Panggung):
    isi = _nilai(waktu="4,5", biaya="tiga") | {"jumlah_responden": "", "metode": "Daring & <cetak>"}
    halaman = p.kirim(p.alamat("/hasil"), isi, 422)
    assert halaman is not None
    assert "Nilai harus 1 sampai 4" in halaman.teks()
    assert "Isian bukan bilangan" in halaman.teks()
    assert "Jumlah responden wajib diisi" in halaman.teks()
    assert halaman.menurut_id("metode").get("value") == "Daring & <cetak>"
    assert p.satu(f"SELECT count(*) FROM hasil WHERE upp_id = {p.upp_id}") == 0
    assert p.satu("SELECT count(*) FROM penyampaian") == 0


def test_the_second_of_two_editors_of_a_result_is_told_who_was_first_and_loses_nothing(p: Panggung):
    p.kirim(p.alamat("/hasil"), _nilai())
    p.kirim(p.alamat("/hasil"), _nilai("3,30") | {"versi": "1"}, oleh=p.organisasi)
    halaman = p.kirim(p.alamat("/hasil"), _nilai("3,40") | {"versi": "1"}, 409)
    assert halaman is not None
    assert "sudah diubah oleh" in halaman.teks()
    assert halaman.menurut_id("waktu").get("value") == "3,40"
    assert "3,30" in halaman.teks()
    assert p.satu(f"SELECT versi FROM hasil WHERE upp_id = {p.upp_id}") == 2
    versi = str(halaman.menurut_id("versi").get("value"))
    p.kirim(p.alamat("/hasil"), _nilai("3,40") | {"versi": versi})
    assert p.satu(f"SELECT versi FROM hasil WHERE upp_id = {p.upp_id}") == 3


def _berkas_lengkap(p: Panggung) -> None:
    p.kirim(p.alamat("/hasil"), _nilai(waktu="2,50", biaya="2,60", produk="2,70"))
    for unsur in ("waktu", "biaya", "produk"):
        isi = {
            "unsur": unsur,
            "kegiatan": f"Menata ulang {unsur} pelayanan",
            "penanggung_jawab": "Sekretaris",
            "tenggat": "2099-06-30",
            "versi": "0",
        }
        p.kirim(p.alamat(f"/rtl/tambah?unsur={unsur}"), isi)


def test_a_dossier_goes_out_comes_back_with_a_reason_and_is_locked_once_accepted(p: Panggung):
    _berkas_lengkap(p)
    p.kirim(p.alamat("/kirim"), {"catatan": ""}, asal=p.alamat())
    id_ = p.satu("SELECT id FROM penyampaian")
    p.kirim(f"/penyampaian/{id_}/kembalikan", {"alasan": "Tenggat belum masuk akal"}, oleh=p.organisasi, asal=p.alamat())
    assert "Tenggat belum masuk akal" in p.operator.buka(f"/unit/{p.upp_id}").teks()
    p.kirim(p.alamat("/kirim"), {"catatan": ""}, asal=p.alamat())
    p.kirim(f"/penyampaian/{id_}/terima", {}, oleh=p.organisasi, asal=p.alamat())
    assert p.satu("SELECT status FROM penyampaian") == "diterima"
    rtl = p.satu("SELECT min(id) FROM rtl WHERE upp_id = " + str(p.upp_id))
    isi = {"unsur": "waktu", "kegiatan": "Mengganti janji yang lama", "versi": "1"}
    data = {"csrf_token": p.operator.buka(p.alamat()).csrf(), **isi}
    assert p.operator.mentah.post(f"/rtl/{rtl}/ubah", data=data).status_code == 409
    assert "Menata ulang" in str(p.satu(f"SELECT kegiatan FROM rtl WHERE id = {rtl}"))


def test_warnings_need_a_note_and_a_missing_result_blocks_sending(p: Panggung):
    assert "Belum dapat dikirim" in p.operator.buka(p.alamat()).teks()
    p.kirim(p.alamat("/hasil"), _nilai())
    halaman = p.kirim(p.alamat("/kirim"), {"catatan": "pendek"}, 422, asal=p.alamat())
    assert halaman is not None
    assert "Masih ada peringatan" in halaman.teks()
    assert halaman.teks(halaman.menurut_id("catatan")) == "pendek"
    p.kirim(p.alamat("/kirim"), {"catatan": "RTL menyusul setelah rapat unit"}, asal=p.alamat())
    assert p.satu("SELECT status FROM penyampaian") == "dikirim"


def test_nihil_is_an_answer_of_its_own_with_a_reason(p: Panggung):
    p.kirim(p.alamat("/nihil"), {"alasan": "Layanan dihentikan selama renovasi"})
    halaman = p.operator.buka(p.alamat())
    assert "Layanan dihentikan selama renovasi" in halaman.teks()
    p.kirim(p.alamat("/kirim"), {"catatan": ""}, asal=p.alamat())
    assert p.satu("SELECT status || nihil FROM penyampaian") == "dikirim1"
    assert "nihil" in p.organisasi.buka(f"/tahun/{TAHUN}/upp/{p.upp_id}").teks().lower()


def _rtl_diterima(p: Panggung) -> int:
    _berkas_lengkap(p)
    p.kirim(p.alamat("/kirim"), {"catatan": ""}, asal=p.alamat())
    p.kirim(f"/penyampaian/{p.satu('SELECT id FROM penyampaian')}/terima", {}, oleh=p.organisasi, asal=p.alamat())
    return int(str(p.satu(f"SELECT min(id) FROM rtl WHERE upp_id = {p.upp_id}")))


def _lapor(p: Panggung, rtl: int, **isi: str) -> None:
    halaman = p.operator.buka(f"/rtl/{rtl}")
    p.kirim(f"/rtl/{rtl}/realisasi", {"versi": str(halaman.menurut_id("versi").get("value")), **isi}, asal=f"/rtl/{rtl}")


def test_done_needs_words_and_proof_and_keeps_what_was_written_until_then(p: Panggung):
    rtl = _rtl_diterima(p)
    _lapor(p, rtl, uraian="Dua loket dibuka", tindakan="selesai")
    assert p.satu(f"SELECT status || '|' || uraian FROM rtl WHERE id = {rtl}") == "berjalan|Dua loket dibuka"
    assert "Belum ada bukti" in p.operator.buka(f"/rtl/{rtl}").teks()
    _lapor(p, rtl, uraian="Dua loket dibuka", tautan="https://contoh.go.id/foto", tindakan="selesai")
    assert p.satu(f"SELECT status FROM rtl WHERE id = {rtl}") == "selesai"


def test_not_done_needs_reason_strategy_and_date_and_is_carried_into_the_next_period(p: Panggung):
    rtl = _rtl_diterima(p)
    versi = str(p.satu(f"SELECT versi FROM rtl WHERE id = {rtl}"))
    halaman = p.kirim(
        f"/rtl/{rtl}/tidak-dilaksanakan", {"alasan": "Anggaran dialihkan", "versi": versi}, 422, asal=f"/rtl/{rtl}"
    )
    assert halaman is not None
    assert "Anggaran dialihkan" in halaman.teks()
    isi = {
        "alasan": "Anggaran dialihkan",
        "strategi": "Diusulkan pada perubahan anggaran",
        "tenggat": "2099-12-31",
        "penanggung_jawab": "Kepala",
    }
    p.kirim(f"/rtl/{rtl}/tidak-dilaksanakan", {**isi, "versi": versi}, asal=f"/rtl/{rtl}")
    assert p.satu(f"SELECT tahun || periode || status FROM rtl WHERE asal_id = {rtl}") == f"{TAHUN + 1}TAHUNANdirencanakan"
    assert "Menata ulang waktu" in p.operator.buka(f"/unit/{p.upp_id}/{TAHUN + 1}/TAHUNAN").teks()


def test_every_change_of_an_rtl_stands_in_its_history(p: Panggung):
    rtl = _rtl_diterima(p)
    _lapor(p, rtl, uraian="Rapat persiapan", tindakan="simpan")
    _lapor(p, rtl, uraian="Loket dibuka", tautan="https://contoh.go.id/foto", tindakan="selesai")
    jenis = [
        j
        for (j,) in p.db.connect().execute(text(f"SELECT jenis FROM jejak WHERE objek='rtl' AND objek_id={rtl} ORDER BY nomor"))
    ]
    assert jenis == ["rtl_ditambah", "kemajuan_dicatat", "bukti_ditambah", "rtl_berubah_status"]


def test_a_plan_is_written_beside_the_plan_of_the_period_before(p: Panggung, app: Flask, db: Engine):
    satu = id_upp(db, "Kecamatan Satu")
    operator = masuk_sebagai(app, db, Peran.OPERATOR_UPP, satu)
    halaman = operator.buka(f"/unit/{satu}/{TAHUN}/S2/rtl/tambah?unsur=waktu")
    assert "Menambah loket <cepat>" in halaman.teks()


@pytest.mark.parametrize("akhir", ["", "/hasil", "/impor", "/nihil", "/rtl/tambah?unsur=waktu"])
def test_pages_of_a_unit_say_nothing_to_another_unit(p: Panggung, app: Flask, db: Engine, akhir: str):
    lain = masuk_sebagai(app, db, Peran.OPERATOR_UPP, id_upp(db, "Kecamatan Satu"))
    asing = lain.buka(p.alamat(akhir), 404).teks()
    tidak_ada = lain.buka(p.alamat(akhir).replace(f"/unit/{p.upp_id}/", "/unit/9999/"), 404).teks()
    assert asing == tidak_ada


def test_an_operator_reaches_the_units_under_his_own(p: Panggung, app: Flask, db: Engine):
    induk = masuk_sebagai(app, db, Peran.OPERATOR_UPP, id_upp(db, "Dinas Perhubungan"))
    anak = p.satu(f"SELECT id FROM upp WHERE induk_id = {id_upp(db, 'Dinas Perhubungan')}")
    induk.buka(f"/unit/{anak}")
    induk.buka(f"/unit/{p.upp_id}", 404)


@pytest.mark.parametrize(
    "alamat",
    ["/unit/1/1999/TW1", "/unit/1/2022/TW9", "/unit/1/99999/S1", "/rtl/99999999999999999999", "/unit/99999999999999999999"],
)
def test_addresses_that_name_no_period_do_not_exist(p: Panggung, alamat: str):
    p.organisasi.buka(alamat, 404)


def test_a_year_that_was_not_opened_takes_nothing_in(p: Panggung):
    alamat = f"/unit/{p.upp_id}/{TAHUN + 5}/TAHUNAN"
    assert "belum dibuka" in p.operator.buka(alamat).teks()
    data = {"csrf_token": p.operator.buka(p.alamat("/hasil")).csrf(), **_nilai()}
    assert p.operator.mentah.post(f"{alamat}/hasil", data=data).status_code == 409
    assert p.satu("SELECT count(*) FROM penyampaian") == 0


def test_the_front_page_of_a_unit_shows_what_is_due_and_late(p: Panggung):
    halaman = p.operator.buka(f"/unit/{p.upp_id}?tahun={TAHUN}")
    terlambat = (datetime.now(UTC).date() - date(TAHUN + 1, 1, 14)).days
    assert f"terlambat {terlambat:,} hari".replace(",", ".") in halaman.teks(halaman.menurut_id("tabel-periode"))


def test_plans_wait_on_the_front_page_of_the_unit_only_once_their_dossier_was_accepted(p: Panggung, db: Engine):
    tugas, depan = "Menata ulang waktu pelayanan", f"/unit/{p.upp_id}?tahun={TAHUN}"
    _berkas_lengkap(p)
    with db.begin() as koneksi:
        koneksi.execute(text("UPDATE rtl SET tenggat = '2023-01-31' WHERE upp_id = :upp"), {"upp": p.upp_id})
    menunggu = [p.operator.buka(depan).teks()]
    p.kirim(p.alamat("/kirim"), {"catatan": "Tenggat sudah dibahas pimpinan"}, asal=p.alamat())
    menunggu.append(p.operator.buka(depan).teks())
    assert [tugas in isi or "sudah melewati tenggat" in isi for isi in menunggu] == [False, False]
    p.kirim(f"/penyampaian/{p.satu('SELECT id FROM penyampaian')}/terima", {}, oleh=p.organisasi, asal=p.alamat())
    diterima = p.operator.buka(depan).teks()
    assert tugas in diterima
    assert "3 RTL sudah melewati tenggat." in diterima


def test_the_pages_name_the_limit_that_is_set(p: Panggung, settings: Settings, antrean: Antrean, db: Engine):
    sempit = create_app(replace(settings, max_upload_mb=3), antrean)
    operator = masuk_sebagai(sempit, db, Peran.OPERATOR_UPP, p.upp_id)
    assert "Paling besar 3 MB." in operator.buka(p.alamat("/impor")).teks()
    rtl = operator.buka(f"/rtl/{_rtl_diterima(p)}")
    assert "paling banyak 5 berkas, masing-masing paling besar 3 MB" in rtl.teks()
    assert [rtl.menurut_id("berkas").get(f"data-{nama}") for nama in ("batas", "banyak")] == ["3000000", "5"]
