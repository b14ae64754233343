# Loregraph's commands; `make` alone lists them. They need Python 3.11 or newer and make.
VENV ?= .venv
HOST ?= 127.0.0.1
PORT ?= 8000
NEO4J_PORT ?= 7687
PYTHON ?= $(shell for each in python3.11 python3.12 python3.13 python3 python; do \
	$$each -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$each && break; done)

RUN := $(VENV)/bin/python
INSTALLED := $(VENV)/.installed
PIP := $(RUN) -m pip --disable-pip-version-check
# What a production site sets, for `check --deploy`.
PRODUCTION := LOREGRAPH_HTTPS=yes LOREGRAPH_HOSTS=graph.example

.DEFAULT_GOAL := help
.PHONY: help install demo serve worker neo4j test test-all check bench bench-sources intents biencoder certainty screenshot words constraints clean

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo "Variables: HOST ($(HOST)), PORT ($(PORT)), NEO4J_PORT ($(NEO4J_PORT)), PYTHON, VENV ($(VENV)); e.g. make demo PORT=9000"

install: $(INSTALLED) ## Make the virtual environment with all that the demo and the tests need

$(INSTALLED): pyproject.toml constraints.txt
	@test -x $(RUN) || test -n "$(PYTHON)" || { \
		echo "Loregraph needs Python 3.11 or newer with its venv module (on Debian: apt install python3-venv)."; exit 1; }
	@echo "Installing into $(VENV); the first time takes some minutes."
	@test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --quiet --constraint constraints.txt --editable '.[medical,legal,local,postgres,openai,dev]'
	@touch $@

demo: install ## Install, load the two demo graphs and serve them with a worker beside
	@$(RUN) manage.py demo --host $(HOST) --port $(PORT)

serve: install ## Serve the site
	@$(RUN) manage.py migrate --no-input --verbosity 0
	@$(RUN) -m daphne -b $(HOST) -p $(PORT) webapp.asgi:application

worker: install ## Work on background jobs (loads) until stopped
	@$(RUN) manage.py db_worker

neo4j: install ## Start Neo4j for development on the loopback, until Ctrl-C, with Docker, or else with Java 17 and Maven
	@$(RUN) -m deploy.neo4j --port $(NEO4J_PORT)

test: install ## Run every test that needs no server and no browser
	@$(RUN) -m pytest

test-all: install ## Run every test; with CI set, a missing browser or server is a failure
	@$(RUN) -m pytest -m ""

check: install ## Check format, lint, types, layers, migrations and production settings
	$(RUN) -m ruff format --check .
	$(RUN) -m ruff check .
	$(RUN) -m mypy
	$(VENV)/bin/lint-imports
	$(RUN) manage.py makemigrations --check --dry-run
	$(PRODUCTION) $(RUN) manage.py check --deploy --fail-level WARNING

bench: install ## Measure loading and asking on the medical graph; STORE=ADDRESS, a Neo4j database, beside
	@$(RUN) -m bench $(if $(STORE),--store $(STORE))

bench-sources: install ## Measure cards: make bench-sources FACTS=FILE BASE=GGUF; needs the extra train, takes hours
	@$(RUN) -m bench.sources --facts "$(FACTS)" --base "$(BASE)" $(OPTIONS)

intents: install ## Learn the kinds of requests anew from their utterances, and the nouns for people (minutes)
	@$(RUN) -m agents.language.intents
	@$(RUN) -m agents.language.people

biencoder: install ## Learn anew what words ask for, from the marked questions; needs the extra train (half an hour)
	@$(RUN) -m bench.biencoder --write

certainty: install ## Learn anew how sure readings are, from the questions of the small graphs (minutes)
	@$(RUN) -m bench.certain --write

screenshot: install ## Draw the README's picture anew
	@$(RUN) -m tests.browser.screenshot

words: install ## Take new texts into the translations and compile them
	@DJANGO_SETTINGS_MODULE=webapp.settings $(RUN) -m tests.house.words

constraints: install ## Write constraints.txt anew from what is installed
	@{ head -1 constraints.txt; $(PIP) freeze --exclude-editable; } > constraints.new
	@mv constraints.new constraints.txt
	@touch $(INSTALLED)

clean: ## Remove the virtual environment, caches and build leftovers; var/ with your data stays
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
