# One command each: demo, test, lint, bench. All work in .venv at the root, made from the hash locks with nothing but
# Python 3.11+ and make; the second time they only run.

.DEFAULT_GOAL := help
.PHONY: help setup demo test cases lint format bench bench-model incident invariants model clean

VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared
RUN ?= .run
DEMO ?= src/standoff/demo/reports
TESTS ?= tests
CODE := src benchmarks tests

# The first Python that is new enough; `make PYTHON=/some/python test` names another.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for each in python3 python3.13 python3.12 python3.11 python; do \
	"$$each" -c '$(NEW_ENOUGH)' >/dev/null 2>&1 && { echo "$$each"; break; }; done)

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(VENV)/.dev ## make .venv with everything that tests and lint need

demo: $(VENV)/.run ## brief the bundled reports
	$(BIN)/standoff brief $(DEMO)

test: $(VENV)/.dev ## run the tests (TESTS=tests/ingest for some of them)
	$(BIN)/python -m pytest $(TESTS)

cases: $(VENV)/.dev ## how many construction cases are right (ONLY=chains; UPDATE_CASES=1 renews the known misses)
	PYTHONPATH=tests $(BIN)/python -m cases $(ONLY)

lint: $(VENV)/.dev ## ruff and mypy --strict
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict $(CODE)

format: $(VENV)/.dev ## let ruff set the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The allocator keeps the pages that it has: giving them back after each step costs an eighth of the training's time.
KEEP := MALLOC_MMAP_THRESHOLD_=8589934592 MALLOC_TRIM_THRESHOLD_=17179869184 MALLOC_TOP_PAD_=268435456 \
	GLIBC_TUNABLES=glibc.malloc.hugetlb=1

model: ## train the model anew (SHARED=../shared RUN=.run; about four hours on two cores, no GPU)
	$(PYTHON) -m venv .venv-training
	.venv-training/bin/pip install --quiet --requirement training/requirements.txt
	PYTHONPATH=src:. .venv-training/bin/python -m training.tokenizer
	$(KEEP) PYTHONPATH=src:. .venv-training/bin/python -m training.train --shared $(SHARED) --out $(RUN)
	PYTHONPATH=src:. .venv-training/bin/python -m training.export --shared $(SHARED) --checkpoint $(RUN)/final.pt

bench: $(VENV)/.dev ## measure against the floors (QUICK=1 for the short form)
	$(BIN)/python -m benchmarks $(if $(QUICK),--quick)

bench-model: $(VENV)/.dev ## measure every task and write docs/quality.md
	$(BIN)/python -m benchmarks.quality --out docs/quality.md

invariants: $(VENV)/.dev ## check what every reading promises on every text in SHARED/corpora (LIMIT=20 for some a file)
	$(BIN)/python -m benchmarks.invariants --data $(SHARED)/corpora $(if $(LIMIT),--limit $(LIMIT))

incident: $(VENV)/.dev ## write docs/incident.md: the bundled reports as one incident
	$(BIN)/python -m benchmarks.incident --out docs/incident.md

clean: ## remove .venv and what the tools left
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis src/*.egg-info

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Standoff needs Python 3.11 or later; name one: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

PIP_INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check
INSTALL_PACKAGE = $(PIP_INSTALL) --no-deps --no-build-isolation --no-index --editable .

$(VENV)/.run: requirements/run.txt pyproject.toml | $(BIN)/python
	$(PIP_INSTALL) --require-hashes --requirement requirements/run.txt
	$(INSTALL_PACKAGE)
	@touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml | $(BIN)/python
	$(PIP_INSTALL) --require-hashes --requirement requirements/dev.txt
	$(INSTALL_PACKAGE)
	@touch $@ $(VENV)/.run
