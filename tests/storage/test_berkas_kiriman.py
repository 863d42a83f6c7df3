"""An uploaded file waits for its import for a day at most, and only for the unit that sent it."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rtl_tracker.storage.berkas_kiriman import GudangKiriman

KODE = "a" * 64


def test_it_is_kept_for_its_unit_alone_and_readable_by_the_program_alone(tmp_path: Path):
    gudang, kini = GudangKiriman(tmp_path / "kiriman"), datetime.now(UTC)
    assert gudang.baca(1, KODE, kini) is None
    gudang.simpan(1, KODE, b"isi", kini)
    assert (gudang.baca(1, KODE, kini), gudang.baca(2, KODE, kini)) == (b"isi", None)
    assert (tmp_path / "kiriman" / "1" / KODE).stat().st_mode & 0o777 == 0o600


def test_after_a_day_it_is_gone(tmp_path: Path):
    gudang, kini = GudangKiriman(tmp_path), datetime.now(UTC)
    gudang.simpan(1, KODE, b"isi", kini)
    berkas = tmp_path / "1" / KODE
    lama = (kini - timedelta(hours=25)).timestamp()
    os.utime(berkas, (lama, lama))
    assert gudang.baca(1, KODE, kini) is None
    assert not berkas.exists()


def test_a_code_that_is_no_hash_reaches_no_other_file(tmp_path: Path):
    gudang, kini = GudangKiriman(tmp_path / "kiriman"), datetime.now(UTC)
    (tmp_path / "rahasia").write_bytes(b"x")
    for kode in ("../../rahasia", "", "A" * 64, KODE + "/..", KODE + "\n"):
        assert gudang.baca(1, kode, kini) is None
        gudang.buang(1, kode)
    assert (tmp_path / "rahasia").exists()
