"""The shapes that growth.py measures: documents, tables and folders with many elements of one kind.

Each of SHAPES writes its files to a folder, with a number of elements, and returns the commands that
read them.
"""

import os

HEAD = """calloff: 1
title: Growth
trust: {code: RXX, name: Sample Acute Trust, kind: acute, cluster: london}
years: [2004-05, 2005-06]
"""


def plan(funds=(), groups=(), lines=(), head=HEAD):
    parts = [head]
    for key, items in (("funds", funds), ("groups", groups), ("lines", lines)):
        items = list(items)
        if items:
            parts.append(f"{key}:\n" + "".join(f"  - {{{item}}}\n" for item in items))
    return "".join(parts)


def fund(number, pays="either", available="{2004-05: 10}"):
    return f"id: f{number}, pays: {pays}, available: {available}"


def line(number, more="", service="future", cost="{revenue: {2004-05: 20}}"):
    return (
        f"id: L{number}, service: {service}, description: Thing {number}, route: open, "
        f"supplier: Acme, cost: {cost}{more}"
    )


def unknown_funds(n):
    return plan(map(fund, range(n)), (), (line(i, f", funds: [x{i}]") for i in range(n)))


def unfunded(n):
    return plan(map(fund, range(n)), (), (line(i, f", funds: [f{i}]") for i in range(n)))


def unpaid_kinds(n):
    funds = (fund(i, "capital") for i in range(n))
    return plan(funds, (), (line(i, f", funds: [f{i}]") for i in range(n)))


def one_fund_of_many(n):
    return plan(map(fund, range(n)), (), (line(i, f", funds: [f{n - 1}]") for i in range(n)))


def named_funds(n):
    names = ", ".join(f"f{i}" for i in range(n))
    return plan(map(fund, range(n)), (), [line(0, f", funds: [{names}]"), line(1, ", funds: [f0]")])


def wide_funds(n):
    head = HEAD.replace("[2004-05, 2005-06]", "[1990-91, 2199-00]")
    funds = (fund(i, "either", "{1990-91: 1, 2199-00: 1}") for i in range(n))
    lines = (line(i, f", funds: [f{i}]", cost="{revenue: {1990-91: 2}}") for i in range(n))
    return plan(funds, (), lines, head)


def calloff_line(number, group):
    return (
        f"id: L{number}, service: additional.helpdesk, route: calloff, supplier: bt, "
        f"group: {group}, cost: {{revenue: {{2004-05: 20}}}}"
    )


def many_groups(n):
    groups = (f"id: g{i}, facility: fujitsu, members: [RYY]" for i in range(n))
    return plan((), groups, (calloff_line(i, f"g{i}") for i in range(n)))


def members(n):
    names = ", ".join(f"R{i}" for i in range(n))
    groups = [f"id: g, facility: fujitsu, members: [{names}]"]
    return plan((), groups, (calloff_line(i, "g") for i in range(n)))


def duplicates(n):
    first = (line(i) for i in range(n))
    rest = (line(n + i, service="core.surgery") for i in range(n))
    return plan((), (), list(first) + list(rest))


def unknown_services(n):
    return plan((), (), (line(i, service=f"core.servise-{i}") for i in range(n)))


def unknown_keys(n):
    return plan((), (), (line(i, f", supplyer{i}: x") for i in range(n)))


def repeated_ids(n):
    return plan((), (), (line(0) for _ in range(n)))


def repeated_keys(n):
    return HEAD + "title: again\n" * n


def waivers(n):
    more = ", waivers: [{code: F101, reason: agreed, date: 2004-11-02}]"
    return plan((), (), (line(i, more) for i in range(n)))


def aliases(n):
    return HEAD + "a: &a [x]\nlines: [" + ", ".join("*a" for _ in range(n)) + "]\n"


def nested(n):
    return HEAD + "lines: " + "[" * n + "]" * n + "\n"


def long_text(n):
    return plan((), (), [line(0, ", notes: " + "word " * (n * 20) + "end")])


def many_years(n):
    years = [f"{y}-{(y + 1) % 100:02}" for y in range(1990, 2200)]
    head = HEAD.replace("2004-05, 2005-06", ", ".join(years))
    cost = "{revenue: {" + ", ".join(f"{y}: 1" for y in years) + "}}"
    return plan([fund(0)], (), (line(i, ", funds: [f0]", cost=cost) for i in range(n // 50)), head)


SINGLE = {
    "unknown-funds": unknown_funds,
    "unfunded": unfunded,
    "unpaid-kinds": unpaid_kinds,
    "one-fund-of-many": one_fund_of_many,
    "named-funds": named_funds,
    "wide-funds": wide_funds,
    "groups": many_groups,
    "members": members,
    "duplicates": duplicates,
    "unknown-services": unknown_services,
    "unknown-keys": unknown_keys,
    "repeated-ids": repeated_ids,
    "repeated-keys": repeated_keys,
    "waivers": waivers,
    "aliases": aliases,
    "nested": nested,
    "long-text": long_text,
    "many-years": many_years,
}

COLUMNS = "trust,cluster,line,service,route,supplier,group,funds,year,revenue\n"


def row(trust, number, group="", funds="", year="2004-05", money="20", service="future"):
    route = "calloff" if group else "open"
    return f"{trust},london,L{number},{service},{route},Acme,{group},{funds},{year},{money}\n"


def table(rows, funds=None):
    return COLUMNS + "".join(rows), funds


FUND_COLUMNS = "trust,fund,name,pays,year,available,group,facility,members\n"


def table_funds(n):
    funds = FUND_COLUMNS + "".join(f"RXX,f{i},F,either,2004-05,10,,,\n" for i in range(n))
    return table((row("RXX", i, funds=f"f{i}") for i in range(n)), funds)


def table_groups(n):
    funds = FUND_COLUMNS + "".join(f",,G,,,,g{i},fujitsu,RYY\n" for i in range(n))
    return table((row("RXX", i, f"g{i}", service="additional.helpdesk") for i in range(n)), funds)


def table_members(n):
    names = " ".join(f"R{i}" for i in range(n // 8))
    funds = FUND_COLUMNS + f",,G,,,,g,fujitsu,{names}\n"
    return table((row(f"R{i}", 0, "g", service="additional.helpdesk") for i in range(n)), funds)


def table_trusts(n):
    return table(row(f"T{i}", 0) for i in range(n))


def table_trusts_and_funds(n):
    funds = FUND_COLUMNS + "".join(f"T{i},f,F,either,2004-05,10,,,\n" for i in range(n))
    return table((row(f"T{i}", 0, funds="f") for i in range(n)), funds)


def table_interleaved(n):
    return table(row("RXX" if i % 2 else "RYY", i) for i in range(n * 4))


def table_years(n):
    years = [f"{y}-{(y + 1) % 100:02}" for y in range(1990, 2199)]
    return table(row("RXX", i, year=year) for year in years for i in range(n // 20))


def table_faults(n):
    return table(row("RXX", i, year="2004", money="x") for i in range(n * 4))


def table_repeated(n):
    return table(row("RXX", 0) for _ in range(n * 4))


TABLES = {
    "table-funds": table_funds,
    "table-groups": table_groups,
    "table-members": table_members,
    "table-trusts": table_trusts,
    "table-trusts-and-funds": table_trusts_and_funds,
    "table-interleaved": table_interleaved,
    "table-years": table_years,
    "table-faults": table_faults,
    "table-repeated": table_repeated,
}


def programme(n):
    """A programme of n clusters, providers, services and sources, whose last rows refer to all."""
    parts = ["calloff-programme: 1\nid: wide\ntitle: Wide\nproviders:\n"]
    parts += [f"  - {{id: p{i}, name: P{i}}}\n" for i in range(n)]
    parts += ["sources:\n"]
    parts += [f"  - {{id: s{i}, title: S, confidence: confirmed}}\n" for i in range(n)]
    parts += ["clusters:\n"]
    parts += [f"  - {{id: c{i}, name: C{i}, lsp: p{i}, source: s{i}}}\n" for i in range(n)]
    parts += ["routes: [{route: open, meaning: m}]\n"]
    parts += ["categories: [{id: a, name: A, meaning: m}]\nservices:\n"]
    parts += [f"  - {{id: a.s{i}, label: L{i}}}\n" for i in range(n)]
    parts += ["decisions: [{category: a, route: any, supply: non-exclusive, payer: trust}]\n"]
    parts += ["clauses:\n"]
    parts += [
        f"  - {{id: k{i}, section: S, paragraph: 1, text: t, findings: [S101]}}\n" for i in range(n)
    ]
    return "".join(parts)


def theme(name, parent):
    return f"theme: 1\nname: {name}\ninherits: {parent}\nroles: {{text: {{}}}}\n"


def register(n):
    cells = [""] * 27
    rows = []
    for i in range(n):
        cells[0], cells[1], cells[23] = f"R{i}", f"TRUST {i}", "Y"
        rows.append(",".join(cells) + "\r\n")
    return "".join(rows)


def put(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def single(make):
    def prepare(folder, n):
        return [["check", put(folder, "plan.yaml", make(n))]]

    return prepare


def tables(make):
    def prepare(folder, n):
        lines, funds = make(n)
        more = [] if funds is None else ["--funds", put(folder, "funds.csv", funds)]
        return [["check", put(folder, "lines.csv", lines), *more]]

    return prepare


def prepare_folder(folder, n):
    plans = os.path.join(folder, "plans")
    os.mkdir(plans)
    for i in range(n):
        put(plans, f"p{i}.yaml", plan((), (), [line(0)]))
    return [["check", plans]]


def prepare_diff(folder, n):
    lines = [line(i, f", funds: [f{i}]") for i in range(n)]
    groups = [f"id: g{i}, facility: bt, members: [RXX]" for i in range(n)]
    funds = list(map(fund, range(n)))
    turned = (funds[::-1], groups[::-1], lines[::-1])
    return [
        [
            "diff",
            put(folder, "a.yaml", plan(funds, groups, lines)),
            put(folder, "b.yaml", plan(*turned)),
        ]
    ]


def prepare_store(folder, n):
    lines = [line(i, f", funds: [f{i}]") for i in range(n)]
    groups = [f"id: g{i}, facility: bt, members: [RXX]" for i in range(n)]
    path = put(folder, "a.yaml", plan(map(fund, range(n)), groups, lines))
    return [["import", path], ["export", "1"], ["diff", "1@1", path]]


def prepare_trusts(folder, n):
    return [["trusts", "import", put(folder, "trusts.csv", register(n * 4))], ["trusts", "trust 7"]]


def prepare_themes(folder, n):
    themes = os.path.join(folder, "config", "calloff", "themes")
    os.makedirs(themes)
    for i in range(n):
        parent = f"t{i + 1}" if i + 1 < n else "default"
        put(themes, f"t{i}.yaml", theme(f"t{i}", parent))
    return [["themes"]]


def prepare_programme(folder, n):
    path = put(folder, "programme.yaml", programme(n))
    lines = [line(i, service=f"a.z{i}") for i in range(n)]
    head = HEAD.replace("london", f"c{n - 1}")
    return [["check", "--programme", path, put(folder, "plan.yaml", plan((), (), lines, head))]]


SHAPES = (
    {name: single(make) for name, make in SINGLE.items()}
    | {name: tables(make) for name, make in TABLES.items()}
    | {
        "folder": prepare_folder,
        "diff": prepare_diff,
        "store": prepare_store,
        "trusts": prepare_trusts,
        "chained-themes": prepare_themes,
        "wide-programme": prepare_programme,
    }
)
