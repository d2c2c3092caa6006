# Footpath's two commands are `make run` and `make test`. The rest is what they are made of.

# Where Go's own installer puts it; not every shell looks there.
export PATH := $(PATH):/usr/local/go/bin

# The tests with the race detector take Fyne's headless form (its tag `ci`): no OpenGL to compile a
# second time, and no font of this machine in what they see.
HEADLESS := ci

# Property tests draw the same cases at every run, so that what passed once passes again.
# RAPID_SEED=0 draws new ones: make race RAPID_SEED=0
RAPID_SEED ?= 20261114
export RAPID_SEED

# make bench BENCH=Layout COUNT=10; make fuzz TIME=5m
BENCH ?= .
COUNT ?= 6
TIME  ?= 30s

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test setup-build setup-test check-setup build cli lint race window torture bench bench-window bench-peers fuzz shots clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: setup-build build ## open the editor on the first sample (without a display: picture it into build/)
	@scripts/run

test: setup-test build lint cli race pages window ## everything that must hold before a change lands
	@echo "All is well: the linters, the command line alone, the tests with -race, the pages, the window tests."

build: ## the program, build/footpath
	@echo "== Building the program (minutes at first, seconds from then on)"
	@go build -o build/footpath .

cli: ## the command line alone, without a window and without C, build/footpath-cli
	@echo "== Building the command line alone"
	@CGO_ENABLED=0 go build -tags nogui -o build/footpath-cli .

lint: ## read all code and scripts by the rules
	@echo "== Linting"
	@scripts/lint

race: ## all tests without a window, with the race detector
	@echo "== Testing with the race detector"
	@go test -race -timeout 40m -tags $(HEADLESS) ./...

pages: cli ## the gallery's pages, seen with the eyes of other software
	@echo "== Checking the pages"
	@scripts/pages

window: build ## the tests that drive the real window on a virtual display
	@echo "== Testing the real window"
	@scripts/window-tests

torture: ## kill, starve and corrupt libraries at full length; counts into docs/reliability.md (a quarter of an hour)
	@scripts/torture

bench: ## the benchmarks with their rivals, into build/bench.txt
	@scripts/bench '$(BENCH)' '$(COUNT)'

bench-window: build ## the benchmarks of the real window on a virtual display, into build/bench-window.txt (some minutes)
	@scripts/bench-window '$(BENCH)'

bench-peers: cli ## our PDF beside a browser's print of an equal page, into build/bench-peers.txt
	@scripts/bench-peers

fuzz: ## look for input that breaks a reader, TIME for each target
	@scripts/fuzz '$(TIME)'

shots: setup-test build cli ## docs/gallery, made anew: its pages and its pictures
	@scripts/shots

setup-build:
	@scripts/setup build

setup-test:
	@scripts/setup build window check

check-setup: ## say what this system lacks, install nothing
	@scripts/setup --dry-run build window check

clean: ## remove what was built, and the linter
	@rm -rf build .cache
