# Everything sets itself up: Python 3.11 to 3.13 and make are all that must be there. `make help` lists the targets.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

# Compiled modules halve the start of every command; some machines switch them off.
unexport PYTHONDONTWRITEBYTECODE
export DAGSTER_DISABLE_TELEMETRY = 1

.DEFAULT_GOAL := help
.PHONY: help refresh test ui lint bench docs lock clean

help: ## this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 20

refresh: $(STAMP) ## read the sources, make and publish the tables (only what changed)
	@$(BIN)/figuretrail refresh

test: $(STAMP) ## run the tests
	@$(BIN)/pytest

ui: $(STAMP) ## open the Dagster UI on http://127.0.0.1:3000
	@$(BIN)/figuretrail ui

lint: $(STAMP) ## check format, style and types
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy

bench: $(STAMP) ## measure speed and memory, as ratios in one run
	@$(BIN)/python -m benchmarks

docs: $(STAMP) ## write the data dictionary and the README's pictures again
	@$(BIN)/python docs/generate.py

# pip reads the lock on a bare machine. It can't take lxml's extras from a hashed lock; the package they stand for
# (lxml-html-clean) is pinned there by its own name.
lock: ## pin the dependencies again (needs uv)
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
		--no-strip-extras --no-annotate --no-header --upgrade --output-file requirements.lock
	sed -i 's/^lxml\[[a-z,-]*\]==/lxml==/' requirements.lock

clean: ## remove the environment; data/ stays
	rm -rf $(VENV)

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(0 if (3, 11) <= v < (3, 14) else f"found Python {v.major}.{v.minor}; expected 3.11 to 3.13. To do: make PYTHON=python3.12 (or another of them)")'
	@echo "Setting up $(VENV) (once, about a minute) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q figuretrail schemas assets pipeline
	@touch $(STAMP)
