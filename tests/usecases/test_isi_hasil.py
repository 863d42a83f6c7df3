"""The result typed by hand: what is refused field by field, what is recorded, and two people at one form (spec 2.4, 5.4)."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.hasil import Skala
from rtl_tracker.domain.izin import TidakTerjangkau
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.penyampaian import PenyampaianTerkunci, StatusPenyampaian
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.storage.upp_repository import id_layanan
from rtl_tracker.usecases.hitung_hasil import rekap_tahun
from rtl_tracker.usecases.isi_hasil import IsianHasil, IsianSalah, baca_isian, muat_isian, simpan_hasil
from rtl_tracker.usecases.kelola_penyampaian import nyatakan_nihil
from tests.usecases.panggung import KINI, TAHUN, TAHUNAN, Panggung, isian_hasil
from tests.web.instansi import isi_instansi


@pytest.fixture
def p(engine: Engine, tulis_csv) -> Panggung:
    return Panggung(engine, tulis_csv)


def tersimpan(p: Panggung, layanan_id: int | None = None) -> IsianHasil:
    with session_tulis(p.engine) as session:
        return muat_isian(session, p.arsip, TAHUN, TAHUNAN, layanan_id)


def salah(isian: IsianHasil) -> dict[str, str]:
    with pytest.raises(IsianSalah) as galat:
        baca_isian(isian, 1, TAHUNAN)
    return galat.value.salah


def test_what_was_typed_is_stored_computed_and_comes_back_into_the_form_as_it_was(p: Panggung):
    isian = isian_hasil(waktu="2,50", populasi="900", metode="Daring & <cetak>", tautan_laporan="https://contoh.go.id/a")
    p.main(simpan_hasil, p.arsip, TAHUN, TAHUNAN, isian)
    assert tersimpan(p) == replace(isian, versi=1)
    assert p.berkas().status is StatusPenyampaian.DRAF
    with session_tulis(p.engine) as session:
        unit = next(r for r in rekap_tahun(session, TAHUN).upp if r.upp.id == p.arsip)
    assert unit.tahunan is not None
    assert (unit.tahunan.n, float(unit.tahunan.nrr[Unsur.WAKTU])) == (40, 2.5)


def test_a_result_and_its_event_are_one_transaction_and_the_event_tells_what_changed(p: Panggung):
    p.main_lalu_putus(simpan_hasil, p.arsip, TAHUN, TAHUNAN, isian_hasil())
    p.isi_hasil()
    p.main_lalu_putus(simpan_hasil, p.arsip, TAHUN, TAHUNAN, isian_hasil(waktu="2,50", versi=1))
    p.main(simpan_hasil, p.arsip, TAHUN, TAHUNAN, isian_hasil(waktu="2,50", jumlah_responden="55", versi=1), oleh=p.rekan)
    diisi = [c for c in p.jejak() if c.jenis == JenisJejak.HASIL_DIISI]
    assert [(c.objek, c.pelaku, c.upp_id) for c in diisi] == [
        (Objek.HASIL, "Operator Arsip", p.arsip), (Objek.HASIL, "Rekan <Arsip> & Co", p.arsip),
    ]  # fmt: skip
    assert diisi[1].rincian == {"waktu": ["3.20", "2.50"], "jumlah_responden": [40, 55]}


def test_the_act_is_refused_to_every_role_that_may_not_and_to_every_stranger(p: Panggung):
    p.ditolak_bagi_semua_selain(Izin.ISI_HASIL, simpan_hasil, p.arsip, TAHUN, TAHUNAN, isian_hasil())


def test_a_layanan_of_another_unit_does_not_exist_here(p: Panggung):
    with session_tulis(p.engine) as session:
        id_ = id_layanan(session, {(p.satu, "KTP"), (p.arsip, "Pinjam arsip")})
    asing, sendiri = id_[p.satu, "ktp"], id_[p.arsip, "pinjam arsip"]
    sebelum = p.isi()
    with pytest.raises(TidakTerjangkau):
        p.main(simpan_hasil, p.arsip, TAHUN, TAHUNAN, isian_hasil(layanan_id=asing))
    assert p.isi() == sebelum
    p.main(simpan_hasil, p.arsip, TAHUN, TAHUNAN, isian_hasil(layanan_id=sendiri))
    assert tersimpan(p, sendiri).versi == 1
    assert tersimpan(p).versi == 0


def test_mistakes_are_named_field_by_field_and_nothing_is_stored_not_even_a_draft(p: Panggung):
    sebelum = p.isi()
    with pytest.raises(IsianSalah) as galat:
        p.main(simpan_hasil, p.arsip, TAHUN, TAHUNAN, isian_hasil(waktu="4,5", biaya="tiga", jumlah_responden=""))
    assert set(galat.value.salah) == {"waktu", "biaya", "jumlah_responden"}
    assert p.isi() == sebelum


@pytest.mark.parametrize(
    ("lain", "kalimat"),
    [
        ({"waktu": ""}, {"waktu": "belum diisi"}),
        ({"waktu": "0,99"}, {"waktu": "1 sampai 4"}),
        ({"waktu": "4,01"}, {"waktu": "1 sampai 4"}),
        ({"jumlah_responden": "0"}, {"jumlah_responden": "Nyatakan nihil"}),
        ({"jumlah_responden": "-3"}, {"jumlah_responden": "tidak boleh negatif"}),
        ({"jumlah_responden": "banyak"}, {"jumlah_responden": "bilangan"}),
        ({"populasi": "39"}, {"populasi": "lebih kecil"}),
        ({"tautan_laporan": "javascript:alert(1)"}, {"tautan_laporan": "http"}),
    ],
)
def test_a_field_is_refused_with_a_sentence_that_says_why(lain: dict[str, str], kalimat: dict[str, str]):
    ditolak = salah(isian_hasil(**lain))
    assert set(ditolak) == set(kalimat)
    for nama, bagian in kalimat.items():
        assert bagian in ditolak[nama]


def test_konversi_has_its_own_range_and_both_ends_of_a_scale_belong_to_it():
    assert set(salah(replace(isian_hasil("3,20"), skala=Skala.KONVERSI))) == {u.value for u in Unsur}
    for skala, dasar in ((Skala.NRR, "1"), (Skala.NRR, "4,00"), (Skala.KONVERSI, "25"), (Skala.KONVERSI, "100")):
        assert len(baca_isian(replace(isian_hasil(dasar), skala=skala), 1, TAHUNAN).nilai) == 9


def test_a_period_with_answers_of_respondents_takes_no_sums_by_hand(p: Panggung, tulis_csv):
    unsur = [u.value for u in Unsur]
    respons = [["upp", "nomor_responden", "periode", *unsur], ["Badan Arsip", 1, "TAHUNAN", *[3] * 9]]
    isi_instansi(p.engine, tulis_csv("respons", respons=respons), TAHUN)
    sebelum = p.isi()
    with pytest.raises(PenyampaianTerkunci, match="sudah memiliki jawaban responden"):
        p.isi_hasil()
    assert p.isi() == sebelum


def test_a_result_takes_the_place_of_nihil_in_one_step_and_its_version_counts_on(p: Panggung):
    p.main(nyatakan_nihil, p.arsip, TAHUN, TAHUNAN, "Layanan dihentikan selama renovasi.")
    isian = replace(isian_hasil(), versi=tersimpan(p).versi)
    p.main(simpan_hasil, p.arsip, TAHUN, TAHUNAN, isian)
    assert not p.berkas().nihil
    assert p.sql(f"SELECT count(*) || '/' || max(jumlah_responden) FROM hasil WHERE upp_id = {p.arsip}") == "1/40"
    with pytest.raises(BerubahLebihDahulu, match="diubah oleh Operator Arsip pada"):
        p.main(simpan_hasil, p.arsip, TAHUN, TAHUNAN, isian, oleh=p.rekan)


def test_a_result_of_a_layanan_takes_the_place_of_nihil_of_the_whole_unit(p: Panggung):
    with session_tulis(p.engine) as session:
        layanan_id = id_layanan(session, {(p.arsip, "Pinjam arsip")})[p.arsip, "pinjam arsip"]
    p.main(nyatakan_nihil, p.arsip, TAHUN, TAHUNAN, "Layanan dihentikan selama renovasi.")
    p.main(simpan_hasil, p.arsip, TAHUN, TAHUNAN, isian_hasil(layanan_id=layanan_id))
    assert not p.berkas().nihil
    assert p.sql(f"SELECT count(*) || '/' || max(layanan_id) FROM hasil WHERE upp_id = {p.arsip}") == f"1/{layanan_id}"


def test_the_second_editor_is_told_who_was_first_and_when(p: Panggung):
    p.isi_hasil()
    p.main(simpan_hasil, p.arsip, TAHUN, TAHUNAN, isian_hasil("3,30", versi=1), oleh=p.rekan)
    with pytest.raises(BerubahLebihDahulu, match=r"sudah diubah oleh Rekan <Arsip> & Co pada .* Juli 2022") as galat:
        p.main(simpan_hasil, p.arsip, TAHUN, TAHUNAN, isian_hasil("3,40", versi=1))
    assert galat.value.versi == 2
    p.main(simpan_hasil, p.arsip, TAHUN, TAHUNAN, isian_hasil("3,40", versi=galat.value.versi))
    assert tersimpan(p).nilai["waktu"] == "3,40"


@pytest.mark.parametrize("sudah_ada", [True, False], ids=["changing", "entering"])
def test_of_two_editors_at_once_exactly_one_wins_and_the_other_is_told_the_name(p: Panggung, sudah_ada: bool):
    if sudah_ada:
        p.isi_hasil()
    versi, dua = int(sudah_ada), ((p.operator, "3,30"), (p.rekan, "3,40"))
    hasil = p.berdua(*(
        lambda s, o=oleh, n=nilai: simpan_hasil(s, o, KINI, p.arsip, TAHUN, TAHUNAN, isian_hasil(n, versi=versi))
        for oleh, nilai in dua
    ))  # fmt: skip
    menang = hasil.index(None)
    kalah = hasil[1 - menang]
    assert isinstance(kalah, BerubahLebihDahulu), kalah
    assert f"diubah oleh {dua[menang][0].nama} pada" in str(kalah)
    assert (tersimpan(p).nilai["waktu"], tersimpan(p).versi) == (dua[menang][1], versi + 1)


def test_a_form_of_a_row_that_is_gone_does_not_bring_it_back(p: Panggung):
    with pytest.raises(BerubahLebihDahulu):
        p.main(simpan_hasil, p.arsip, TAHUN, Periode.S1, isian_hasil(versi=3))
    assert p.sql(f"SELECT count(*) FROM hasil WHERE upp_id = {p.arsip}") == 0
