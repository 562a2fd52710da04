"""Runs the program itself on a portfolio as plan documents, to check contestants' results."""

import csv
import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "contestants"))

from programme import BIT, CODES, YEARS  # noqa: E402
from protocol import SPLIT, SUPPLY_COLUMNS, pence  # noqa: E402


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def plan_line(row):
    """A line's keys, without its money."""
    line = {"id": row["line"], "service": row["service"], "need": row["need"] or "new", "cost": {}}
    for key in ("pacs", "route", "supplier", "group", "justification", "description"):
        if row[key]:
            line[key] = row[key]
    for key in ("crs_interoperable", "spine_connected"):
        if row[key]:
            line[key] = row[key] == "true"
    if row["funds"]:
        line["funds"] = row["funds"].split()
    return line


def plans(folder, edits=()):
    """A plan document for each trust, in the order of the portfolio, with edits applied."""
    found, lines = {}, []
    for row in rows(f"{folder}/lines.csv"):
        code = row["trust"]
        plan = found.setdefault(code, {
            "calloff": 1, "title": f"Plan of {code}", "years": YEARS, "funds": [], "groups": [],
            "trust": {"code": code, "name": code, "kind": "acute", "cluster": row["cluster"]},
            "lines": [],
        })
        if not plan["lines"] or plan["lines"][-1]["id"] != row["line"]:
            plan["lines"].append(plan_line(row))
            lines.append(plan["lines"][-1])
        for kind in ("capital", "revenue"):
            if row[kind]:
                lines[-1]["cost"].setdefault(kind, {})[row["year"]] = Amount(row[kind])
    for row in rows(f"{folder}/funds.csv"):
        if row["trust"]:
            if row["trust"] in found:
                declare(found[row["trust"]]["funds"], row)
        else:
            group = {"id": row["group"], "name": row["name"] or row["group"],
                     "facility": row["facility"], "members": row["members"].split()}
            for plan in found.values():
                plan["groups"].append(group)
    for line, field, value in edits:
        if field in YEARS:
            lines[line]["cost"].setdefault("capital", {})[field] = Amount(value)
        elif value:
            lines[line][field] = value
        else:
            lines[line].pop(field, None)
    return found


def declare(funds, row):
    if not funds or funds[-1]["id"] != row["fund"]:
        funds.append({"id": row["fund"], "name": row["name"], "pays": row["pays"], "available": {}})
    if row["year"]:
        funds[-1]["available"][row["year"]] = Amount(row["available"])


class Amount(float):
    """An amount that is written as it was read, never as a float."""

    def __new__(cls, text):
        amount = super().__new__(cls, text)
        amount.text = text
        return amount

    def __repr__(self):
        return self.text


def judged(calloff, folder, edits=()):
    """The program's results: rows of trusts, rows of categories, and the flags of all lines."""
    documents = plans(folder, edits)
    with tempfile.TemporaryDirectory() as place:
        paths = []
        for code, plan in documents.items():
            paths.append(os.path.join(place, f"{code}.json"))
            with open(paths[-1], "w", encoding="utf-8") as file:
                json.dump(plan, file)
        run = subprocess.run([calloff, "check", "--format", "json", *paths],
                             stdout=subprocess.PIPE, check=False)
    answer = json.loads(run.stdout)
    trusts, flags = [], []
    categories = {name: [0] * 5 for name in ("core", "additional", "future")}
    for code, file in zip(documents, answer["files"]):
        if "faults" in file:
            raise SystemExit(f"{code}: {file['faults'][:3]}")
        trusts.append(trust_row(code, file))
        flags += line_flags(file)
        for line in file["lines"]:
            if line["category"]:
                sums = categories[line["category"]]
                for place, key in enumerate(keys()):
                    sums[place] += pence(line[key])
    return trusts, list(categories.values()), flags


def keys():
    return ["programme_funded" if name == "programme" else
            "trust_payable" if name == "payable" else name for name in SPLIT]


def trust_row(code, file):
    totals = file["totals"]
    counts = dict.fromkeys(CODES, 0)
    for finding in file["findings"]:
        counts[finding["code"]] += 1
    return [code, *(pence(totals[key]) for key in keys()),
            *(totals[name] for name in SUPPLY_COLUMNS), *counts.values()]


def line_flags(file):
    flags = {line["id"]: 0 for line in file["lines"]}
    for finding in file["findings"]:
        if finding["line"]:
            flags[finding["line"]] |= BIT[finding["code"]]
    return flags.values()

