"""The generated instansi of bench/ is nasty, but it is a valid Buku Kerja SKM."""

from datetime import UTC, datetime

from bench.pembangkit import Ukuran, nama_upp, tulis_folder
from rtl_tracker.domain.hasil import JenisBaris
from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.usecases.hitung_hasil import rekap_tahun
from rtl_tracker.usecases.impor_buku_kerja import impor_buku_kerja

KECIL = Ukuran(upp=16, respons=40)
NOW = datetime(2025, 1, 10, tzinfo=UTC)


def test_the_same_parameters_give_the_same_files(tmp_path):
    satu, dua = tulis_folder(tmp_path / "satu", KECIL), tulis_folder(tmp_path / "dua", KECIL)
    assert {b.name: b.read_bytes() for b in satu.iterdir()} == {b.name: b.read_bytes() for b in dua.iterdir()}


def test_both_years_import_without_a_refusal_and_hold_the_hard_cases(engine_sqlite, tmp_path):
    with session_tulis(engine_sqlite) as session:
        lalu = tulis_folder(tmp_path / "lalu", KECIL, tahun_lalu=True)
        assert impor_buku_kerja(session, lalu, KECIL.tahun - 1, now=NOW).galat == []
        assert impor_buku_kerja(session, tulis_folder(tmp_path / "kini", KECIL), KECIL.tahun, now=NOW).galat == []
        rekap = rekap_tahun(session, KECIL.tahun)
    per_nama = {r.upp.nama: r for r in rekap.upp}
    assert any("<" in nama and "&" in nama and '"' in nama for nama in per_nama)
    assert max(len(nama) for nama in per_nama) >= 80
    assert per_nama[nama_upp(7)].nihil
    assert per_nama[nama_upp(8)].tahunan is None
    assert per_nama[nama_upp(9)].tahunan.n == 1
    assert per_nama[nama_upp(11)].tahunan.ikm == per_nama[nama_upp(12)].tahunan.ikm
    assert any(len(r.layanan) > 1 for r in rekap.upp)
    assert any(r.upp.induk_id is not None for r in rekap.upp)
    terukur = {p for r in rekap.upp for p, h in r.hasil.items() if h.jenis_baris is JenisBaris.TERUKUR}
    assert terukur == {Periode.TW1, Periode.TW2, Periode.TW3, Periode.TW4}
    assert rekap.realisasi[Periode.TAHUNAN].upp_dihitung > 0
