"""The pages of the queue: list, one item, confirm, return, several at once, notes; two inspectors; who may open what."""

import pytest
from flask import Flask
from sqlalchemy import Engine

from rtl_tracker.domain.peran import Peran
from rtl_tracker.domain.rtl import StatusRtl
from tests.usecases.isi_antrean import SATU, SULIT, Kantor
from tests.web.akun import masuk, masuk_sebagai
from tests.web.halaman import Halaman, Klien

S = StatusRtl
SULIT_TEKS = 'Menambah <b>loket</b> & "nomor antrean" di ruang tunggu yang panjangnya lebih dari delapan puluh huruf'


@pytest.fixture
def kantor(db: Engine) -> Kantor:
    return Kantor(db)


@pytest.fixture
def inspektur(app: Flask, db: Engine, kantor: Kantor) -> Klien:
    """Client with the first inspector logged in."""
    assert kantor.inspektur.id is not None
    return masuk(app, db, kantor.inspektur.id)


def isian(halaman: Halaman, tindakan: str, **lain: str) -> dict[str, str]:
    """The hidden fields of the form that goes to `tindakan`, with what is typed."""
    form = next(f for f in halaman.semua("form") if str(f.get("action")).split("?")[0].endswith(f"/{tindakan}"))
    tersembunyi = {str(i.get("name")): str(i.get("value")) for i in form.iter("input") if i.get("type") == "hidden"}
    return tersembunyi | lain


def putuskan(klien: Klien, rtl_id: int, tindakan: str, **lain: str):
    halaman = klien.buka(f"/antrean/{rtl_id}")
    return klien.mentah.post(f"/antrean/{rtl_id}/{tindakan}", data=isian(halaman, tindakan, **lain))


def test_an_empty_queue_says_where_items_come_from(inspektur: Klien):
    teks = inspektur.buka("/antrean").teks()
    assert "Tidak ada yang perlu diperiksa" in teks
    assert "setelah operator UPP menyatakan sebuah RTL selesai" in teks


def test_the_queue_lists_what_waits_with_how_long(inspektur: Klien, kantor: Kantor):
    kantor.lapor(SULIT_TEKS, upp_id=kantor.sulit)
    halaman = inspektur.buka("/antrean")
    (baris,) = halaman.baris("tabel-antrean")
    assert baris[0] == SULIT_TEKS
    assert baris[1] == SULIT
    assert baris[-1].endswith(" hari")
    assert "1 realisasi menunggu verifikasi Anda" in halaman.teks()


def test_a_filter_without_a_match_offers_the_way_back(inspektur: Klien, kantor: Kantor):
    kantor.lapor()
    halaman = inspektur.buka("/antrean?cari=tidakada&upp=abc&tahun=99999999999999999999")
    assert "Tidak ada realisasi yang cocok" in halaman.teks()
    assert halaman.tautan("Hapus saringan") == "/antrean"


def test_the_filter_goes_along_to_the_next_item(inspektur: Klien, kantor: Kantor):
    satu, _lain, tiga = kantor.lapor(hari=9), kantor.lapor(hari=8, upp_id=kantor.sulit), kantor.lapor("Papan", hari=7)
    jawaban = inspektur.mentah.get(f"/antrean/berikut?upp={kantor.satu}")
    assert jawaban.headers["Location"] == f"/antrean/{satu}?upp={kantor.satu}"
    halaman = inspektur.buka(jawaban.headers["Location"])
    assert "1 dari 2 yang tersaring" in halaman.teks()
    assert halaman.tautan("Berikutnya") == f"/antrean/{tiga}?upp={kantor.satu}"
    jawaban = inspektur.mentah.post(f"/antrean/{satu}/setuju?upp={kantor.satu}", data=isian(halaman, "setuju"))
    assert jawaban.headers["Location"] == f"/antrean/berikut?sesudah={satu}&upp={kantor.satu}"
    assert inspektur.mentah.get(jawaban.headers["Location"]).headers["Location"] == f"/antrean/{tiga}?upp={kantor.satu}"


def test_claim_plan_and_bukti_stand_on_one_page(inspektur: Klien, kantor: Kantor):
    rtl_id = kantor.lapor(SULIT_TEKS, upp_id=kantor.sulit, keluhan="Antre & lama", hambatan="<Hujan>")
    halaman = inspektur.buka(f"/antrean/{rtl_id}")
    rincian: dict[str, str] = {}
    for dl in halaman.semua("dl"):
        rincian |= halaman.rincian(dl)
    assert rincian["Uraian"] == "Sudah."
    assert (rincian["Pelapor"], rincian["Hambatan"], rincian["Keluhan"]) == ("Akun operator", "<Hujan>", "Antre & lama")
    assert (rincian["Unit"], rincian["Indikator"], rincian["Kegiatan"]) == (SULIT, "Antrean < 10 menit", SULIT_TEKS)
    assert halaman.tautan(f"https://contoh.go.id/bukti-{rtl_id}").startswith("https://")
    assert "Status RTL berubah dari direncanakan ke selesai" in halaman.teks()
    pintasan = {e.get("data-pintasan") for e in halaman.pohon.iter() if e.get("data-pintasan")}
    assert pintasan == {"s", "k"}


def test_a_confirmation_goes_on_to_the_next_item_and_says_so(inspektur: Klien, kantor: Kantor):
    satu, dua = kantor.lapor(hari=9), kantor.lapor("Papan", hari=7)
    jawaban = putuskan(inspektur, satu, "setuju", catatan="Cocok.")
    assert jawaban.status_code == 303
    halaman = inspektur.buka(f"/antrean/berikut?sesudah={satu}", follow_redirects=True)
    assert "Papan" in halaman.teks(halaman.semua("h1")[0])
    assert "Realisasi diverifikasi." in halaman.teks()
    assert kantor.rtl(satu).status is S.TERVERIFIKASI
    putuskan(inspektur, dua, "setuju")
    akhir = inspektur.buka(f"/antrean/berikut?sesudah={dua}", follow_redirects=True)
    assert "Tidak ada lagi realisasi yang menunggu" in akhir.teks()


def test_a_ready_made_reason_is_enough_and_free_words_are_added(inspektur: Klien, kantor: Kantor):
    satu, dua = kantor.lapor(), kantor.lapor("Papan")
    putuskan(inspektur, satu, "kembalikan", siap="tidak_terbuka", bebas="")
    putuskan(inspektur, dua, "kembalikan", siap="tanpa_keterangan", bebas="Lihat <foto> kedua.")
    assert kantor.rtl(satu).catatan_pengembalian == "Bukti tidak dapat dibuka, atau tautannya meminta masuk akun."
    assert kantor.rtl(dua).catatan_pengembalian.endswith("tempat kegiatan. Lihat <foto> kedua.")


def test_a_return_without_a_reason_keeps_what_was_typed(inspektur: Klien, kantor: Kantor):
    rtl_id = kantor.lapor()
    halaman = inspektur.buka(f"/antrean/{rtl_id}")
    jawaban = inspektur.kirim(f"/antrean/{rtl_id}/kembalikan", isian(halaman, "kembalikan", siap="", bebas="buram <x>"), 422)
    assert jawaban.teks(jawaban.menurut_id("bebas")) == "buram <x>"
    assert "paling sedikit 10 huruf" in jawaban.teks(jawaban.menurut_id("bebas-galat"))
    assert kantor.rtl(rtl_id).status is S.SELESAI


def test_the_second_inspector_sees_who_was_first_and_what_they_typed(app: Flask, db: Engine, inspektur: Klien, kantor: Kantor):
    rtl_id = kantor.lapor()
    assert kantor.inspektur_dua.id is not None
    kedua = masuk(app, db, kantor.inspektur_dua.id)
    halaman = kedua.buka(f"/antrean/{rtl_id}")
    putuskan(inspektur, rtl_id, "setuju")
    jawaban = kedua.kirim(
        f"/antrean/{rtl_id}/kembalikan", isian(halaman, "kembalikan", siap="", bebas="Foto tidak bertanggal"), 409
    )
    teks = jawaban.teks()
    assert "sudah diubah oleh Akun inspektur" in teks
    assert "Isian Anda: Foto tidak bertanggal" in teks
    assert "berstatus terverifikasi, sehingga tidak dapat diverifikasi" in teks
    assert not [f for f in jawaban.semua("form") if "/setuju" in str(f.get("action"))]
    assert kantor.rtl(rtl_id).status is S.TERVERIFIKASI


def test_a_page_opened_before_a_newer_report_may_decide_on_second_thought(inspektur: Klien, kantor: Kantor):
    rtl_id = kantor.lapor()
    halaman = inspektur.buka(f"/antrean/{rtl_id}")
    lama = isian(halaman, "kembalikan", siap="", bebas="Foto tidak bertanggal") | {"versi": "1"}
    jawaban = inspektur.kirim(f"/antrean/{rtl_id}/kembalikan", lama, 409)
    assert jawaban.teks(jawaban.menurut_id("bebas")) == "Foto tidak bertanggal"
    assert isian(jawaban, "kembalikan")["versi"] == "2"
    assert inspektur.mentah.post(f"/antrean/{rtl_id}/kembalikan", data=lama | {"versi": "2"}).status_code == 303
    assert kantor.rtl(rtl_id).status is S.DIKEMBALIKAN


@pytest.mark.parametrize("versi", ["", "x", "-1", "9" * 30])
def test_a_form_of_no_known_version_decides_nothing(inspektur: Klien, kantor: Kantor, versi: str):
    rtl_id = kantor.lapor()
    halaman = inspektur.buka(f"/antrean/{rtl_id}")
    inspektur.kirim(f"/antrean/{rtl_id}/setuju", isian(halaman, "setuju") | {"versi": versi}, 409)
    assert kantor.rtl(rtl_id).status is S.SELESAI


def test_who_reported_it_gets_no_buttons_but_the_reason(app: Flask, db: Engine, kantor: Kantor):
    rtl_id = kantor.lapor(oleh=kantor.organisasi)
    assert kantor.organisasi.id is not None
    klien = masuk(app, db, kantor.organisasi.id)
    assert "1 realisasi lain Anda laporkan atau buktikan sendiri" in klien.buka("/antrean").teks()
    halaman = klien.buka(f"/antrean/{rtl_id}")
    assert "tidak dapat diverifikasi oleh orang yang melaporkannya" in halaman.teks()
    assert not [f for f in halaman.semua("form") if "/antrean/" in str(f.get("action"))]
    token = {"csrf_token": halaman.csrf(), "versi": "2", "pilih": f"{rtl_id}:2"}
    jawaban = klien.mentah.post(f"/antrean/{rtl_id}/setuju", data=token, follow_redirects=True)
    assert "orang yang melaporkannya" in jawaban.text
    teks = klien.kirim("/antrean/sekaligus", token, 200).teks()
    assert "0 realisasi diverifikasi, 1 tidak" in teks
    assert kantor.rtl(rtl_id).status is S.SELESAI


def test_equal_items_are_confirmed_at_one_stroke(inspektur: Klien, kantor: Kantor):
    semua = [kantor.lapor("Menambah loket"), kantor.lapor("menambah LOKET."), kantor.lapor("Papan informasi")]
    halaman = inspektur.buka("/antrean")
    pilihan = [str(i.get("value")) for i in halaman.semua("input") if i.get("name") == "pilih"]
    assert pilihan == [f"{semua[0]}:2", f"{semua[1]}:2"]
    jawaban = inspektur.mentah.post("/antrean/sekaligus", data={"csrf_token": halaman.csrf(), "pilih": pilihan})
    assert (jawaban.status_code, jawaban.headers["Location"]) == (303, "/antrean")
    assert "2 realisasi diverifikasi." in inspektur.buka("/antrean").teks()
    assert [kantor.rtl(id_).status for id_ in semua] == [S.TERVERIFIKASI, S.TERVERIFIKASI, S.SELESAI]


def test_what_could_not_be_confirmed_at_one_stroke_is_named_and_the_rest_is_kept(inspektur: Klien, kantor: Kantor):
    satu, dua = kantor.lapor("Menambah <loket>"), kantor.lapor("Menambah loket")
    data = {"csrf_token": inspektur.buka("/antrean").csrf(), "pilih": [f"{satu}:1", f"{dua}:2", "x:y", "99999999999:1"]}
    halaman = inspektur.kirim("/antrean/sekaligus", data, 200)
    assert "1 realisasi diverifikasi, 1 tidak" in halaman.teks()
    assert halaman.tautan("Menambah <loket>") == f"/antrean/{satu}"
    assert (kantor.rtl(satu).status, kantor.rtl(dua).status) == (S.SELESAI, S.TERVERIFIKASI)


def test_nothing_chosen_says_what_to_do(inspektur: Klien, kantor: Kantor):
    kantor.lapor()
    token = {"csrf_token": inspektur.buka("/antrean/1").csrf()}
    halaman = Klien(inspektur.mentah).periksa(
        "/antrean/sekaligus", inspektur.mentah.post("/antrean/sekaligus", data=token, follow_redirects=True), 200
    )
    assert "Centang yang akan diverifikasi" in halaman.teks()


def test_a_note_goes_into_the_history_and_back_to_the_rtl(inspektur: Klien, kantor: Kantor):
    rtl_id = kantor.lapor()
    token = inspektur.buka(f"/antrean/{rtl_id}").csrf()
    jawaban = inspektur.mentah.post(f"/rtl/{rtl_id}/catatan", data={"csrf_token": token, "catatan": "Diperiksa di <tempat>."})
    assert (jawaban.status_code, jawaban.headers["Location"]) == (303, f"/rtl/{rtl_id}")
    teks = inspektur.buka(f"/antrean/{rtl_id}").teks()
    assert "Catatan pemeriksaan ditulis" in teks
    assert "Diperiksa di <tempat>." in teks


def test_a_note_that_is_too_long_comes_back_whole(inspektur: Klien, kantor: Kantor):
    rtl_id = kantor.lapor()
    token = inspektur.buka(f"/antrean/{rtl_id}").csrf()
    halaman = inspektur.kirim(f"/rtl/{rtl_id}/catatan", {"csrf_token": token, "catatan": "kata " * 900}, 422)
    assert "paling banyak 4.000 huruf" in halaman.teks()
    assert len(halaman.teks(halaman.menurut_id("catatan"))) == 4499


@pytest.mark.parametrize("alamat", ["/antrean", "/antrean/berikut"])
def test_the_queue_is_closed_to_units_and_heads(app: Flask, db: Engine, kantor: Kantor, alamat: str):
    masuk_sebagai(app, db, Peran.OPERATOR_UPP, kantor.satu).buka(alamat, 403)
    masuk_sebagai(app, db, Peran.PIMPINAN).buka(alamat, 403)


def test_an_item_of_another_unit_does_not_exist_for_a_stranger(app: Flask, db: Engine, kantor: Kantor):
    rtl_id = kantor.lapor()
    masuk_sebagai(app, db, Peran.OPERATOR_UPP, kantor.sulit).buka(f"/antrean/{rtl_id}", 404)
    masuk_sebagai(app, db, Peran.OPERATOR_UPP, kantor.satu).buka(f"/antrean/{rtl_id}", 403)


def test_a_plan_of_the_instansi_itself_can_be_judged_too(db: Engine, inspektur: Klien, kantor: Kantor):
    from sqlalchemy import text

    rtl_id = kantor.lapor("Pembinaan seluruh unit")
    with db.begin() as koneksi:
        koneksi.execute(text(f"UPDATE rtl SET upp_id = NULL, dilapor_pada = NULL, dilapor_oleh = NULL WHERE id = {rtl_id}"))
    halaman = inspektur.buka("/antrean")
    assert halaman.baris("tabel-antrean")[0][1] == "Instansi"
    assert "dari buku kerja" in halaman.teks()
    assert SATU not in halaman.teks(halaman.menurut_id("upp"))
    assert putuskan(inspektur, rtl_id, "setuju").status_code == 303
    assert kantor.rtl(rtl_id).status is S.TERVERIFIKASI
