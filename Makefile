# Every job is one target. `make` lists them.
PYTHON  ?= python3
UV      ?= uv
EPOCHS  ?= 50
WORKERS ?= 2
FUZZ_SECONDS ?= 600

BIN     := .venv/bin
SETTINGS := --hidden 128,64 --batch-size 64 --learning-rate 0.1 --epochs $(EPOCHS) --seed 0
AS_BEFORE := --constraints requirements/run.txt --constraints requirements/test.txt
SHELL   := /bin/bash

NO_PYTHON = noron: there is no $(PYTHON) here: install Python 3.11 or newer \
	(Debian: apt-get install python3 python3-venv) or name yours: make PYTHON=python3.12 train

# Nothing of the caller's Python settings leaks in.
unexport PYTHONHOME PYTHONPATH PYTHONSAFEPATH

.DEFAULT_GOAL := help
.PHONY: help train test test-native test-arm test-peers check format bench bench-quick bench-estimators bench-tables sanitize mutants fuzz pages site wheels requirements clean

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s  %s\n", $$1, $$2 }' Makefile

train: ## train the tutorial's network on MNIST (EPOCHS=50), results in a new folder of runs/
	@$(call install,.venv,run native)
	@$(BIN)/noron train $(SETTINGS)

test: ## run the whole test suite (ARGS="tests/engines -k name" for a part)
	@$(call install,.venv,run test native wasm web debian)
	@$(BIN)/python requirements/static_pages.py || \
		echo "noron: without build/site the tests of the lab in the browser's Python are skipped" >&2
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest -n $(WORKERS) $(ARGS)

test-native: ## test the kernels in C++ for each instruction set (ARGS=wasm: as WebAssembly)
	@$(call install,.venv,run wasm)
	@$(BIN)/python native/tests/run.py $(ARGS)

test-arm: ## the same for AArch64 with NEON, emulated by QEMU: minutes
	@$(call install,.venv,run wasm)
	@$(BIN)/python native/tests/run.py arm $(ARGS)

check: ## lint, formatting, types and import rules
	@$(call install,.venv,run check)
	@failed=; for job in "ruff check ." "ruff format --check ." "pyrefly check --progress-bar no" \
		"lint-imports --no-logo --cache-dir .cache/imports"; do \
		printf -- '-- %s\n' "$$job"; $(BIN)/$$job || failed="$$failed [$$job]"; done; \
	if [ -n "$$failed" ]; then echo "make check failed in:$$failed" >&2; exit 1; fi

format: ## let ruff format the code and mend what it can
	@$(call install,.venv,run check)
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

bench: ## validate and time noron beside its peers, write docs/performance.md: about two hours
	@$(call install,.venv-bench,run bench torch native)
	@.venv-bench/bin/python -m benchmarks $(ARGS)

bench-quick: ## the same with fewer rows and shapes: under five minutes
	@$(call install,.venv-bench,run bench torch native)
	@.venv-bench/bin/python -m benchmarks --quick $(ARGS)

test-peers: ## compare with PyTorch, Keras, scikit-learn and ONNX Runtime, in their own environment
	@$(call install,.venv-peers,run peers torch)
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 .venv-peers/bin/python -m pytest tests/*/test_peers.py $(ARGS)

sanitize: ## test the kernels on a build that watches its memory and arithmetic (ARGS=tests for all)
	@$(call install,.venv,run test native)
	@$(BIN)/python native/tests/run.py --sanitize
	@$(BIN)/python requirements/sanitize.py -n $(WORKERS) $(ARGS)

fuzz: ## fuzz every reader of files, ten minutes each (FUZZ_SECONDS=60 ARGS="store csv" for less)
	@$(call install,.venv-fuzz,run test fuzz)
	@.venv-fuzz/bin/python tests/fuzz $(FUZZ_SECONDS) $(ARGS)

bench-tables: ## score the table estimators beside scikit-learn's on twenty tables: minutes
	@$(call install,.venv-bench,run bench torch native)
	@.venv-bench/bin/python -m benchmarks.table_scores

bench-estimators: ## time noron's MLPClassifier and MLPRegressor beside scikit-learn's: minutes
	@$(call install,.venv-bench,run bench torch native)
	@.venv-bench/bin/python -m benchmarks.estimators $(ARGS)

mutants: ## use 70,000 mutants of each kind of model file (ARGS="2000 1 table" for others): hours
	@$(call install,.venv,run test native debian)
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python tests/model/mutants.py $(or $(ARGS),70000)

pages: ## check, test and build the lab's pages from web/
	@$(call install,.venv,run web)
	@$(BIN)/python requirements/pages.py .venv

site: ## make the lab that trains in the browser, without a server: build/site, and as a wheel
	@$(call install,.venv,run web wasm)
	@$(BIN)/python requirements/static_pages.py

wheels: ## make a folder of wheels for machines without internet (ARGS="win_amd64 3.12" for others)
	@$(call install,.venv,run native)
	@$(BIN)/python requirements/wheels.py $(ARGS)

requirements: ## pin the dependencies anew from pyproject.toml (UPGRADE=--upgrade for newer ones)
	@$(call pin,run,pyproject.toml --extra plots --group build)
	@$(call pin,test,--group test --constraints requirements/run.txt)
	@$(call pin,check,--group check $(AS_BEFORE))
	@$(call pin,native,--group native $(AS_BEFORE))
	@$(call pin,bench,--group bench $(AS_BEFORE))
	@$(call pin,peers,--group peers $(AS_BEFORE))
	@$(call pin,fuzz,--group fuzz $(AS_BEFORE))
	@$(call pin,wasm,--group wasm $(AS_BEFORE))
	@$(call pin,web,--group web $(AS_BEFORE))

clean: ## remove the environment and the caches; runs/ stays
	@rm -rf .venv .venv-bench .venv-peers .venv-fuzz .cache wheels build dist native/build native/dist
	@find src tests requirements benchmarks native -name __pycache__ -prune -exec rm -rf {} +

# $(call install,FOLDER,LAYERS): an environment with these; nothing happens where that is done already
define install
command -v $(PYTHON) >/dev/null || { echo "$(NO_PYTHON)" >&2; exit 1; }; \
$(PYTHON) requirements/install.py $(1) $(2)
endef

# $(call pin,LAYER,SOURCES): requirements/LAYER.txt for every platform, with hashes, without addresses
define pin
$(UV) pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make requirements" \
	$(UPGRADE) $(2) --output-file requirements/$(1).txt
endef
