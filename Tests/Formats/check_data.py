"""Checks data packages with frictionless and DuckDB: check_data.py CALLOFF

frictionless must find the tables as the schema says, keys included. DuckDB must load them with the
SQL of docs/data-package.md, and sum them up as `calloff check` does, to the penny.
"""

import decimal
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import duckdb
import frictionless

ROOT = pathlib.Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "docs" / "examples").glob("*.yaml"))
FORMULA = """
calloff: 1
title: "=1+1"
trust: {code: RXX, name: "'s trust", kind: acute, cluster: london}
years: [2004-05, 2005-06]
funds:
  - {id: "+fund", name: "@SUM(A1)", pays: either, certainty: bid, available: {2004-05: 0.07}}
lines:
  - id: "=L1"
    service: additional.training
    route: open
    supplier: "-cmd|'/c calc'!A1"
    cost: {revenue: {2004-05: 0.1, 2005-06: 92233720368547757.01}}
    funds: ["+fund"]
    notes: "one \\"two\\",\\n\\u202e three"
"""
MONEY = {
    "cost": "cost", "programme_funded": "programme_funded", "trust_payable": "trust_payable",
    "covered": "covered", "unfunded": "unfunded",
}


def export(calloff, folder, plans):
    command = [calloff, "export", "--format", "datapackage", folder, *map(str, plans)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def check_report(calloff, plans):
    command = [calloff, "check", *map(str, plans), "--format", "json"]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE).stdout)["files"]


def load(folder):
    """Runs the SQL of the documentation in the folder of the package."""
    page = (ROOT / "docs" / "data-package.md").read_text()
    connection = duckdb.connect()
    connection.execute(f"SET file_search_path = '{folder}'")
    for statement in re.search(r"```sql\n(.*?)```", page, re.S).group(1).split(";\n"):
        if statement.strip():
            connection.execute(statement)
    return connection


def check_sums(connection, reports):
    for number, report in enumerate(reports, 1):
        one = "SELECT sum(%s) FROM %s WHERE plan = ?"
        for column, name in MONEY.items():
            wanted = decimal.Decimal(report["totals"][name])
            tables = ["plans", "lines"] + ([] if column == "trust_payable" else ["line_years"])
            for table in tables:
                found = connection.execute(one % (column, table), [number]).fetchone()[0] or 0
                assert found == wanted, (report["file"], table, column, found, wanted)
        covered = decimal.Decimal(report["totals"]["covered"])
        for column, table in [("amount", "draws"), ("drawn", "funds")]:
            found = connection.execute(one % (column, table), [number]).fetchone()[0] or 0
            assert found == covered, (report["file"], table, found, covered)
        count = "SELECT count(*) FROM findings WHERE plan = ?"
        assert connection.execute(count, [number]).fetchone()[0] == len(report["findings"])


def check_keys(connection, folder):
    package = json.loads((pathlib.Path(folder) / "datapackage.json").read_text())
    for resource in package["resources"]:
        table, schema = resource["name"], resource["schema"]
        key = ", ".join(schema["primaryKey"])
        count = f"SELECT count(*) - count(DISTINCT ({key})) FROM {table}"
        assert connection.execute(count).fetchone() == (0,), table
        for foreign in schema.get("foreignKeys", []):
            key, other = ", ".join(foreign["fields"]), foreign["reference"]["resource"]
            lost = f"SELECT count(*) FROM {table} ANTI JOIN {other} USING ({key})"
            assert connection.execute(lost).fetchone() == (0,), (table, other)


def check_texts(connection):
    """The original of each text is what remains without one apostrophe at its start."""
    row = connection.execute(
        "SELECT regexp_replace(line, '^''', ''), regexp_replace(supplier, '^''', ''), notes "
        "FROM lines"
    ).fetchone()
    assert row == ("=L1", "-cmd|'/c calc'!A1", 'one "two",\n\ufffd three'), row
    assert connection.execute("SELECT trust_name, title FROM plans").fetchone() == (
        "''s trust", "'=1+1")


def main(calloff):
    with tempfile.TemporaryDirectory() as home:
        plan = pathlib.Path(home) / "formula.yaml"
        plan.write_text(FORMULA)
        for name, plans in [("examples", EXAMPLES), ("formula", [plan])]:
            folder = f"{home}/{name}"
            export(calloff, folder, plans)
            report = frictionless.validate(f"{folder}/datapackage.json")
            assert report.valid, report.flatten(["path", "type", "message"])
            connection = load(folder)
            check_sums(connection, check_report(calloff, plans))
            check_keys(connection, folder)
        check_texts(connection)
    print(f"{len(EXAMPLES) + 1} plans: frictionless and DuckDB {duckdb.__version__} agree")


if __name__ == "__main__":
    main(*sys.argv[1:])
