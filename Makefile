# What a developer does, one word each. `make` alone lists them.
SWIFT = swift
CONFIGURATION = release

.DEFAULT_GOAL := help
.PHONY: help install build demo test bless bench fuzz format lint layers embed clean grammar programs docs man install-programs uninstall-programs

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

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

# What the grammar's second reader and its pictures need is kept under .build, and fetched once.
GRAMMAR = .build/grammar/bin/python
$(GRAMMAR):
	python3 -m venv .build/grammar
	.build/grammar/bin/pip install --quiet lark railroad-diagrams

grammar: $(GRAMMAR) ## write the grammar's tables and pictures, and hold it to the parser and to Lark's Earley (needs PyPI once)
	python3 Grammar/sentences.py --words
	python3 Grammar/tables.py
	$(GRAMMAR) Grammar/pictures.py
	$(SWIFT) build -c $(CONFIGURATION) --product lagrum
	$(GRAMMAR) Grammar/recognise.py --program .build/$(CONFIGURATION)/lagrum

programs:
	$(SWIFT) build -c $(CONFIGURATION) --product lagrum
	$(SWIFT) build -c $(CONFIGURATION) --product lagrum-engine
	$(SWIFT) build -c $(CONFIGURATION) --product lagrum-docs

docs: programs ## write the language reference, Swedish and English, into .build/site
	rm -rf .build/site
	.build/$(CONFIGURATION)/lagrum-docs site .build/site

man: programs ## write the manual pages into .build/man
	rm -rf .build/man
	.build/$(CONFIGURATION)/lagrum-docs man .build/man

PREFIX = /usr/local
SHARE = $(DESTDIR)$(PREFIX)/share

install-programs: programs man ## install programs, manual pages and completions below PREFIX (/usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 .build/$(CONFIGURATION)/lagrum .build/$(CONFIGURATION)/lagrum-engine $(DESTDIR)$(PREFIX)/bin
	for folder in man1 man5 sv/man1 sv/man5; do install -d $(SHARE)/man/$$folder && install -m 644 .build/man/$$folder/* $(SHARE)/man/$$folder || exit 1; done
	install -d $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	.build/$(CONFIGURATION)/lagrum completions bash > $(SHARE)/bash-completion/completions/lagrum
	.build/$(CONFIGURATION)/lagrum completions zsh > $(SHARE)/zsh/site-functions/_lagrum
	.build/$(CONFIGURATION)/lagrum completions fish > $(SHARE)/fish/vendor_completions.d/lagrum.fish

uninstall-programs: ## remove what install-programs put below PREFIX
	rm -f $(DESTDIR)$(PREFIX)/bin/lagrum $(DESTDIR)$(PREFIX)/bin/lagrum-engine
	rm -f $(SHARE)/man/man1/lagrum.1 $(SHARE)/man/man1/lagrum-*.1 $(SHARE)/man/man5/lagrum.5 $(SHARE)/man/man5/lagrum.yaml.5
	rm -f $(SHARE)/man/sv/man1/lagrum.1 $(SHARE)/man/sv/man1/lagrum-*.1 $(SHARE)/man/sv/man5/lagrum.5 $(SHARE)/man/sv/man5/lagrum.yaml.5
	rm -f $(SHARE)/bash-completion/completions/lagrum $(SHARE)/zsh/site-functions/_lagrum $(SHARE)/fish/vendor_completions.d/lagrum.fish

clean: ## remove what was built, generated and run
	rm -rf .build runs Samples/*/data Samples/*/runs
