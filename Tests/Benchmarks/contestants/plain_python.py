"""A loop in Python, with its standard library alone.

An edit follows what depends on it through indexes of its trust: lines by what they must not repeat,
and lines by the funds that they draw on.
"""

import array
import sys
from bisect import bisect_left, bisect_right, insort
from collections import Counter

from programme import (
    ALONE, BASIC_KEY, BIT, CODES, ENTIRE_KEY, EXPECTED, FEATURES_KEY, FLAG_MASK, IS_CALLOFF,
    IS_CORE_PAID, IS_PAYABLE, KIND_SHIFT, LOCAL_MASK, LOCAL_WORK, LSPS, NO_SUPPLIER, ON_COST,
    ON_FUNDS, ON_NO_COST, ON_UNKNOWN_GROUP, PURCHASES, REPEATABLE_KEYS, RETAINED_KEYS, ROUTES,
    SERVICES, SUPPLY_SHIFT, THIRD_PARTY, TRUE, UNKNOWN_SERVICE, YEARS, category, folded,
    kind_of_supplier, provider, purchase_key, service_kind,
)
from protocol import Contestant, pence, serve
from tables import Funds, Lines, numbers

S103, S104, S105, S110, S111 = (BIT[f"S{number}"] for number in (103, 104, 105, 110, 111))
P103, P104, P106 = BIT["P103"], BIT["P104"], BIT["P106"]
F101, F102, F103, F104, F105, F106 = (BIT[f"F{number}"] for number in range(101, 107))
C102 = BIT["C102"]
C103_PLACE, C106_PLACE = CODES.index("C103"), CODES.index("C106")
IMAGING = P103 | P104 | P106
# The findings that follow from a line's siblings.
COMPANY = C102 | IMAGING
IMAGING_KEYS = (BASIC_KEY, FEATURES_KEY, ENTIRE_KEY)
REPEATABLE, RETAINED = set(REPEATABLE_KEYS), set(RETAINED_KEYS)
# PACS lines come last.
FIRST_IMAGING = min(RETAINED_KEYS) - 1


class Trust:
    """What is kept of a trust: its sums by category, and what edits look things up in."""

    def __init__(self, members, purses, available):
        self.members, self.purses, self.available = members, purses, available
        self.costs, self.payables, self.covereds = [0] * 4, [0] * 4, [0] * 4
        self.supplies = [0] * 4
        self.counts = [0] * len(CODES)
        self.core_paid = 0  # core lines that the programme pays for
        self.planned = Counter()  # lines by their key
        self.repeats = {}  # lines in order, by what they buy: the key and the description
        self.imaging = {}  # lines in order, by the key of a new PACS
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
        # By service, option and need.
        self.purchase = [
            purchase_key(service, pacs, need)
            for service in listed for pacs in range(4) for need in range(2)]
        who = [provider(word) for word in table.suppliers]
        self.who = who
        self.seen_by = [[kind_of_supplier(each, lsp) << 4 for each in who]
                        for lsp in range(len(LSPS))]
        self.telling = [1 if text.strip() else 0 for text in table.texts]
        # The number of a description in the form in which it is compared; 0 is blank.
        compared = {"": 0}
        self.described = [
            PURCHASES * compared.setdefault(folded(text), len(compared)) for text in table.texts]
        facilities, members = self.money.facilities, self.money.members
        self.is_lonely = [len(members.get(group, ())) < 2 for group in table.groups]
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
        kind, categories, purchase, telling = self.kind, self.category, self.purchase, self.telling
        described = self.described
        seen_by = self.seen_by[table.clusters[place]]
        alone, found, all_costs = self.alone, self.found, self.cost
        by_capital, by_revenue = self.by_capital, self.by_revenue
        left = {fund: money[:] for fund, money in trust.available.items()}
        purses = [
            (left.get(capital), left.get(revenue), unknown, known)
            for capital, revenue, unknown, known in trust.purses]
        costs, payables, covereds = trust.costs, trust.payables, trust.covereds
        seen, planned, imaging, table_alone = set(), set(), [], ALONE
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
            if group or verdict & IS_CALLOFF:
                flags |= self._group_flags(trust, verdict, group, supplier)
            key = purchase[service << 3 | pacs << 1 | need]
            if key >= 0:
                what = key + described[description]
                if what not in seen:
                    seen.add(what)
                    planned.add(key)
                elif key not in REPEATABLE:
                    flags |= C102
                if key >= FIRST_IMAGING:
                    imaging.append((line, key))
            capital = revenue = 0
            for _, more_capital, more_revenue in rows:
                capital += more_capital
                revenue += more_revenue
            cost = capital + revenue
            all_costs[line] = cost
            sums = categories[service]
            costs[sums] += cost
            if verdict & IS_PAYABLE:
                if cost:
                    if verdict & ON_COST:
                        flags |= F103
                    payables[sums] += cost
                elif verdict & ON_NO_COST:
                    flags |= F106
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
                if verdict & ON_FUNDS:
                    flags |= F102
                if purses[funds][2]:
                    flags |= F105
            found[line] = flags
        self._finish(trust, planned, imaging, low, high)
        return trust

    def _group_flags(self, trust, verdict, group, supplier):
        facility = self.facility[group]
        if facility is None:
            if verdict & IS_CALLOFF:
                return S103
            return S111 if group and verdict & ON_UNKNOWN_GROUP else 0
        if not verdict & IS_CALLOFF:
            return 0
        flags = 0 if trust.members[group] else S104
        if self.is_lonely[group]:
            flags |= S110
        who = self.who[supplier]
        if facility >= THIRD_PARTY or who != NO_SUPPLIER and who != facility:
            flags |= S105
        return flags

    def _finish(self, trust, planned, imaging, low, high):
        found = self.found
        has = pacs_of(planned)
        for line, key in imaging:
            found[line] |= imaging_flags(key, *has)
        counts = trust.counts
        for flags, count in Counter(found[low:high]).items():
            while flags:
                bit = flags.bit_length() - 1
                counts[bit] += count
                flags ^= 1 << bit
        kinds = Counter([verdict >> KIND_SHIFT for verdict in self.alone[low:high]])
        trust.supplies, trust.core_paid = [0] * 4, 0
        for kind, count in kinds.items():
            verdict = kind << KIND_SHIFT
            trust.supplies[verdict >> SUPPLY_SHIFT] += count
            trust.core_paid += count if verdict & LOCAL_MASK == IS_CORE_PAID else 0
        self._count_services(trust, planned)

    @staticmethod
    def _count_services(trust, planned):
        """Whether services are missing that the plan should have."""
        services = {key >> 1 for key in planned}
        trust.counts[C103_PLACE] = 0 if services.issuperset(EXPECTED) else 1
        trust.counts[C106_PLACE] = 1 if trust.core_paid and services.isdisjoint(LOCAL_WORK) else 0

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
            trust.repeats, trust.planned = {}, Counter()
            trust.imaging = {key: [] for key in IMAGING_KEYS}
            trust.drawers = {fund: [] for fund in trust.available}
            for line in range(table.starts[place], table.starts[place + 1]):
                key, what = self._purchase(line)
                if key >= 0:
                    trust.planned[key] += 1
                    trust.repeats.setdefault(what, []).append(line)
                if key in trust.imaging:
                    trust.imaging[key].append(line)
                if self.alone[line] & IS_PAYABLE:
                    for fund in self._payers(trust, line):
                        trust.drawers[fund].append(line)

    def _purchase(self, line):
        """What a line buys, without and with its description."""
        table = self.table
        key = self.purchase[table.service[line] << 3 | table.pacs[line] << 1 | table.need[line]]
        return key, key + self.described[table.description[line]] if key >= 0 else -1

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
        old_purchase, old_sums = self._purchase(line), self.category[table.service[line]]
        old_alone, old_cost = self.alone[line], self.cost[line]
        if column is None:
            row, capital = value
            year, _, revenue = table.costs[line][row]
            table.costs[line][row] = year, capital, revenue
        else:
            column[line] = value
        self._judge_alone(trust, place, line)
        self._move(trust, line, old_sums, old_alone, old_cost)
        purchase = self._purchase(line)
        if purchase != old_purchase:
            self._leave(trust, line, *old_purchase)
            self._join(trust, line, *purchase)
            self._look_at_imaging(trust, line, {old_purchase[0], purchase[0]})
        self._count_services(trust, trust.planned)
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
        flags |= self._group_flags(trust, verdict, table.group[line], supplier)
        capital, revenue = sum(row[1] for row in rows), sum(row[2] for row in rows)
        self.cost[line] = cost = capital + revenue
        pays_capital, pays_revenue, unknown, known = trust.purses[funds]
        if unknown:
            flags |= F105
        if not verdict & IS_PAYABLE:
            flags |= F102 if funds and verdict & ON_FUNDS else 0
        else:
            if cost:
                flags |= F103 if verdict & ON_COST else 0
            else:
                flags |= F106 if verdict & ON_NO_COST else 0
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
        trust.core_paid += (verdict & LOCAL_MASK == IS_CORE_PAID) - (old_alone & LOCAL_MASK == IS_CORE_PAID)

    # Lines that buy the same.

    def _leave(self, trust, line, key, what):
        self._find(trust, line, self.found[line] & ~COMPANY)
        if key < 0:
            return
        lines = trust.repeats[what]
        place = bisect_left(lines, line)
        del lines[place]
        if place == 0 and lines and key not in REPEATABLE:
            self._find(trust, lines[0], self.found[lines[0]] & ~C102)
        if key in trust.imaging:
            del trust.imaging[key][bisect_left(trust.imaging[key], line)]
        trust.planned[key] -= 1
        if not trust.planned[key]:
            del trust.planned[key]

    def _join(self, trust, line, key, what):
        if key < 0:
            return
        lines = trust.repeats.setdefault(what, [])
        insort(lines, line)
        if key not in REPEATABLE and len(lines) > 1:
            later = line if lines[0] != line else lines[1]
            self._find(trust, later, self.found[later] | C102)
        if key in trust.imaging:
            insort(trust.imaging[key], line)
        trust.planned[key] += 1

    def _look_at_imaging(self, trust, line, keys):
        """A PACS line has come or gone."""
        if max(keys) < FIRST_IMAGING:
            return
        has = pacs_of(trust.planned)
        for key, lines in trust.imaging.items():
            for each in lines:
                flags = self.found[each] & ~IMAGING
                self._find(trust, each, flags | imaging_flags(key, *has))

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


def pacs_of(planned):
    """Whether there are a new basic, a new entire and a retained PACS."""
    return BASIC_KEY in planned, ENTIRE_KEY in planned, not RETAINED.isdisjoint(planned)


def imaging_flags(key, has_basic, has_entire, has_retained):
    """What the other PACS lines of a trust say of one."""
    if key == ENTIRE_KEY:
        return P104 if has_basic else P103
    return P106 if key == FEATURES_KEY and not (has_basic or has_entire or has_retained) else 0


if __name__ == "__main__":
    serve(PlainPython())
