"""Passwords, log-in names, and what failures cost."""

from datetime import timedelta

import pytest

from rtl_tracker.domain.sandi import (
    BATAS_AKUN,
    BATAS_ALAMAT,
    UMUM,
    NamaMasukDitolak,
    SandiDitolak,
    baca_nama_masuk,
    bakukan_sandi,
    jaringan,
    masih_dihitung,
    periksa_sandi,
    tunda,
)

MENIT = timedelta(minutes=1)


@pytest.mark.parametrize("sandi", ["kuda lumping 17", "aaaaaaaaaaab", "éééééééééééa", "x" * 199 + "y", "budi.santoso1"])
def test_length_is_enough_no_kind_of_letter_is_demanded(sandi):
    periksa_sandi(sandi, "budi.santoso")


@pytest.mark.parametrize(
    ("sandi", "kalimat"),
    [
        ("sebelas-hrf", "paling sedikit 12"),
        ("", "paling sedikit 12"),
        ("xy" * 101, "paling banyak 200"),
        ("aaaaaaaaaaaa", "satu huruf yang diulang"),
        ("AaAaAaAaAaAa", "satu huruf yang diulang"),
        (" " * 12, "satu huruf yang diulang"),
        ("Budi.Santoso", "sama dengan nama masuk"),
        ("Bismillah123", "terlalu umum"),
        ("PASSWORD1234", "terlalu umum"),
    ],
)
def test_a_bad_password_is_refused_with_its_reason(sandi, kalimat):
    with pytest.raises(SandiDitolak, match=kalimat):
        periksa_sandi(sandi, "budi.santoso")


def test_the_list_of_common_passwords_holds_none_that_another_rule_would_refuse():
    assert [s for s in UMUM if len(s) < 12 or s != s.casefold()] == []


def test_a_letter_composed_in_two_ways_is_one_password():
    assert bakukan_sandi("cafe\u0301 panas sekali") == bakukan_sandi("caf\u00e9 panas sekali")


@pytest.mark.parametrize(
    ("teks", "nama"), [(" Budi.Santoso ", "budi.santoso"), ("dinas_a-1", "dinas_a-1"), ("abc", "abc"), ("a" * 64, "a" * 64)]
)
def test_a_log_in_name_is_kept_in_lower_case_without_blanks_around(teks, nama):
    assert baca_nama_masuk(teks) == nama


@pytest.mark.parametrize("teks", ["", "ab", "a" * 65, "budi santoso", "büdi", "a\x00bc", "abc\n d", "ab/c", "٣٣٣"])
def test_other_log_in_names_are_refused_with_an_example(teks):
    with pytest.raises(NamaMasukDitolak, match="misalnya budi"):
        baca_nama_masuk(teks)


@pytest.mark.parametrize(
    ("gagal", "menit"), [(0, 0), (4, 0), (5, 1), (6, 2), (7, 4), (8, 8), (9, 16), (10, 32), (11, 60), (12, 60), (10_000, 60)]
)
def test_the_wait_of_an_account_doubles_up_to_an_hour(gagal, menit):
    assert tunda(gagal, BATAS_AKUN.bebas) == menit * MENIT


def test_an_address_may_fail_twenty_times_because_many_share_it():
    assert (tunda(20, BATAS_ALAMAT.bebas), tunda(21, BATAS_ALAMAT.bebas)) == (timedelta(0), MENIT)


@pytest.mark.parametrize(("menit", "sisa"), [(0, 5), (59, 5), (60, 4), (150, 3), (100_000, 0), (-5, 5)])
def test_a_failure_is_forgotten_after_each_hour(menit, sisa):
    assert masih_dihitung(5, menit * MENIT, BATAS_AKUN) == sisa


@pytest.mark.parametrize(
    ("alamat", "sama"),
    [
        ("10.0.0.7", "10.0.0.7"),
        ("::ffff:10.0.0.7", "10.0.0.7"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", "tidak dikenal"),
        ("bukan alamat", "tidak dikenal"),
    ],
)
def test_an_ipv6_household_counts_as_one_address(alamat, sama):
    assert jaringan(alamat) == sama
