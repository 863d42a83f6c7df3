"""argparse that speaks Bahasa Indonesia, and the types of arguments that several commands share."""

import sys
from argparse import Action, ArgumentParser, ArgumentTypeError, HelpFormatter
from collections.abc import Callable, Iterable
from typing import Any, NoReturn

from rtl_tracker.domain.errors import PengaturanTidakDikenal
from rtl_tracker.domain.pengaturan import baca_nilai_pengaturan
from rtl_tracker.domain.periode import Periode, baca_periode
from rtl_tracker.perintah.pesan_argparse import terjemahkan
from rtl_tracker.perintah.tolakan import SALAH_PAKAI

LEBAR_BANTUAN = 110


class _Bantuan(HelpFormatter):
    """Help texts whose usage line begins with an Indonesian word."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=32, width=LEBAR_BANTUAN)

    def add_usage(self, usage: str | None, actions: Iterable[Action], groups: Iterable[Any], prefix: str | None = None) -> None:
        """Put our word where argparse would put its own; an empty prefix (inside argparse) stays empty."""
        super().add_usage(usage, actions, groups, "pemakaian: " if prefix is None else prefix)


class Pengurai(ArgumentParser):
    """A parser with two sections of its own, `argumen` and `pilihan`; the English ones of argparse stay empty and unseen."""

    def __init__(self, **bawaan: Any) -> None:
        """Takes what ArgumentParser takes; `-h` is added here, abbreviated options are refused."""
        super().__init__(**{**bawaan, "add_help": False, "allow_abbrev": False, "formatter_class": _Bantuan})
        self.argumen = self.add_argument_group("argumen")
        self.pilihan = self.add_argument_group("pilihan")
        self.pilihan.add_argument("-h", "--help", "--bantuan", action="help", help="tampilkan bantuan ini lalu berhenti")

    def error(self, message: str) -> NoReturn:
        """End with exit code 2 and one sentence on standard error."""
        print(f"{self.prog}: {terjemahkan(message)}; lihat '{self.prog} --help'.", file=sys.stderr)
        raise SystemExit(SALAH_PAKAI)


def jenis_tahun(teks: str) -> int:
    """A calendar year of four digits."""
    if not (teks.isascii() and teks.isdigit() and 1990 <= int(teks) <= 2100):
        raise ArgumentTypeError(f"'{teks}' bukan tahun empat angka, misalnya 2023")
    return int(teks)


def jenis_periode(teks: str) -> Periode:
    """A period by code or words: "TW1", "Semester 2", "Tahunan"."""
    terbaca = baca_periode(teks)
    if terbaca is None or terbaca[1]:
        raise ArgumentTypeError(f"'{teks}' bukan periode; isi salah satu dari {', '.join(p.value for p in Periode)}")
    return terbaca[0]


def jenis_port(teks: str) -> int:
    """A port; 0 takes any free one."""
    if not (teks.isascii() and teks.isdigit() and int(teks) <= 65535):
        raise ArgumentTypeError(f"'{teks}' bukan nomor port 0 sampai 65535")
    return int(teks)


def jenis_pengaturan(kunci: str) -> Callable[[str], str]:
    """A type that lets the text of a setting pass when the domain accepts it."""

    def baca(teks: str) -> str:
        try:
            baca_nilai_pengaturan(kunci, teks)
        except PengaturanTidakDikenal as galat:
            raise ArgumentTypeError(str(galat)) from galat
        return teks

    return baca
