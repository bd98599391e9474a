# make run    set up once, then the program; without a display the main job through its windows, offscreen
# make test   set up once, then lint, types, import direction and every short test
SHELL := /bin/bash
VENV := .venv
PY := $(VENV)/bin/python
STAMP := $(VENV)/.ready
TRANSLATED := $(patsubst %.ts,%.qm,$(wildcard resources/translations/*.ts))

.PHONY: setup run test lint check bench faults fuzz monkey pictures clean

setup: $(STAMP) $(TRANSLATED)

$(STAMP): requirements.lock pyproject.toml scripts/setup.sh
	@bash scripts/setup.sh

# Not committed: what Qt reads of the translations.
$(TRANSLATED): %.qm: %.ts | $(STAMP)
	$(PY) -m scripts.translations pack

run: $(STAMP) $(TRANSLATED)
	@bash scripts/run.sh

lint: $(STAMP) $(TRANSLATED)
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/lint-imports
	$(VENV)/bin/mypy

test: lint
	$(VENV)/bin/pytest -m "not slow" -n 2

check: test

# Ratios against their limits, measured in one run; see docs/architecture.md.
bench: $(STAMP) $(TRANSLATED)
	$(PY) -m tests.benchmarks

# What draws histories, orders, trees and lines: `make faults` lets it draw fifty times as many.
DRAWN := $(addprefix tests/,sync/test_orders.py sync/test_district_histories.py sync/test_exchange_histories.py \
	sync/test_merge_histories.py db/journal/test_half_equal.py db/journal/test_segments.py domain/merging/test_merge.py \
	commands/bundles/test_round_histories.py commands/profile/test_heal_journal.py)

# The long forms: random kill -9, single-bit flips, many orders, headers, histories.
faults: $(STAMP) $(TRANSLATED)
	$(VENV)/bin/pytest -m slow -n 2 --timeout 3600
	HYPOTHESIS_PROFILE=long $(VENV)/bin/pytest -m "not slow" -n 2 --timeout 7200 $(DRAWN)

# Every reader under bytes that are altered by what of the program they reach (atheris; Linux).
fuzz: $(STAMP)
	$(PY) -m tests.faults.fuzz --seconds 120

# Ten thousand random keys and clicks in a cadre's and in a supervisor's windows.
monkey: $(STAMP) $(TRANSLATED)
	$(VENV)/bin/pytest -m slow -n 2 --timeout 900 tests/ui/window/test_monkey.py

# Every page offscreen, in Indonesian, at 1366×768, for the user guide.
pictures: $(STAMP) $(TRANSLATED)
	$(PY) -m scripts.pictures

clean:
	rm -rf $(VENV) demo-output
