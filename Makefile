# dlquiz. Two commands need nothing but Python 3.11 or newer, pip and make:
#
#   make run     the whole site on this machine, with the seeded course and demo accounts
#   make test    the whole test suite
#
# The README prints what they expand to.

SHELL := /bin/sh
.DEFAULT_GOAL := help

# The first interpreter on the PATH that is new enough; PYTHON=... names another.
PYTHON ?= $(shell for candidate in python3 python3.13 python3.12 python3.11 python3.14; do \
	if $$candidate -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	echo $$candidate; break; fi; done)
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest
# These start servers, browsers and sandboxes of their own, and some measure time: one after the other.
SERIAL_TESTS := $(wildcard tests/operations tests/flow tests/hostile tests/browser)
RUN_OPTIONS ?=
TEST_OPTIONS ?=

.PHONY: help run test lint bench pictures assets figures messages clean install install-dev python

help:
	@sed -n 's/^# \{0,1\}//p' Makefile | sed -n 1,6p
	@echo "  make lint    every check that needs no running: ruff, mypy, djlint, imports, message catalogues"
	@echo "  make bench   how fast submissions are graded here, beside one process per submission"
	@echo "  make assets  rebuild the editor's bundle from its lockfile (needs Node.js)"
	@echo "  make pictures  a picture of every page in every look, in screenshots/"
	@echo "  make figures  draw the figures of lessons and tasks anew"
	@echo "  make messages  merge and compile the Hindi message catalogue"
	@echo "  make clean   remove what was built; your data in var/ stays"

python:
	@test -n "$(PYTHON)" || { echo "dlquiz: no Python 3.11 or newer was found; install one," \
		"or name it: make run PYTHON=/path/to/python3" >&2; exit 1; }

install: python
	@$(PYTHON) scripts/install.py

install-dev: python
	@$(PYTHON) scripts/install.py --dev

run: install
	@exec $(BIN)/python -m dlquiz.supervisor $(RUN_OPTIONS)

test: install-dev
	@status=0; set -x; \
	$(PYTEST) -n 2 $(addprefix --ignore=,$(SERIAL_TESTS)) $(TEST_OPTIONS) tests || status=$$?; \
	$(PYTEST) $(TEST_OPTIONS) $(SERIAL_TESTS) || status=$$?; \
	exit $$status

lint: install-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	DJANGO_DEBUG=1 $(BIN)/mypy
	$(BIN)/djlint --lint --quiet dlquiz
	$(BIN)/lint-imports
	$(BIN)/python -m scripts.messages --check

bench: install
	$(BIN)/python -m graders bench --against naive

pictures: install-dev
	$(BIN)/python -m scripts.pictures screenshots

assets:
	cd dlquiz/core/frontend && npm ci && npm run build

figures: install
	$(BIN)/python -m dlquiz.content.figures

messages: install-dev
	$(BIN)/python -m scripts.messages

clean:
	rm -rf .venv build dist staticfiles htmlcov test-results screenshots .coverage .coverage.* *.egg-info
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dlquiz/core/frontend/node_modules
	find dlquiz graders scripts tests reference_models -name __pycache__ -type d -prune -exec rm -rf {} +
	@if [ -d var ]; then echo "dlquiz: var/ holds your data (database, queue, secret key) and was left alone;" \
		"remove it by hand if you want to start afresh."; fi
