"""A loop in Python, with its standard library alone.

An edit follows what depends on it through indexes of its trust: lines by what they must not repeat,
and lines by the funds that they draw on.
"""

import array
import sys
from bisect import bisect_left, bisect_right, insort
from collections import Counter

from programme import (
    ALONE, BIT, CODES, CORE, FLAG_MASK, IS_CALLOFF, IS_PAYABLE, LSPS, NO_SUPPLIER, PACS,
    REPEAT_KEYS, ROUTES, SERVICES, SUPPLY_SHIFT, THIRD_PARTY, TRUE, UNKNOWN_SERVICE, YEARS,
    category, kind_of_supplier, provider, repeat_key, service_kind,
)
from protocol import Contestant, pence, serve
from tables import Funds, Lines, numbers

S103, S104, S105 = BIT["S103"], BIT["S104"], BIT["S105"]
P103, P104, P106 = BIT["P103"], BIT["P104"], BIT["P106"]
F101, F102, F103, F104, F105, F106 = (BIT[f"F{number}"] for number in range(101, 107))
C102, C103 = BIT["C102"], BIT["C103"]
C103_PLACE = CODES.index("C103")
BASIC, FEATURES, ENTIRE = 1, 2, 3
COMPANY = C102 | P103 | P104 | P106
# Keys of what lines must not repeat: core services, others, then the options of PACS.
CORE_KEYS = set(range(len(CORE)))
FIRST_IMAGING = len(SERVICES)
BASIC_KEY, REPEATABLE, ENTIRE_KEY = (FIRST_IMAGING + option for option in (BASIC, FEATURES, ENTIRE))


class Trust:
    """What is kept of a trust: its sums by category, and what edits look things up in."""

    def __init__(self, members, purses, available):
        self.members, self.purses, self.available = members, purses, available
        self.costs, self.payables, self.covereds = [0] * 4, [0] * 4, [0] * 4
        self.supplies = [0] * 4
        self.counts = [0] * len(CODES)
        self.repeats = {}  # lines in order, by what they must not repeat; features too
        self.drawers = {}  # lines in order, by the fund that they draw on


class PlainPython(Contestant):
    version = f"Python {sys.version.split()[0]}"

    def load(self, lines, funds):
        self.table, self.money = Lines(lines), Funds(funds)
        self.codes = list(self.table.trusts)

    # --- Words ------------------------------------------------------------------------------------

    def _look_up_words(self):
        """What the words mean; by word, not by line."""
        table = self.table
        listed = [SERVICES.get(word, UNKNOWN_SERVICE) for word in table.services]
        self.kind = [service_kind(service) << 11 for service in listed]
        self.category = [category(service) for service in listed]
        # By service and option: what a line must not repeat. Features have a key that they may.
        self.repeat = [
            REPEATABLE if (service, pacs) == (PACS, FEATURES) else repeat_key(service, pacs)
            for service in listed for pacs in range(4)]
        who = [provider(word) for word in table.suppliers]
        self.who = who
        self.seen_by = [[kind_of_supplier(each, lsp) << 4 for each in who]
                        for lsp in range(len(LSPS))]
        self.telling = [1 if text.strip() else 0 for text in table.texts]
        facilities = self.money.facilities
        self.facility = [
            provider(facilities[group]) if group in facilities else None for group in table.groups]
        self.lists = [text.split() for text in table.fund_lists]

    def _trust(self, code):
        """A trust without its lines; the purse of a list of funds says who pays for it."""
        members, pays, purses = self.money.members, self.money.pays, []
        for names in self.lists:
            known = [name for name in names if (code, name) in pays]
            capital = next((name for name in known if pays[code, name] != "revenue"), None)
            revenue = next((name for name in known if pays[code, name] != "capital"), None)
            purses.append((capital, revenue, len(known) < len(names), bool(known)))
        joined = [group in members and code in members[group] for group in self.table.groups]
        return Trust(joined, purses, {
            fund: money for (owner, fund), money in self.money.available.items() if owner == code})

    # --- Judging ----------------------------------------------------------------------------------

    def judge(self):
        self._look_up_words()
        lines = len(self.table.service)
        self.alone, self.found, self.cost = [0] * lines, [0] * lines, [0] * lines
        self.by_capital, self.by_revenue = [0] * lines, [0] * lines
        self.trusts = [self._judge(place) for place in range(len(self.codes))]

    def _judge(self, place):
        """Judges the lines of a trust: one loop with everything at hand."""
        table = self.table
        low, high = table.starts[place], table.starts[place + 1]
        trust = self._trust(self.codes[place])
        kind, categories, repeat, telling = self.kind, self.category, self.repeat, self.telling
        seen_by = self.seen_by[table.clusters[place]]
        alone, found, all_costs = self.alone, self.found, self.cost
        by_capital, by_revenue = self.by_capital, self.by_revenue
        left = {fund: money[:] for fund, money in trust.available.items()}
        purses = [
            (left.get(capital), left.get(revenue), unknown, known)
            for capital, revenue, unknown, known in trust.purses]
        costs, payables, covereds = trust.costs, trust.payables, trust.covereds
        seen, imaging, table_alone = set(), [], ALONE
        for (line, service, pacs, need, route, supplier, group, interoperable, justification,
             spine, description, funds, rows) in zip(
                range(low, high), table.service[low:high], table.pacs[low:high],
                table.need[low:high], table.route[low:high], table.supplier[low:high],
                table.group[low:high], table.interoperable[low:high],
                table.justification[low:high], table.spine[low:high],
                table.description[low:high], table.funds[low:high], table.costs[low:high]):
            verdict = table_alone[
                kind[service] | pacs << 9 | need << 8 | route << 6 | seen_by[supplier]
                | (interoperable & TRUE) << 2 | telling[justification] << 2 | (spine & TRUE)
                | telling[description]]
            alone[line] = verdict
            flags = verdict & FLAG_MASK
            if verdict & IS_CALLOFF:
                flags |= self._group_flags(trust, group, supplier)
            key = repeat[service << 2 | pacs]
            if key >= 0:
                if key not in seen:
                    seen.add(key)
                elif key != REPEATABLE:
                    flags |= C102
                if key > FIRST_IMAGING:
                    imaging.append((line, pacs))
            capital = revenue = 0
            for _, more_capital, more_revenue in rows:
                capital += more_capital
                revenue += more_revenue
            cost = capital + revenue
            all_costs[line] = cost
            sums = categories[service]
            costs[sums] += cost
            if not cost and not need:
                flags |= F106
            if verdict & IS_PAYABLE:
                if cost:
                    flags |= F103
                    payables[sums] += cost
                if funds:
                    pays_capital, pays_revenue, unknown, known = purses[funds]
                    if unknown:
                        flags |= F105
                    if known and (capital and pays_capital is None
                                  or revenue and pays_revenue is None):
                        flags |= F104
                    from_capital = from_revenue = 0
                    for year, want_capital, want_revenue in rows:
                        if want_capital and pays_capital:
                            part = pays_capital[year]
                            if part:
                                if part > want_capital:
                                    part = want_capital
                                pays_capital[year] -= part
                                from_capital += part
                        if want_revenue and pays_revenue:
                            part = pays_revenue[year]
                            if part:
                                if part > want_revenue:
                                    part = want_revenue
                                pays_revenue[year] -= part
                                from_revenue += part
                    by_capital[line], by_revenue[line] = from_capital, from_revenue
                    cost -= from_capital + from_revenue
                    covereds[sums] += from_capital + from_revenue
                if cost:
                    flags |= F101
            elif funds:
                flags |= F102
                if purses[funds][2]:
                    flags |= F105
            found[line] = flags
        self._finish(trust, seen, imaging, low, high)
        return trust

    def _group_flags(self, trust, group, supplier):
        facility = self.facility[group]
        if facility is None:
            return S103
        flags = 0 if trust.members[group] else S104
        who = self.who[supplier]
        if facility >= THIRD_PARTY or who != NO_SUPPLIER and who != facility:
            flags |= S105
        return flags

    def _finish(self, trust, seen, imaging, low, high):
        found = self.found
        for line, pacs in imaging:
            found[line] |= imaging_flags(pacs, BASIC_KEY in seen, ENTIRE_KEY in seen)
        counts = trust.counts
        for flags, count in Counter(found[low:high]).items():
            while flags:
                bit = flags.bit_length() - 1
                counts[bit] += count
                flags ^= 1 << bit
        counts[C103_PLACE] = 0 if CORE_KEYS <= seen else 1
        supplies = Counter([verdict >> SUPPLY_SHIFT for verdict in self.alone[low:high]])
        trust.supplies = [supplies[each] for each in range(4)]

    # --- Results ----------------------------------------------------------------------------------

    def totals(self):
        trusts = []
        for code, trust in zip(self.codes, self.trusts):
            split = split_of(sum(trust.costs), sum(trust.payables), sum(trust.covereds))
            trusts.append([code, *split, *trust.supplies[1:], *trust.counts])
        categories = [
            split_of(*(sum(getattr(trust, name)[place] for trust in self.trusts)
                       for name in ("costs", "payables", "covereds")))
            for place in range(3)]
        return trusts, categories

    def flags(self):
        return array.array("I", self.found).tobytes()

    # --- Edits ------------------------------------------------------------------------------------

    def ready(self):
        """Makes the indexes of all trusts."""
        table = self.table
        for place, trust in enumerate(self.trusts):
            trust.repeats = {key: [] for key in range(-1, REPEAT_KEYS)}
            trust.drawers = {fund: [] for fund in trust.available}
            for line in range(table.starts[place], table.starts[place + 1]):
                trust.repeats[self._repeat_key(line)].append(line)
                if self.alone[line] & IS_PAYABLE:
                    for fund in self._payers(trust, line):
                        trust.drawers[fund].append(line)

    def _repeat_key(self, line):
        return self.repeat[self.table.service[line] << 2 | self.table.pacs[line]]

    def _payers(self, trust, line):
        """The funds that a line draws on, each once."""
        capital, revenue, _, _ = trust.purses[self.table.funds[line]]
        return {fund for fund in (capital, revenue) if fund}

    def prepare(self, line, field, value):
        table = self.table
        if field in YEARS:
            year = YEARS.index(field)
            place = next(n for n, row in enumerate(table.costs[line]) if row[0] == year)
            return line, None, (place, pence(value))
        words = {"supplier": table.suppliers, "service": table.services, "route": numbers(ROUTES)}
        return line, getattr(table, field), words[field][value]

    def edit(self, prepared):
        line, column, value = prepared
        table = self.table
        place = bisect_right(table.starts, line) - 1
        trust = self.trusts[place]
        old_key, old_sums = self._repeat_key(line), self.category[table.service[line]]
        old_alone, old_cost = self.alone[line], self.cost[line]
        if column is None:
            row, capital = value
            year, _, revenue = table.costs[line][row]
            table.costs[line][row] = year, capital, revenue
        else:
            column[line] = value
        self._judge_alone(trust, place, line)
        self._move(trust, line, old_sums, old_alone, old_cost)
        key = self._repeat_key(line)
        if key != old_key:
            self._leave(trust, line, old_key)
            self._join(trust, line, key)
        if self.alone[line] & IS_PAYABLE != old_alone & IS_PAYABLE:
            self._change_payer(trust, line)
        elif self.alone[line] & IS_PAYABLE and self.cost[line] != old_cost:
            for fund in self._payers(trust, line):
                self._draw_again(trust, fund)
        self._tell_unfunded(trust, line)

    def _judge_alone(self, trust, place, line):
        """Everything on a line that needs no other line."""
        table = self.table
        supplier, funds, rows = table.supplier[line], table.funds[line], table.costs[line]
        verdict = ALONE[
            self.kind[table.service[line]] | table.pacs[line] << 9 | table.need[line] << 8
            | table.route[line] << 6 | self.seen_by[table.clusters[place]][supplier]
            | (table.interoperable[line] & TRUE) << 2 | self.telling[table.justification[line]] << 2
            | (table.spine[line] & TRUE) | self.telling[table.description[line]]]
        self.alone[line] = verdict
        flags = verdict & FLAG_MASK | self.found[line] & (COMPANY | F101)
        if verdict & IS_CALLOFF:
            flags |= self._group_flags(trust, table.group[line], supplier)
        capital, revenue = sum(row[1] for row in rows), sum(row[2] for row in rows)
        self.cost[line] = cost = capital + revenue
        pays_capital, pays_revenue, unknown, known = trust.purses[funds]
        if not cost and not table.need[line]:
            flags |= F106
        if unknown:
            flags |= F105
        if not verdict & IS_PAYABLE:
            flags |= F102 if funds else 0
        else:
            flags |= F103 if cost else 0
            if known and (capital and not pays_capital or revenue and not pays_revenue):
                flags |= F104
        self._find(trust, line, flags)

    def _find(self, trust, line, flags):
        """Puts findings on a line, and counts what comes and goes."""
        old = self.found[line]
        changed = old ^ flags
        self.found[line] = flags
        while changed:
            bit = changed.bit_length() - 1
            trust.counts[bit] += 1 if flags >> bit & 1 else -1
            changed ^= 1 << bit

    def _move(self, trust, line, old_sums, old_alone, old_cost):
        """Takes a line from its old sums to its new ones; what is covered goes along."""
        sums, verdict, cost = self.category[self.table.service[line]], self.alone[line], self.cost[line]
        covered = self.by_capital[line] + self.by_revenue[line]
        trust.costs[old_sums] -= old_cost
        trust.costs[sums] += cost
        trust.payables[old_sums] -= old_cost if old_alone & IS_PAYABLE else 0
        trust.payables[sums] += cost if verdict & IS_PAYABLE else 0
        trust.covereds[old_sums] -= covered
        trust.covereds[sums] += covered
        trust.supplies[old_alone >> SUPPLY_SHIFT] -= 1
        trust.supplies[verdict >> SUPPLY_SHIFT] += 1

    # Lines of the same service.

    def _leave(self, trust, line, key):
        lines = trust.repeats[key]
        place = bisect_left(lines, line)
        del lines[place]
        self._find(trust, line, self.found[line] & ~COMPANY)
        if place == 0 and lines and key >= 0 and key != REPEATABLE:
            self._find(trust, lines[0], self.found[lines[0]] & ~C102)
        if not lines:
            self._note_presence(trust, key)

    def _join(self, trust, line, key):
        lines = trust.repeats[key]
        insort(lines, line)
        if key >= 0 and key != REPEATABLE and len(lines) > 1:
            later = line if lines[0] != line else lines[1]
            self._find(trust, later, self.found[later] | C102)
        if len(lines) == 1:
            self._note_presence(trust, key)
        if key > FIRST_IMAGING:
            self._judge_imaging(trust, [line])

    def _note_presence(self, trust, key):
        """The first line of a kind has come, or the last has gone."""
        if key in (BASIC_KEY, ENTIRE_KEY):
            for each in (BASIC_KEY, REPEATABLE, ENTIRE_KEY):
                self._judge_imaging(trust, trust.repeats[each])
        elif 0 <= key < len(CORE):
            trust.counts[C103_PLACE] = 0 if all(trust.repeats[core] for core in CORE_KEYS) else 1

    def _judge_imaging(self, trust, lines):
        has_basic, has_entire = bool(trust.repeats[BASIC_KEY]), bool(trust.repeats[ENTIRE_KEY])
        for line in lines:
            flags = self.found[line] & ~(P103 | P104 | P106)
            self._find(trust, line,
                       flags | imaging_flags(self.table.pacs[line], has_basic, has_entire))

    # Funds.

    def _change_payer(self, trust, line):
        is_payable = self.alone[line] & IS_PAYABLE
        for fund in self._payers(trust, line):
            lines = trust.drawers[fund]
            if is_payable:
                insort(lines, line)
            else:
                del lines[bisect_left(lines, line)]
        if not is_payable:
            self._cover(trust, line, 0, 0)
        for fund in self._payers(trust, line):
            self._draw_again(trust, fund)

    def _draw_again(self, trust, fund):
        """Draws all lines on a fund."""
        left, purses, lists, rows = trust.available[fund][:], trust.purses, self.table.funds, self.table.costs
        by_capital, by_revenue = self.by_capital, self.by_revenue
        for line in trust.drawers[fund]:
            pays_capital, pays_revenue, _, _ = purses[lists[line]]
            from_capital, from_revenue = by_capital[line], by_revenue[line]
            capital = 0 if pays_capital == fund else from_capital
            revenue = 0 if pays_revenue == fund else from_revenue
            for year, want_capital, want_revenue in rows[line]:
                rest = left[year]
                if not rest:
                    continue
                if pays_capital == fund and want_capital:
                    part = want_capital if want_capital < rest else rest
                    capital += part
                    rest -= part
                if pays_revenue == fund and want_revenue:
                    part = want_revenue if want_revenue < rest else rest
                    revenue += part
                    rest -= part
                left[year] = rest
            if capital != from_capital or revenue != from_revenue:
                self._cover(trust, line, capital, revenue)

    def _cover(self, trust, line, capital, revenue):
        more = capital + revenue - self.by_capital[line] - self.by_revenue[line]
        trust.covereds[self.category[self.table.service[line]]] += more
        self.by_capital[line], self.by_revenue[line] = capital, revenue
        self._tell_unfunded(trust, line)

    def _tell_unfunded(self, trust, line):
        covered = self.by_capital[line] + self.by_revenue[line]
        is_short = self.alone[line] & IS_PAYABLE and covered != self.cost[line]
        flags = self.found[line]
        self._find(trust, line, flags | F101 if is_short else flags & ~F101)


def split_of(cost, payable, covered):
    return [cost, cost - payable, payable, covered, payable - covered]


def imaging_flags(pacs, has_basic, has_entire):
    """What the options of a trust's other PACS lines say of one."""
    if pacs == ENTIRE:
        return P104 if has_basic else P103
    return P106 if pacs == FEATURES and not has_basic and not has_entire else 0


if __name__ == "__main__":
    serve(PlainPython())
