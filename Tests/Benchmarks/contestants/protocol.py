"""The protocol between the driver and a contestant: one command per line, one JSON answer per line.

    load LINES FUNDS        reads both tables into the contestant's own form
    judge                   findings and totals of all lines
    part                    the simpler job
    edits FILE FIRST COUNT  prepares edits from a file, without applying any
    edit                    applies them; the nanoseconds of each
    result FILE             writes the totals
    flags FILE              writes the findings of each line, four bytes per line
    part-result FILE        writes the findings and totals of the simpler job
    file LINES FUNDS FILE   everything, from the tables to the written result
    memory                  the peak memory in bytes

The contestant times its own work, in seconds unless stated otherwise. An edit is a row
`LINE,FIELD,VALUE` with the line counted from 0. A year as the field means the line's capital in that
year, for which the line has a row.
"""

import csv
import gc
import json
import sys
import time

from programme import CATEGORIES, CODES

SPLIT = ["cost", "programme", "payable", "covered", "unfunded"]
SUPPLY_COLUMNS = ["exclusive", "non_exclusive", "not_engaged"]


def write_result(path, trusts, categories):
    """Writes totals: rows of code, split, lines by supply and findings by code; then categories."""
    with open(path, "w", encoding="utf-8") as file:
        file.write(",".join(["trust", *SPLIT, *SUPPLY_COLUMNS, *CODES]) + "\n")
        for code, *numbers in trusts:
            file.write(code + "," + ",".join(map(str, numbers)) + "\n")
        for name, numbers in zip(CATEGORIES, categories):
            file.write(name + "," + ",".join(map(str, numbers)) + "\n")


def write_part(path, flags, payable):
    """Writes the result of the simpler job: a byte per line, then a row of pence per trust."""
    with open(path, "wb") as file:
        file.write(bytes(flags))
        file.writelines(f"{code},{pence}\n".encode() for code, pence in payable)


def read_edits(path):
    """Rows of line, field and value."""
    with open(path, encoding="utf-8", newline="") as file:
        return [(int(line), field, value) for line, field, value in csv.reader(file)]


def pence(text):
    """The exact pence of pounds with at most two decimals."""
    pounds, _, rest = text.partition(".")
    return int(pounds or 0) * 100 + int((rest + "00")[:2])


class Contestant:
    """The requests of the driver to a contestant; `version` describes its software."""

    version = ""

    def load(self, lines, funds):
        """Reads the tables."""
        raise NotImplementedError

    def judge(self):
        """Checks every line and computes totals."""
        raise NotImplementedError

    def totals(self):
        """Rows of trusts and rows of categories, as `write_result` takes them."""
        raise NotImplementedError

    def flags(self):
        """The findings of all lines, four bytes each, the lowest first."""
        raise NotImplementedError

    def prepare(self, line, field, value):
        """An edit in the contestant's own form."""
        raise NotImplementedError

    def edit(self, prepared):
        """Applies an edit, and updates findings and totals."""
        raise NotImplementedError

    def ready(self):
        """Preparation before edits."""

    def gather(self):
        """Brings the edited lines back into the form for checking."""

    def part(self):
        """The simpler job."""
        raise NotImplementedError

    def part_result(self):
        """Its flags, and its rows of trust and pence."""
        raise NotImplementedError

    def file(self, lines, funds, result):
        """The whole job from files to a file."""
        self.load(lines, funds)
        self.judge()
        write_result(result, *self.totals())


def _seconds(work, *arguments):
    start = time.perf_counter()
    work(*arguments)
    return {"seconds": time.perf_counter() - start}


def _memory():
    with open("/proc/self/status", encoding="utf-8") as file:
        for row in file:
            if row.startswith("VmHWM"):
                return {"bytes": int(row.split()[1]) * 1024}
    return {"bytes": 0}


class _Server:
    def __init__(self, contestant):
        self.contestant = contestant
        self.edits = []

    def load(self, lines, funds):
        return _seconds(self.contestant.load, lines, funds)

    def judge(self):
        self.contestant.gather()
        return _seconds(self.contestant.judge)

    def part(self):
        return _seconds(self.contestant.part)

    def file(self, lines, funds, result):
        return _seconds(self.contestant.file, lines, funds, result)

    def edits_(self, path, first, count):
        self.contestant.ready()
        edits = read_edits(path)[int(first):int(first) + int(count)]
        self.edits = [self.contestant.prepare(*edit) for edit in edits]
        return {}

    def edit(self):
        edit, clock, times = self.contestant.edit, time.perf_counter_ns, []
        for prepared in self.edits:
            start = clock()
            edit(prepared)
            times.append(clock() - start)
        return {"times": times}

    def result(self, path):
        write_result(path, *self.contestant.totals())
        return {}

    def flags(self, path):
        with open(path, "wb") as file:
            file.write(self.contestant.flags())
        return {}

    def part_result(self, path):
        write_part(path, *self.contestant.part_result())
        return {}

    def memory(self):
        return _memory()

    def version(self):
        return {"version": self.contestant.version}


def serve(contestant):
    """Answers the driver until its commands end."""
    # There are no reference cycles here, and searching for them takes half the time of reading tables.
    gc.disable()
    server = _Server(contestant)
    commands = {
        "load": server.load, "judge": server.judge, "part": server.part, "file": server.file,
        "edits": server.edits_, "edit": server.edit, "result": server.result,
        "flags": server.flags, "part-result": server.part_result, "memory": server.memory,
        "version": server.version,
    }
    for command in sys.stdin:
        name, *words = command.split()
        print(json.dumps(commands[name](*words)), flush=True)
