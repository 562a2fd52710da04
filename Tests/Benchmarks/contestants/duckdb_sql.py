"""DuckDB: sets of rows in SQL, on all cores.

Words are enumerations, a line is one row with a column for each year and kind of cost. Findings of a
line that need no other line come from joins with small tables, the draws on funds from running sums.
An edit judges the lines of its trust again and changes the rows that come out otherwise.
"""

from bisect import bisect_right

import duckdb

from programme import (
    ALONE, BASIC_KEY, BIT, CODES, ENTIRE_KEY, EXPECTED, FEATURES_KEY, FLAG_MASK, IS_CALLOFF,
    IS_CORE_PAID, IS_PAYABLE, LOCAL_MASK, LOCAL_WORK, ON_COST, ON_FUNDS, ON_NO_COST,
    ON_UNKNOWN_GROUP, REPEATABLE_KEYS, RETAINED_KEYS, SERVICES, SUPPLY_SHIFT, YEARS, category,
    purchase_key, service_kind,
)
from protocol import Contestant, pence, serve

COLUMNS = """trust cluster line service pacs need route supplier group crs_interoperable justification
    spine_connected description year capital revenue funds""".split()
MONEY = {"capital", "revenue"}
FLAGS_OF = {"crs_interoperable", "spine_connected"}
# Columns of words that come again and again; a blank is a word.
ENUMS = ["trust", "service", "supplier", "group", "funds"]
AMOUNTS = [f"{kind}{place}" for place in range(len(YEARS)) for kind in ("capital", "revenue")]
PLACES = range(len(YEARS))


def reading(path):
    """The table of lines with its types."""
    def kind(column):
        return ("DECIMAL(18, 2)" if column in MONEY else
                "BOOLEAN" if column in FLAGS_OF else "VARCHAR")

    columns = ", ".join(f"'{column}': '{kind(column)}'" for column in COLUMNS)
    return f"""SELECT * FROM read_csv('{path}', header = true, delim = ',', quote = '"',
        escape = '"', auto_detect = false, columns = {{{columns}}})"""


def amount(kind, year):
    """What a line costs in a year, from its first row and the two that may follow it."""
    later = " ".join(
        f"WHEN trust{n} = trust AND line{n} = line AND year{n} = '{year}' THEN {kind}{n}"
        for n in (1, 2))
    return f"coalesce(CASE WHEN year = '{year}' THEN {kind} {later} END * 100, 0)::BIGINT"


FOLLOWING = ", ".join(
    f"lead({column}, {n}) OVER () AS {column}{n}"
    for n in (1, 2) for column in ("trust", "line", "year", "capital", "revenue"))
# A line is a row as they come, with its first row's words and what its rows cost.
LINES = f"""
CREATE TABLE lines AS
SELECT (row_number() OVER ())::INT - 1 AS ord, * FROM (
  SELECT trust::trust_t AS trust, coalesce(service, '')::service_t AS service,
    coalesce(pacs, '')::pacs_t AS pacs, coalesce(need, 'new')::need_t AS need,
    coalesce(route, '')::route_t AS route, coalesce(supplier, '')::supplier_t AS supplier,
    coalesce("group", '')::group_t AS grp, crs_interoperable AS interoperable, justification,
    spine_connected AS spine, description, coalesce(funds, '')::funds_t AS funds,
    {", ".join(f"{amount(kind, year)} AS {kind}{place}"
      for place, year in enumerate(YEARS) for kind in ("capital", "revenue"))}
  FROM (SELECT *, lag(trust) OVER () AS last_trust, lag(line) OVER () AS last_line, {FOLLOWING} FROM raw)
  WHERE last_trust IS DISTINCT FROM trust OR last_line IS DISTINCT FROM line)
"""



def folded(text):
    """A text in the form in which texts are compared."""
    return f"lower(trim(regexp_replace({text}, '\\s+', ' ', 'g')))"


def keys(places):
    return f"({', '.join(map(str, places))})"


# What words mean, told anew by each judging; by word, not by line.
WORDS = f"""
CREATE OR REPLACE TABLE supplier_words AS
SELECT w.supplier, coalesce(l.place, CASE WHEN trim(w.supplier::VARCHAR) = '' THEN 5 ELSE 4 END) AS who
FROM (SELECT unnest(enum_range(NULL::supplier_t))::supplier_t AS supplier) w
LEFT JOIN lsps l ON l.name = {folded("w.supplier::VARCHAR")};

CREATE OR REPLACE TABLE group_words AS
SELECT g.grp::group_t AS grp, coalesce(l.place, 4) AS facility, g.members < 2 AS is_lonely
FROM groups g LEFT JOIN lsps l ON l.name = {folded("g.facility")}
WHERE g.grp IN (SELECT unnest(enum_range(NULL::group_t)));

CREATE OR REPLACE TABLE service_words AS
SELECT w.service, coalesce(s.kind, 4) AS kind, coalesce(s.place, -1) AS place,
    coalesce(s.category, 3) AS category
FROM (SELECT unnest(enum_range(NULL::service_t))::service_t AS service) w
LEFT JOIN services s ON s.service = w.service::VARCHAR;

CREATE OR REPLACE TABLE purses AS
WITH names AS (
  SELECT funds, unnest(CASE WHEN funds = '' THEN NULL ELSE string_split(funds::VARCHAR, ' ') END) AS fund
  FROM (SELECT unnest(enum_range(NULL::funds_t))::funds_t AS funds)),
named AS (
  SELECT t.trust, n.funds, f.fund, f.pays, f.place
  FROM names n CROSS JOIN trusts t
  LEFT JOIN funds f ON f.trust = t.trust AND f.fund = n.fund)
SELECT trust, funds, bool_or(pays IS NULL) AS unknown, bool_or(pays IS NOT NULL) AS known,
    any_value(place) FILTER (pays <> 'revenue') AS by_capital,
    any_value(place) FILTER (pays <> 'capital') AS by_revenue
FROM named GROUP BY trust, funds
"""


def bit(condition, code):
    """The bit of a code where a condition holds."""
    return f"CASE WHEN {condition} THEN {BIT[code]} ELSE 0 END"


def per_year(template):
    return [template.format(place=place) for place in PLACES]


def judging(where):
    """A query for the verdict on every line that a condition lets through, whole trusts only."""
    # What a draw on capital's fund takes, its revenue included where that comes from the same fund.
    capital_sums = per_year(
        "coalesce(sum(capital{place} + CASE WHEN is_either THEN revenue{place} ELSE 0 END)"
        " OVER by_capital_fund, 0) AS before_capital{place}")
    revenue_sums = per_year(
        "coalesce(sum(revenue{place}) OVER by_revenue_fund, 0) AS before_revenue{place}")
    covered = " + ".join(
        per_year("greatest(0, least(capital{place}, a.available{place} - before_capital{place}))")
        + per_year("greatest(0, least(revenue{place}, b.available{place} - CASE WHEN is_either"
                   " THEN before_capital{place} + capital{place} ELSE before_revenue{place} END))"))
    either = """SELECT ord, by_capital, by_revenue, by_capital IS NOT DISTINCT FROM by_revenue
        AS is_either, {columns} FROM priced WHERE verdict & {payable} <> 0
        AND (by_capital IS NOT NULL OR by_revenue IS NOT NULL)""".format(
            columns=", ".join(AMOUNTS), payable=IS_PAYABLE)
    return f"""
WITH lined AS MATERIALIZED (
  SELECT l.*, s.category, s.place, w.who, a.verdict,
    CASE WHEN s.place < 0 THEN -1
      ELSE (CASE WHEN s.kind = 2 THEN s.place + enum_code(l.pacs)::INT ELSE s.place END) * 2
        + enum_code(l.need)::INT END AS bought,
    CASE WHEN l.description IS NULL OR s.place < 0 THEN '' ELSE {folded("l.description")} END AS described
  FROM lines l
  JOIN service_words s ON s.service = l.service
  JOIN trusts t ON t.trust = l.trust
  JOIN supplier_words w ON w.supplier = l.supplier
  JOIN alone a ON a.key = (s.kind << 11) | (enum_code(l.pacs)::INT << 9) | (enum_code(l.need)::INT << 8)
    | (enum_code(l.route)::INT << 6)
    | CASE WHEN w.who = t.lsp THEN 0 WHEN w.who < 4 THEN 16 WHEN w.who = 4 THEN 32 ELSE 48 END
    | CASE WHEN l.interoperable THEN 8 ELSE 0 END
    | CASE WHEN trim(l.justification) <> '' THEN 4 ELSE 0 END
    | CASE WHEN l.spine THEN 2 ELSE 0 END
    | CASE WHEN trim(l.description) <> '' THEN 1 ELSE 0 END
  WHERE {where}),
earliest AS (
  SELECT trust, bought, described, min(ord) AS first FROM lined
  WHERE bought >= 0 AND bought NOT IN {keys(REPEATABLE_KEYS)} GROUP BY trust, bought, described),
imaging AS (
  SELECT trust, bool_or(bought = {BASIC_KEY}) AS has_basic, bool_or(bought = {ENTIRE_KEY}) AS has_entire,
    bool_or(bought IN {keys(RETAINED_KEYS)}) AS has_retained
  FROM lined WHERE bought >= {2 * len(SERVICES)} GROUP BY trust),
priced AS MATERIALIZED (
  SELECT l.ord, l.trust, l.category, l.place, l.verdict, l.funds, p.by_capital, p.by_revenue,
    p.unknown, p.known, {", ".join(AMOUNTS)},
    capital0 + capital1 + capital2 AS capital, revenue0 + revenue1 + revenue2 AS revenue,
    (l.verdict & {FLAG_MASK})
    | CASE WHEN l.verdict & {IS_CALLOFF} = 0
        THEN {bit(f"l.verdict & {ON_UNKNOWN_GROUP} <> 0 AND l.grp <> '' AND g.facility IS NULL", "S111")}
        WHEN g.facility IS NULL THEN {BIT["S103"]}
        ELSE {bit("m.grp IS NULL", "S104")} | {bit("g.is_lonely", "S110")}
          | {bit("g.facility = 4 OR l.who <> 5 AND l.who <> g.facility", "S105")} END
    | {bit("e.first <> l.ord", "C102")}
    | CASE l.bought WHEN {ENTIRE_KEY} THEN CASE WHEN i.has_basic THEN {BIT["P104"]} ELSE {BIT["P103"]} END
        WHEN {FEATURES_KEY} THEN
          CASE WHEN i.has_basic OR i.has_entire OR i.has_retained THEN 0 ELSE {BIT["P106"]} END
        ELSE 0 END AS flags
  FROM lined l
  LEFT JOIN group_words g ON g.grp = l.grp
  LEFT JOIN members m ON m.grp = l.grp AND m.trust = l.trust
  LEFT JOIN earliest e ON e.trust = l.trust AND e.bought = l.bought AND e.described = l.described
  LEFT JOIN imaging i ON i.trust = l.trust
  LEFT JOIN purses p ON p.trust = l.trust AND p.funds = l.funds),
drawing AS ({either}),
summed AS (
  SELECT *, {", ".join(capital_sums + revenue_sums)} FROM drawing
  WINDOW by_capital_fund AS (PARTITION BY by_capital ORDER BY ord
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
    by_revenue_fund AS (PARTITION BY by_revenue ORDER BY ord
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)),
drawn AS (
  SELECT s.ord, ({covered})::BIGINT AS covered FROM summed s
  JOIN available a ON a.place = coalesce(s.by_capital, -1)
  JOIN available b ON b.place = coalesce(s.by_revenue, -1)),
split AS (
  SELECT p.*, capital + revenue AS cost,
    CASE WHEN verdict & {IS_PAYABLE} <> 0 THEN capital + revenue ELSE 0 END AS payable,
    coalesce(d.covered, 0) AS covered
  FROM priced p LEFT JOIN drawn d USING (ord))
SELECT ord, trust, category, place, (verdict >> {SUPPLY_SHIFT})::UTINYINT AS supply, cost, payable, covered,
  verdict & {LOCAL_MASK} = {IS_CORE_PAID} AS core_paid,
  (flags
  | {bit("payable <> covered", "F101")}
  | {bit(f"verdict & {ON_FUNDS} <> 0 AND funds <> ''", "F102")}
  | {bit(f"verdict & {ON_COST} <> 0 AND cost <> 0", "F103")}
  | {bit(f"verdict & {IS_PAYABLE} <> 0 AND known AND (capital <> 0 AND by_capital IS NULL OR revenue <> 0 AND by_revenue IS NULL)", "F104")}
  | {bit("unknown", "F105")}
  | {bit(f"verdict & {ON_NO_COST} <> 0 AND cost = 0", "F106")})::UINTEGER AS flags
FROM split"""


# What plans lack is not counted by lines.
OF_PLANS = ("C103", "C106")
CODE_COUNTS = ", ".join(
    f"sum(CASE WHEN flags & {BIT[code]} <> 0 THEN lines ELSE 0 END)::BIGINT AS {code}"
    for code in CODES if code not in OF_PLANS)


def summing(where):
    """Queries for the totals of the trusts that a condition lets through."""
    return f"""
WITH tallies AS (
  SELECT trust, category, supply, flags, count(*) AS lines, sum(cost) AS cost,
    sum(payable) AS payable, sum(covered) AS covered
  FROM verdicts WHERE {where} GROUP BY trust, category, supply, flags)
SELECT trust, category, sum(cost)::BIGINT AS cost, sum(payable)::BIGINT AS payable,
  sum(covered)::BIGINT AS covered, {", ".join(
      f"sum(CASE WHEN supply = {supply} THEN lines ELSE 0 END)::BIGINT AS supply{supply}"
      for supply in (1, 2, 3))}, {CODE_COUNTS},
  FROM tallies GROUP BY trust, category"""


def lacking(where):
    """Whether plans lack services that they should have."""
    return f"""
SELECT trust, count(DISTINCT place) FILTER (place IN {keys(EXPECTED)}) < {len(EXPECTED)} AS C103,
  bool_or(core_paid) AND NOT bool_or(place IN {keys(LOCAL_WORK)}) AS C106
FROM verdicts WHERE {where} GROUP BY trust"""


class DuckDB(Contestant):
    version = f"DuckDB {duckdb.__version__}"

    def load(self, lines, funds):
        self.connection = connection = duckdb.connect()
        run = connection.execute
        run(f"CREATE TABLE raw AS {reading(lines)}")
        for column in ENUMS:
            run(f"""CREATE TYPE {column}_t AS ENUM (
                SELECT DISTINCT coalesce("{column}", '') FROM raw)""")
        run("""CREATE TYPE pacs_t AS ENUM ('', 'basic', 'features', 'entire');
            CREATE TYPE need_t AS ENUM ('new', 'retain');
            CREATE TYPE route_t AS ENUM ('', 'programme', 'calloff', 'open')""")
        run(LINES)
        self._take_programme()
        run("""CREATE TABLE trusts AS SELECT trust::trust_t AS trust, min(raw.rowid) AS first, any_value(c.lsp) AS lsp
            FROM raw JOIN clusters c ON c.cluster = raw.cluster GROUP BY raw.trust""")
        run("DROP TABLE raw")
        self._take_funds(funds)

    def _take_programme(self):
        """The programme as tables."""
        from programme import CLUSTERS, NAMES
        run = self.connection.execute
        run("CREATE TABLE alone AS SELECT unnest(range(?))::INT AS key, unnest(?::BIGINT[]) AS verdict",
            [len(ALONE), ALONE])
        run("CREATE TABLE lsps AS SELECT unnest(?::VARCHAR[]) AS name, unnest(?::INT[]) AS place",
            [list(NAMES), list(NAMES.values())])
        run("CREATE TABLE clusters AS SELECT unnest(?::VARCHAR[]) AS cluster, unnest(?::INT[]) AS lsp",
            [list(CLUSTERS), list(CLUSTERS.values())])
        places = list(SERVICES.values())
        run("""CREATE TABLE services AS SELECT unnest(?::VARCHAR[]) AS service, unnest(?::INT[]) AS kind,
            unnest(?::INT[]) AS place, unnest(?::INT[]) AS category""",
            [list(SERVICES), [service_kind(place) for place in places],
             [purchase_key(place, 0, 0) // 2 for place in places],
             [category(place) for place in places]])

    def _take_funds(self, path):
        run = self.connection.execute
        run(f"""CREATE TABLE raw AS SELECT * FROM read_csv('{path}', header = true,
            all_varchar = true, quote = '"', delim = ',')""")
        run("""CREATE TABLE funds AS SELECT trust::trust_t AS trust, fund, pays,
              row_number() OVER () AS place
            FROM (SELECT DISTINCT trust, fund, pays FROM raw WHERE trust IS NOT NULL)""")
        amounts = ", ".join(
            f"""coalesce(sum((available::DECIMAL(18, 2) * 100)::BIGINT) FILTER (year = '{year}'), 0)::BIGINT
            AS available{place}""" for place, year in enumerate(YEARS))
        # Place -1 stands for no fund.
        run(f"""CREATE TABLE available AS SELECT f.place, {amounts}
            FROM funds f JOIN raw r ON r.trust = f.trust::VARCHAR AND r.fund = f.fund GROUP BY f.place
            UNION ALL SELECT -1, 0, 0, 0""")
        run("""CREATE TABLE groups AS SELECT "group" AS grp, facility,
              coalesce(list_unique(string_split(members, ' ')), 0) AS members
            FROM raw WHERE trust IS NULL;
            CREATE TABLE members AS SELECT grp::group_t AS grp, member::trust_t AS trust
            FROM (SELECT "group" AS grp, unnest(string_split(members, ' ')) AS member
              FROM raw WHERE trust IS NULL)
            WHERE grp IN (SELECT unnest(enum_range(NULL::group_t))::VARCHAR)
              AND member IN (SELECT unnest(enum_range(NULL::trust_t))::VARCHAR);
            DROP TABLE raw""")

    def judge(self):
        run = self.connection.execute
        run(WORDS)
        run(f"CREATE OR REPLACE TABLE verdicts AS {judging('true')}")
        run(f"CREATE OR REPLACE TABLE sums AS {summing('true')}")
        run(f"CREATE OR REPLACE TABLE lacks AS {lacking('true')}")

    # --- Results ----------------------------------------------------------------------------------

    def totals(self):
        counts = ", ".join(
            f"any_value({code})::INT" if code in OF_PLANS else f"sum({code})::BIGINT" for code in CODES)
        split = """sum(cost)::BIGINT, sum(cost - payable)::BIGINT, sum(payable)::BIGINT,
            sum(covered)::BIGINT, sum(payable - covered)::BIGINT"""
        trusts = self.connection.execute(f"""
            SELECT trust::VARCHAR, {split}, sum(supply1)::BIGINT, sum(supply2)::BIGINT,
              sum(supply3)::BIGINT, {counts}
            FROM sums JOIN lacks USING (trust) JOIN trusts USING (trust)
            GROUP BY trust, first ORDER BY first""").fetchall()
        found = dict((category, numbers) for category, *numbers in self._categories())
        return trusts, [found.get(place, [0] * 5) for place in range(3)]

    def _categories(self):
        return self.connection.execute("""
            SELECT category, sum(cost)::BIGINT, sum(cost - payable)::BIGINT, sum(payable)::BIGINT,
              sum(covered)::BIGINT, sum(payable - covered)::BIGINT
            FROM sums GROUP BY category""").fetchall()

    def flags(self):
        found = self.connection.execute("SELECT flags FROM verdicts ORDER BY ord").fetchnumpy()
        return found["flags"].astype("<u4").tobytes()

    # --- Edits ------------------------------------------------------------------------------------

    def ready(self):
        """Has all statements planned once."""
        run = self.connection.execute
        run(f"""PREPARE judge_again AS UPDATE verdicts v
            SET category = n.category, place = n.place, supply = n.supply, core_paid = n.core_paid,
              cost = n.cost, payable = n.payable, covered = n.covered, flags = n.flags
            FROM ({judging("l.trust = $1::trust_t")}) n
            WHERE v.trust = $1::trust_t AND v.ord = n.ord
              AND (v.flags <> n.flags OR v.place <> n.place OR v.core_paid <> n.core_paid OR v.category <> n.category
                OR v.supply <> n.supply OR v.cost <> n.cost OR v.covered <> n.covered
                OR v.payable <> n.payable)""")
        run("PREPARE forget AS DELETE FROM sums WHERE trust = $1::trust_t")
        run(f"PREPARE sum_up AS INSERT INTO sums {summing('trust = $1::trust_t')}")
        run(f"""PREPARE look_for_services AS UPDATE lacks SET C103 = n.C103, C106 = n.C106
            FROM ({lacking("trust = $1::trust_t")}) n WHERE lacks.trust = n.trust""")
        for column, kind in [("supplier", "supplier_t"), ("route", "route_t"),
                             ("service", "service_t"), *((name, "BIGINT") for name in AMOUNTS)]:
            run(f"PREPARE set_{column} AS UPDATE lines SET {column} = $2::{kind} WHERE ord = $1::INT")
        self.starts = run("SELECT min(ord), trust::VARCHAR FROM lines GROUP BY trust ORDER BY 1").fetchall()

    def prepare(self, line, field, value):
        place = bisect_right(self.starts, line, key=lambda start: start[0]) - 1
        trust = self.starts[place][1]
        if field in YEARS:
            return line, trust, f"capital{YEARS.index(field)}", pence(value)
        return line, trust, field, value

    def edit(self, prepared):
        line, trust, column, value = prepared
        run = self.connection.execute
        run("BEGIN")
        run(f"EXECUTE set_{column}({line}, {value if isinstance(value, int) else quoted(value)})")
        for statement in ("judge_again", "forget", "sum_up", "look_for_services"):
            run(f"EXECUTE {statement}({quoted(trust)})")
        run("COMMIT")
        self._categories()


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


if __name__ == "__main__":
    serve(DuckDB())
