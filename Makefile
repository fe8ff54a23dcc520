# What a developer does, one word each. `make` alone lists them.
SWIFT = swift
CONFIGURATION = release

.DEFAULT_GOAL := help
.PHONY: help install build demo test bless bench fuzz format lint layers embed clean

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: ## install what is missing (Debian, Ubuntu), saying what and why
	@.ci/install

build: install ## build the two programs, optimised
	$(SWIFT) build -c $(CONFIGURATION)

demo: build Samples/custody/data/cases.db ## run the main job on the custody sample, from specification to released data
	.build/$(CONFIGURATION)/lagrum run Samples/custody/custody.lagrum

Samples/custody/data/cases.db: Samples/custody/generate.py
	python3 $< --out $(@D)

# The programs are built as for the demo, so that one build serves both.
test: install layers ## run every check and test
	@.ci/embed --check
	$(SWIFT) build -c $(CONFIGURATION) --build-tests
	$(SWIFT) test -c $(CONFIGURATION) --skip-build

bless: install ## write the goldens of the tests anew; read the difference before you commit it
	LAGRUM_BLESS=1 $(SWIFT) test -c $(CONFIGURATION)

bench: build ## measure checking beside ruff and cedarpy, and synthesis beside the reference (LAGRUM_BENCH_DATA says where it lies)
	@python3 Sources/lagrum-bench/compare_check.py
	@python3 Sources/lagrum-bench/compare_mst.py

fuzz: install ## search for inputs that crash, hang or lose bytes, with libFuzzer (SECONDS_TO_RUN=600)
	@.ci/fuzz

format: ## format all Swift code
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests

lint: ## say what is not formatted
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests

layers: ## check every import against the table in Package.swift
	@.ci/layers

embed: ## write the law packs' texts into the Swift file that ships them
	@.ci/embed

clean: ## remove what was built, generated and run
	rm -rf .build runs Samples/*/data Samples/*/runs
