# `make` lists the targets. On Debian or Ubuntu, each first installs the packages that it needs and
# that are missing; it prints nothing if none are.

PREFIX = /usr/local
PLAN = docs/examples/imaging.yaml

# One binary that runs on any Linux of the same architecture. It is linked with lld, because the
# default linker warns about a function of the C library to which Foundation refers and which
# calloff never calls. Removing unused code and symbols halves its size.
release = --configuration release --product calloff -Xswiftc -static-executable \
  -Xswiftc -use-ld=lld -Xlinker --gc-sections -Xlinker -s
built = .build/release/calloff
# The commit that `calloff --version` names, with a `+` if a file was changed since.
commit = $(shell git rev-parse --short=12 HEAD 2>/dev/null)$(shell \
  git diff --quiet HEAD 2>/dev/null || test ! -e .git || echo +)
version = $(shell sed -n 's/.*let version = "\(.*\)"/\1/p' Sources/Sessions/Release.swift)
# Without this option, XCTest also runs, and reports that it has executed no tests.
tests = swift test --disable-xctest

.DEFAULT_GOAL = help
.PHONY: help run build test lint check check-formats bench bench-terminal bench-engine pictures \
  report-pictures docs install uninstall dist clean needs test-needs formats-needs

help:
	@echo 'make run        build calloff and open an example plan (or PLAN=file)'
	@echo 'make test       build and run all tests'
	@echo 'make lint       check the format of the code'
	@echo 'make check      lint, then test'
	@echo 'make check-formats  check files for other programs with those programs'
	@echo 'make bench      compare the speed of calloff with Python, numpy, SQLite, DuckDB, Polars'
	@echo '                and C (a million lines, or LINES=100000); this takes a while'
	@echo 'make build      build the binary that is installed'
	@echo 'make install    install it with its man page and completions in $(PREFIX)'
	@echo '                (or PREFIX=folder; DESTDIR=folder for packagers)'
	@echo 'make uninstall  remove them'
	@echo 'make dist       pack what is installed into .build/dist, with its SHA-256'
	@echo 'make docs       generate the pages on findings and keys, and the man page'
	@echo 'make pictures   draw the pictures in docs'
	@echo 'make report-pictures  draw the pictures of reports in docs, with chromium and pdftoppm'
	@echo 'make clean      remove everything that was built'

run: build
	@$(built) "$(PLAN)"

build: needs
	CALLOFF_COMMIT='$(commit)' swift build $(release)

test: test-needs
	$(tests)

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Themes

check: lint test

# Programs for which calloff writes files read what the debug binary writes.
formats = Tests/Formats
formats-built = .build/formats
formats-python = $(formats-built)/venv/bin/python

check-formats: formats-needs $(formats-built)/venv/requirements.txt
	swift build --product calloff
	set -e; for check in $(sort $(wildcard $(formats)/check_*.py)); do \
	  echo "$$check"; $(formats-python) "$$check" .build/debug/calloff; done
	@mkdir -p $(reports)
	$(report-built) report $(PLAN) --replace -o $(reports)/plan.html
	$(report-built) report docs/examples --replace -o $(reports)/portfolio.html
	tidy -e -q $(reports)/plan.html $(reports)/portfolio.html

$(formats-built)/venv/requirements.txt: $(formats)/requirements.txt
	python3 -m venv $(formats-built)/venv
	$(formats-python) -m pip install --quiet --requirement $<
	@cp $< $@

# Contestants are measured only if they agree with calloff. Use an idle machine. Keys in a terminal
# are measured if the script for this is beside the project. `make bench-engine` measures only the
# engine.
LINES = 1000000
ROUNDS = 5
benchmarks = Tests/Benchmarks
bench-built = $(benchmarks)/.build
bench-python = $(bench-built)/venv/bin/python
terminal-bench = $(wildcard ../shared/bench/ttybench.py)
tables = $(bench-built)/portfolio-$(LINES)-1

bench: needs $(bench-built)/scan $(bench-built)/venv/requirements.txt
	swift build --product calloff
	swift build --package-path $(benchmarks) --configuration release --product generate-portfolio
	swift build --package-path $(benchmarks) --configuration release --product calloff-contestant
	$(bench-python) $(benchmarks)/compare.py --check .build/debug/calloff
	$(bench-python) $(benchmarks)/compare.py --lines $(LINES) --rounds $(ROUNDS) \
	  --output $(bench-built)/figures.md
	$(if $(terminal-bench),$(MAKE) --no-print-directory bench-terminal)

# Measures a plan in comparison with the smallest possible list, then the portfolio of `make bench`.
bench-terminal: build $(bench-built)/venv/requirements.txt
	$(CC) -O2 -o $(bench-built)/floor $(dir $(terminal-bench))floor.c -lncursesw -ltinfo
	@mkdir -p $(bench-built)/home
	python3 Tests/Measuring/plan.py 1000 >$(bench-built)/plan.yaml
	$(bench-python) $(terminal-bench) compare --env HOME=$(abspath $(bench-built))/home \
	  --cmd 'floor=env FLOOR_MARK=1 $(bench-built)/floor' \
	  --cmd 'calloff=$(built) $(bench-built)/plan.yaml' \
	  --keys 'down=j*40 page=PageDown*10 ahead=j@100'
	$(bench-python) $(terminal-bench) run --runs 3 --env HOME=$(abspath $(bench-built))/home \
	  --ready expected --keys 'cluster=Enter down=j*10 trust=Enter plan=Enter row=j*20' \
	  -- $(built) $(tables)/lines.csv --funds $(tables)/funds.csv

bench-engine: needs
	swift package --package-path $(benchmarks) benchmark

$(bench-built)/scan: $(benchmarks)/contestants/scan.c $(benchmarks)/contestants/programme.py
	@mkdir -p $(bench-built)
	python3 $(benchmarks)/contestants/programme.py $(bench-built)/decisions.h
	$(CC) -O3 -march=native -pthread -I $(bench-built) \
	  -DCOMPILER='"'"$$($(CC) --version | head -1)"'"' -o $@ $<

$(bench-built)/venv/requirements.txt: $(benchmarks)/requirements.txt
	python3 -m venv $(bench-built)/venv
	$(bench-python) -m pip install --quiet --requirement $<
	@cp $< $@

# The pictures show the debug binary, which the tests also build.
pictures: test-needs
	swift build --product calloff
	swift run Pictures docs/pictures

# Reports as browsers show them: the first page on A4, and the top of the page on a phone.
reports = .build/reports
report-built = .build/debug/calloff
report-chromium = chromium --headless --disable-gpu --hide-scrollbars \
  --user-data-dir=$(abspath $(reports))/chromium $(if $(filter 0,$(shell id -u)),--no-sandbox)

report-pictures: $(reports)/plan.html
	$(report-chromium) --print-to-pdf=$(abspath $(reports))/plan.pdf --no-pdf-header-footer \
	  file://$(abspath $<) 2>/dev/null
	pdftoppm -r 80 -png -singlefile $(reports)/plan.pdf docs/pictures/report-page
	$(report-chromium) --window-size=400,860 --force-device-scale-factor=1 \
	  --screenshot=$(abspath docs/pictures/report-phone.png) file://$(abspath $<) 2>/dev/null

$(reports)/plan.html: test-needs
	swift build --product calloff
	@mkdir -p $(reports)
	$(report-built) report $(PLAN) --replace -o $@

# The first run records the pages and therefore fails; the second checks them.
docs: test-needs
	@CALLOFF_RECORD=1 $(tests) --filter DocumentationTests >/dev/null 2>&1 || true
	$(tests) --filter DocumentationTests

# --- Installing -----------------------------------------------------------------------------------

root = $(DESTDIR)$(PREFIX)
binary = $(root)/bin/calloff
manual = $(root)/share/man/man1/calloff.1
bash = $(root)/share/bash-completion/completions/calloff
zsh = $(root)/share/zsh/site-functions/_calloff
fish = $(root)/share/fish/vendor_completions.d/calloff.fish

# Nothing is built under sudo: root may not have Swift, and files in .build that belong to root
# would cause trouble later.
install: $(if $(SUDO_USER),,build)
	@test -x $(built) || { echo 'run `make build` first, without sudo' >&2; exit 1; }
	@install -d $(dir $(binary) $(manual) $(bash) $(zsh) $(fish))
	install -m 755 $(built) $(binary)
	install -m 644 docs/calloff.1 $(manual)
	$(binary) --generate-completion-script bash >$(bash)
	$(binary) --generate-completion-script zsh >$(zsh)
	$(binary) --generate-completion-script fish >$(fish)

uninstall:
	rm -f $(binary) $(manual) $(bash) $(zsh) $(fish)

# The same files give the same archive: names in order, no user, and the time of the commit.
packed = calloff-$(version)-linux-$(shell uname -m)
packing = .build/dist
pack = tar --sort=name --owner=0 --group=0 --numeric-owner --mtime='@$(shell \
  git log -1 --format=%ct 2>/dev/null || echo 0)' --create --directory $(packing) $(packed)

dist: build
	rm -rf $(packing)
	@$(MAKE) --no-print-directory install DESTDIR=$(abspath $(packing)) PREFIX=/$(packed)
	@install -d $(packing)/$(packed)/share/doc/calloff
	cp -R LICENSE README.md docs $(packing)/$(packed)/share/doc/calloff
	$(pack) | gzip -9n >$(packing)/$(packed).tar.gz
	cd $(packing) && sha256sum $(packed).tar.gz >$(packed).tar.gz.sha256

clean:
	rm -rf .build $(benchmarks)/.build

# --- What the machine needs -----------------------------------------------------------------------

# Looking for a file is instant; a package manager takes a second to find that nothing is missing.
folders = /usr/lib /usr/lib64 /usr/lib/*-linux-gnu /usr/local/lib
unless = $(if $(wildcard $(addsuffix /$(1),$(folders))),,$(2))
needed = $(call unless,libncursesw.a,libncurses-dev) $(call unless,libyaml.a,libyaml-dev) \
  $(call unless,libsqlite3.a,libsqlite3-dev) $(call unless,libc.a,libc6-dev) \
  $(call unless,libminizip.a,libminizip-dev) $(call unless,libz.a,zlib1g-dev) \
  $(call unless,libexpat.a,libexpat1-dev) $(call unless,libsodium.a,libsodium-dev) \
  $(if $(wildcard /usr/include/postgresql/libpq-fe.h /usr/include/libpq-fe.h),,libpq-dev)
# Where it is missing, stores on servers are not tested, and `make test` says so.
postgresql = $(wildcard /usr/lib/postgresql/*/bin/postgres /usr/pgsql-*/bin/postgres)
# The descriptions of terminals such as PuTTY are missing on a machine without a desktop.
described = $(wildcard /usr/share/terminfo/p/putty /usr/lib/terminfo/p/putty /lib/terminfo/p/putty)
needed-by-formats = $(needed) $(if $(shell command -v soffice),,libreoffice-calc-nogui) \
  $(if $(shell command -v tidy),,tidy) $(if $(wildcard /usr/lib/python3*/ensurepip),,python3-venv)
needed-by-tests = $(needed) $(call unless,libvterm.so,libvterm-dev) $(if $(described),,ncurses-term) \
  $(if $(postgresql),,postgresql)

# install-packages: installs packages, or says why it cannot.
define install-packages
command -v swift >/dev/null || \
  { echo 'calloff needs Swift 6.2 or newer: https://www.swift.org/install/linux' >&2; exit 1; }; \
packages='$(strip $(1))'; \
test -n "$$packages" || exit 0; \
echo "installing $$packages"; \
if ! command -v apt-get >/dev/null; then \
  echo "apt-get was not found; install what your system has for $$packages," \
    "including the static archives, and run make again" >&2; exit 1; fi; \
if test "$$(id -u)" -eq 0; then as_root=; \
elif command -v sudo >/dev/null; then as_root=sudo; \
else echo "ask an administrator to run: apt-get install $$packages" >&2; exit 1; fi; \
$$as_root apt-get -q update; \
$$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qy install --no-install-recommends $$packages
endef

needs:
	@$(call install-packages,$(needed))

test-needs:
	@$(call install-packages,$(needed-by-tests))

formats-needs:
	@$(call install-packages,$(needed-by-formats))
