"""Checks the spreadsheets that calloff writes with openpyxl and LibreOffice: check_spreadsheet.py CALLOFF

openpyxl must read the values, types, formulas, frozen panes and filters. LibreOffice must open the
file, and compute the same results as the file has of its formulas. It gets a copy in which these
results are wrong, so that it cannot have kept them.
"""

import decimal
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

EXAMPLES = pathlib.Path(__file__).parents[2] / "docs" / "examples"
TABLES = ["Lines", "Funds", "Groups", "Draws", "Findings", "Waivers"]
HOSTILE = r"""
calloff: 1
title: "=1+1 & <b> \u202e"
trust: {code: RXX, name: "@SUM(A1)", kind: acute, cluster: london}
years: [2004-05, 2005-06]
as_of: 2004-11-02
funds:
  - {id: running, name: "+44 fund", pays: revenue, available: {2004-05: 100000.01}}
groups: []
lines:
  - id: L1
    service: core.scheduling
    need: retain
    supplier: "=cmd|'/c calc'!A1"
    cost: {revenue: {2004-05: 0.1, 2005-06: 0.2}, capital: {2004-05: 9223372036.01}}
    funds: [running]
    notes: "-2+3 _x0041_ \a ]]> 😀 \uFFFD"
    waivers: [{code: F101, reason: "'quoted", date: 2004-11-02}]
"""
ALWAYS_COMPUTE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
"""


def report(calloff, plan, file):
    subprocess.run([calloff, "report", plan, "--format", "xlsx", "-o", file], check=True)


def totals(calloff, plan):
    done = subprocess.run([calloff, "check", plan, "--format", "json"], stdout=subprocess.PIPE)
    return json.loads(done.stdout)["files"][0]["totals"]


def cells(sheet):
    return [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]


def check_table(sheet, values):
    """The headings stay in view, rows can be filtered, amounts are numbers, and totals are right."""
    headings = [cell.value for cell in sheet[1]]
    assert sheet.freeze_panes is not None and sheet.freeze_panes.endswith("2"), sheet.title
    first, last = sheet.auto_filter.ref.split(":")
    assert first == "A1", sheet.title
    end = int(re.sub("[A-Z]", "", last))
    assert all(isinstance(heading, str) for heading in headings), sheet.title
    for row in sheet.iter_rows(min_row=2, max_row=end):
        for cell in row:
            # Only the sum of amounts in the same row is one.
            own = re.fullmatch(rf"=SUM\([A-Z]+{cell.row}:[A-Z]+{cell.row}\)", str(cell.value))
            assert cell.data_type != "f" or own, f"{sheet.title}!{cell.coordinate} is a formula"
            if cell.number_format == "#,##0.00" and cell.value is not None:
                assert cell.data_type == "n" or own, f"{sheet.title}!{cell.coordinate} is no number"
            if isinstance(cell.value, str) and cell.value[:1] in "=+-@" and not own:
                assert cell.quotePrefix, f"{sheet.title}!{cell.coordinate} would be a formula"
    for cell in sheet[end + 1] if sheet.max_row > end else []:
        if cell.data_type == "f":
            column = [row[cell.column - 1].value for row in values.iter_rows(min_row=2, max_row=end)]
            total = sum(decimal.Decimal(str(value)) for value in column if value is not None)
            assert total == decimal.Decimal(str(values[cell.coordinate].value)), cell.coordinate


def check_workbook(file):
    book = openpyxl.load_workbook(file)
    values = openpyxl.load_workbook(file, data_only=True)
    assert book.sheetnames[:6] == ["Summary", "Lines", "Funds", "Groups", "Draws", "Findings"]
    for name in TABLES:
        check_table(book[name], values[name])
    for sheet in values:
        for cell in cells(sheet):
            assert cell.value != "differs", f"{sheet.title}!{cell.coordinate}"
    return values


def formulas(file):
    found = openpyxl.load_workbook(file)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in found
        for cell in cells(sheet)
        if cell.data_type == "f"
    }


def results(file, places):
    values = openpyxl.load_workbook(file, data_only=True)
    return {place: values[place[0]][place[1]].value for place in places}


def spoiled(file, copy):
    """A copy in which the results of all formulas are wrong."""
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, re.sub(rb"</f><v>[^<]*</v>", b"</f><v>7</v>", part))


def recalculated(file, folder):
    """The file as LibreOffice writes it after it has computed all formulas."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS_COMPUTE)
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, file],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return folder / file.name


def check_formulas(file, folder):
    """LibreOffice computes what the file says."""
    places = formulas(file)
    assert len(places) > 20
    copy = folder / "spoiled.xlsx"
    spoiled(file, copy)
    (folder / "computed").mkdir()
    before, after = results(file, places), results(recalculated(copy, folder / "computed"), places)
    for place, formula in places.items():
        old, new = before[place], after[place]
        if isinstance(old, str):
            assert old == new, (place, formula, old, new)
        else:
            assert abs(old - new) < 0.005 + abs(old) / 1e12, (place, formula, old, new)


def check_change(file, folder):
    """After an amount was changed in the spreadsheet, the summary says so."""
    for sheet, check in [("Lines", "Cost of all lines"), ("Funds", "Available in funds")]:
        book = openpyxl.load_workbook(file)
        own = re.compile(r"=SUM\(([A-Z]+)(\d+):[A-Z]+\2\)")
        totals = [found for cell in cells(book[sheet]) if (found := own.fullmatch(str(cell.value)))]
        if not totals:
            continue
        letters, row = totals[0].groups()
        cell = book[sheet][f"{letters}{row}"]
        cell.value = (cell.value or 0) + 1
        changed = folder / f"changed-{sheet}.xlsx"
        book.save(changed)
        (folder / sheet).mkdir()
        after = openpyxl.load_workbook(recalculated(changed, folder / sheet), data_only=True)
        said = {row[0]: row[3] for row in after["Summary"].iter_rows(max_col=4, values_only=True)}
        assert said[check] == "differs", (sheet, check)


def check_totals(values, totals):
    """The summary has the totals of `calloff check`."""
    rows = {row[0]: row[1] for row in values["Summary"].iter_rows(max_col=2, values_only=True)}
    for name, key in [
        ("Cost of all lines", "cost"), ("The programme pays", "programme_funded"),
        ("Funds cover", "covered"), ("Unfunded", "unfunded"),
    ]:
        assert decimal.Decimal(str(rows[name])) == decimal.Decimal(str(totals[key])), (name, rows[name])


def main(calloff):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "hostile.yaml").write_text(HOSTILE, encoding="utf-8")
        plans = sorted(EXAMPLES.glob("*.yaml")) + [folder / "hostile.yaml"]
        for plan in plans:
            own = folder / f"files-{plan.stem}"
            own.mkdir()
            file = own / f"{plan.stem}.xlsx"
            report(calloff, plan, file)
            values = check_workbook(file)
            check_totals(values, totals(calloff, plan))
            check_formulas(file, own)
            check_change(file, own)
            print(f"{plan.name}: {len(values.sheetnames)} sheets, totals agree")
        own = folder / "files-folder"
        own.mkdir()
        report(calloff, EXAMPLES, own / "folder.xlsx")
        check_workbook(own / "folder.xlsx")
        check_formulas(own / "folder.xlsx", own)
        print("folder: totals agree")


if __name__ == "__main__":
    main(sys.argv[1])
