# The only door: every target sets up what it needs. `make site`, `make test`, `make lint`, `make bench`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The locks name every package, so pip resolves nothing (--no-deps): a newer release on the index changes no install.
# No user settings, no other Python's packages: what runs here is what the lock says.
export PYTHONNOUSERSITE := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: site test lint bench serve locks clean browser

site: $(VENV)/.ready ## the dossier: site/ and dist/*.zip, from sources/
	$(BIN)/dossier build --downloads
	@echo "open site/index.html, or unpack the zip in dist/ anywhere"

test: $(VENV)/.ready-to-test browser lint ## all checks
	$(BIN)/python -m pytest -n $(or $(WORKERS),2) --dist loadgroup $(TESTS)

lint: $(VENV)/.ready-to-test ## format, style, types, direction of imports
	$(BIN)/ruff format --check generator tests bench training
	$(BIN)/ruff check generator tests bench training
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.ready-to-test ## seconds, memory and ratios, measured in one run
	$(BIN)/python bench/bench.py $(BENCH)

serve: $(VENV)/.ready ## look at the built site at http://127.0.0.1:8000
	$(BIN)/python -m http.server --directory site --bind 127.0.0.1 8000

browser: ## Chromium for the tests: one that is installed, else Debian's
	@sh tests/browser/install.sh

# run after a change of dependencies in pyproject.toml
locks: $(VENV)/.ready-to-test
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-trusted-host \
		--no-emit-find-links --no-emit-options --no-header --extra meaning --extra formats --extra adding --extra cards --extra build --output-file requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-trusted-host \
		--no-emit-find-links --no-emit-options --no-header --all-extras --output-file requirements-test.lock pyproject.toml

clean: ## everything that can be made again
	rm -rf $(VENV) site dist build .dossier .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: $(VENV)/bin/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready-to-test: $(VENV)/bin/python requirements-test.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes --requirement requirements-test.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.ready
