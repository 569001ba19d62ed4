# The words of this house. `make run` and `make test` do all of their own set-up.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PORT   ?= 8501

.DEFAULT_GOAL := help
.PHONY: help run test check bench soak pictures words pins clean

help: ## Say what there is to do
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

run: $(VENV)/.ready ## Start the app on http://localhost:8501
	$(BIN)/streamlit run app.py --server.port $(PORT)

test: $(VENV)/.ready-dev ## Run all tests
	$(BIN)/pytest -n auto --dist loadscope --durations 20

check: $(VENV)/.ready-dev ## Format, lint, types, borders between rooms, dead code, catalogues
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/vulture
	$(BIN)/python -m locales.catalogue check
	$(BIN)/python -m assessment check --strict questionnaires

bench: $(VENV)/.ready-dev ## Print what things cost on this machine
	$(BIN)/python -m benchmarks

soak: $(VENV)/.ready-dev ## Run the long fault tests with their full counts (one of them: ONLY=tests/store/test_kill.py)
	HANSE_SOAK=1 $(BIN)/pytest -m soak $(ONLY)

pictures: $(VENV)/.ready-dev ## Make the pictures of the README anew from the invented network (needs Chromium)
	$(BIN)/python -m tests.browser.pictures

words: $(VENV)/.ready-dev ## Collect the sentences of the code into the German catalogue
	$(BIN)/python -m locales.catalogue update

pins: ## Resolve the dependencies of pyproject.toml anew (needs uv)
	uv pip compile -q --universal --python-version 3.11 --no-header pyproject.toml -o requirements.txt
	uv pip compile -q --universal --python-version 3.11 --no-header --group dev pyproject.toml -c requirements.txt -o requirements-dev.txt

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; '$(PYTHON)' is older. Name another one: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "This Python cannot make virtual environments. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.ready-dev: requirements-dev.txt $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

clean: ## Remove the environment and everything that can be made again
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
