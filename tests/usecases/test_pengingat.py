"""Reminders: to whom, about what, in which words; a letter only to those past the due date."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import docx
import pytest
from sqlalchemy import Engine

from rtl_tracker.domain.izin import AksesDitolak
from rtl_tracker.domain.penyampaian import Penyampaian, StatusPenyampaian
from rtl_tracker.domain.peran import Peran
from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage.penyampaian_repository import simpan_penyampaian
from rtl_tracker.storage.session import pabrik_session, session_tulis
from rtl_tracker.usecases.papan_status import SaringanPapan
from rtl_tracker.usecases.pengingat import Pengingat, TidakAdaTerlambat, susun_pengingat, susun_surat_pengingat
from tests.web.akun import id_upp, pelaku
from tests.web.instansi import NAMA_PANJANG, NAMA_SULIT, UNSUR, isi_instansi

ORGANISASI = pelaku(Peran.ORGANISASI)
ALAMAT = "https://skm.contoh.go.id"
S = StatusPenyampaian


@pytest.fixture
def db(engine_sqlite, tulis_csv) -> Engine:
    """Four units that owe every triwulan: nothing, a draft with a result, a returned dossier, one accepted late."""
    upp = [["nama", "frekuensi", "kelompok"], *[[n, "triwulan", "K"] for n in (NAMA_SULIT, NAMA_PANJANG, "Dinas C", "Dinas D")]]
    hasil = [["upp", "periode", *UNSUR, "jumlah_responden"], [NAMA_PANJANG, "TW1", *["3.00"] * 9, 30]]
    instansi = [["kunci", "nilai"], ["nama", "Pemerintah Kabupaten Uji"], ["tempat", "Uji"]]
    isi_instansi(engine_sqlite, tulis_csv("tw", upp=upp, hasil=hasil, instansi=instansi), 2022)
    lambat = datetime(2022, 4, 20, 5, tzinfo=UTC)
    with session_tulis(engine_sqlite) as session:
        for nama, isi in (
            (NAMA_PANJANG, {"status": S.DRAF}),
            ("Dinas C", {"status": S.DIKEMBALIKAN, "pertama_dikirim": lambat, "alasan_kembali": 'Unsur "waktu" kosong'}),
            ("Dinas D", {"status": S.DITERIMA, "pertama_dikirim": lambat}),
        ):
            simpan_penyampaian(session, Penyampaian(id_upp(engine_sqlite, nama), 2022, Periode.TW1, **isi))
    return engine_sqlite


def _pengingat(db: Engine, hari_ini: date = date(2022, 5, 7), **saringan) -> Pengingat:
    with pabrik_session(db)() as session:
        return susun_pengingat(session, ORGANISASI, 2022, hari_ini, SaringanPapan(**saringan), ALAMAT)


def test_whoever_still_has_something_to_do_is_reminded_and_nobody_else(db):
    p = _pengingat(db)
    assert [x.upp.nama for x in p.daftar] == [NAMA_SULIT, NAMA_PANJANG, "Dinas C"]
    assert p.bersurat == 3


def test_the_text_names_period_due_date_days_what_is_awaited_and_where(db):
    sulit, panjang, c = (x.teks for x in _pengingat(db).daftar)
    assert sulit.startswith(f"Yth. Kepala {NAMA_SULIT}\n")
    assert (
        "- Triwulan I: batas penyampaian 7 April 2022, lewat 30 hari. "
        "Yang dinantikan: hasil SKM, rencana tindak lanjut (RTL), dan pengiriman berkas."
    ) in sulit
    assert "Yang dinantikan: rencana tindak lanjut (RTL) dan pengiriman berkas." in panjang
    assert "perbaikan menurut catatan pengembalian" in c
    assert 'Catatan pengembalian: "Unsur "waktu" kosong".' in c
    assert "terlambat 13 hari ketika pertama dikirim" in c
    assert all(ALAMAT in t and t.endswith("Bagian Organisasi Pemerintah Kabupaten Uji") for t in (sulit, panjang, c))


def test_the_words_hold_no_blame(db):
    semua = " ".join([_pengingat(db).teks_grup, *(x.teks for x in _pengingat(db).daftar)]).casefold()
    assert not any(kata in semua for kata in ("lalai", "melanggar", "sanksi", "teguran", "gagal"))


def test_before_the_due_date_the_text_reminds_of_it_and_there_is_no_letter(db):
    p = _pengingat(db, date(2022, 4, 3))
    assert "batas penyampaian 7 April 2022. Yang" in p.daftar[0].teks
    assert "lewat" not in p.daftar[0].teks
    with pabrik_session(db)() as session, pytest.raises(TidakAdaTerlambat, match="Tidak ada unit"):
        susun_surat_pengingat(session, ORGANISASI, 2022, date(2022, 4, 3), SaringanPapan(cari="kelautan"), ALAMAT)


def test_before_its_time_nobody_is_reminded(db):
    p = _pengingat(db, date(2022, 3, 1), cari="kelautan")
    assert (p.daftar, p.teks_grup) == ((), "")


def test_the_message_for_the_group_lists_every_unit_once(db):
    teks = _pengingat(db, date(2022, 7, 10)).teks_grup
    assert "per 10 Juli 2022" in teks
    assert (
        f"1. {NAMA_SULIT}: Triwulan I (belum, batas penyampaian 7 April 2022, lewat 94 hari); "
        "Triwulan II (belum, batas penyampaian 7 Juli 2022, lewat 3 hari)"
    ) in teks
    assert "4. Dinas D: Triwulan II" in teks


@pytest.mark.parametrize(
    ("saringan", "banyak"),
    [
        ({"periode": Periode.TW2}, 4),
        ({"periode": Periode.TW1}, 3),
        ({"keadaan": "dikembalikan"}, 1),
        ({"keadaan": "diterima"}, 0),
    ],
)
def test_the_filter_of_the_board_chooses_whom_to_remind(db, saringan, banyak):
    p = _pengingat(db, date(2022, 7, 10), **saringan)
    assert len(p.daftar) == banyak
    assert all(len(x.sel) == 1 for x in p.daftar)


def test_the_letter_holds_only_what_is_past_its_due_date(db):
    with pabrik_session(db)() as session:
        isi = susun_surat_pengingat(session, ORGANISASI, 2022, date(2022, 7, 5), SaringanPapan(), ALAMAT)
    word = docx.Document(BytesIO(isi))
    assert [[c.text for c in t.rows[1].cells][1:4] for t in word.tables] == [
        ["Triwulan I", "7 April 2022", "89 hari"], ["Triwulan I", "7 April 2022", "89 hari"], ["Triwulan I", "7 April 2022", "13 hari"],
    ]  # fmt: skip
    assert all(len(t.rows) == 2 for t in word.tables)
    assert any("Uji, 5 Juli 2022" in p.text for p in word.paragraphs)


def test_a_nihil_draft_is_only_asked_to_be_sent(db):
    with session_tulis(db) as session:
        berkas = Penyampaian(id_upp(db, NAMA_SULIT), 2022, Periode.TW1, status=S.DRAF, nihil=True)
        simpan_penyampaian(session, berkas)
    assert "Yang dinantikan: pengiriman jawaban nihil." in _pengingat(db).daftar[0].teks


def test_the_inspector_looks_but_sends_no_reminders(db):
    with pabrik_session(db)() as session, pytest.raises(AksesDitolak):
        susun_pengingat(session, replace(ORGANISASI, peran=Peran.INSPEKTUR), 2022, date(2022, 5, 7), SaringanPapan(), ALAMAT)
