"""Two people at one record, and what a change was, for any kind of record."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from sqlalchemy import Engine

from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.peran import pelaku_program
from rtl_tracker.domain.rtl import StatusRtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.formats import tanggal_waktu
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.usecases.perubahan import perbedaan, periksa_versi

NAMA = 'Siti "Operator" & <Rekan>'
PERTAMA, KEDUA = datetime(2022, 7, 4, 3, 0, tzinfo=UTC), datetime(2022, 7, 5, 8, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Isi:
    """Attributes of every kind."""

    teks: str = ""
    bilangan: int = 0
    ya: bool = False
    unsur: Unsur | None = None
    status: StatusRtl | None = None
    tanggal: date | None = None
    waktu: datetime | None = None
    desimal: Decimal | None = None
    pecahan: Fraction | None = None


def test_the_version_that_the_form_was_made_from_passes(engine: Engine):
    with session_tulis(engine) as session:
        periksa_versi(session, Objek.RTL, 7, 3, 3)
        periksa_versi(session, Objek.HASIL, 0, 0, 0)


@pytest.mark.parametrize("dikirim", [1, 3, 0])
def test_any_other_version_is_told_who_changed_the_record_last_when_and_which_is_stored(engine: Engine, dikirim: int):
    with session_tulis(engine) as session:
        for nama, waktu, objek, nomor in (
            ("Orang lain", PERTAMA, Objek.RTL, 7),
            (NAMA, KEDUA, Objek.RTL, 7),
            ("Bukan RTL ini", KEDUA, Objek.RTL, 8),
            ("Bukan RTL", KEDUA, Objek.HASIL, 7),
        ):
            catat_jejak(session, pelaku_program(nama), waktu, JenisJejak.RTL_DIUBAH, objek, nomor)
        with pytest.raises(BerubahLebihDahulu) as galat:
            periksa_versi(session, Objek.RTL, 7, dikirim, 2)
    assert f"diubah oleh {NAMA} pada {tanggal_waktu(KEDUA.astimezone())} sementara" in str(galat.value)
    assert galat.value.versi == 2


def test_a_record_that_the_trail_does_not_know_is_refused_without_a_name(engine: Engine):
    with session_tulis(engine) as session, pytest.raises(BerubahLebihDahulu, match="oleh pengguna lain pada waktu yang tidak"):
        periksa_versi(session, Objek.RTL, 7, 1, 2)


def test_only_what_differs_is_told_with_before_and_after():
    kolom = ("teks", "bilangan", "ya")
    assert perbedaan(Isi("a", 1), Isi("b", 1, True), kolom) == {"teks": ["a", "b"], "ya": [False, True]}
    assert perbedaan(Isi("a"), Isi("a"), kolom) == {}
    assert perbedaan(Isi("a"), Isi("b"), ("bilangan",)) == {}


def test_every_value_of_a_difference_is_plain_json():
    penuh = Isi(
        "x", 2, True, Unsur.WAKTU, StatusRtl.SELESAI, date(2022, 7, 4), PERTAMA, Decimal("3.20"), Fraction(1, 3),
    )  # fmt: skip
    beda = perbedaan(Isi(), penuh, Isi.__dataclass_fields__)
    assert {k: sesudah for k, (_, sesudah) in beda.items()} == {
        "teks": "x", "bilangan": 2, "ya": True, "unsur": "waktu", "status": "selesai", "tanggal": "2022-07-04",
        "waktu": "2022-07-04T03:00:00+00:00", "desimal": "3.20", "pecahan": "1/3",
    }  # fmt: skip
    assert {type(satu) for pasangan in beda.values() for satu in pasangan} <= {str, int, bool, type(None)}
    assert json.loads(json.dumps(beda)) == beda
