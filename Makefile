# What a person or CI does with this repository; `make` alone lists it.
# Recipes are POSIX sh. Nothing is installed but by `setup`, which says what first.

PREFIX = /usr/local
DESTDIR =
# The articles of a run of `make bench`.
N = 10000

BINARY = .build/release/l10n
# Overlapping accesses are errors of ours that tests find, in debug builds; what is built for use doesn't look for them.
RELEASE = swift build -c release --static-swift-stdlib \
	-Xswiftc -cross-module-optimization -Xswiftc -enforce-exclusivity=unchecked
# A folder with given data, which some tests and the benchmark use where it exists.
L10N_SHARED ?= $(abspath $(wildcard ../shared))
ifneq ($(L10N_SHARED),)
export L10N_SHARED
endif

.PHONY: help setup clients build demo test lint bench install clean

help: ## list the targets
	@echo 'usage: make TARGET'
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-8s  %s\n", $$1, $$2 }' Makefile

setup: ## install the Debian packages that are missing, after saying which
	@Scripts/setup

clients: ## install the translators' tools that tests hand our XLIFF to, below .build
	@Scripts/clients

build: ## build .build/release/l10n (installs nothing)
	@Scripts/setup --check
	@$(RELEASE) --product l10n
	@echo 'built $(BINARY)'

demo: setup build ## build, then take an article all the way
	@Examples/demo.sh '$(abspath $(BINARY))'

test: setup ## build and run every test
	@swift build
	@swift test

lint: ## check the style of every source
	@Scripts/setup --check
	@swift format lint --strict --parallel -r Sources Tests Package.swift
	@echo 'style is clean'

bench: build ## measure speed and memory beside the limits (N=10000 articles)
	@$(RELEASE) --product matching
	@$(RELEASE) --product remembering
	@$(RELEASE) --product segmenting
	@command -v python3 >/dev/null || { echo 'make bench needs python3; install it' >&2; exit 1; }
	@python3 Benchmarks/bench.py --articles '$(N)' '$(BINARY)'

install: ## install the tool, completions, glossaries and integrations under PREFIX=/usr/local
	@test -x $(BINARY) || { echo 'nothing to install yet; run make build first' >&2; exit 1; }
	@Scripts/install $(BINARY) '$(DESTDIR)$(PREFIX)'

clean: ## remove everything that was built
	rm -rf .build
