"""Checks a portfolio with calloff and with other tools, and compares results and times.

    python3 compare.py [--lines N] [--seed N] [--rounds N] [--only NAMES] [--among N] [--output FILE]
    python3 compare.py --check CALLOFF      compares contestants with the program itself, on small portfolios

Results are compared first. If any differ, the difference is printed and nothing is measured. Then the
contestants take turns, round by round, and measure their own times.
"""

import argparse
import array
import csv
import json
import os
import platform
import random
import statistics
import subprocess
import sys
from dataclasses import dataclass, field

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "contestants"))

import oracle  # noqa: E402
from programme import CODES, PART, ROUTES  # noqa: E402
from protocol import read_edits, write_part, write_result  # noqa: E402

BUILD = os.path.join(HERE, ".build")
CHECKED_EDITS = 60
CHECKED_SEEDS = (1, 2, 3)


@dataclass
class Entry:
    """A contestant: its command, its jobs, and how often it takes part."""

    name: str
    command: list
    jobs: tuple = ("judge", "file", "edit")
    edits: int = 500  # a round
    every: int = 1  # takes part in every nth round
    times: dict = field(default_factory=dict)
    edited: int = 0  # the number of edits of the file that have been applied

    def add(self, job, times):
        self.times.setdefault(job, []).extend(times)


def python(script):
    return [sys.executable, os.path.join(HERE, "contestants", script)]


def entries():
    """The available contestants: calloff first, if it has been built."""
    whole = ("judge", "file", "edit")
    calloff = os.path.join(BUILD, "release", "calloff-contestant")
    scan = os.path.join(BUILD, "scan")
    found = [
        Entry("calloff", [calloff], whole, edits=2_000),
        Entry("numpy", python("numpy_columns.py"), (*whole, "part"), edits=500),
        Entry("Polars", python("polars_frames.py"), whole, edits=40),
        Entry("DuckDB", python("duckdb_sql.py"), whole, edits=25),
        Entry("plain Python", python("plain_python.py"), whole, edits=1_000, every=2),
        Entry("SQLite", python("sqlite_triggers.py"), whole, edits=1_000, every=4),
        Entry("C, one thread", [scan, "1"], ("part",)),
        Entry("C, two threads", [scan, "2"], ("part",)),
    ]
    return [entry for entry in found if os.path.exists(entry.command[-1]) or entry.command[0] == scan]


class Process:
    """A running contestant."""

    def __init__(self, entry):
        self.name = entry.name
        self.process = subprocess.Popen(
            entry.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, *words):
        self.process.stdin.write(" ".join(map(str, words)) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise SystemExit(f"{self.name} ended at `{words[0]}`")
        return json.loads(answer)

    def edit(self, folder, first, count):
        """Applies edits; the seconds of each."""
        self.ask("edits", f"{folder}/edits.csv", first, count)
        return [nanoseconds / 1e9 for nanoseconds in self.ask("edit")["times"]]

    def end(self):
        self.process.stdin.close()
        self.process.wait()


# --- Portfolios -------------------------------------------------------------------------------------

def generate(lines, seed, among=None):
    """The folder of a portfolio, which is generated if it does not exist, or the generator has changed.

    Edits are of the first `among` lines, or of any.
    """
    folder = os.path.join(BUILD, f"portfolio-{lines}-{seed}" + (f"-{among}" if among else ""))
    generator, last = os.path.join(BUILD, "release", "generate-portfolio"), os.path.join(folder, "edits.csv")
    if not os.path.exists(last) or os.path.getmtime(last) < os.path.getmtime(generator):
        os.makedirs(folder, exist_ok=True)
        subprocess.run([generator, str(lines), folder, str(seed)], check=True)
        write_edits(folder, seed, among)
    return folder


def write_edits(folder, seed, among, count=100_000):
    """Edits of random lines: supplier, route, service and the capital of the first year, in turns."""
    first_years, suppliers, services, last = [], set(), set(), None
    with open(f"{folder}/lines.csv", encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for row in rows:
            if (row[0], row[2]) != last:
                last = row[0], row[2]
                first_years.append(row[13])
                suppliers.add(row[7])
                services.add(row[3])
    chance, suppliers, services = random.Random(seed), sorted(suppliers), sorted(services)
    with open(f"{folder}/edits.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for number in range(count):
            line = chance.randrange(min(among or len(first_years), len(first_years)))
            edits = (
                ("supplier", chance.choice(suppliers)), ("route", chance.choice(ROUTES)),
                ("service", chance.choice(services)),
                (first_years[line], str(chance.randrange(200) * 1_000)))
            writer.writerow((line, *edits[number % 4]))


# --- Comparing --------------------------------------------------------------------------------------

def told(folder, name):
    """The paths of a contestant's results."""
    stem = os.path.join(folder, name.replace(" ", "-").replace(",", ""))
    return f"{stem}.csv", f"{stem}.flags", f"{stem}.part"


def tell(process, folder):
    """Makes a contestant write totals and findings."""
    result, flags, _ = told(folder, process.name)
    process.ask("result", result)
    process.ask("flags", flags)
    return result, flags


def insist(expected, found, name, moment):
    """Stops with the first difference between the files of two contestants, if there is one."""
    with open(expected, "rb") as one, open(found, "rb") as other:
        wanted, got = one.read(), other.read()
    if wanted == got:
        return
    if found.endswith(".flags"):
        pairs = zip(array.array("I", wanted), array.array("I", got))
        line, (one, other) = next((n, pair) for n, pair in enumerate(pairs) if pair[0] != pair[1])
        names = [code for place, code in enumerate(CODES) if (one ^ other) >> place & 1]
        raise SystemExit(f"{name} differs {moment} on line {line} in {' '.join(names)}")
    pairs = zip(wanted.split(b"\n"), got.split(b"\n"))
    one, other = next(((a, b) for a, b in pairs if a != b), (b"", b""))
    raise SystemExit(f"{name} differs {moment}:\n  {one[:300]!r}\n  {other[:300]!r}")


def compare(running, folder):
    """Makes all contestants check and edit, and stops if results differ."""
    whole = [(entry, process) for entry, process in running if "judge" in entry.jobs]
    for moment in ("after judging", "after edits"):
        expected = None
        for entry, process in whole:
            if moment == "after edits":
                process.edit(folder, 0, CHECKED_EDITS)
                entry.edited = CHECKED_EDITS
            else:
                process.ask("judge")
            found = tell(process, folder)
            expected = expected or found
            for one, other in zip(expected, found):
                insist(one, other, entry.name, moment)
    print("results are the same:", ", ".join(entry.name for entry, _ in whole), file=sys.stderr)


def compare_parts(running, folder):
    """The same for the simpler job."""
    expected = None
    for entry, process in running:
        if "part" in entry.jobs:
            found = told(folder, entry.name)[2]
            process.ask("part")
            process.ask("part-result", found)
            expected = expected or found
            insist(expected, found, entry.name, "in the simpler job")


def check(binary):
    """Compares contestants with the program itself."""
    for seed in CHECKED_SEEDS:
        folder = generate(2_000, seed)
        running = start(entries(), folder)
        plain = write_expected(folder, "expected", oracle.judged(binary, folder))
        edits = read_edits(f"{folder}/edits.csv")[:CHECKED_EDITS * 5]
        edited = write_expected(folder, "edited", oracle.judged(binary, folder, edits))
        for entry, process in running:
            if "part" in entry.jobs:
                part = told(folder, entry.name)[2]
                process.ask("part")
                process.ask("part-result", part)
                insist(plain[2], part, entry.name, f"in the simpler job of seed {seed}")
            if "judge" in entry.jobs:
                process.ask("judge")
                for one, other in zip(plain, tell(process, folder)):
                    insist(one, other, entry.name, f"from calloff on seed {seed}")
                process.edit(folder, 0, len(edits))
                for one, other in zip(edited, tell(process, folder)):
                    insist(one, other, entry.name, f"from calloff on edited seed {seed}")
            process.end()
        print(f"seed {seed}: all results are the same as calloff's", file=sys.stderr)


def write_expected(folder, name, judged):
    trusts, categories, flags = judged
    result, flags_path, part = told(folder, name)
    write_result(result, trusts, categories)
    with open(flags_path, "wb") as file:
        file.write(array.array("I", flags).tobytes())
    places = [CODES.index(code) for code in PART]
    write_part(part, [sum((each >> place & 1) << bit for bit, place in enumerate(places)) for each in flags],
               [(trust[0], trust[3]) for trust in trusts])
    return result, flags_path, part


# --- Measuring --------------------------------------------------------------------------------------

def start(taking_part, folder):
    running = [(entry, Process(entry)) for entry in taking_part]
    for _, process in running:
        process.ask("load", f"{folder}/lines.csv", f"{folder}/funds.csv")
    return running


def measure(running, folder, rounds):
    """Rounds in which all contestants take turns, each round with another one first."""
    for number in range(rounds):
        for entry, process in running[number % len(running):] + running[:number % len(running)]:
            if number % entry.every:
                continue
            print(f"round {number + 1} of {rounds}: {entry.name}", file=sys.stderr)
            for job in ("judge", "part"):
                if job in entry.jobs:
                    entry.add(job, [process.ask(job)["seconds"]])
            if "edit" in entry.jobs:
                # Repeating an edit would change nothing.
                entry.add("edit", process.edit(folder, entry.edited, entry.edits))
                entry.edited += entry.edits
            if "file" in entry.jobs:
                measure_file(entry, folder)


def measure_file(entry, folder):
    """The whole job in a separate process, as for a script."""
    process = Process(entry)
    result = told(folder, entry.name + " file")[0]
    answer = process.ask("file", f"{folder}/lines.csv", f"{folder}/funds.csv", result)
    entry.add("file", [answer["seconds"]])
    entry.add("memory", [process.ask("memory")["bytes"]])
    process.end()


def check_edits(running, folder):
    """The results after edits must be the same as those of a new check."""
    for entry, process in running:
        if "edit" in entry.jobs:
            kept = tell(process, folder)
            os.replace(kept[0], f"{kept[0]}.kept.csv")
            os.replace(kept[1], f"{kept[1]}.kept.flags")
            process.ask("judge")
            for one, other in zip((f"{kept[0]}.kept.csv", f"{kept[1]}.kept.flags"), tell(process, folder)):
                insist(one, other, entry.name, "between edits and judging anew")


# --- Writing ----------------------------------------------------------------------------------------

JOBS = {
    "judge": "All findings and totals, from the contestant's own columns in memory",
    "file": "The same from the two tables to the written result, in a new process",
    "edit": "An edit of one line, until all findings and totals are right",
    "part": "The simpler job: eight rules of a line alone, and what each trust pays",
}


def amount(seconds):
    """A time with three digits."""
    for unit, size in (("s", 1), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            value = seconds / size
            return f"{value:.{max(0, 2 - len(str(int(value))) + 1)}f} {unit}"
    return f"{seconds * 1e9:.0f} ns"


def table(job, taking_part):
    """A table of a job; the ratio is that of medians."""
    measured = [entry for entry in taking_part if job in entry.times]
    if not measured:
        return
    # The engine does not do the simpler job; the scan on one thread is its lower bound.
    against = "C, one thread" if job == "part" else "calloff"
    base = next((statistics.median(e.times[job]) for e in measured if e.name == against), None)
    last = "99th percentile" if job == "edit" else "least"
    yield f"\n{JOBS[job]}:\n"
    yield f"| | median | {last} | median ÷ that of {against} | {'edits' if job == 'edit' else 'runs'} |"
    yield "|---|---|---|---|---|"
    for entry in measured:
        times = sorted(entry.times[job])
        median = statistics.median(times)
        other = times[min(len(times) - 1, len(times) * 99 // 100)] if job == "edit" else times[0]
        ratio = f"{median / base:.3g}" if base else "–"
        yield f"| {entry.name} | {amount(median)} | {amount(other)} | {ratio} | {len(times):,} |"


def report(taking_part, versions, lines, seed, rounds):
    yield f"{lines:,} lines, seed {seed}, {rounds} rounds in turns; {machine()}."
    yield "; ".join(f"{name}: {version}" for name, version in versions.items()) + "."
    for job in JOBS:
        yield from table(job, taking_part)
    yield "\nThe most memory that the job from the tables to the result held:\n"
    yield "| | MiB |"
    yield "|---|---|"
    for entry in taking_part:
        if "memory" in entry.times:
            yield f"| {entry.name} | {statistics.median(entry.times['memory']) / 2**20:,.0f} |"
    slow = [f"{entry.name} every {entry.every}" for entry in taking_part if entry.every > 1]
    if slow:
        yield f"\nSlow contestants took part in fewer rounds: {', '.join(slow)} rounds."
    yield "C101 and F107 are left out: no description resembles a listed service, and all funds are confirmed."


def machine():
    cores = len(os.sched_getaffinity(0))
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = next((row.split(":", 1)[1].strip() for row in file if row.startswith("model name")), "")
    return f"{model or platform.machine()}, {cores} cores"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--lines", type=int, default=1_000_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--among", type=int, help="edits are of the first so many lines alone")
    options.add_argument("--only", help="names of contestants, with semicolons between them")
    options.add_argument("--output", help="a file for the tables, besides standard output")
    options.add_argument("--check", metavar="CALLOFF", help="compares with this program, and ends")
    chosen = options.parse_args()
    if chosen.check:
        return check(chosen.check)
    taking_part = entries()
    if chosen.only:
        wanted = chosen.only.split(";")
        unknown = set(wanted) - {entry.name for entry in taking_part}
        if unknown:
            known = "; ".join(entry.name for entry in taking_part)
            options.error(f"no contestant `{min(unknown)}`; there are {known}")
        taking_part = [entry for entry in taking_part if entry.name in wanted]
    folder = generate(chosen.lines, chosen.seed, chosen.among)
    running = start(taking_part, folder)
    versions = {entry.name: process.ask("version")["version"] for entry, process in running}
    compare_parts(running, folder)
    compare(running, folder)
    measure(running, folder, chosen.rounds)
    check_edits(running, folder)
    for _, process in running:
        process.end()
    text = "\n".join(report(taking_part, versions, chosen.lines, chosen.seed, chosen.rounds)) + "\n"
    print(text, end="")
    if chosen.output:
        with open(chosen.output, "w", encoding="utf-8") as file:
            file.write(text)
    return None


if __name__ == "__main__":
    main()
