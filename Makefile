# make run    set up once, then the program; without a display the main job through its windows, offscreen
# make test   set up once, then lint, types, import direction and every short test
SHELL := /bin/bash
VENV := .venv
PY := $(VENV)/bin/python
STAMP := $(VENV)/.ready

.PHONY: setup run test lint check bench faults pictures clean

setup: $(STAMP)

$(STAMP): requirements.lock pyproject.toml scripts/setup.sh
	@bash scripts/setup.sh

run: $(STAMP)
	@bash scripts/run.sh

lint: $(STAMP)
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/lint-imports
	$(VENV)/bin/mypy

test: lint
	$(VENV)/bin/pytest -m "not slow" -n 2

check: test

# Ratios against their limits, measured in one run; see docs/architecture.md.
bench: $(STAMP)
	$(PY) -m tests.benchmarks

# The long forms: random kill -9, single-bit flips, many orders.
faults: $(STAMP)
	$(VENV)/bin/pytest -m slow -n 2 --timeout 3600

# Every page offscreen, in Indonesian, at 1366×768, for the user guide.
pictures: $(STAMP)
	$(PY) -m scripts.pictures

clean:
	rm -rf $(VENV) demo-output
