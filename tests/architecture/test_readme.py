"""README tells what the code does: its tables of transitions are those of the domain, its commands are those of the program."""

import re
from pathlib import Path

import pytest

from rtl_tracker.domain.alur_rtl import ALUR_RTL, TindakanRtl
from rtl_tracker.domain.penyampaian import ALUR, TindakanPenyampaian
from rtl_tracker.domain.peran import TABEL_PERAN, Peran

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
BARIS = re.compile(r"^\| `(\w+)`(?: \([^)]*\))? \| ([^|]+) \| `(\w+)` \| `(\w+)` \|$", re.MULTILINE)


def _baris() -> list[tuple[str, frozenset[str], str, str]]:
    """(act, from, to, permission) of every row of a transition table; "–" stands for an RTL without a state."""
    return [
        (tindakan, frozenset(re.findall(r"`(\w+)`", dari)) | ({"–"} if "–" in dari else frozenset()), ke, izin)
        for tindakan, dari, ke, izin in BARIS.findall(README)
    ]


@pytest.mark.parametrize("tindakan", TindakanPenyampaian)
def test_every_step_of_a_dossier_stands_in_the_readme_as_in_the_code(tindakan: TindakanPenyampaian):
    langkah = ALUR[tindakan]
    assert (tindakan.value, frozenset(s.value for s in langkah.dari), langkah.ke.value, langkah.izin.value) in _baris()


@pytest.mark.parametrize("tindakan", TindakanRtl)
def test_every_step_of_an_rtl_stands_in_the_readme_as_in_the_code(tindakan: TindakanRtl):
    langkah = ALUR_RTL[tindakan]
    dari = frozenset("–" if s is None else s.value for s in langkah.dari)
    assert (tindakan.value, dari, langkah.ke.value, langkah.izin.value) in _baris()


@pytest.mark.parametrize("peran", [p for p in Peran if p is Peran.OPERATOR_UPP])
def test_what_an_operator_may_do_stands_in_the_readme(peran: Peran):
    baris = next(b for b in README.splitlines() if b.startswith(f"| `{peran.value}` |"))
    assert set(re.findall(r"`(\w+)`", baris)) - {peran.value} == {i.value for i in TABEL_PERAN[peran].izin}
