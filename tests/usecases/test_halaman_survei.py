"""What citizens choose from: the list says of every unit what its own door says, on SQLite and PostgreSQL."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine

from rtl_tracker.domain.izin import TidakTerjangkau
from rtl_tracker.domain.jadwal_survei import KeadaanSurvei, Survei
from rtl_tracker.domain.kalender import Jadwal
from rtl_tracker.domain.penyampaian import Penyampaian, StatusPenyampaian
from rtl_tracker.domain.periode import Frekuensi, Periode
from rtl_tracker.storage.jawaban_repository import simpan_survei
from rtl_tracker.storage.pengaturan_repository import simpan_pengaturan
from rtl_tracker.storage.penyampaian_repository import simpan_jadwal, simpan_penyampaian
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.storage.upp_repository import id_layanan, list_upp, tambah_upp
from rtl_tracker.usecases.halaman_survei import TANPA_SURVEI, buka_pintu, susun_daftar

HARI = date(2026, 11, 21)
SAAT = datetime(2026, 11, 21, 3, tzinfo=UTC)


@pytest.fixture
def daerah(engine: Engine) -> Engine:
    """A unit in every state; triwulan IV has a pause in the calendar, so that a unit of that frequency stands between periods."""
    with session_tulis(engine) as session:
        simpan_pengaturan(session, 2026, {"nama": "Kabupaten Uji"})
        simpan_jadwal(
            session,
            2026,
            Jadwal(Periode.TW4, date(2026, 12, 1), date(2026, 12, 20), date(2027, 1, 1), date(2027, 1, 7)),
        )
        for nama, frekuensi in (
            ("Buka", None), ("Semester", Frekuensi.SEMESTER), ("Sela", Frekuensi.TRIWULAN), ("Jeda", None), ("Hasil", None),
            ("Kirim", None), ("Nihil", None), ("Draf", None),
        ):  # fmt: skip
            tambah_upp(session, {"nama": nama, "frekuensi": frekuensi, "kelompok": "Kecamatan"})
        upp = {u.nama: u.id for u in list_upp(session)}
        simpan_survei(session, Survei(upp["Jeda"], 2026, Periode.TAHUNAN, dijeda=True))
        simpan_survei(session, Survei(upp["Hasil"], 2026, Periode.TAHUNAN, ditutup=SAAT))
        for nama, status, nihil in (
            ("Kirim", StatusPenyampaian.DIKIRIM, False),
            ("Nihil", StatusPenyampaian.DRAF, True),
            ("Draf", StatusPenyampaian.DRAF, False),
        ):
            simpan_penyampaian(session, Penyampaian(upp[nama], 2026, Periode.TAHUNAN, status=status, nihil=nihil))
    return engine


@pytest.mark.parametrize(
    "hari", [HARI, date(2026, 12, 5), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1), date(2025, 6, 1)]
)
def test_the_list_and_the_door_of_a_unit_never_contradict_each_other(daerah: Engine, hari: date):
    with session_tulis(daerah) as session:
        ((_, unit),) = susun_daftar(session, hari).kelompok
        for satu in unit:
            pintu = buka_pintu(session, satu.upp.id, None, hari)
            assert (satu.sampai is not None) is pintu.terbuka, satu.upp.nama
            assert satu.buka == pintu.buka
            assert pintu.tempat is None or not pintu.terbuka or satu.sampai == pintu.tempat.jadwal.survei_selesai


def test_every_state_is_told_and_the_next_opening_named(daerah: Engine):
    with session_tulis(daerah) as session:
        upp = {u.nama: u.id for u in list_upp(session)}
        pintu = {nama: buka_pintu(session, id_, None, HARI) for nama, id_ in upp.items()}
    assert [nama for nama, satu in pintu.items() if satu.terbuka] == ["Buka", "Semester", "Draf"]
    assert (pintu["Sela"].kalimat_tutup, pintu["Sela"].buka) == (TANPA_SURVEI, date(2026, 12, 1))
    assert "dihentikan sementara" in pintu["Jeda"].kalimat_tutup
    assert {pintu[n].tempat.keadaan for n in ("Kirim", "Nihil")} == {KeadaanSurvei.TERKUNCI}
    assert pintu["Hasil"].buka == date(2027, 1, 1)


def test_open_units_stand_before_closed_ones_otherwise_as_they_were_entered(daerah: Engine):
    with session_tulis(daerah) as session:
        ((_, unit),) = susun_daftar(session, HARI).kelompok
    assert [u.upp.nama for u in unit] == ["Buka", "Semester", "Draf", "Sela", "Jeda", "Hasil", "Kirim", "Nihil"]


def test_a_search_needs_every_word_in_the_unit_or_in_one_layanan_of_it(daerah: Engine):
    with session_tulis(daerah) as session:
        upp = {u.nama: u.id for u in list_upp(session)}
        id_layanan(session, {(upp["Buka"], "Kartu Keluarga"), (upp["Buka"], "KTP"), (upp["Jeda"], "Kartu Nelayan")})

        def cari(kata: str) -> dict[str, list[str]]:
            return {u.upp.nama: list(u.layanan.values()) for _, k in susun_daftar(session, HARI, kata).kelompok for u in k}

        assert cari("kartu") == {"Buka": ["Kartu Keluarga"], "Jeda": ["Kartu Nelayan"]}
        assert cari("buka ktp") == {"Buka": ["KTP"]}
        assert cari("ktp nelayan") == {}
        assert list(cari("kecamatan sem")) == ["Semester"]
        assert len(cari("")) == len(cari("kecamatan")) == 8


def test_a_strange_layanan_and_an_unknown_unit_are_refused(daerah: Engine):
    with session_tulis(daerah) as session:
        (layanan_id,) = id_layanan(session, {(1, "KTP")}).values()
        assert buka_pintu(session, 1, layanan_id, HARI).layanan == {layanan_id: "KTP"}
        for upp_id, layanan in ((2, layanan_id), (1, 999), (999, None)):
            with pytest.raises(TidakTerjangkau):
                buka_pintu(session, upp_id, layanan, HARI)
