# Benchfolio's commands. `make` alone lists them; CONTRIBUTING says when to use which.
# Works with GNU make 4.3 and with the 3.81 that macOS ships.

ARCHIVE ?= Content
SITE    ?= Site
PORT    ?= 8000
ZIP     ?= $(patsubst %/,%,$(SITE)).zip
BELOW   ?= /
SWIFT   ?= swift
PYTHON  ?= python3

# What `make bench` measures: sizes of generated archives (10000 needs 30 GB in memory, and 142 GB on a disk with 3 rounds), and how often each
# build. With BENCH_RECORD=yes its instruction counts are recorded, for later ones to be held against.
BENCH_RUNS   ?= 100 1000
BENCH_ROUNDS ?= 5
BENCH_RECORD ?=
# Where it writes. A disk that others write to adds noise; a folder in memory (/dev/shm) has none.
BENCH_FOLDER ?= .build/bench

# Where `make pictures` puts them; README_PICTURE=.github/report.png makes the README's anew as well.
PICTURES       ?= .build/pictures
README_PICTURE ?=

# How many builds `make torture` ends by force, and on what: a generated archive of so many runs, or the sample.
ROUNDS       ?= 200
TORTURE_RUNS ?=

# How many numbers `make numbers` looks at.
NUMBERS ?= 10000000

# How long each harness of `make fuzz` runs, and which of json, name, version, toml, markdown and template do.
FUZZ_SECONDS   ?= 60
FUZZ_HARNESSES ?=

# The tests that `make sanitize` runs: a regular expression, such as ArchiveTests. Left out are those that run make and compile anew.
SANITIZE_FILTER ?=
SANITIZE_TESTS  := --skip ReadmeTests $(if $(SANITIZE_FILTER),--filter '$(SANITIZE_FILTER)')

# The tool. Set to a built one (BENCHFOLIO=/path/to/benchfolio), and nothing is compiled.
RELEASE    := .build/release/benchfolio
FLOOR      := .build/release/benchfolio-floor
BENCHFOLIO ?= $(RELEASE)

# Where the toolchain has Swift's runtime as archives, as those for Linux have, it is linked into the tool, which starts in half the time then
# and calls the runtime directly. (The toolchain's own linker does not warn of mktemp, which Foundation contains.) Every release build says
# the same: with other words, all would be compiled again.
RUNTIME       = $(shell $(SWIFT) -print-target-info 2>/dev/null | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
WHOLE         = $(and $(wildcard $(1)_static/linux/libswiftCore.a),$(wildcard $(1)/../../bin/ld.lld),--static-swift-stdlib -Xswiftc -use-ld=lld)
RELEASE_BUILD = $(SWIFT) build --configuration release $(call WHOLE,$(RUNTIME))

SOURCES := Sources Tests Package.swift
VENV    := .build/browser-tests
CHECKED := .build/checked

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help site test check bench torture fuzz numbers sanitize serve zip pictures sample lint format clean deps tool imports sample-is-current browser shared-site floor bench-check torture-check

help: ## list these commands
	@awk -F ':[^#]*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo "  make site ARCHIVE=folder SITE=folder takes another archive or output folder; make serve PORT=number another port"

site: tool ## build the site of ARCHIVE (default: Content) into SITE (default: Site)
	@$(BENCHFOLIO) build "$(ARCHIVE)" --output "$(SITE)" || $(PROBLEMS_ARE_LISTED)
	@echo "open $(SITE)/index.html"

test: deps ## run all Swift tests
	$(SWIFT) test

check: ## run all that CI runs: lint, strict build, tests, the sample site, a browser over it
	BENCHFOLIO_STRICT=1 $(MAKE) lint imports
	BENCHFOLIO_STRICT=1 $(MAKE) test
	BENCHFOLIO_STRICT=1 $(MAKE) site
	BENCHFOLIO_STRICT=1 $(MAKE) sample-is-current numbers torture-check browser shared-site bench-check

bench: tool floor ## measure the speed against its bounds (BENCH_RUNS="100 1000"), into the README
	@Tests/Benchmarks/deps
	@$(BENCH) --runs $(BENCH_RUNS) --rounds $(BENCH_ROUNDS) --folder "$(BENCH_FOLDER)" $(if $(BENCH_RECORD),--record)

torture: tool ## end builds by force at random moments (ROUNDS=200), and look at what they leave
	@$(TORTURE) --rounds $(ROUNDS) $(if $(TORTURE_RUNS),--runs $(TORTURE_RUNS))

fuzz: deps ## feed the parsers made-up input, each for a minute (FUZZ_SECONDS=, FUZZ_HARNESSES=)
	@SWIFT="$(SWIFT)" PYTHON="$(PYTHON)" FUZZ_SECONDS="$(FUZZ_SECONDS)" FUZZ_HARNESSES="$(FUZZ_HARNESSES)" Tests/Fuzz/fuzz

numbers: deps ## hold the texts of ten million numbers against those that Python gives them (NUMBERS=)
	$(RELEASE_BUILD) --product benchfolio-numbers
	@$(PYTHON) Tests/Numbers/check.py --writer .build/release/benchfolio-numbers --count $(NUMBERS)

sanitize: deps ## run the tests under the address and the thread sanitizer (SANITIZE_FILTER=)
	LSAN_OPTIONS="suppressions=$(CURDIR)/Tests/Fuzz/leak-suppressions:print_suppressions=0" \
	$(SWIFT) test --sanitize address --scratch-path .build/address $(SANITIZE_TESTS)
	TSAN_OPTIONS="suppressions=$(CURDIR)/Tests/Fuzz/thread-suppressions" \
	$(SWIFT) test --sanitize thread --scratch-path .build/thread $(SANITIZE_TESTS)

serve: ## serve SITE on http://127.0.0.1:8000 (PORT=, BELOW=/path/)
	@SITE="$(SITE)" PORT="$(PORT)" BELOW="$(BELOW)" .ci/serve

# It packs what is there and builds nothing: SITE may be the site of another archive than ARCHIVE.
zip: ## pack SITE into one archive to hand around (ZIP=)
	@command -v "$(PYTHON)" >/dev/null || { echo "zip: $(PYTHON) is not here; install Python 3.9 or later, or name one by PYTHON=" >&2; exit 1; }
	@"$(PYTHON)" .ci/zip "$(SITE)" "$(ZIP)"

pictures: site $(VENV)/ready ## take pictures of five kinds of pages into PICTURES (default: .build/pictures)
	@$(VENV)/bin/python Tests/Browser/pictures.py --site "$(SITE)" --folder "$(PICTURES)" $(if $(README_PICTURE),--readme "$(README_PICTURE)")
	@echo "pictures are in $(PICTURES)"

sample: tool ## write the sample archive in Content anew
	rm -rf Content/results Content/*.toml
	$(BENCHFOLIO) generate --output Content

lint: ## hold the Swift sources against .swift-format, without changing them
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

format: ## format the Swift sources in place
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

clean: ## remove what was built: .build and the contents of Site
	rm -rf .build
	find Site -mindepth 1 ! -name .gitkeep -delete

deps: ## install the system libraries that are missing (apt or brew)
	@.ci/deps

# The steps below are parts of the ones above.

# The tool ends with 1 when a site was built but a file of the archive had problems. It has listed them; the site stands.
PROBLEMS_ARE_LISTED = [ $$? -eq 1 ]

ifeq ($(BENCHFOLIO),$(RELEASE))
tool: deps
	$(RELEASE_BUILD) --product benchfolio
else
tool:
endif

floor: deps
	$(RELEASE_BUILD) --product benchfolio-floor

BENCH = $(PYTHON) Tests/Benchmarks/bench.py --tool "$(BENCHFOLIO)" --floor "$(FLOOR)"

# What the benchmarks rest on, without a clock.
bench-check: tool floor
	@$(PYTHON) -m unittest discover --quiet --start-directory Tests/Benchmarks
	@$(BENCH) --check Content

TORTURE = $(PYTHON) Tests/Torture/torture.py --tool "$(BENCHFOLIO)"

# A few rounds of torture, full disks, two builds at once, other surroundings.
torture-check: tool
	@$(TORTURE) --rounds 10
	@BENCHFOLIO="$(BENCHFOLIO)" $(PYTHON) -m unittest discover --quiet --start-directory Tests/Torture

# Without this check an import of a sibling target that Package.swift does not list builds silently.
imports: deps
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error

# The sample archive in git is what its generator writes, to the byte.
sample-is-current: tool
	rm -rf $(CHECKED)/sample
	$(BENCHFOLIO) generate --output $(CHECKED)/sample
	diff -r -x pages $(CHECKED)/sample Content

# The environment is made again when the list of packages changes.
$(VENV)/ready: Tests/Browser/requirements.txt
	rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --requirement Tests/Browser/requirements.txt
	touch $@

browser: $(VENV)/ready
	$(VENV)/bin/pytest --numprocesses 2 Tests/Browser --site "$(SITE)"

# Tests that build the sites they need themselves: once is enough.
OF_OTHER_SITES := test_hostile.py test_not_found.py test_serve.py test_zip.py

# Where the real archive is at hand, its site is walked as well. Its reports are held against the expected ones by `make test`.
ifdef BENCHFOLIO_SHARED
shared-site: tool $(VENV)/ready
	$(BENCHFOLIO) build "$(BENCHFOLIO_SHARED)/archive" --output $(CHECKED)/shared-site || $(PROBLEMS_ARE_LISTED)
	$(VENV)/bin/pytest --numprocesses 2 Tests/Browser --site $(CHECKED)/shared-site $(OF_OTHER_SITES:%=--ignore Tests/Browser/%)
else
shared-site:
	@echo "BENCHFOLIO_SHARED is not set: the real archive is left out"
endif
