"""Import into a real database: all or nothing, the same again changes nothing, replacing is asked for."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier, Thread
from warnings import catch_warnings

import pytest
from sqlalchemy import MetaData, func, select, text

from rtl_tracker.domain.peran import pelaku_program
from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.session import buat_engine, pabrik_session, session_tulis
from rtl_tracker.storage.tables import HasilTabel, ImporTabel, ProfilTabel, ResponsTabel, RtlTabel, TercetakTabel, UppTabel
from rtl_tracker.usecases.hasil_tersimpan import rekap_berisi
from rtl_tracker.usecases.hitung_hasil import json_ikm, rekap_tahun
from rtl_tracker.usecases.impor_buku_kerja import impor_buku_kerja
from rtl_tracker.usecases.kelola_instansi import ubah_pengaturan_tahun
from rtl_tracker.usecases.pantau_realisasi import json_realisasi
from tests.conftest import DATA

NOW = datetime(2024, 1, 10, tzinfo=UTC)
UNSUR = ["persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "pengaduan", "sarpras"]
UPP = [["nama"], ["Dinas A"], ["Dinas B"]]


def impor(engine, folder, tahun=2023, **pilihan):
    with session_tulis(engine) as session:
        return impor_buku_kerja(session, folder, tahun, now=NOW, **pilihan)


def banyak(engine, tabel):
    with pabrik_session(engine)() as session:
        return session.scalar(select(func.count()).select_from(tabel))


def hasil(ikm="80", upp="Dinas A", periode="S1"):
    return [["upp", "periode", *UNSUR, "ikm_tercetak", "jumlah_responden"], [upp, periode, *["80"] * 9, ikm, "30"]]


def respons(*jawaban, upp="Dinas A"):
    return [["upp", "nomor_responden", "periode", *UNSUR], *[[upp, i, "TW1", *[x] * 9] for i, x in enumerate(jawaban, start=1)]]


def test_bengkayang_gives_17_of_17_printed_indices_and_the_printed_unsur(engine):
    laporan = impor(engine, DATA / "bengkayang_2021", 2021)
    assert laporan.galat == []
    with pabrik_session(engine)() as session:
        ikm = json_ikm(rekap_tahun(session, 2021))
    assert [h["ikm"] for h in ikm["hasil"]] == [h["ikm_tercetak"] for h in ikm["hasil"]]
    assert len(ikm["hasil"]) == 17
    assert (ikm["instansi"]["ikm"], ikm["instansi"]["kategori"], ikm["instansi"]["jumlah_responden"]) == ("83.38", "B", 425)
    assert {u: isi["nrr"] for u, isi in ikm["instansi"]["unsur"].items()} == {
        "persyaratan": "3.21", "prosedur": "3.20", "waktu": "2.96", "biaya": "3.60", "produk": "3.26", "kompetensi": "3.21",
        "perilaku": "3.25", "pengaduan": "3.71", "sarpras": "3.63",
    }  # fmt: skip


def test_with_one_ninth_exactly_kecamatan_lumar_changes_class(engine_sqlite):
    impor(engine_sqlite, DATA / "bengkayang_2021", 2021)
    with session_tulis(engine_sqlite) as session:
        session.execute(text("UPDATE pengaturan_tahun SET isi = json_set(isi, '$.bobot', '1/9')"))
    with pabrik_session(engine_sqlite)() as session:
        ikm = json_ikm(rekap_tahun(session, 2021))
    kelas = {"BAIK": "B", "SANGAT BAIK": "A", "KURANG BAIK": "C"}
    berubah = [(h["upp"], h["ikm"], h["kategori"]) for h in ikm["hasil"] if h["kategori"] != kelas[h["kategori_tercetak"]]]
    assert berubah == [("Kecamatan Lumar", "88.33", "A")]


def test_pontianak_gives_the_means_and_the_realisasi_of_the_city(engine):
    assert impor(engine, DATA / "pontianak_2023").galat == []
    with pabrik_session(engine)() as session:
        rekap = rekap_tahun(session, 2023)
    ikm, realisasi = json_ikm(rekap), json_realisasi(rekap, None)
    periode = ikm["instansi"]["periode"]
    assert [periode[p]["ikm"] for p in ("S1", "S2", "TAHUNAN")] == ["89.642", "90.053", "89.847"]
    per = realisasi["instansi"]["periode"]
    assert [(per[p]["dilaporkan"], per[p]["upp_dihitung"]) for p in ("S1", "S2", "TAHUNAN")] == [
        ("93.38", 31),
        ("93.90", 30),
        ("93.74", 31),
    ]
    assert per["S2"]["belum_dilaporkan"] == ["Dinas Komunikasi dan Informatika"]
    tahunan = [h for h in ikm["hasil"] if h["periode"] == "TAHUNAN"]
    assert len(tahunan) == 31
    assert {h["jenis_baris"] for h in tahunan} == {"rerata"}


@pytest.mark.parametrize(("kota", "tahun"), [("bengkayang_2021", 2021), ("pontianak_2023", 2023)])
def test_the_same_folder_again_changes_nothing(engine, kota, tahun):
    assert impor(engine, DATA / kota, tahun).berubah
    kedua = impor(engine, DATA / kota, tahun)
    assert kedua.disimpan
    assert not kedua.berubah
    assert banyak(engine, ImporTabel) == 1


def test_one_error_and_nothing_is_stored(engine, tulis_csv):
    laporan = impor(engine, tulis_csv(upp=UPP, hasil=hasil(ikm="180")))
    assert laporan.galat
    assert not laporan.disimpan
    assert banyak(engine, UppTabel) == 0


def test_checking_only_says_what_would_change_and_stores_nothing(engine, tulis_csv):
    laporan = impor(engine, tulis_csv(upp=UPP, hasil=hasil()), cek=True)
    assert laporan.diubah["hasil"] == 1
    assert not laporan.disimpan
    assert banyak(engine, UppTabel) == banyak(engine, HasilTabel) == banyak(engine, ImporTabel) == 0


def test_a_different_row_is_refused_with_its_place_until_replacing_is_asked_for(engine, tulis_csv):
    impor(engine, tulis_csv(upp=UPP, hasil=hasil()))
    laporan = impor(engine, tulis_csv(hasil=hasil(ikm="81")))
    assert [(g.lembar, g.baris) for g in laporan.galat] == [("hasil", 2)]
    assert "--ganti" in laporan.galat[0].kalimat
    assert impor(engine, tulis_csv(hasil=hasil(ikm="81")), ganti=True).diubah["hasil"] == 1
    with pabrik_session(engine)() as session:
        assert str(session.scalars(select(HasilTabel.ikm_tercetak)).one()) == "81"


def test_replacing_takes_the_rows_of_the_year_and_of_the_sheets_given_only(engine, tulis_csv):
    impor(engine, tulis_csv(upp=UPP, hasil=hasil(), respons=respons(3, 4)))
    impor(engine, tulis_csv("lalu", hasil=hasil()), tahun=2022)
    impor(engine, tulis_csv("baru", hasil=hasil(upp="Dinas B")), ganti=True)
    with pabrik_session(engine)() as session:
        tersimpan = session.execute(
            select(HasilTabel.tahun, UppTabel.nama).join(UppTabel, UppTabel.id == HasilTabel.upp_id)
        ).all()
    assert sorted(map(tuple, tersimpan)) == [(2022, "Dinas A"), (2023, "Dinas B")]
    assert banyak(engine, ResponsTabel) == 2


def test_another_period_is_added_beside_the_stored_one(engine, tulis_csv):
    impor(engine, tulis_csv(upp=UPP, hasil=hasil()))
    assert impor(engine, tulis_csv("dua", hasil=hasil(periode="S2"))).diubah["hasil"] == 1
    assert banyak(engine, HasilTabel) == 2


def test_changed_answers_of_a_stored_group_are_refused_until_replacing_is_asked_for(engine, tulis_csv):
    impor(engine, tulis_csv(upp=UPP, respons=respons(3, 4)))
    laporan = impor(engine, tulis_csv("baru", respons=respons(3, 3, 3)))
    assert [g.lembar for g in laporan.galat] == ["respons"]
    assert banyak(engine, ResponsTabel) == 2
    impor(engine, tulis_csv("baru", respons=respons(3, 3, 3)), ganti=True)
    with pabrik_session(engine)() as session:
        tabulasi = rekap_tahun(session, 2023).upp[0].hasil[Periode.TW1]
    assert (tabulasi.n, tabulasi.ikm) == (3, 75)


def test_replaced_rtl_leave_no_bukti_behind(engine, tulis_csv):
    rtl = [
        ["upp", "periode", "unsur", "kegiatan", "bukti"],
        ["Dinas A", "S1", "waktu", "Papan waktu", "https://contoh.example/a"],
    ]
    impor(engine, tulis_csv(upp=UPP, rtl=rtl))
    impor(engine, tulis_csv("baru", rtl=[rtl[0], ["Dinas A", "S1", "waktu", "Lain", ""]]), ganti=True)
    with pabrik_session(engine)() as session:
        assert session.scalars(select(RtlTabel.kegiatan)).all() == ["Lain"]
        assert session.scalar(text("SELECT count(*) FROM bukti")) == 0


def test_names_with_markup_and_eighty_letters_are_kept_as_they_are(engine, tulis_csv):
    nama = 'UPT <Pasar> & "Terminal" ' + "x" * 56
    impor(engine, tulis_csv(upp=[["nama"], [nama]]))
    with pabrik_session(engine)() as session:
        assert session.scalars(select(UppTabel.nama)).one() == nama


def test_two_imports_at_once_both_arrive_whole(engine, tulis_csv):
    folder = [
        tulis_csv(f"buku{i}", upp=[["nama"], [f"Dinas {i}"]], respons=respons(3, 4, 2, upp=f"Dinas {i}")) for i in range(4)
    ]
    galat = []

    def jalan(satu):
        try:
            impor(engine, satu)
        except Exception as kesalahan:
            galat.append(kesalahan)

    utas = [Thread(target=jalan, args=(satu,)) for satu in folder]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    assert galat == []
    assert (banyak(engine, UppTabel), banyak(engine, ResponsTabel)) == (4, 12)


def test_an_induk_in_a_circle_with_stored_units_is_refused(engine, tulis_csv):
    assert impor(engine, tulis_csv(upp=[["nama", "induk"], ["Dinas A", "Dinas B"], ["Dinas B", ""]])).galat == []
    laporan = impor(engine, tulis_csv("kedua", upp=[["nama", "induk"], ["Dinas B", "Dinas A"]]))
    assert [(g.lembar, g.baris, g.kolom) for g in laporan.galat] == [("upp", 2, "induk")]
    with pabrik_session(engine)() as session:
        assert session.scalar(select(func.count()).where(UppTabel.induk_id.is_not(None))) == 1


def test_a_workbook_without_the_column_keeps_a_unit_out_of_the_mean(engine, tulis_csv):
    impor(engine, tulis_csv(upp=[["nama", "ikut_rerata"], ["Dinas A", "tidak"], ["Dinas B", ""]]))
    assert impor(engine, tulis_csv("kedua", upp=UPP)).berubah is False
    with pabrik_session(engine)() as session:
        assert session.scalars(select(UppTabel.ikut_rerata).order_by(UppTabel.id)).all() == [False, True]


def test_a_parent_without_a_survey_is_a_mean_in_the_json_and_marked(engine, tulis_csv):
    impor(
        engine, tulis_csv(upp=[["nama", "induk"], ["Dinas A", ""], ["Dinas B", "Dinas A"]], hasil=hasil("87.5", upp="Dinas B"))
    )
    with pabrik_session(engine)() as session:
        baris = json_ikm(rekap_tahun(session, 2023), Periode.S1)["hasil"]
    assert [(b["upp"], b["jenis_baris"], b["rerata_anak"]) for b in baris] == [
        ("Dinas A", "rerata", True),
        ("Dinas B", "terukur", False),
    ]
    assert [b["ikm_tercetak"] for b in baris] == [None, "87.50"]


def test_a_refusal_names_the_unit_as_it_is_written(engine, tulis_csv):
    impor(engine, tulis_csv(upp=UPP, respons=respons("4")))
    laporan = impor(engine, tulis_csv(upp=UPP, respons=respons("3")))
    assert "Dinas A" in laporan.galat[0].kalimat


def test_programs_that_start_together_on_an_empty_database_all_find_the_schema(engine):
    with engine.begin() as koneksi:
        bayangan = MetaData()
        with catch_warnings(action="ignore"):
            bayangan.reflect(koneksi)
        bayangan.drop_all(koneksi)
    alamat, mulai = engine.url.render_as_string(hide_password=False), Barrier(4)
    with ThreadPoolExecutor(4) as kolam:
        selesai = list(kolam.map(lambda _: _migrasikan_bersama(alamat, mulai), range(4)))
    assert sorted(selesai) == [False, False, False, True]


def _migrasikan_bersama(alamat, mulai):
    sendiri = buat_engine(alamat)
    mulai.wait()
    try:
        return migrasikan(sendiri)
    finally:
        sendiri.dispose()


def test_replacing_takes_away_printed_figures_and_profile_lines_that_are_no_longer_given(engine, tulis_csv):
    instansi = [["kunci", "nilai"], ["bobot", "0.111"], ["ikm_tercetak", "83.38"], ["ikm_tercetak:S1", "83.00"]]
    profil = [["upp", "kunci", "nilai"], ["Dinas A", "pegawai", "12"], ["Dinas B", "pegawai", "9"]]
    impor(engine, tulis_csv(upp=UPP, instansi=instansi, profil=profil))
    baru = tulis_csv(upp=UPP, instansi=instansi[:3], profil=profil[:2])
    assert impor(engine, baru).berubah is False
    diubah = impor(engine, baru, ganti=True).diubah
    assert {lembar: n for lembar, n in diubah.items() if n} == {"instansi": 1, "profil": 1}
    assert impor(engine, baru, ganti=True).berubah is False
    assert (banyak(engine, TercetakTabel), banyak(engine, ProfilTabel)) == (1, 1)


def test_a_period_that_nobody_answered_is_listed_without_an_index(engine_sqlite, tulis_csv):
    nihil = [["upp", "periode", "ikm_tercetak", "jumlah_responden"], ["Dinas A", "TAHUNAN", "0,00", "0"]]
    assert impor(engine_sqlite, tulis_csv(upp=UPP, hasil=nihil)).galat == []
    with pabrik_session(engine_sqlite)() as session:
        (baris,) = json_ikm(rekap_berisi(session, 2023))["hasil"]
    assert (baris["upp"], baris["n"], baris["ikm"], baris["kategori"], baris["unsur"]) == ("Dinas A", 0, None, None, {})


def test_a_year_keeps_its_settings_when_another_year_changes_them(engine_sqlite, tulis_csv):
    impor(engine_sqlite, tulis_csv(upp=UPP, hasil=hasil(), instansi=[["kunci", "nilai"], ["bobot", "0.111"]]), tahun=2022)
    impor(engine_sqlite, tulis_csv("lain", hasil=hasil()), tahun=2023)
    with session_tulis(engine_sqlite) as session:
        ubah_pengaturan_tahun(session, pelaku_program(), NOW, 2022, {"bobot": "1/9"})
    with pabrik_session(engine_sqlite)() as session:
        assert [rekap_tahun(session, tahun).pengaturan.bobot.value for tahun in (2022, 2023)] == ["1/9", "0.111"]


def test_many_differences_are_named_up_to_twenty_and_then_counted(engine_sqlite, tulis_csv):
    upp = [["nama"], *[[f"Dinas {i}"] for i in range(30)]]

    def isi(ikm):
        return [hasil()[0], *[[f"Dinas {i}", "S1", *["80"] * 9, ikm, "30"] for i in range(30)]]

    impor(engine_sqlite, tulis_csv(upp=upp, hasil=isi("80")))
    galat = impor(engine_sqlite, tulis_csv("beda", hasil=isi("81"))).galat
    assert len(galat) == 21
    assert galat[-1].kalimat.startswith("Masih ada 10 perbedaan lain")


def test_a_row_without_values_is_warned_about_only_when_nobody_answered(engine_sqlite, tulis_csv):
    kosong = [["upp", "periode", "jumlah_responden", "populasi"], ["Dinas A", "TW1", "2", "40"]]
    tanpa = impor(engine_sqlite, tulis_csv("tanpa", upp=UPP, hasil=kosong), cek=True)
    dengan = impor(engine_sqlite, tulis_csv("dengan", upp=UPP, hasil=kosong, respons=respons(3, 4)), cek=True)
    assert [(m.tingkat, m.baris) for m in tanpa.masalah] == [("peringatan", 2)]
    assert dengan.masalah == ()
