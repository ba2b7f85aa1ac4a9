# On a machine with python3 (3.11 or later, with venv) and make, `make run` and `make test` need nothing else done by hand.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

.PHONY: run test lint docs readme score floors corpus-score evaluate power weights bench fuzz overnight

run: $(READY)
	$(BIN)/upheld run corpus/reports -o outputs

test: $(READY)
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

# The documentation, every warning an error, into a folder of its own; SITE=folder keeps it.
SITE ?= build/site
COMPARED := --service homelessness-and-allocations --measure upheld_pct --stage 1 --period 2022-23
docs: $(READY)
	$(BIN)/upheld compare outputs $(COMPARED) --format svg -o docs/compare.svg
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet --site-dir $(SITE)
	$(BIN)/python .ci/notebook.py docs/from-folder-to-chart.ipynb

readme: $(READY)
	$(BIN)/python .ci/readme.py README.md

# The fixed set of drawn specimens, held against the floors that its score must not fall below; `python -m corpus.floors --raise` raises them.
floors: $(READY)
	$(BIN)/python -m corpus.floors

# The same, and docs/score.md and docs/score.svg are made anew.
corpus-score: $(READY)
	$(BIN)/python -m corpus.floors --page docs

# How well printed names are matched with their service: the table, docs/names.md and docs/names.svg. Part of the labelled names stands beside
# the checkout.
evaluate: $(READY)
	$(BIN)/python -m benchmarks.evaluate

# What the checks see of misprints, and how often they name the figure: the table, docs/power.md and docs/power.svg.
power: $(READY)
	$(BIN)/python -m benchmarks.power

# The weights of the matcher, fitted anew to the labelled names: after a change of its words or features.
weights: $(READY)
	$(BIN)/python -m benchmarks.fit

# How fast reports are read, beside what others take for less: benchmarks/speed.md and benchmarks/speed.svg. Takes half an hour.
bench: $(READY)
	$(BIN)/python -m benchmarks.speed

# 50,000 mutated files through every reader; what goes wrong is kept below /tmp/upheld-fuzz, and a run that was ended goes on.
fuzz: $(READY)
	$(BIN)/python -m benchmarks.fuzz --jobs 2

# 10,000 drawn reports with poisoned files among them, in one run: benchmarks/overnight.md. Takes a night.
overnight: $(READY)
	$(BIN)/python -m benchmarks.overnight

# What a reading of the published reports is worth, held against people's readings; both stand beside the checkout. Status 1 (a report that
# cannot be read) is part of the score.
score: $(READY)
	dataset=$$(mktemp -d) && { $(BIN)/upheld run ../shared/reports -o "$$dataset" || [ $$? -eq 1 ]; } \
		&& $(BIN)/python ../shared/tools/score.py "$$dataset" ../shared/gold; \
		status=$$?; rm -rf "$$dataset"; exit $$status

# The constraint holds for the build's own environment too, which is why it is a variable and not an option.
$(READY): constraints.txt pyproject.toml
	$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@
