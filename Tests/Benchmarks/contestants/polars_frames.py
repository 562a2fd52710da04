"""Polars: lazy frames of whole columns, on all cores.

Words are enumerations, a line is one row with a column for each year and kind of cost. Findings of a
line that need no other line are looked up in tables by words, the draws on funds are running sums. An
edit judges the frame of its trust again.
"""

from bisect import bisect_right
from functools import reduce
from operator import or_

import numpy as np
import polars as pl

from programme import (
    ALONE, BASIC_KEY, BIT, CLUSTERS, CODES, ENTIRE_KEY, EXPECTED, FEATURES_KEY, FLAG_MASK, IS_CALLOFF,
    IS_CORE_PAID, IS_PAYABLE, KIND_SHIFT, LOCAL_MASK, LOCAL_WORK, LSPS, NEEDS, NO_SUPPLIER, ON_COST,
    ON_FUNDS, ON_NO_COST, ON_UNKNOWN_GROUP, OPTIONS, REPEATABLE_KEYS, RETAINED_KEYS, ROUTES, SERVICES,
    SUPPLY_SHIFT, THIRD_PARTY, UNKNOWN_SERVICE, YEARS, category, kind_of_supplier, provider,
    purchase_key, service_kind,
)
from protocol import Contestant, pence, serve

KINDS = ("capital", "revenue")
AMOUNTS = [f"{kind}{place}" for place in range(len(YEARS)) for kind in KINDS]
ENUMS = {"pacs": OPTIONS, "need": NEEDS, "route": ROUTES}
WORDS = ["trust", "cluster", "service", "supplier", "group", "funds"]
ALONE_TABLE = pl.Series([verdict & FLAG_MASK for verdict in ALONE], dtype=pl.UInt32)
KIND_TABLE = pl.Series([verdict >> KIND_SHIFT for verdict in ALONE], dtype=pl.UInt8)
# What plans lack is not counted by lines.
OF_PLANS = ("C103", "C106")


def look_up(table, *places):
    """What a table says at places that are worked out line by line."""
    return pl.lit(table).gather(reduce(lambda whole, more: whole + more, places))


def code(column, kind=pl.UInt32):
    """The number of a word."""
    return pl.col(column).to_physical().cast(kind)


def bit(condition, name):
    """The bit of a code where a condition holds."""
    return condition.cast(pl.UInt32) * pl.lit(BIT[name], pl.UInt32)


def is_kind(bits):
    """Whether a line has some of the bits above the flags."""
    return pl.col("kind") & pl.lit(bits >> KIND_SHIFT, pl.UInt8) != 0


def tells(column):
    return (pl.col(column).str.strip_chars() != "").fill_null(False)


class Polars(Contestant):
    version = f"Polars {pl.__version__}"

    def load(self, lines, funds):
        raw = pl.read_csv(
            lines, empty_string_is_null=False,
            schema_overrides={
                **dict.fromkeys(["line", "justification", "description", "year"], pl.String),
                **dict.fromkeys([*WORDS, *ENUMS], pl.Categorical),
                **dict.fromkeys(KINDS, pl.Float64),
                **dict.fromkeys(["crs_interoperable", "spine_connected"], pl.Boolean),
            })
        self.types = {word: pl.Enum(raw[word].unique(maintain_order=True).cast(pl.String).fill_null(""))
                      for word in WORDS}
        self.types |= {word: pl.Enum(words) for word, words in ENUMS.items()}
        self.words = {word: kind.categories.to_list() for word, kind in self.types.items()}
        self.lines = self._lines(raw.lazy()).collect()
        self.clusters = self.lines.group_by("trust", maintain_order=True).agg(pl.col("cluster").first())
        self.lines = self.lines.drop("cluster")
        self.frames = None
        self._take_funds(funds)

    def _lines(self, raw):
        """A row a line, from its first row and the two that may follow it."""
        trust, line, year = pl.col("trust"), pl.col("line"), pl.col("year")
        is_same = [(trust.shift(-n) == trust) & (line.shift(-n) == line) for n in (1, 2)]
        costs = []
        for place, each in enumerate(YEARS):
            for kind in KINDS:
                # Pence of two decimals are exact in a float below 2^53.
                money = (pl.col(kind) * 100).round().cast(pl.Int64)
                cost = pl.when(year == each).then(money)
                for n in (1, 2):
                    cost = cost.when(is_same[n - 1] & (year.shift(-n) == each)).then(money.shift(-n))
                costs.append(cost.fill_null(0).alias(f"{kind}{place}"))
        begins = (trust.ne_missing(trust.shift(1))) | (line.ne_missing(line.shift(1)))
        words = [pl.col(word).cast(kind).fill_null("new" if word == "need" else "") for word, kind in self.types.items()]
        return raw.select(
            *words, "crs_interoperable", "justification", "spine_connected", "description", *costs,
            begins=begins,
        ).filter("begins").drop("begins").with_row_index("ord")

    def _take_funds(self, path):
        """Raw facts of funds and groups, by the numbers of trusts and names."""
        raw = pl.read_csv(path, infer_schema=False, empty_string_is_null=False)
        trusts = {trust: place for place, trust in enumerate(self.words["trust"])}
        self.fund_names = raw.filter(pl.col("trust") != "")["fund"].unique(maintain_order=True).to_list()
        self.pays = np.zeros((len(trusts), len(self.fund_names)), np.uint8)
        self.available = np.zeros((len(trusts), len(self.fund_names), len(YEARS)), np.int64)
        names = {name: place for place, name in enumerate(self.fund_names)}
        kinds = {"capital": 1, "revenue": 2, "either": 3}
        self.facilities, members = {}, {}
        for trust, fund, _, pays, year, available, group, facility, joined in raw.iter_rows():
            if not trust:
                self.facilities[group], members[group] = facility, joined.split()
            elif trust in trusts:
                self.pays[trusts[trust], names[fund]] = kinds[pays]
                if year:
                    self.available[trusts[trust], names[fund], YEARS.index(year)] = pence(available)
        self.members = np.zeros((len(self.words["group"]), len(trusts)), bool)
        self.is_lonely = pl.Series([len(set(members.get(group, ()))) < 2 for group in self.words["group"]])
        for place, group in enumerate(self.words["group"]):
            for member in members.get(group, ()):
                if member in trusts:
                    self.members[place, trusts[member]] = True

    # --- Tables of words --------------------------------------------------------------------------

    def _look_up_words(self):
        """What the words mean; by word, not by line."""
        listed = [SERVICES.get(word, UNKNOWN_SERVICE) for word in self.words["service"]]
        self.kind = pl.Series([service_kind(place) << 11 for place in listed], dtype=pl.UInt32)
        self.category = pl.Series([category(place) for place in listed], dtype=pl.UInt8)
        keys = [purchase_key(place, pacs, need) for place in listed for pacs in range(len(OPTIONS))
                for need in range(len(NEEDS))]
        self.bought = pl.Series([None if key < 0 else key for key in keys], dtype=pl.UInt32)
        who = [provider(word) for word in self.words["supplier"]]
        self.who = pl.Series(who, dtype=pl.UInt8)
        lsps = [CLUSTERS[cluster] for cluster in self.clusters["cluster"]]
        self.lsp = pl.Series([lsp * len(who) for lsp in lsps], dtype=pl.UInt32)
        self.seen_by = pl.Series(
            [kind_of_supplier(each, lsp) << 4 for lsp in range(len(LSPS)) for each in who],
            dtype=pl.UInt32)
        # No facility where the group is not declared.
        self.facility = pl.Series(
            [provider(self.facilities[group]) if group in self.facilities else None
             for group in self.words["group"]], dtype=pl.UInt8)
        self.is_member = pl.Series(self.members.ravel())
        self._look_up_funds()

    def _look_up_funds(self):
        """For each list of funds and trust: who pays, and whether it names unknown or known ones."""
        lists, trusts = self.words["funds"], len(self.words["trust"])
        payers = np.full((2, len(lists), trusts), -1, np.int64)
        unknown, known = np.zeros((2, len(lists), trusts), bool)
        for place, text in enumerate(lists):
            for name in text.split():
                if name not in self.fund_names:
                    unknown[place] = True
                    continue
                fund = self.fund_names.index(name)
                pays = self.pays[:, fund]
                unknown[place] |= pays == 0
                known[place] |= pays != 0
                for kind in range(2):
                    fits = (pays >> kind & 1 == 1) & (payers[kind, place] < 0)
                    payers[kind, place, fits] = np.flatnonzero(fits) * len(self.fund_names) + fund
        self.payers = [
            pl.Series(each.ravel()).replace(-1, None).cast(pl.UInt32) for each in payers]
        self.unknown, self.known = pl.Series(unknown.ravel()), pl.Series(known.ravel())
        self.left = [
            pl.Series(np.ascontiguousarray(self.available[:, :, year].ravel()))
            for year in range(len(YEARS))]

    # --- Judging ----------------------------------------------------------------------------------

    def gather(self):
        if self.frames:
            self.lines, self.frames = pl.concat(self.frames), None

    def judge(self):
        self._look_up_words()
        self.parts = [self._judged(self.lines)]
        self.sums, self.lacks = self._sums(self.parts[0])

    def _judged(self, lines):
        """The verdict on every line of whole trusts."""
        trust, supplier, funds = code("trust"), code("supplier"), code("funds")
        purse = funds * len(self.words["trust"]) + trust
        key = [
            look_up(self.kind, code("service")), code("pacs") * 512, code("need") * 256,
            code("route") * 64, look_up(self.seen_by, look_up(self.lsp, trust), supplier),
            pl.col("crs_interoperable").fill_null(False).cast(pl.UInt32) * 8,
            tells("justification").cast(pl.UInt32) * 4,
            pl.col("spine_connected").fill_null(False).cast(pl.UInt32) * 2,
            tells("description").cast(pl.UInt32),
        ]
        named = lines.lazy().select(
            "ord", "trust", "description", *AMOUNTS, names_funds=pl.col("funds") != "",
            names_group=pl.col("group") != "", category=look_up(self.category, code("service")),
            bought=look_up(
                self.bought, code("service") * len(OPTIONS) * len(NEEDS), code("pacs") * len(NEEDS),
                code("need")),
            is_lonely=look_up(self.is_lonely, code("group")),
            who=look_up(self.who, supplier), facility=look_up(self.facility, code("group")),
            is_member=look_up(self.is_member, code("group") * len(self.words["trust"]), trust),
            by_capital=look_up(self.payers[0], purse), by_revenue=look_up(self.payers[1], purse),
            is_unknown=look_up(self.unknown, purse), is_known=look_up(self.known, purse),
            alone=look_up(ALONE_TABLE, *key), kind=look_up(KIND_TABLE, *key),
            capital=pl.sum_horizontal(name for name in AMOUNTS if name.startswith("capital")),
            revenue=pl.sum_horizontal(name for name in AMOUNTS if name.startswith("revenue")),
        ).with_columns(
            is_payable=is_kind(IS_PAYABLE), cost=pl.col("capital") + pl.col("revenue"))
        covered = self._covered(named)
        return self._found(named.join(covered, on="ord", how="left", maintain_order="left")).collect()

    def _covered(self, named):
        """What funds cover of each line that draws: a running sum for each fund and year."""
        capital_fund, revenue_fund = pl.col("by_capital"), pl.col("by_revenue")
        is_either = (capital_fund == revenue_fund).fill_null(False)
        drawing = named.filter(
            "is_payable", capital_fund.is_not_null() | revenue_fund.is_not_null()
        ).select("ord", "by_capital", "by_revenue", *AMOUNTS, is_either=is_either)
        sums, parts = [], []
        for year in range(len(YEARS)):
            capital, revenue = pl.col(f"capital{year}"), pl.col(f"revenue{year}")
            both = capital + pl.when("is_either").then(revenue).otherwise(0)
            before, other = f"before_capital{year}", f"before_revenue{year}"
            sums.append((both.cum_sum().over("by_capital") - both).alias(before))
            sums.append((revenue.cum_sum().over("by_revenue") - revenue).alias(other))
            start = pl.when("is_either").then(pl.col(before) + capital).otherwise(pl.col(other))
            for fund, used, wanted in ((capital_fund, pl.col(before), capital),
                                       (revenue_fund, start, revenue)):
                left = pl.lit(self.left[year]).gather(fund) - used
                parts.append(pl.min_horizontal(left, wanted).clip(0).fill_null(0)
                             * fund.is_not_null().cast(pl.Int64))
        return drawing.with_columns(sums).select("ord", covered=pl.sum_horizontal(parts))

    def _found(self, lines):
        col = pl.col
        is_calloff, is_declared = is_kind(IS_CALLOFF), col("facility").is_not_null()
        is_wrong = (col("facility") >= THIRD_PARTY) | (
            (col("who") != NO_SUPPLIER) & (col("who") != col("facility")))
        bought = col("bought")
        is_entire, is_features = ((bought == key).fill_null(False) for key in (ENTIRE_KEY, FEATURES_KEY))
        basic, entire, retained = (
            bought.is_in(keys).fill_null(False).any().over("trust")
            for keys in ([BASIC_KEY], [ENTIRE_KEY], RETAINED_KEYS))
        described = col("description").str.strip_chars().str.to_lowercase().str.replace_all(r"\s+", " ")
        purchase = pl.struct(code("trust"), bought, described.fill_null(""))
        is_unique = bought.is_not_null() & ~bought.is_in(REPEATABLE_KEYS)
        payable = pl.when("is_payable").then("cost").otherwise(0)
        covered = col("covered").fill_null(0)
        is_unpaid = ((col("capital") != 0) & col("by_capital").is_null()) | (
            (col("revenue") != 0) & col("by_revenue").is_null())
        bits = [
            col("alone"),
            bit(is_calloff & ~is_declared, "S103"),
            bit(is_calloff & is_declared & ~col("is_member"), "S104"),
            bit(is_calloff & is_declared & is_wrong.fill_null(False), "S105"),
            bit(is_calloff & is_declared & col("is_lonely"), "S110"),
            bit(is_kind(ON_UNKNOWN_GROUP) & col("names_group") & ~is_declared, "S111"),
            bit(is_unique & ~purchase.is_first_distinct(), "C102"),
            bit(is_entire & ~basic, "P103"), bit(is_entire & basic, "P104"),
            bit(is_features & ~basic & ~entire & ~retained, "P106"),
            bit(payable != covered, "F101"),
            bit(is_kind(ON_FUNDS) & col("names_funds"), "F102"),
            bit(is_kind(ON_COST) & (col("cost") != 0), "F103"),
            bit(col("is_payable") & col("is_known") & is_unpaid, "F104"),
            bit(col("is_unknown"), "F105"), bit(is_kind(ON_NO_COST) & (col("cost") == 0), "F106"),
        ]
        return lines.select(
            "ord", "trust", "category", "cost", service=bought // len(NEEDS),
            supply=col("kind") // (1 << SUPPLY_SHIFT - KIND_SHIFT),
            core_paid=col("kind") & pl.lit(LOCAL_MASK >> KIND_SHIFT, pl.UInt8) == IS_CORE_PAID >> KIND_SHIFT,
            payable=payable, covered=covered, flags=reduce(or_, bits))

    def _sums(self, verdicts):
        """Sums by trust and category, and which plans lack services that they should have."""
        tallies = verdicts.lazy().group_by("trust", "category", "supply", "flags").agg(
            pl.len().cast(pl.Int64).alias("lines"), pl.col("cost", "payable", "covered").sum())
        lines, service = pl.col("lines"), pl.col("service")
        sums = tallies.group_by("trust", "category").agg(
            pl.col("cost", "payable", "covered").sum(),
            *(lines.filter(pl.col("supply") == supply).sum().alias(f"supply{supply}")
              for supply in (1, 2, 3)),
            *(lines.filter(pl.col("flags") & BIT[code] != 0).sum().alias(code)
              for code in CODES if code not in OF_PLANS))
        lacks = verdicts.lazy().group_by("trust").agg(
            C103=(service.filter(service.is_in(EXPECTED)).n_unique() < len(EXPECTED)).cast(pl.Int64),
            C106=(pl.col("core_paid").any() & ~service.is_in(LOCAL_WORK).fill_null(False).any()).cast(pl.Int64))
        return pl.collect_all([sums, lacks])

    # --- Results ----------------------------------------------------------------------------------

    def totals(self):
        split = [pl.col("cost"), (pl.col("cost") - pl.col("payable")).alias("programme"),
                 pl.col("payable"), pl.col("covered"),
                 (pl.col("payable") - pl.col("covered")).alias("unfunded")]
        numbers = pl.exclude("trust", "category")
        trusts = self.sums.group_by("trust").agg(numbers.sum()).join(self.lacks, on="trust").sort(
            pl.col("trust").to_physical())
        rows = trusts.select(
            pl.col("trust").cast(pl.String), *split, "supply1", "supply2", "supply3", *CODES).rows()
        found = {place: row for place, *row in self._categories().select("category", *split).rows()}
        return rows, [found.get(place, [0] * 5) for place in range(3)]

    def _categories(self):
        return self.sums.group_by("category").agg(pl.col("cost", "payable", "covered").sum())

    def flags(self):
        return b"".join(part["flags"].to_numpy().astype("<u4").tobytes() for part in self.parts)

    # --- Edits ------------------------------------------------------------------------------------

    def ready(self):
        """Parts lines and results by trust."""
        self.starts = self.lines.group_by("trust", maintain_order=True).agg(pl.col("ord").first())["ord"].to_list()
        bounds = list(zip(self.starts, [*self.starts[1:], len(self.lines)]))
        self.frames = [self.lines[low:high] for low, high in bounds]
        self.parts = [self.parts[0][low:high] for low, high in bounds]

    def prepare(self, line, field, value):
        trust = bisect_right(self.starts, line) - 1
        row = line - self.starts[trust]
        if field in YEARS:
            return trust, row, f"capital{YEARS.index(field)}", pl.lit(pence(value), pl.Int64)
        return trust, row, field, pl.lit(value, self.types[field])

    def edit(self, prepared):
        trust, row, column, value = prepared
        frame = self.frames[trust].with_columns(
            pl.when(pl.int_range(pl.len()) == row).then(value).otherwise(column).alias(column))
        self.frames[trust] = frame
        verdicts = self._judged(frame)
        sums, lacks = self._sums(verdicts)
        self.parts[trust] = verdicts
        is_other = pl.col("trust") != frame["trust"][0]
        self.sums = pl.concat([self.sums.filter(is_other), sums])
        self.lacks = pl.concat([self.lacks.filter(is_other), lacks])
        self._categories()


if __name__ == "__main__":
    serve(Polars())
