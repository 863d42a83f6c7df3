"""The house keeps its rules: import contracts, names, sizes, pinned migrations, a complete README."""

import ast
import re
import subprocess
import sys
from enum import StrEnum
from importlib import import_module
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

from rtl_tracker.config import NAMA_DIKENAL
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.session import buat_engine
from rtl_tracker.storage.tables import Base

AKAR = Path(__file__).parents[2]
PAKET = AKAR / "rtl_tracker"
BERKAS = sorted(PAKET.rglob("*.py"))
KEPALA_MIGRASI = "0006"


def test_the_import_contracts_hold():
    hasil = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"], cwd=AKAR, capture_output=True, text=True, check=False
    )
    assert hasil.returncode == 0, hasil.stdout


def test_importing_the_domain_loads_no_library():
    kode = "import sys, rtl_tracker.domain.rekap; print(sorted({m.split('.')[0] for m in sys.modules} & {'flask','sqlalchemy','lxml','babel'}))"
    hasil = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True, cwd=AKAR)
    assert hasil.stdout.strip() == "[]"


def test_the_domain_reads_no_clock_and_no_environment():
    for berkas in (PAKET / "domain").glob("*.py"):
        teks = berkas.read_text(encoding="utf-8")
        assert not re.search(r"\b(datetime\.now|date\.today|os\.environ|open\()", teks), berkas.name


@pytest.mark.parametrize("berkas", BERKAS, ids=lambda p: p.relative_to(PAKET).as_posix())
def test_no_file_is_longer_than_350_lines_and_no_function_longer_than_40(berkas):
    teks = berkas.read_text(encoding="utf-8")
    assert teks.count("\n") <= 350
    panjang = {
        simpul.name: simpul.end_lineno - simpul.lineno + 1
        for simpul in ast.walk(ast.parse(teks))
        if isinstance(simpul, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {nama: n for nama, n in panjang.items() if n > 40} == {}


def test_every_public_function_and_class_says_what_it_is():
    tanpa = []
    for berkas in BERKAS:
        for simpul in ast.parse(berkas.read_text(encoding="utf-8")).body:
            if (
                isinstance(simpul, ast.FunctionDef | ast.ClassDef)
                and not simpul.name.startswith("_")
                and not ast.get_docstring(simpul)
            ):
                tanpa.append(f"{berkas.relative_to(AKAR)}:{simpul.name}")
    assert tanpa == []


def test_no_module_has_a_name_that_says_nothing():
    terlarang = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "service", "services"}
    assert [b.name for b in BERKAS if b.stem in terlarang or b.parent.name in terlarang] == []


def test_the_code_holds_no_leftovers():
    kata = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    assert [b.name for b in BERKAS if kata.search(b.read_text(encoding="utf-8"))] == []


def test_the_schema_has_one_pinned_head():
    assert ScriptDirectory(str(AKAR / "migrations")).get_heads() == [KEPALA_MIGRASI]


def test_the_migrations_make_exactly_the_tables_and_columns_of_the_code(tmp_path):
    from sqlalchemy import inspect

    engine = buat_engine(f"sqlite:///{tmp_path / 'skema.db'}")
    migrasikan(engine)
    peninjau = inspect(engine)
    dari_migrasi = {
        t: {k["name"] for k in peninjau.get_columns(t)} for t in peninjau.get_table_names() if t != "alembic_version"
    }
    dari_kode = {t.name: {k.name for k in t.columns} for t in Base.metadata.sorted_tables}
    assert dari_migrasi == dari_kode


def test_every_setting_of_the_environment_is_explained():
    contoh = (AKAR / ".env.example").read_text(encoding="utf-8")
    readme = (AKAR / "README.md").read_text(encoding="utf-8")
    for nama in NAMA_DIKENAL:
        assert nama in readme
        if nama != "RTL_TEST_REQUIRE":
            assert nama in contoh


def test_every_enum_of_the_domain_is_in_the_glossary():
    readme = (AKAR / "README.md").read_text(encoding="utf-8")
    hilang = []
    for berkas in (PAKET / "domain").glob("*.py"):
        modul = import_module(f"rtl_tracker.domain.{berkas.stem}")
        for nama, nilai in vars(modul).items():
            if (
                isinstance(nilai, type)
                and issubclass(nilai, StrEnum)
                and nilai is not StrEnum
                and nilai.__module__ == modul.__name__
            ):
                hilang += [f"{nama}.{a.value}" for a in nilai if f"`{a.value}`" not in readme]
    assert hilang == []


def test_the_lock_file_pins_by_hash_and_names_no_index():
    kunci = (AKAR / "requirements.lock").read_text(encoding="utf-8")
    assert "--hash=sha256:" in kunci
    assert not re.search(r"^--(index-url|extra-index-url|find-links|trusted-host)", kunci, re.MULTILINE)
    assert "http" not in kunci


def test_no_two_files_of_tests_share_a_name():
    nama = [b.name for b in (AKAR / "tests").rglob("test_*.py")]
    assert [n for n in sorted(set(nama)) if nama.count(n) > 1] == []
