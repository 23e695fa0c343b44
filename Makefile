# What there is to do: `make` alone lists it.  On Windows: py .ci\setup.py TARGET
# Each target sets up what it needs first; a second run starts at once.

PYTHON ?= python3
ARGS ?=
TARGETS := run test quick lint format types bench fuzz monkey mutants models screenshots translations

.DEFAULT_GOAL := help
.PHONY: help $(TARGETS)

run: ## Open the window; for example make run ARGS="--lang ko"
test: ## Run every test; for example make test ARGS="tests/engine -k split"
quick: ## Run three fifths of the tests: no TensorFlow, nothing slow, one whole window a file
lint: ## Look for mistakes, untidy code and forbidden imports
format: ## Lay out the code
types: ## Check the types
bench: ## Measure speed against its bounds
fuzz: ## Read 20,000 damaged and hostile files of every format; for example make fuzz ARGS="--count 1000"
monkey: ## Let random events loose on a window; for example make monkey ARGS="--seed 7 --minutes 10"
mutants: ## Change the code on purpose and see whether a test fails; ARGS="--sample 60 --seed 1"
models: ## Train the models in assets/models again; for example make models ARGS="sine dates"
screenshots: ## Take the pictures of the README and the guide again
translations: ## Collect the sentences to translate

$(TARGETS):
	@command -v $(PYTHON) >/dev/null 2>&1 || { \
	  echo "There is no $(PYTHON) here. Install Python 3.10 to 3.13, or name one: make $@ PYTHON=python3.12" >&2; \
	  exit 1; }
	@$(PYTHON) .ci/setup.py $@ $(ARGS)

help:
	@awk -F ': ## ' '/^[a-z]+: ## /{ printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
