# `make` lists what can be done. It needs Python 3.11 or newer and git; everything else goes into .venv.

PYTHON ?= python3
JOBS ?= auto
ARGS ?=
SAVES ?= 10000

BIN := .venv/bin
AS_USER := $(if $(SUDO_USER),sudo -u $(SUDO_USER))
READY := .venv/ready
PIP := $(BIN)/python -m pip --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help demo test soak soak-tools mutate check lint types contracts fix bench bench-check bench-record cover mermaid pictures hooks constraints wheel clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# An example vault that is still as `make demo` left it makes room for a new one; one that was played in is kept.
demo_sums = find demo -type f -exec cksum {} + | LC_ALL=C sort
put_aside = if test -e demo; then \
	  if $(demo_sums) | cmp -s - .venv/demo.sums; then rm -rf demo; \
	  else old=demo.old-$$(date +%Y%m%d-%H%M%S); mv demo $$old; echo "Your earlier ./demo is kept in ./$$old" >&2; fi; \
	fi

# Made anew whenever what it is made of changes. All it has to say goes to stderr: `make demo` prints only the agenda.
$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("vaultnet needs Python 3.11 or newer: try make PYTHON=python3.12")'
	@echo 'Setting up .venv (once; about a minute)' >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv >&2
	@$(PIP) install --quiet -c constraints.txt hatchling >&2
	@$(PIP) install --quiet -c constraints.txt --no-build-isolation -e '.[dev]' >&2
	@touch $@

demo: $(READY) ## write today's agenda into an example vault in ./demo, and print it
	@$(put_aside)
	@$(BIN)/vaultnet init --example demo >&2
	@$(BIN)/vaultnet -C demo agenda
	@$(demo_sums) > .venv/demo.sums
	@printf '\nThe program is $(BIN)/vaultnet, the vault ./demo. Next: $(BIN)/vaultnet -C demo log "called Ville, fine"\n' >&2

test: $(READY) ## run every test (ARGS="-k name" picks some)
	$(BIN)/pytest -n $(JOBS) --maxprocesses 8 --dist worksteal $(ARGS)

soak: soak-tools $(READY) ## run the long tests, as root: what is promised, by the real thing (ARGS="-k d5" picks some)
	@test .venv/soak -nt constraints.txt || { $(AS_USER) $(PIP) install --quiet -c constraints.txt -e '.[soak]' --no-build-isolation \
	  && $(AS_USER) touch .venv/soak; }
	$(BIN)/python -m tests.soaking --jobs $(JOBS) --saves $(SAVES) $(ARGS)

soak-tools:
	@PYTHONDONTWRITEBYTECODE=1 $(PYTHON) -m tests.soaking.tools

mutate: $(READY) ## take away one safeguard at a time, in a copy: each must turn a named test red (ARGS=fsync picks some)
	$(BIN)/python -m tests.mutate $(ARGS)

check: lint types contracts test ## the gate: format, lint, types, import contracts, tests

lint: $(READY) ## format and lint only
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(READY) ## types only
	$(BIN)/mypy

contracts: $(READY) ## import contracts only
	$(BIN)/lint-imports

fix: $(READY) ## format, and let the linter mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(READY) ## measure speed against budgets and peers into benchmarks/RESULTS.md (ARGS=--large adds 100,000 notes)
	$(BIN)/python -m benchmarks.bench $(ARGS)

bench-check: $(READY) ## name the operations whose instructions have grown by more than 10 % (ARGS=--record counts anew)
	$(BIN)/python -m benchmarks.instructions $(ARGS)

bench-record: ARGS = --record
bench-record: bench-check ## count the instructions that bench-check compares with

cover: $(READY) ## run the tests and list the lines and branches they leave out
	$(BIN)/pytest -n $(JOBS) --maxprocesses 8 --cov --cov-report=term-missing:skip-covered $(ARGS)

mermaid: $(READY) ## let Mermaid itself read every chart there is (needs node and npm, which fetches it once)
	@mkdir -p .venv/mermaid
	@cp tests/mermaid/package.json tests/mermaid/parse.mjs .venv/mermaid/
	@npm install --prefix .venv/mermaid --silent --no-package-lock --no-audit --no-fund --ignore-scripts
	@$(BIN)/python -m tests.mermaid > .venv/mermaid/charts.json
	node .venv/mermaid/parse.mjs < .venv/mermaid/charts.json

pictures: $(READY) ## draw the pictures of the documentation anew (a test says when they no longer are what is drawn)
	$(BIN)/pytest -q --update tests/frontends/test_pictures.py

hooks: $(READY) ## let git run the quick checks before a commit
	$(BIN)/pre-commit install --hook-type pre-commit --hook-type pre-push

constraints: $(READY) ## write the versions now in .venv into constraints.txt
	@{ sed -n '/^#/p' constraints.txt; $(PIP) list --format=freeze --exclude-editable --exclude pip --exclude setuptools; } > constraints.new
	@mv constraints.new constraints.txt

wheel: $(READY) ## build the wheel into ./dist
	$(BIN)/python -m build --wheel --no-isolation

clean: ## remove what make has made: .venv, ./demo, ./dist, caches (a ./demo that you played in is kept)
	@$(put_aside)
	rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage
