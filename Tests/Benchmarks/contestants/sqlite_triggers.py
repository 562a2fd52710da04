"""SQLite, in memory: sets of rows for judging, triggers that keep findings and totals right for edits.

Words are numbers, a line is one row with a column for each year and kind of cost. What a line takes of a
fund is a row of its own, in drawing order, so that a fund is drawn again by one running sum.
"""

import array
import sqlite3

from programme import (
    ALONE, BASIC_KEY, BIT, CODES, ENTIRE_KEY, EXPECTED, FEATURES_KEY, FLAG_MASK, IS_CALLOFF,
    IS_CORE_PAID, IS_PAYABLE, LOCAL_MASK, LOCAL_WORK, ON_COST, ON_FUNDS, ON_NO_COST,
    ON_UNKNOWN_GROUP, REPEATABLE_KEYS, RETAINED_KEYS, ROUTES, SERVICES, SUPPLY_SHIFT,
    UNKNOWN_SERVICE, YEARS, category, folded, provider, purchase_key, service_kind,
)
from protocol import Contestant, pence, serve
from tables import Funds, Lines, numbers

AMOUNTS = [f"{kind}{place}" for place in range(len(YEARS)) for kind in ("capital", "revenue")]
# What a line buys: its key and, below it, the number of its description.
WHATS = 1 << 20
# PACS lines come last.
FIRST_IMAGING = len(SERVICES) * 2 * WHATS
COMPANY = BIT["C102"] | BIT["P103"] | BIT["P104"] | BIT["P106"]
IMAGING = BIT["P103"] | BIT["P104"] | BIT["P106"]

TABLES = f"""
CREATE TABLE lines (
  ord INTEGER PRIMARY KEY, trust INT, service INT, pacs INT, need INT, route INT, supplier INT, grp INT,
  interoperable INT, justification TEXT, spine INT, description INT, funds INT,
  {", ".join(f"{amount} INT" for amount in AMOUNTS)});
CREATE TABLE trusts (id INTEGER PRIMARY KEY, code TEXT, lsp INT);
CREATE TABLE suppliers (id INTEGER PRIMARY KEY, word TEXT);
CREATE TABLE services (id INTEGER PRIMARY KEY, word TEXT);
CREATE TABLE texts (id INTEGER PRIMARY KEY, word TEXT);
CREATE TABLE groups (id INTEGER PRIMARY KEY, facility TEXT, members INT);
-- A group and a trust as one number.
CREATE TABLE members (id INTEGER PRIMARY KEY);
CREATE TABLE funds (id INTEGER PRIMARY KEY, trust INT, name TEXT, pays TEXT, left0 INT, left1 INT, left2 INT);
CREATE TABLE listed_funds (list INT, name TEXT);
CREATE TABLE fund_lists (id INTEGER PRIMARY KEY);
CREATE TABLE alone (key INTEGER PRIMARY KEY, verdict INT);
CREATE TABLE verdicts (
  ord INTEGER PRIMARY KEY, trust INT, category INT, repeats INT, verdict INT, flags INT, cost INT,
  payable INT, covered INT, by_capital INT, by_revenue INT);
CREATE TABLE draws (
  fund INT, ord INT, kind INT, want0 INT, want1 INT, want2 INT, covered INT,
  PRIMARY KEY (fund, ord, kind)) WITHOUT ROWID;
CREATE TABLE sums (
  trust INT, category INT, cost INT, payable INT, covered INT, PRIMARY KEY (trust, category)) WITHOUT ROWID;
CREATE TABLE tallies (
  trust INTEGER PRIMARY KEY, supply1 INT, supply2 INT, supply3 INT,
  {", ".join(f"{code} INT" for code in CODES)});
CREATE TABLE categories (
  category INTEGER PRIMARY KEY, cost INT, payable INT, covered INT);
CREATE TABLE supplier_words (id INTEGER PRIMARY KEY, who INT);
CREATE TABLE service_words (id INTEGER PRIMARY KEY, kind INT, bought INT, category INT);
CREATE TABLE text_words (id INTEGER PRIMARY KEY, described INT);
CREATE TABLE group_words (id INTEGER PRIMARY KEY, facility INT, is_lonely INT);
CREATE TABLE purses (id INTEGER PRIMARY KEY, by_capital INT, by_revenue INT, unknown INT, known INT);
"""


def bit(condition, code):
    return f"({condition}) * {BIT[code]}"


# A line by itself: everything but what other lines say of it and what funds cover.
BY_ITSELF = f"""
CREATE VIEW by_itself AS
SELECT ord, trust, category, repeats, verdict, cost,
  CASE WHEN verdict & {IS_PAYABLE} THEN cost ELSE 0 END AS payable,
  CASE WHEN verdict & {IS_PAYABLE} THEN by_capital END AS by_capital,
  CASE WHEN verdict & {IS_PAYABLE} THEN by_revenue END AS by_revenue,
  (verdict & {FLAG_MASK})
  | CASE WHEN verdict & {IS_CALLOFF} THEN CASE WHEN facility IS NULL THEN {BIT["S103"]}
      ELSE {bit("NOT is_member", "S104")} | {bit("facility = 4 OR who <> 5 AND who <> facility", "S105")}
        | {bit("is_lonely", "S110")} END
    ELSE {bit(f"verdict & {ON_UNKNOWN_GROUP} <> 0 AND grp <> 0 AND facility IS NULL", "S111")} END
  | {bit(f"verdict & {IS_PAYABLE} <> 0 AND known AND (capital <> 0 AND by_capital IS NULL OR revenue <> 0 AND by_revenue IS NULL)", "F104")}
  | {bit(f"verdict & {ON_FUNDS} <> 0 AND funds <> 0", "F102")} | {bit(f"verdict & {ON_COST} <> 0 AND cost <> 0", "F103")}
  | {bit("unknown", "F105")} | {bit(f"verdict & {ON_NO_COST} <> 0 AND cost = 0", "F106")} AS flags
FROM (
  SELECT l.ord, l.trust, s.category, l.funds, l.grp, a.verdict, w.who, g.facility, g.is_lonely,
    p.by_capital, p.by_revenue, p.unknown, p.known,
    l.capital0 + l.capital1 + l.capital2 AS capital, l.revenue0 + l.revenue1 + l.revenue2 AS revenue,
    l.capital0 + l.capital1 + l.capital2 + l.revenue0 + l.revenue1 + l.revenue2 AS cost,
    CASE WHEN s.bought < 0 THEN -1
      ELSE ((s.bought + (s.kind = 2) * l.pacs) * 2 + l.need) * {WHATS} + x.described END AS repeats,
    CASE WHEN a.verdict & {IS_CALLOFF}
      THEN EXISTS (SELECT 1 FROM members m WHERE m.id = l.grp * 1000 + l.trust) END AS is_member
  FROM lines l
  CROSS JOIN service_words s ON s.id = l.service
  CROSS JOIN trusts t ON t.id = l.trust
  CROSS JOIN supplier_words w ON w.id = l.supplier
  CROSS JOIN text_words x ON x.id = l.description
  CROSS JOIN alone a ON a.key = (s.kind << 11) + (l.pacs << 9) + (l.need << 8) + (l.route << 6)
    + CASE WHEN w.who = t.lsp THEN 0 WHEN w.who < 4 THEN 16 WHEN w.who = 4 THEN 32 ELSE 48 END
    + (l.interoperable = 2) * 8 + (trim(l.justification) <> '') * 4 + (l.spine = 2) * 2
    + (x.described <> 0)
  CROSS JOIN purses p ON p.id = l.funds * 1000 + l.trust
  LEFT JOIN group_words g ON g.id = l.grp)
"""

WORDS = """
DELETE FROM supplier_words;
INSERT INTO supplier_words SELECT id, who(word) FROM suppliers;
DELETE FROM service_words;
INSERT INTO service_words SELECT id, kind(word), bought(word), category(word) FROM services;
DELETE FROM text_words;
INSERT INTO text_words
SELECT id, CASE text WHEN '' THEN 0 ELSE dense_rank() OVER (ORDER BY text) END
FROM (SELECT id, folded(word) AS text FROM texts);
DELETE FROM group_words;
INSERT INTO group_words SELECT id, who(facility), members < 2 FROM groups;
DELETE FROM purses;
INSERT INTO purses
SELECT l.id * 1000 + t.id, max(f.id) FILTER (WHERE f.pays <> 'revenue'),
  max(f.id) FILTER (WHERE f.pays <> 'capital'),
  count(n.name) > count(f.id), count(f.id) > 0
FROM fund_lists l CROSS JOIN trusts t
LEFT JOIN listed_funds n ON n.list = l.id
LEFT JOIN funds f ON f.trust = t.id AND f.name = n.name
GROUP BY l.id, t.id;
"""



def listed_keys(keys):
    return f"({', '.join(map(str, keys))})"


def planned(keys, row="verdicts"):
    """Whether the plan has lines of some keys of PACS."""
    return f"""EXISTS (SELECT 1 FROM verdicts o WHERE o.trust = {row}.trust
      AND o.repeats >= {FIRST_IMAGING} AND o.repeats / {WHATS} IN {listed_keys(keys)})"""


IS_COMPANY = f"""
CASE verdicts.repeats / {WHATS} WHEN {ENTIRE_KEY} THEN
    CASE WHEN {planned([BASIC_KEY])} THEN {BIT["P104"]} ELSE {BIT["P103"]} END
  WHEN {FEATURES_KEY} THEN
    CASE WHEN {planned([BASIC_KEY, ENTIRE_KEY, *RETAINED_KEYS])} THEN 0 ELSE {BIT["P106"]} END
  ELSE 0 END"""
IS_UNIQUE = f"repeats >= 0 AND repeats / {WHATS} NOT IN {listed_keys(REPEATABLE_KEYS)}"


def missing(trust):
    """Whether a plan lacks services that it should have."""
    service = f"v.repeats / {2 * WHATS}"
    lines = f"FROM verdicts v WHERE v.trust = {trust} AND v.repeats BETWEEN 0 AND {FIRST_IMAGING - 1}"
    return f"""C103 = (SELECT count(DISTINCT {service}) {lines} AND {service} IN {listed_keys(EXPECTED)})
      < {len(EXPECTED)},
    C106 = EXISTS (SELECT 1 {lines} AND v.verdict & {LOCAL_MASK} = {IS_CORE_PAID})
      AND NOT EXISTS (SELECT 1 {lines} AND {service} IN {listed_keys(LOCAL_WORK)})"""


def drawing(source, where="1"):
    """What funds cover of each draw: running sums in the order of the key."""
    parts = " + ".join(
        f"max(0, min(want{year}, left{year} + want{year} - sum(want{year}) OVER drawn))"
        for year in range(len(YEARS)))
    return f"""
SELECT d.fund, d.ord, d.kind, want0, want1, want2, {parts} AS covered
FROM {source} d CROSS JOIN funds f ON f.id = d.fund WHERE {where}
WINDOW drawn AS (PARTITION BY d.fund ORDER BY d.ord, d.kind ROWS UNBOUNDED PRECEDING)"""


WANTS = " UNION ALL ".join(
    f"""SELECT v.by_{kind} AS fund, v.ord, {place} AS kind,
      {", ".join(f"l.{kind}{year} AS want{year}" for year in range(len(YEARS)))}
    FROM verdicts v CROSS JOIN lines l USING (ord) WHERE v.by_{kind} IS NOT NULL"""
    for place, kind in enumerate(("capital", "revenue")))


# What is not counted by lines.
UNCOUNTED = ("C101", "C103", "C106")
COUNTS = ", ".join(
    "0" if code in UNCOUNTED else f"sum(flags >> {place} & 1)" for place, code in enumerate(CODES))

JUDGING = f"""
DELETE FROM verdicts;
INSERT INTO verdicts
SELECT ord, trust, category, repeats, verdict, flags, cost, payable, 0, by_capital, by_revenue FROM by_itself;
CREATE INDEX by_service ON verdicts (trust, repeats, ord);
DELETE FROM draws;
INSERT INTO draws {drawing(f"({WANTS})")};
CREATE TEMP TABLE found (ord INTEGER PRIMARY KEY, covered INT);
INSERT INTO found SELECT ord, sum(covered) FROM draws WHERE covered > 0 GROUP BY ord;
UPDATE verdicts SET covered = found.covered FROM found WHERE found.ord = verdicts.ord;
DROP TABLE found;
UPDATE verdicts SET flags = flags | {BIT["F101"]} WHERE payable <> covered;
UPDATE verdicts SET flags = flags | {BIT["C102"]}
  WHERE {IS_UNIQUE} AND ord NOT IN (
    SELECT min(ord) FROM verdicts INDEXED BY by_service WHERE repeats >= 0 GROUP BY trust, repeats);
UPDATE verdicts SET flags = flags | {IS_COMPANY} WHERE repeats >= {FIRST_IMAGING};
DELETE FROM sums;
INSERT INTO sums SELECT t.id, c.value, 0, 0, 0 FROM trusts t CROSS JOIN json_each('[0, 1, 2, 3]') c;
INSERT OR REPLACE INTO sums
SELECT trust, category, sum(cost), sum(payable), sum(covered) FROM verdicts GROUP BY trust, category;
DELETE FROM categories;
INSERT INTO categories SELECT category, sum(cost), sum(payable), sum(covered) FROM sums GROUP BY category;
DELETE FROM tallies;
INSERT INTO tallies
SELECT trust, {", ".join(f"sum(verdict >> {SUPPLY_SHIFT} = {supply})" for supply in (1, 2, 3))}, {COUNTS}
FROM verdicts GROUP BY trust;
UPDATE tallies SET {missing("tallies.trust")};
"""

def draw_again(kind, condition):
    """Draws the fund that paid, or pays, that kind of a line's cost."""
    fund = f"CASE WHEN {condition} THEN coalesce(NEW.by_{kind}, OLD.by_{kind}) END"
    return f"""
  UPDATE draws SET covered = n.covered FROM ({drawing("draws", f"d.fund = {fund}")}) n
  WHERE draws.fund = {fund} AND n.fund = draws.fund AND n.ord = draws.ord AND n.kind = draws.kind
    AND n.covered <> draws.covered;"""


def draw(kind, place):
    """Puts down what a line wants of a fund."""
    wants = ", ".join(f"{kind}{year}" for year in range(len(YEARS)))
    changes = ", ".join(f"want{year} = excluded.want{year}" for year in range(len(YEARS)))
    return f"""
  INSERT INTO draws SELECT NEW.by_{kind}, NEW.ord, {place}, {wants}, 0
  FROM lines WHERE ord = NEW.ord AND NEW.by_{kind} IS NOT NULL
  ON CONFLICT DO UPDATE SET {changes};"""


def moving(table, of_old, of_new):
    """Takes a line's money from one row of sums to another."""
    columns = ("cost", "payable", "covered")
    return "".join(
        f"UPDATE {table} SET {', '.join(f'{name} = {name} {sign} {row}.{name}' for name in columns)}"
        f" WHERE {where};"
        for sign, row, where in (("-", "OLD", of_old), ("+", "NEW", of_new)))


def unfunded(covered):
    return f"(flags & ~{BIT['F101']}) | (payable <> {covered}) * {BIT['F101']}"


COUNTING = ", ".join(
    f"{code} = {code} + ((NEW.flags >> {place}) & 1) - ((OLD.flags >> {place}) & 1)"
    for place, code in enumerate(CODES) if code not in UNCOUNTED)
SUPPLYING = ", ".join(
    f"supply{supply} = supply{supply} + (NEW.verdict >> {SUPPLY_SHIFT} = {supply})"
    f" - (OLD.verdict >> {SUPPLY_SHIFT} = {supply})" for supply in (1, 2, 3))

TRIGGERS = f"""
CREATE TRIGGER line_changed AFTER UPDATE ON lines BEGIN
  UPDATE verdicts SET category = n.category, repeats = n.repeats, verdict = n.verdict, cost = n.cost,
    payable = n.payable, by_capital = n.by_capital, by_revenue = n.by_revenue,
    flags = n.flags | (verdicts.flags & {COMPANY}) | (n.payable <> verdicts.covered) * {BIT["F101"]}
  FROM (SELECT * FROM by_itself WHERE ord = NEW.ord) n WHERE verdicts.ord = NEW.ord;
END;

CREATE TRIGGER service_changed AFTER UPDATE OF repeats ON verdicts WHEN OLD.repeats <> NEW.repeats BEGIN
  UPDATE verdicts SET flags = flags & ~{COMPANY} WHERE ord = NEW.ord;
  UPDATE verdicts SET flags = CASE WHEN flags & {BIT["C102"]} THEN flags - {BIT["C102"]} ELSE flags + {BIT["C102"]} END
  WHERE trust = NEW.trust AND repeats IN (OLD.repeats, NEW.repeats) AND {IS_UNIQUE}
    AND (flags & {BIT["C102"]} <> 0) <> (ord > (SELECT min(o.ord) FROM verdicts o
      WHERE o.trust = verdicts.trust AND o.repeats = verdicts.repeats));
  UPDATE verdicts SET flags = (flags & ~{IMAGING}) | {IS_COMPANY}
  WHERE trust = NEW.trust AND repeats >= {FIRST_IMAGING}
    AND max(OLD.repeats, NEW.repeats) >= {FIRST_IMAGING}
    AND flags & {IMAGING} <> {IS_COMPANY};
END;

CREATE TRIGGER services_changed AFTER UPDATE OF repeats, verdict ON verdicts
WHEN OLD.repeats <> NEW.repeats OR OLD.verdict <> NEW.verdict
BEGIN
  UPDATE tallies SET {missing("NEW.trust")} WHERE trust = NEW.trust;
END;

CREATE TRIGGER payer_changed AFTER UPDATE OF payable, by_capital, by_revenue ON verdicts
WHEN OLD.payable <> NEW.payable OR OLD.by_capital IS NOT NEW.by_capital OR OLD.by_revenue IS NOT NEW.by_revenue
BEGIN
  DELETE FROM draws WHERE fund = OLD.by_capital AND ord = NEW.ord AND NEW.by_capital IS NULL;
  DELETE FROM draws WHERE fund = OLD.by_revenue AND ord = NEW.ord AND NEW.by_revenue IS NULL;
  {draw("capital", 0)}{draw("revenue", 1)}
  {draw_again("capital", "1")}
  {draw_again("revenue", "coalesce(NEW.by_revenue, OLD.by_revenue) IS NOT coalesce(NEW.by_capital, OLD.by_capital)")}
END;

CREATE TRIGGER draw_changed AFTER UPDATE OF covered ON draws BEGIN
  UPDATE verdicts SET covered = covered + NEW.covered - OLD.covered,
    flags = {unfunded("covered + NEW.covered - OLD.covered")} WHERE ord = NEW.ord;
END;
CREATE TRIGGER draw_removed AFTER DELETE ON draws BEGIN
  UPDATE verdicts SET covered = covered - OLD.covered, flags = {unfunded("covered - OLD.covered")}
  WHERE ord = OLD.ord;
END;

CREATE TRIGGER money_changed AFTER UPDATE ON verdicts
WHEN OLD.cost <> NEW.cost OR OLD.payable <> NEW.payable OR OLD.covered <> NEW.covered
  OR OLD.category <> NEW.category
BEGIN
  {moving("sums", "trust = OLD.trust AND category = OLD.category", "trust = NEW.trust AND category = NEW.category")}
  {moving("categories", "category = OLD.category", "category = NEW.category")}
END;

CREATE TRIGGER findings_changed AFTER UPDATE ON verdicts
WHEN OLD.flags <> NEW.flags OR OLD.verdict <> NEW.verdict
BEGIN
  UPDATE tallies SET {COUNTING}, {SUPPLYING} WHERE trust = NEW.trust;
END;
"""


class SQLite(Contestant):
    version = f"SQLite {sqlite3.sqlite_version}"

    def load(self, lines, funds):
        table, money = Lines(lines), Funds(funds)
        self.words = {"supplier": table.suppliers, "service": table.services, "route": numbers(ROUTES)}
        self.codes = list(table.trusts)
        self.connection = sqlite3.connect(":memory:", isolation_level=None)
        for name, function in (
            ("who", provider), ("kind", lambda word: service_kind(listed(word))),
            ("bought", lambda word: purchase_key(listed(word), 0, 0) // 2), ("folded", folded),
            ("category", lambda word: category(listed(word))),
        ):
            self.connection.create_function(name, 1, function, deterministic=True)
        self.connection.executescript("PRAGMA journal_mode = off; PRAGMA synchronous = off;" + TABLES + BY_ITSELF)
        self._insert("lines", self._lines(table))
        self._insert("trusts", (
            (place, code, lsp) for place, (code, lsp) in enumerate(zip(self.codes, table.clusters))))
        self._insert("suppliers", enumerate(table.suppliers))
        self._insert("services", enumerate(table.services))
        self._insert("texts", enumerate(table.texts))
        self._insert("alone", enumerate(ALONE))
        self._insert("groups", (
            (place, money.facilities[group], len(money.members[group]))
            for place, group in enumerate(table.groups)
            if group in money.facilities))
        trusts = table.trusts
        self._insert("members", (
            (place * 1000 + trusts[member],) for place, group in enumerate(table.groups)
            for member in sorted(money.members.get(group, ())) if member in trusts))
        self._insert("funds", (
            (place, trusts[trust], fund, pays, *money.available[trust, fund])
            for place, ((trust, fund), pays) in enumerate(money.pays.items()) if trust in trusts))
        self._insert("fund_lists", ((place,) for place in range(len(table.fund_lists))))
        self._insert("listed_funds", (
            (place, name) for place, text in enumerate(table.fund_lists) for name in text.split()))

    def _insert(self, table, rows):
        columns = len(self.connection.execute(f"SELECT * FROM {table} LIMIT 0").description)
        marks = ", ".join("?" * columns)
        self.connection.execute("BEGIN")
        self.connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        self.connection.execute("COMMIT")

    @staticmethod
    def _lines(table):
        texts, trust = list(table.texts), 0
        rows = zip(table.service, table.pacs, table.need, table.route, table.supplier, table.group,
                   table.interoperable, table.justification, table.spine, table.description,
                   table.funds, table.costs)
        for line, (*words, costs) in enumerate(rows):
            if line == table.starts[trust + 1]:
                trust += 1
            words[7] = texts[words[7]]
            amounts = [0] * len(AMOUNTS)
            for year, *row in costs:
                amounts[2 * year:2 * year + 2] = row
            yield (line, trust, *words, *amounts)

    def judge(self):
        drops = "".join(
            f"DROP TRIGGER {name};" for name, in self.connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall())
        self.connection.executescript(
            f"BEGIN; {drops} DROP INDEX IF EXISTS by_service; {WORDS} {JUDGING} COMMIT;")

    def totals(self):
        rows = self.connection.execute(f"""
            SELECT t.trust, sum(cost), sum(cost - payable), sum(payable), sum(covered), sum(payable - covered),
              supply1, supply2, supply3, {", ".join(CODES)}
            FROM sums JOIN tallies t USING (trust) GROUP BY t.trust ORDER BY t.trust""").fetchall()
        found = dict((place, row) for place, *row in self.connection.execute("""
            SELECT category, cost, cost - payable, payable, covered, payable - covered FROM categories"""))
        return [(self.codes[trust], *row) for trust, *row in rows], [found.get(place, [0] * 5) for place in range(3)]

    def flags(self):
        rows = self.connection.execute("SELECT flags FROM verdicts ORDER BY ord")
        return array.array("I", (flags for flags, in rows)).tobytes()

    def ready(self):
        self.connection.executescript(TRIGGERS)

    def prepare(self, line, field, value):
        column = f"capital{YEARS.index(field)}" if field in YEARS else field
        number = pence(value) if field in YEARS else self.words[field][value]
        return f"UPDATE lines SET {column} = ? WHERE ord = ?", (number, line)

    def edit(self, prepared):
        self.connection.execute(*prepared)


def listed(word):
    return SERVICES.get(word, UNKNOWN_SERVICE)


if __name__ == "__main__":
    serve(SQLite())
