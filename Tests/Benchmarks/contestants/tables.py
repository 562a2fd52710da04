"""Reads both tables into columns, with words as numbers, for contestants without their own reader."""

import csv

from programme import BOOLEANS, CLUSTERS, NEEDS, OPTIONS, ROUTES, YEARS
from protocol import pence


class Words(dict):
    """Numbers words in order of first appearance."""

    def __missing__(self, word):
        number = self[word] = len(self)
        return number


class Pence(dict):
    """The pence of written amounts, cached because the same amounts are frequent."""

    def __missing__(self, text):
        number = self[text] = pence(text) if text else 0
        return number


def numbers(words):
    return {word: number for number, word in enumerate(words)}


class Lines:
    """Columns with a value per line; `costs` has rows of year, capital and revenue for each line."""

    def __init__(self, path):
        self.trusts, self.services, self.suppliers = Words(), Words(), Words()
        self.groups, self.texts, self.fund_lists = Words(), Words(), Words()
        for words in (self.suppliers, self.groups, self.texts, self.fund_lists):
            words[""]  # blank is 0
        self.clusters = []
        self.starts = []  # the first line of each trust, and one past the last line
        self.service, self.pacs, self.need, self.route, self.supplier = [], [], [], [], []
        self.group, self.interoperable, self.justification, self.spine = [], [], [], []
        self.description, self.funds, self.costs = [], [], []
        with open(path, encoding="utf-8", newline="", buffering=1 << 20) as file:
            self._read(csv.reader(file))
        self.starts.append(len(self.service))

    def _read(self, rows):
        next(rows)
        options, needs, routes, booleans, years = map(
            numbers, (OPTIONS, NEEDS, ROUTES, BOOLEANS, YEARS))
        needs[""] = 0
        services, suppliers, groups = self.services, self.suppliers, self.groups
        texts, fund_lists, amounts = self.texts, self.fund_lists, Pence()
        add_service, add_pacs, add_need = (
            self.service.append, self.pacs.append, self.need.append)
        add_route, add_supplier, add_group = (
            self.route.append, self.supplier.append, self.group.append)
        add_interoperable, add_justification, add_spine = (
            self.interoperable.append, self.justification.append, self.spine.append)
        add_description, add_funds, add_costs = (
            self.description.append, self.funds.append, self.costs.append)
        last_trust = last_line = None
        cost = []
        for (trust, cluster, line, service, pacs, need, route, supplier, group, interoperable,
             justification, spine, description, year, capital, revenue, funds) in rows:
            if line != last_line or trust != last_trust:
                if trust != last_trust:
                    self.trusts[trust]
                    self.clusters.append(CLUSTERS[cluster])
                    self.starts.append(len(self.service))
                last_trust, last_line = trust, line
                add_service(services[service])
                add_pacs(options[pacs])
                add_need(needs[need])
                add_route(routes[route])
                add_supplier(suppliers[supplier])
                add_group(groups[group])
                add_interoperable(booleans[interoperable])
                add_justification(texts[justification])
                add_spine(booleans[spine])
                add_description(texts[description])
                add_funds(fund_lists[funds])
                cost = []
                add_costs(cost)
            cost.append((years[year], amounts[capital], amounts[revenue]))


class Funds:
    """The funds of each trust, with kind and amounts by year, and all groups."""

    def __init__(self, path):
        self.pays, self.available = {}, {}
        self.facilities, self.members = {}, {}
        years = numbers(YEARS)
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["trust"]:
                    key = row["trust"], row["fund"]
                    self.pays[key] = row["pays"]
                    money = self.available.setdefault(key, [0] * len(YEARS))
                    if row["year"]:
                        money[years[row["year"]]] = pence(row["available"])
                else:
                    self.facilities[row["group"]] = row["facility"]
                    self.members[row["group"]] = set(row["members"].split())
