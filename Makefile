# The two commands: make run, make test. make setup is the part both share.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup run test lint bench clean

setup: .venv/.setup

.venv/.setup: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed")'
	test -x $(BIN)/pip || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $@

# The demo goes into an empty database only, and its report is made only where the demo is and only when it is missing.
run: setup
	@$(BIN)/rtl-tracker migrate
	@$(BIN)/rtl-tracker demo --bila-kosong --laporan
	@$(BIN)/rtl-tracker serve

test: setup
	$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup
	@for satu in app_import ikm impor laporan dokumen halaman pemeriksaan survei; do $(BIN)/python -m bench.$$satu || exit 1; done

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
