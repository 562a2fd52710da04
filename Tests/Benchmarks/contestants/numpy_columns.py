"""Whole columns at a time: numpy, with words as small numbers and tables that are looked up.

Trusts are judged in pieces that fit a cache, on all cores, as numpy lets others work meanwhile. An
edit judges the lines of its trust again.
"""

import os
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from programme import (
    ALONE, BASIC_KEY, BIT, CODES, ENTIRE_KEY, EXPECTED, FEATURES_KEY, FLAG_MASK, IS_CALLOFF,
    IS_CORE_PAID, IS_PAYABLE, KIND_SHIFT, LOCAL_MASK, LOCAL_WORK, LSPS, NO_SUPPLIER, ON_COST,
    ON_FUNDS, ON_NO_COST, ON_UNKNOWN_GROUP, PART, PURCHASES, REPEATABLE_KEYS, RETAINED_KEYS,
    ROUTES, SERVICES, SUPPLY_SHIFT, THIRD_PARTY, TRUE, UNKNOWN_CATEGORY, UNKNOWN_SERVICE, YEARS,
    category, folded, kind_of_supplier, provider, purchase_key, service_kind,
)
from protocol import Contestant, pence, serve
from tables import Funds, Lines, numbers

# A piece has about so many lines.
PIECE = 32_768
FLAG = {code: np.uint32(bit) for code, bit in BIT.items()}
ALONE_TABLE = np.array([verdict & FLAG_MASK for verdict in ALONE], np.uint32)
KIND_TABLE = np.array([verdict >> KIND_SHIFT for verdict in ALONE], np.uint8)


def kind(bits):
    """Bits above the flags, as they are in the table of kinds."""
    return np.uint8(bits >> KIND_SHIFT)


PART_SHIFTS = [(CODES.index(code), place) for place, code in enumerate(PART) if code != "F106"]


def part_of_alone():
    """The flags of the simpler job for every line alone."""
    table = np.zeros(len(ALONE), np.uint8)
    for bit, place in PART_SHIFTS:
        table |= ((ALONE_TABLE >> bit & 1) << place).astype(np.uint8)
    return table


PART_TABLE = part_of_alone()
PAYABLE_TABLE = KIND_TABLE & kind(IS_PAYABLE) != 0
PRICED_TABLE = KIND_TABLE & kind(ON_NO_COST) != 0


class NumpyColumns(Contestant):
    version = f"numpy {np.__version__}"

    def __init__(self):
        self.cores = len(os.sched_getaffinity(0))
        self.pool = ThreadPoolExecutor(self.cores)

    def load(self, lines, funds):
        table, money = Lines(lines), Funds(funds)
        self.words = table
        self.starts = np.array(table.starts)
        self.trust_codes = list(table.trusts)
        self.clusters = np.array(table.clusters, np.int8)
        for name, kind in (
            ("service", np.uint8), ("pacs", np.uint8), ("need", np.uint8), ("route", np.uint8),
            ("supplier", np.uint16), ("group", np.uint16), ("interoperable", np.uint8),
            ("justification", np.uint32), ("spine", np.uint8), ("description", np.uint32),
            ("funds", np.uint16),
        ):
            setattr(self, name, np.array(getattr(table, name), kind))
        counts = np.fromiter(map(len, table.costs), np.int64, len(table.costs))
        self.rows = np.concatenate(([0], np.cumsum(counts)))
        flat = np.array([row for cost in table.costs for row in cost], np.int64)
        self.year = flat[:, 0].astype(np.uint8)
        # Capital and revenue of a row stand beside each other, in drawing order.
        self.amounts = np.ascontiguousarray(flat[:, 1:])
        table.costs = None
        self._take_funds(money)
        self.pieces = self._pieces()

    def _take_funds(self, money):
        """Raw facts of funds and groups as matrices of trusts."""
        names = sorted({fund for _, fund in money.pays})
        self.fund_names = names
        trusts = numbers(self.trust_codes)
        kinds = {"capital": 1, "revenue": 2, "either": 3}
        self.pays = np.zeros((len(trusts), len(names)), np.uint8)
        self.available = np.zeros((len(trusts), len(names), len(YEARS)), np.int64)
        for (trust, fund), pays in money.pays.items():
            if trust in trusts:
                place = trusts[trust], names.index(fund)
                self.pays[place] = kinds[pays]
                self.available[place] = money.available[trust, fund]
        groups = list(self.words.groups)
        self.is_declared = np.array([group in money.facilities for group in groups])
        self.facilities = [money.facilities.get(group, "") for group in groups]
        self.is_lonely = np.array([len(money.members.get(group, ())) < 2 for group in groups])
        self.members = np.zeros((len(groups), len(trusts)), bool)
        for place, group in enumerate(groups):
            for member in money.members.get(group, ()):
                if member in trusts:
                    self.members[place, trusts[member]] = True

    def _pieces(self):
        pieces, first = [], 0
        for trust in range(len(self.trust_codes)):
            if self.starts[trust + 1] - self.starts[first] >= PIECE:
                pieces.append((first, trust + 1))
                first = trust + 1
        if first < len(self.trust_codes):
            pieces.append((first, len(self.trust_codes)))
        return pieces

    # --- Tables of words --------------------------------------------------------------------------

    def _look_up_words(self):
        """What the words mean; by word, not by line."""
        listed = [SERVICES.get(word, UNKNOWN_SERVICE) for word in self.words.services]
        self.kind = np.array([service_kind(service) << 11 for service in listed], np.uint16)
        self.category = np.array([category(service) for service in listed], np.uint8)
        self.purchases = np.array(
            [[purchase_key(service, pacs, need) for pacs in range(4) for need in range(2)]
             for service in listed], np.int8).ravel()
        self.who = np.array([provider(word) for word in self.words.suppliers], np.uint8)
        self.seen_by = np.array(
            [[kind_of_supplier(who, lsp) << 4 for who in range(6)] for lsp in range(len(LSPS))],
            np.uint16)
        self.telling = np.array([bool(text.strip()) for text in self.words.texts], np.uint16)
        # The number of a description in the form in which it is compared; 0 is blank.
        compared = {"": 0}
        self.described = np.array(
            [compared.setdefault(folded(text), len(compared)) for text in self.words.texts], np.int64)
        self.facility = np.array([provider(word) for word in self.facilities], np.uint8)
        self._look_up_funds()

    def _look_up_funds(self):
        """For each trust and list of funds: the cells that are drawn on, and what it names."""
        names, lists = numbers(self.fund_names), list(self.words.fund_lists)
        shape = len(self.trust_codes), len(lists)
        # The funds that pay capital and revenue, by place; -1 where none does.
        self.payers = np.full((*shape, 2), -1, np.int32)
        self.is_unknown = np.zeros(shape, bool)
        self.is_known = np.zeros(shape, bool)
        for place, text in enumerate(lists):
            for name in text.split():
                if name not in names:
                    self.is_unknown[:, place] = True
                    continue
                pays = self.pays[:, names[name]]
                self.is_unknown[:, place] |= pays == 0
                self.is_known[:, place] |= pays != 0
                for kind in range(2):
                    fits = (pays >> kind & 1 == 1) & (self.payers[:, place, kind] < 0)
                    self.payers[fits, place, kind] = names[name]

    # --- Judging ----------------------------------------------------------------------------------

    def judge(self):
        self._look_up_words()
        lines, trusts = len(self.service), len(self.trust_codes)
        self.found = np.empty(lines, np.uint32)
        self.sums = np.empty((trusts, 5), np.int64)
        self.supplies = np.empty((trusts, 3), np.int64)
        self.counts = np.empty((trusts, len(CODES)), np.int64)
        self.by_category = np.empty((trusts, 4, 5), np.int64)
        list(self.pool.map(self._judge, *zip(*self.pieces)))
        self.categories = self.by_category.sum(axis=0)

    def _alone(self, first, last, low, high):
        """The key of each line in the table of lines alone, and the trust of each."""
        trust = np.repeat(
            np.arange(first, last, dtype=np.uint16), np.diff(self.starts[first:last + 1]))
        service, pacs = self.service[low:high], self.pacs[low:high]
        key = self.kind[service]
        key |= pacs.astype(np.uint16) << 9
        key |= self.need[low:high].astype(np.uint16) << 8
        key |= self.route[low:high].astype(np.uint16) << 6
        key |= self.seen_by[self.clusters[trust], self.who[self.supplier[low:high]]]
        key |= (self.interoperable[low:high] == TRUE).astype(np.uint16) << 3
        key |= self.telling[self.justification[low:high]] << 2
        key |= (self.spine[low:high] == TRUE).astype(np.uint16) << 1
        key |= self.telling[self.description[low:high]]
        return key, trust

    def _judge(self, first, last):
        """Judges the lines of the trusts from `first` up to `last`."""
        low, high = self.starts[first], self.starts[last]
        key, trust = self._alone(first, last, low, high)
        flags, kinds = ALONE_TABLE[key], KIND_TABLE[key]
        self._add_groups(flags, kinds, trust, low)
        lacks = self._add_company(flags, kinds, trust, first, last, low, high)
        split = self._add_money(flags, kinds, trust, first, low, high)
        self.found[low:high] = flags
        self._sum_up(flags, kinds, split, lacks, first, last, low, high)

    def _add_groups(self, flags, kinds, trust, low):
        # Blank is the first group.
        group = self.group[low:low + len(flags)]
        unknown = (kinds & kind(ON_UNKNOWN_GROUP) != 0) & (group != 0) & ~self.is_declared[group]
        flags[unknown] |= FLAG["S111"]
        place = np.flatnonzero(kinds & kind(IS_CALLOFF))
        group = self.group[low + place]
        declared = self.is_declared[group]
        facility, who = self.facility[group], self.who[self.supplier[low + place]]
        wrong = (facility >= THIRD_PARTY) | ((who != NO_SUPPLIER) & (who != facility))
        found = np.where(declared, np.uint32(0), FLAG["S103"])
        found |= np.where(declared & ~self.members[group, trust[place]], FLAG["S104"], np.uint32(0))
        found |= np.where(declared & wrong, FLAG["S105"], np.uint32(0))
        found |= np.where(declared & self.is_lonely[group], FLAG["S110"], np.uint32(0))
        flags[place] |= found

    def _add_company(self, flags, kinds, trust, first, last, low, high):
        """What lines of a trust are to one another; and which trusts lack services."""
        trusts, here = last - first, (trust - np.uint16(first)).astype(np.int32)
        bought = self.purchases[
            self.service[low:high].astype(np.uint16) << 3 | self.pacs[low:high] << 1
            | self.need[low:high]]
        place = np.flatnonzero(bought >= 0)
        key = here[place] * PURCHASES + bought[place]
        planned = np.zeros(trusts * PURCHASES, bool)
        planned[key] = True
        planned = planned.reshape(trusts, PURCHASES)
        self._add_repeated(flags, place, key, low)

        has = [planned[:, keys].any(axis=1) for keys in ([BASIC_KEY], [ENTIRE_KEY], RETAINED_KEYS)]
        entire, features = (np.flatnonzero(bought == each) for each in (ENTIRE_KEY, FEATURES_KEY))
        flags[entire] |= np.where(has[0][here[entire]], FLAG["P104"], FLAG["P103"])
        flags[features] |= np.where(
            (has[0] | has[1] | has[2])[here[features]], np.uint32(0), FLAG["P106"])

        services = planned.reshape(trusts, -1, 2).any(axis=2)
        pays = np.zeros(trusts, bool)
        pays[here[kinds & kind(LOCAL_MASK) == kind(IS_CORE_PAID)]] = True
        return ~services[:, EXPECTED].all(axis=1), pays & ~services[:, LOCAL_WORK].any(axis=1)

    def _add_repeated(self, flags, place, key, low):
        """Marks lines that buy the same as an earlier one."""
        counts = ~np.isin(key % PURCHASES, REPEATABLE_KEYS)
        place, key = place[counts], key[counts]
        described = self.described[self.description[low + place]]
        plain, other = np.flatnonzero(described == 0), np.flatnonzero(described)
        earliest = np.zeros(key.max(initial=0) + 1, np.int32)
        # Of several assignments the last one stays: the earliest line.
        earliest[key[plain[::-1]]] = plain[::-1]
        flags[place[plain[earliest[key[plain]] != plain]]] |= FLAG["C102"]
        if len(other):
            both = key[other] * (described.max() + 1) + described[other]
            first = np.unique(both, return_index=True)[1]
            flags[place[np.delete(other, first)]] |= FLAG["C102"]

    def _add_money(self, flags, kinds, trust, first, low, high):
        """The split of each line: cost, programme, payable, covered."""
        top, bottom = self.rows[low], self.rows[high]
        amounts = self.amounts[top:bottom]
        by_kind = np.add.reduceat(amounts, self.rows[low:high] - top, axis=0)
        cost = by_kind[:, 0] + by_kind[:, 1]
        is_payable = kinds & kind(IS_PAYABLE) != 0
        payable = np.where(is_payable, cost, 0)
        funds = self.funds[low:high]
        payers = self.payers[trust, funds]
        unpaid = ((payers < 0) & (by_kind > 0)).any(axis=1)
        for bits, holds, code in (
            (ON_FUNDS, funds != 0, "F102"), (ON_COST, cost != 0, "F103"),
            (ON_NO_COST, cost == 0, "F106"),
        ):
            flags |= np.where((kinds & kind(bits) != 0) & holds, FLAG[code], np.uint32(0))
        flags |= np.where(is_payable & self.is_known[trust, funds] & unpaid, FLAG["F104"], np.uint32(0))
        flags |= np.where(self.is_unknown[trust, funds], FLAG["F105"], np.uint32(0))
        covered = self._draw(amounts, payers, is_payable, trust, first, low, high, top)
        flags |= np.where(covered != payable, FLAG["F101"], np.uint32(0))
        return np.stack((cost, cost - payable, payable, covered, payable - covered), axis=1)

    def _draw(self, amounts, payers, is_payable, trust, first, low, high, top):
        """What funds cover of each line: a running sum for each fund and year."""
        counts = np.diff(self.rows[low:high + 1])
        fund = np.where(is_payable[:, None], payers, -1)
        span = len(self.fund_names) * len(YEARS)
        base = (trust - np.uint16(first)).astype(np.int32) * span
        cell = np.where(fund >= 0, base[:, None] + fund * len(YEARS), -1)
        cell = np.repeat(cell, counts, axis=0)
        cell += self.year[top:top + len(cell), None] * (cell >= 0)
        place = np.flatnonzero((cell >= 0) & (amounts > 0))
        cell, wanted = cell.ravel()[place], amounts.ravel()[place]
        order = np.argsort(cell.astype(np.uint16) if base[-1] + span < 65_536 else cell, kind="stable")
        sorted_cell, sorted_wanted = cell[order], wanted[order]
        before = np.cumsum(sorted_wanted) - sorted_wanted
        begins = np.empty(len(order), bool)
        begins[:1] = True
        np.not_equal(sorted_cell[1:], sorted_cell[:-1], out=begins[1:])
        heads = np.flatnonzero(begins)
        before -= np.repeat(before[heads], np.diff(np.append(heads, len(order))))
        available = self.available[first:trust[-1] + 1].ravel()[sorted_cell]
        part = np.clip(available - before, 0, sorted_wanted)
        drawn = np.zeros(amounts.size, np.int64)
        drawn[place[order]] = part
        return np.add.reduceat(drawn, (self.rows[low:high] - top) * 2)

    def _sum_up(self, flags, kinds, split, lacks, first, last, low, high):
        begins = self.starts[first:last] - low
        self.sums[first:last] = np.add.reduceat(split, begins, axis=0)
        supply = kinds >> np.uint8(SUPPLY_SHIFT - KIND_SHIFT)
        is_each = supply[:, None] == np.arange(1, 4, dtype=np.uint8)
        self.supplies[first:last] = np.add.reduceat(is_each, begins, axis=0, dtype=np.int64)
        bits = np.unpackbits(flags.view(np.uint8).reshape(-1, 4), axis=1, bitorder="little")
        self.counts[first:last] = np.add.reduceat(bits, begins, axis=0, dtype=np.int64)[:, :len(CODES)]
        for code, lacking in zip(("C103", "C106"), lacks):
            self.counts[first:last, CODES.index(code)] = lacking
        # Floats count pence exactly up to 2^53.
        key = self.category[self.service[low:high]].astype(np.intp)
        key += 4 * np.repeat(np.arange(last - first), np.diff(self.starts[first:last + 1]))
        for column in range(5):
            sums = np.bincount(key, split[:, column], 4 * (last - first))
            self.by_category[first:last, :, column] = sums.astype(np.int64).reshape(-1, 4)

    # --- Results ----------------------------------------------------------------------------------

    def totals(self):
        numbers_ = np.concatenate((self.sums, self.supplies, self.counts), axis=1).tolist()
        trusts = ([code, *row] for code, row in zip(self.trust_codes, numbers_))
        return trusts, self.categories[:UNKNOWN_CATEGORY].tolist()

    def flags(self):
        return self.found.astype("<u4").tobytes()

    # --- Edits ------------------------------------------------------------------------------------

    def prepare(self, line, field, value):
        if field in YEARS:
            years = self.year[self.rows[line]:self.rows[line + 1]].tolist()
            return self.rows[line] + years.index(YEARS.index(field)), None, pence(value), line
        words = {
            "supplier": self.words.suppliers, "service": self.words.services,
            "route": numbers(ROUTES),
        }[field]
        return line, getattr(self, field), words[value], line

    def edit(self, prepared):
        place, column, value, line = prepared
        if column is None:
            self.amounts[place, 0] = value
        else:
            column[place] = value
        trust = int(np.searchsorted(self.starts, line, side="right")) - 1
        self.categories -= self.by_category[trust]
        self._judge(trust, trust + 1)
        self.categories += self.by_category[trust]

    # --- The simpler job --------------------------------------------------------------------------

    def part(self):
        self._look_up_words()
        self.part_flags = np.empty(len(self.service), np.uint8)
        self.part_payable = np.empty(len(self.trust_codes), np.int64)
        list(self.pool.map(self._judge_part, *zip(*self.pieces)))

    def _judge_part(self, first, last):
        low, high = self.starts[first], self.starts[last]
        key, _ = self._alone(first, last, low, high)
        flags = PART_TABLE[key]
        top, bottom = self.rows[low], self.rows[high]
        cost = np.add.reduceat(self.amounts[top:bottom].ravel(), (self.rows[low:high] - top) * 2)
        flags |= ((cost == 0) & PRICED_TABLE[key]).astype(np.uint8) << 7
        self.part_flags[low:high] = flags
        payable = cost * PAYABLE_TABLE[key]
        self.part_payable[first:last] = np.add.reduceat(payable, self.starts[first:last] - low)

    def part_result(self):
        return self.part_flags.tobytes(), zip(self.trust_codes, self.part_payable.tolist())


if __name__ == "__main__":
    serve(NumpyColumns())
