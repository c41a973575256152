# Needs make and Python 3.11 or newer, nothing else: every target makes .venv first where it is missing or out of date.
# With uv instead: `uv venv && uv pip install --editable '.[dev]' && touch .venv/.installed`, then the same targets.

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
COMPILED := build/compiled
# What `make compiled` measures over, the project's own plans without: `make TEXTS='reports/*.txt' compiled`.
TEXTS :=
# The first of these that runs and is new enough; `make PYTHON=/path/to/python …` chooses another.
PYTHONS := python3 python3.14 python3.13 python3.12 python3.11
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))

.DEFAULT_GOAL := help
.PHONY: help install run test faults rules compiled check clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(STAMP) ## make .venv with planskg and what its tests need; does nothing when nothing changed

run: $(STAMP) ## build the graph from data/documents and write out/
	$(BIN)/planskg run

test: $(STAMP) ## run the tests, but for those that take minutes
	$(BIN)/python -m pytest -n auto --dist loadfile -m "not thorough"

faults: $(STAMP) ## plant faults in clean plans: found, missed, false alarms of each rule
	PYTHONPATH=tests $(BIN)/python -m faults

rules: $(STAMP) ## write docs/rules.md anew from the shapes, with the figures of make faults
	$(BIN)/planskg explain --markdown $(addprefix --figures ,$(wildcard tests/faults/figures.md)) -o docs/rules.md

compiled: $(STAMP) ## install a wheel with machine code into build/compiled, prove that it reads alike, measure both
	rm -rf $(COMPILED)
	CFLAGS="$${CFLAGS--march=native}" HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --target $(COMPILED) .
	PYTHONPATH=$(COMPILED) $(BIN)/python -m pytest -q tests/test_gold.py tests/test_plans.py tests/test_sentences.py
	$(BIN)/python benchmarks/extraction.py $(TEXTS)
	PYTHONPATH=$(COMPILED) $(BIN)/python benchmarks/extraction.py $(TEXTS)

check: $(STAMP) ## format, lint, types, then all tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto --dist loadfile

clean: ## remove .venv and everything that was built
	rm -rf $(VENV) out dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find planskg tests benchmarks -type d -name __pycache__ -prune -exec rm -rf {} +

$(STAMP): pyproject.toml
	@python="$(PYTHON)"; \
	if [ -z "$$python" ]; then \
	    for name in $(PYTHONS); do \
	        if $$name -c '$(NEW_ENOUGH)' 2>/dev/null; then python=$$name; break; fi; \
	    done; \
	fi; \
	if [ -z "$$python" ] || ! "$$python" -c '$(NEW_ENOUGH)' 2>/dev/null; then \
	    echo "planskg needs Python 3.11 or newer; found: $$("$${python:-python3}" --version 2>&1 || true)" >&2; \
	    echo "Install it, or name it: make PYTHON=/path/to/python3.11 install" >&2; \
	    exit 1; \
	fi; \
	"$$python" -m venv $(VENV) || { \
	    echo "The venv module of $$python does not work (on Debian and Ubuntu: apt install python3-venv)" >&2; \
	    exit 1; \
	}
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@
