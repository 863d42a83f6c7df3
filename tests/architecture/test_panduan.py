"""The guides tell what the program does: its commands, roles, states, menus and settings, in the words of the screen."""

import re
import shlex
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from rtl_tracker.config import NAMA_DIKENAL
from rtl_tracker.domain.papan import KodeSel, TandaSel
from rtl_tracker.domain.penyampaian import StatusPenyampaian
from rtl_tracker.domain.peran import TABEL_PERAN, Pelaku, Peran
from rtl_tracker.domain.rtl import StatusRtl
from rtl_tracker.perintah.argumen import buat_pengurai
from rtl_tracker.web.shared.filters import kata_kode
from rtl_tracker.web.shared.menu import MENU, menu_untuk

AKAR = Path(__file__).parents[2]
DOKUMEN = sorted((AKAR / "docs").rglob("*.md"))
PANDUAN = {p.name: p.read_text(encoding="utf-8") for p in sorted((AKAR / "docs" / "panduan").glob("*.md"))}
PAGAR = re.compile(r"^ *```\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
SEBARIS = re.compile(r"`([^`\n]+)`")
PERINTAH = re.compile(r"(?:^ *|/bin/)rtl-tracker ([a-z].*)")
TEBAL = re.compile(r"\*\*([^*\n]+)\*\*")
TAUTAN = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
BYTE_GAMBAR, LEBAR_GAMBAR = 90_000, 1000


def _perintah_ditulis() -> list[tuple[str, list[str]]]:
    """(guide, arguments) of every command line of the program that a guide writes, in a block or in a sentence."""
    return [
        (nama, shlex.split(temu[1], comments=True))
        for nama, teks in PANDUAN.items()
        for baris in [*(b for pagar in PAGAR.findall(teks) for b in pagar.splitlines()), *SEBARIS.findall(PAGAR.sub("", teks))]
        if (temu := PERINTAH.search(baris))
    ]


def _cabang(pengurai: ArgumentParser, awal: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command that can be run: ("serve",), ("pengguna", "tambah"), ..."""
    anak = [p for a in pengurai._actions if isinstance(a, _SubParsersAction) for p in a.choices.items()]
    if not anak:
        yield awal
    for nama, cabang in anak:
        yield from _cabang(cabang, (*awal, nama))


def _kode_pengurai(argumen: list[str]) -> int:
    """Read a command line without running it: 0 when it is understood (also --help), else the exit code of the refusal."""
    try:
        buat_pengurai().parse_args(argumen)
    except SystemExit as akhir:
        return int(akhir.code or 0)
    return 0


@cache
def _baris_tabel(nama: str, judul: str, kolom: int = 1) -> dict[str, str]:
    """First cells (without their marks) and the cells of one other column of the table under a heading of a guide."""
    bagian = PANDUAN[nama].split(f"\n## {judul}\n", 1)[1].split("\n## ", 1)[0]
    sel = [[s.strip() for s in b.strip().strip("|").split("|")] for b in bagian.splitlines() if b.strip().startswith("| ")]
    return {satu.strip("*` "): b[kolom] for b in sel for satu in b[0].split(", ")}


@cache
def _kata_layar() -> str:
    """Everything that the program can put on a screen, as one text."""
    sumber = (("templates", "*.html"), ("rtl_tracker", "*.py"), ("rtl_tracker", "*.js"))
    berkas = [p for folder, pola in sumber for p in (AKAR / folder).rglob(pola)]
    return "\n".join(p.read_text(encoding="utf-8") for p in berkas).replace("_", " ")


def _jangkar(teks: str) -> set[str]:
    """The anchors that headings make."""
    return {re.sub(r"[^\w -]", "", j.lower()).replace(" ", "-") for j in re.findall(r"^#+ (.+)$", teks, re.MULTILINE)}


@pytest.mark.parametrize("argumen", [a for _, a in _perintah_ditulis()], ids=" ".join)
def test_every_command_line_in_the_guides_is_understood_by_the_program(argumen: list[str]):
    assert _kode_pengurai(argumen) == 0


@pytest.mark.parametrize("perintah", sorted(_cabang(buat_pengurai())), ids=" ".join)
def test_every_command_is_written_whole_in_a_guide(perintah: tuple[str, ...]):
    assert any(tuple(a[: len(perintah)]) == perintah for _, a in _perintah_ditulis())


@pytest.mark.parametrize("peran", Peran)
def test_every_role_is_explained_and_its_code_is_told_to_whoever_runs_the_server(peran: Peran):
    assert _baris_tabel("README.md", "Siapa berbuat apa")[TABEL_PERAN[peran].nama]
    assert f"`{peran.value}`" in PANDUAN["pengelola.md"]


@pytest.mark.parametrize("peran", Peran)
def test_the_guide_lists_the_whole_menu_of_a_role_in_its_order(peran: Peran):
    jangkauan = frozenset({1}) if TABEL_PERAN[peran].beruang else None
    sel = _baris_tabel("README.md", "Siapa berbuat apa", kolom=2)[TABEL_PERAN[peran].nama]
    assert TEBAL.findall(sel.split(";")[0]) == [b.judul for b in menu_untuk(Pelaku(1, "Uji", peran, jangkauan=jangkauan))]


@pytest.mark.parametrize("status", StatusPenyampaian)
def test_every_state_of_a_dossier_is_explained_in_the_words_of_the_screen(status: StatusPenyampaian):
    assert _baris_tabel("README.md", "Keadaan berkas")[kata_kode(status.value)]


@pytest.mark.parametrize("status", StatusRtl)
def test_every_state_of_an_rtl_is_explained_in_the_words_of_the_screen(status: StatusRtl):
    assert _baris_tabel("README.md", "Keadaan RTL")[kata_kode(status.value)]


@pytest.mark.parametrize("kode", [*KodeSel, *TandaSel])
def test_every_cell_of_the_board_is_explained(kode: KodeSel | TandaSel):
    tabel = {sel.strip("*") for sel in _baris_tabel("organisasi.md", "Papan status")}
    assert kata_kode(kode.value) in tabel


@pytest.mark.parametrize("judul", [b.judul for b in MENU])
def test_every_menu_is_named_in_a_guide(judul: str):
    assert any(f"**{judul}**" in teks for nama, teks in PANDUAN.items() if nama != "README.md")


@pytest.mark.parametrize("nama", NAMA_DIKENAL)
def test_every_setting_is_explained(nama: str):
    assert _baris_tabel("pengelola.md", "Pengaturan")[nama]


@pytest.mark.parametrize("nama", PANDUAN)
def test_words_in_bold_are_words_of_the_screen(nama: str):
    teks = PAGAR.sub("", PANDUAN[nama])
    assert [kata for kata in TEBAL.findall(teks) if kata not in _kata_layar()] == []


@pytest.mark.parametrize("dokumen", DOKUMEN, ids=lambda p: p.name)
def test_every_link_and_picture_in_the_documents_leads_somewhere(dokumen: Path):
    for alamat in TAUTAN.findall(PAGAR.sub("", dokumen.read_text(encoding="utf-8"))):
        if "://" not in alamat:
            jalur, _, jangkar = alamat.partition("#")
            tujuan = (dokumen.parent / jalur).resolve() if jalur else dokumen
            assert tujuan.is_file(), alamat
            assert not jangkar or jangkar in _jangkar(tujuan.read_text(encoding="utf-8")), alamat


def test_every_picture_is_used_and_is_small():
    dipakai = {Path(a).name for teks in PANDUAN.values() for a in TAUTAN.findall(teks)}
    for gambar in (AKAR / "docs" / "gambar").iterdir():
        isi = gambar.read_bytes()
        assert gambar.name in dipakai
        assert len(isi) < BYTE_GAMBAR, gambar.name
        assert int.from_bytes(isi[16:20], "big") <= LEBAR_GAMBAR, gambar.name
