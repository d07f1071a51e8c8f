# Every job is one target. `make` lists them.
PYTHON  ?= python3
UV      ?= uv
EPOCHS  ?= 50
WORKERS ?= 2

BIN     := .venv/bin
SETTINGS := --hidden 128,64 --batch-size 64 --learning-rate 0.1 --epochs $(EPOCHS) --seed 0
SHELL   := /bin/bash

NO_PYTHON = noron: there is no $(PYTHON) here: install Python 3.11 or newer \
	(Debian: apt-get install python3 python3-venv) or name yours: make PYTHON=python3.12 train

# Nothing of the caller's Python settings leaks in.
unexport PYTHONHOME PYTHONPATH

.DEFAULT_GOAL := help
.PHONY: help train test check format requirements clean

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

train: ## train the tutorial's network on MNIST (EPOCHS=50), results in a new folder of runs/
	@$(call install,run)
	@$(BIN)/noron train $(SETTINGS)

test: ## run the whole test suite (ARGS="tests/test_x.py -k name" for a part)
	@$(call install,run test)
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest -n $(WORKERS) $(ARGS)

check: ## lint, formatting, types and import rules
	@$(call install,run check)
	@failed=; for job in "ruff check ." "ruff format --check ." "pyrefly check --progress-bar no" \
		"lint-imports --no-logo --cache-dir .cache/imports"; do \
		printf -- '-- %s\n' "$$job"; $(BIN)/$$job || failed="$$failed [$$job]"; done; \
	if [ -n "$$failed" ]; then echo "make check failed in:$$failed" >&2; exit 1; fi

format: ## let ruff format the code and mend what it can
	@$(call install,run check)
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

requirements: ## pin the dependencies anew from pyproject.toml (UPGRADE=--upgrade for newer ones)
	@$(call pin,run,pyproject.toml --extra plots --group build)
	@$(call pin,test,--group test --constraints requirements/run.txt)
	@$(call pin,check,--group check --constraints requirements/run.txt --constraints requirements/test.txt)

clean: ## remove the environment and the caches; runs/ stays
	@rm -rf .venv .cache build dist
	@find src tests requirements -name __pycache__ -prune -exec rm -rf {} +

# $(call install,LAYERS): .venv with these layers; nothing happens where that is done already
define install
command -v $(PYTHON) >/dev/null || { echo "$(NO_PYTHON)" >&2; exit 1; }; \
$(PYTHON) requirements/install.py $(1)
endef

# $(call pin,LAYER,SOURCES): requirements/LAYER.txt for every platform, with hashes, without addresses
define pin
$(UV) pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make requirements" \
	$(UPGRADE) $(2) --output-file requirements/$(1).txt
endef
