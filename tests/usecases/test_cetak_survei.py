"""What can be printed for a unit: an address per unit and layanan, the version that holds, one paper only where all ask the same."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine

from rtl_tracker.domain.izin import AksesDitolak, TidakTerjangkau
from rtl_tracker.domain.peran import Peran
from rtl_tracker.domain.periode import Periode
from rtl_tracker.reports.poster_survei.model import BentukPoster
from rtl_tracker.storage.pengaturan_repository import simpan_pengaturan
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.storage.upp_repository import id_layanan, tambah_upp
from rtl_tracker.usecases.cetak_survei import (
    SEMUA,
    KertasPerLayanan,
    alamat_setempat,
    bahan_kertas,
    bahan_poster,
    muat_cetak,
)
from rtl_tracker.usecases.kelola_kuesioner import salin_dari_instansi
from tests.web.akun import pelaku

KINI = datetime(2026, 11, 21, 3, tzinfo=UTC)
ORGANISASI = pelaku(Peran.ORGANISASI)
BASE = "https://skm.contoh.go.id"
TEMPAT = (2026, Periode.TAHUNAN)


@pytest.fixture
def tempat(engine: Engine) -> tuple[int, int, int]:
    """(unit with two layanan, the first of them, unit without)."""
    with session_tulis(engine) as session:
        simpan_pengaturan(session, 2026, {"nama": "Kabupaten Uji", "istilah_unit": "OPD"})
        satu, dua = tambah_upp(session, {"nama": "Dinas & Uji"}), tambah_upp(session, {"nama": "Kecamatan"})
        layanan = id_layanan(session, {(satu, "Akta"), (satu, "KTP")})
        return satu, layanan[satu, "akta"], dua


def test_the_page_names_the_address_and_the_version_of_the_unit_and_of_each_layanan(engine: Engine, tempat):
    unit, akta, _ = tempat
    with session_tulis(engine) as session:
        salin_dari_instansi(session, ORGANISASI, KINI, akta, 0)
        h = muat_cetak(session, ORGANISASI, unit, *TEMPAT, BASE)
    assert [(s.nama, s.alamat, s.kuesioner and s.kuesioner.kode) for s in h.sasaran] == [
        ("Dinas & Uji", f"{BASE}/survei/{unit}", None),
        ("Akta", f"{BASE}/survei/{unit}/{akta}", f"L{akta}-V1"),
        ("KTP", f"{BASE}/survei/{unit}/{akta + 1}", "V1"),
    ]
    assert h.setempat is False


@pytest.mark.parametrize(
    ("alamat", "setempat"),
    [
        ("http://127.0.0.1:8000", True),
        ("http://localhost", True),
        ("http://[::1]:8000", True),
        ("http://0.0.0.0:8000", True),
        ("http://skm.localhost", True),
        ("http://192.168.1.5", False),
        ("https://skm.contoh.go.id/layanan", False),
    ],
)
def test_an_address_of_this_computer_alone_is_recognised(alamat: str, setempat: bool):
    assert alamat_setempat(alamat) is setempat


def test_posters_are_of_the_unit_of_one_layanan_or_of_all(engine: Engine, tempat):
    unit, akta, kecamatan = tempat
    with session_tulis(engine) as session:
        satu = bahan_poster(session, ORGANISASI, unit, 2026, None, "a4", BASE)
        layanan = bahan_poster(session, ORGANISASI, unit, 2026, akta, "stiker", BASE)
        semua = bahan_poster(session, ORGANISASI, unit, 2026, SEMUA, "a5", BASE)
        with pytest.raises(TidakTerjangkau):
            bahan_poster(session, ORGANISASI, kecamatan, 2026, SEMUA, "a5", BASE)
        with pytest.raises(TidakTerjangkau):
            bahan_poster(session, ORGANISASI, kecamatan, 2026, akta, "a5", BASE)
    assert (satu.poster[0].instansi, satu.poster[0].unit, satu.poster[0].layanan) == ("Kabupaten Uji", "Dinas & Uji", "")
    assert (satu.nama_berkas, satu.bentuk) == ("poster-a4-survei-dinas-uji", BentukPoster.A4)
    assert (layanan.poster[0].alamat, layanan.nama_berkas) == (f"{BASE}/survei/{unit}/{akta}", "stiker-survei-akta")
    assert [p.layanan for p in semua.poster] == ["Akta", "KTP"]


def test_paper_of_a_unit_offers_its_layanan_while_all_ask_the_same(engine: Engine, tempat):
    unit, akta, kecamatan = tempat
    with session_tulis(engine) as session:
        bersama = bahan_kertas(session, ORGANISASI, unit, *TEMPAT, None).kertas
        assert (bersama.layanan, bersama.istilah_unit, bersama.periode) == (("Akta", "KTP"), "OPD", "Tahunan 2026")
        assert bahan_kertas(session, ORGANISASI, kecamatan, *TEMPAT, None).kertas.layanan == ()
        salin_dari_instansi(session, ORGANISASI, KINI, akta, 0)
        with pytest.raises(KertasPerLayanan):
            bahan_kertas(session, ORGANISASI, unit, *TEMPAT, None)
        sendiri = bahan_kertas(session, ORGANISASI, unit, *TEMPAT, akta)
        assert (sendiri.kertas.layanan, sendiri.kertas.kuesioner.kode) == (("Akta",), f"L{akta}-V1")
        assert sendiri.nama_berkas == f"kuesioner-l{akta}-v1-akta-tahunan-2026"


def test_only_who_runs_the_survey_of_the_unit_prints_for_it(engine: Engine, tempat):
    unit, _, lain = tempat
    with session_tulis(engine) as session:
        muat_cetak(session, pelaku(Peran.OPERATOR_UPP, unit), unit, *TEMPAT, BASE)
        with pytest.raises(AksesDitolak):
            muat_cetak(session, pelaku(Peran.PIMPINAN, unit), unit, *TEMPAT, BASE)
        for perbuatan in (
            lambda p: muat_cetak(session, p, unit, *TEMPAT, BASE),
            lambda p: bahan_poster(session, p, unit, 2026, None, "a4", BASE),
            lambda p: bahan_kertas(session, p, unit, *TEMPAT, None),
        ):
            with pytest.raises(TidakTerjangkau):
                perbuatan(pelaku(Peran.OPERATOR_UPP, lain))
