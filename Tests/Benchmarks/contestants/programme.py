"""The programme as data for all contestants: identifiers, codes and the decision table.

`python3 programme.py HEADER` writes the same for C.
"""

import sys

CODES = (
    [f"S{number}" for number in range(101, 112)]
    + [f"P{number}" for number in range(101, 108)]
    + [f"F{number}" for number in range(101, 108)]
    + [f"C{number}" for number in range(101, 107)]
)
# The bit of each code in the flags of a line, in the contract's order.
BIT = {code: 1 << place for place, code in enumerate(CODES)}
# The rules of the simpler job, which need only one line; the bit is the index.
PART = ["S101", "S102", "S107", "S108", "S109", "P101", "P102", "F106"]

LSPS = ["bt", "accenture", "csc", "fujitsu"]
# Everything that an LSP is called in lower case, and the index of the LSP.
NAMES = {
    **{lsp: place for place, lsp in enumerate(LSPS)}, "british telecom": 0, "bt group": 0,
    "accenture plc": 1, "computer sciences corporation": 2, "fujitsu services": 3,
    "fujitsu services limited": 3,
}
# The LSP of each cluster, by its place.
CLUSTERS = {
    "london": 0, "north-east": 1, "eastern": 1, "north-west-west-midlands": 2, "southern": 3,
}
# The kind of a supplier: the index of an LSP, or one of these.
THIRD_PARTY, NO_SUPPLIER = 4, 5

CORE = [
    f"core.{name}" for name in """patient-records assessments-pathways care-delivery scheduling
    e-booking order-communications e-prescribing knowledge maternity emergency surgery primary-care
    ambulance support-services prevention-existing clinical-support connectivity secondary-uses
    gp-alternatives""".split()
]
ADDITIONAL = [
    f"additional.{name}" for name in """radiology-laboratory pharmacy-stock pacs
    e-booking-primary-care decision-support document-management social-care dental telemedicine
    helpdesk operational-it prevention-new business-change payments project-management
    supplier-management change-management benefits training""".split()
]
SERVICES = {service: place for place, service in enumerate(CORE + ADDITIONAL + ["future"])}
PACS, FUTURE = SERVICES["additional.pacs"], SERVICES["future"]
UNKNOWN_SERVICE = len(SERVICES)
# The core services expected of acute trusts, as all are here (C103).
EXPECTED = [
    SERVICES[service] for service in CORE if service not in ("core.primary-care", "core.gp-alternatives")
]
# Services that are the trust's own work (C106).
LOCAL_WORK = [
    SERVICES[f"additional.{name}"] for name in """business-change project-management
    change-management benefits training""".split()
]

CATEGORIES = ["core", "additional", "future"]
UNKNOWN_CATEGORY = 3
# Blank is the first of all words.
OPTIONS = ["", "basic", "features", "entire"]
NEEDS = ["new", "retain"]
ROUTES = ["", "programme", "calloff", "open"]
BOOLEANS = ["", "false", "true"]
TRUE = 2
YEARS = ["2004-05", "2005-06", "2006-07"]
SUPPLIES = ["exclusive", "non-exclusive", "not-engaged"]

# The content of a row of the decision table.
EXCLUSIVE, NON_EXCLUSIVE, NOT_ENGAGED = 1, 2, 4
PROGRAMME_PAYS, NOT_OFFERED, IGNORES_ROUTE = 8, 16, 32
GROUP, OTHERS_THAN_LSPS, INTEROPERABLE, JUSTIFIED, SPINE, CLUSTER_LSP = 64, 128, 256, 512, 1024, 2048

# The options that a line may have: `plain` for any service but PACS, `missing` for PACS without.
CASES = ["plain", "missing", "basic", "features", "entire"]

_ELSEWHERE = ["calloff", "open"]
_ANY_BUT_CALLOFF = ["", "programme", "open"]
# category, option, needs, routes, content
DECISIONS = [
    ("core", CASES, ["retain"], ROUTES, NOT_ENGAGED | IGNORES_ROUTE | SPINE),
    ("core", CASES, ["new"], ["", "programme"], EXCLUSIVE | PROGRAMME_PAYS),
    ("core", CASES, ["new"], _ELSEWHERE, EXCLUSIVE | NOT_OFFERED),
    ("additional", CASES, ["retain"], ROUTES, NOT_ENGAGED | IGNORES_ROUTE),
    ("additional", ["plain"], ["new"], [""], NON_EXCLUSIVE),
    ("additional", ["plain"], ["new"], ["programme"], NON_EXCLUSIVE | NOT_OFFERED),
    ("additional", ["plain"], ["new"], ["calloff"], NON_EXCLUSIVE | GROUP),
    ("additional", ["plain"], ["new"], ["open"], NON_EXCLUSIVE | OTHERS_THAN_LSPS),
    ("additional", ["missing", "features"], ["new"], _ANY_BUT_CALLOFF, NON_EXCLUSIVE),
    ("additional", ["missing", "features"], ["new"], ["calloff"], NON_EXCLUSIVE | GROUP),
    ("additional", ["basic"], ["new"], ["", "programme"], NON_EXCLUSIVE | PROGRAMME_PAYS | CLUSTER_LSP),
    ("additional", ["basic"], ["new"], _ELSEWHERE, NON_EXCLUSIVE | NOT_OFFERED),
    ("additional", ["entire"], ["new"], [""], NON_EXCLUSIVE),
    ("additional", ["entire"], ["new"], ["programme"], NON_EXCLUSIVE | NOT_OFFERED),
    ("additional", ["entire"], ["new"], ["calloff"], NON_EXCLUSIVE | GROUP),
    ("additional", ["entire"], ["new"], ["open"], NON_EXCLUSIVE | INTEROPERABLE | JUSTIFIED),
    ("future", CASES, ["retain"], ROUTES, NOT_ENGAGED | IGNORES_ROUTE),
    ("future", CASES, ["new"], ["", "open"], NON_EXCLUSIVE),
    ("future", CASES, ["new"], ["programme"], NON_EXCLUSIVE | NOT_OFFERED),
    ("future", CASES, ["new"], ["calloff"], NON_EXCLUSIVE | GROUP),
]


def cell(category, case, need, route):
    """The place in the table of a kind of line, from the places of its words."""
    return ((category * len(CASES) + case) * len(NEEDS) + need) * len(ROUTES) + route


def decisions():
    """The table's content for every kind of line, by cell; none for unknown services."""
    cells = [0] * ((len(CATEGORIES) + 1) * len(CASES) * len(NEEDS) * len(ROUTES))
    for category, cases, needs, routes, terms in DECISIONS:
        for case in cases:
            for need in needs:
                for route in routes:
                    place = cell(CATEGORIES.index(category), CASES.index(case), NEEDS.index(need),
                                 ROUTES.index(route))
                    cells[place] = terms
    return cells


TERMS = decisions()


def category(service):
    """The category of a service by its place."""
    if service == UNKNOWN_SERVICE:
        return UNKNOWN_CATEGORY
    return 0 if service < len(CORE) else 2 if service == FUTURE else 1


def folded(text):
    """A text in the form in which texts are compared."""
    return " ".join(text.lower().split())


def provider(word):
    """The supplier that a name of a supplier or a facility means."""
    name = folded(word)
    return NAMES.get(name, THIRD_PARTY) if name else NO_SUPPLIER


# --- A line alone -----------------------------------------------------------------------------------

# Above the flags, a byte of other facts that need only the line. The last four say which finding
# the line has where it names an unknown group, names funds, has a cost, or has none.
KIND_SHIFT = 32
IS_PAYABLE, IS_CALLOFF, ON_UNKNOWN_GROUP, ON_FUNDS, ON_COST, ON_NO_COST = (
    1 << KIND_SHIFT + place for place in range(6))
SUPPLY_SHIFT = KIND_SHIFT + 6  # 1 exclusive, 2 non-exclusive, 3 not engaged, 0 none
# A core line that the programme pays for (C106).
LOCAL_MASK, IS_CORE_PAID = IS_PAYABLE | 3 << SUPPLY_SHIFT, 1 << SUPPLY_SHIFT
# The supplier in relation to the trust.
OWN_LSP, OTHER_LSP, THIRD, NOBODY = range(4)
FLAG_MASK = (1 << len(CODES)) - 1


def kind_of_supplier(who, lsp):
    """The relation of a supplier to a trust whose cluster has that LSP."""
    if who < THIRD_PARTY:
        return OWN_LSP if who == lsp else OTHER_LSP
    return THIRD if who == THIRD_PARTY else NOBODY


def alone(terms, known, case, is_future, is_core, pacs, need, route, supplier, interoperable,
          justified, spine, described):
    """The findings on a line that need no other line, group or money, and its kind."""
    def says(condition):
        return terms & condition != 0

    def where(condition, code):
        return BIT[code] if condition else 0

    is_lsp, is_other = supplier in (OWN_LSP, OTHER_LSP), supplier in (OTHER_LSP, THIRD)
    breach, is_not_from_lsp = says(EXCLUSIVE) and is_other, says(CLUSTER_LSP) and is_other
    refused = not breach and says(NOT_OFFERED)
    permitted = known and not says(IGNORES_ROUTE) and not breach and not refused
    is_imaging, is_new = case != 0, need == 0
    flags = where(breach, "S101") | where(refused, "S102")
    flags |= where(permitted and says(OTHERS_THAN_LSPS) and is_lsp, "S106")
    flags |= where(says(SPINE) and not spine, "S107")
    flags |= where(known and is_new and route == 0, "S108")
    flags |= where(known and not says(IGNORES_ROUTE) and route and supplier == NOBODY, "S109")
    free = permitted and not is_lsp
    flags |= where(free and says(INTEROPERABLE) and not interoperable, "P101")
    flags |= where(free and says(JUSTIFIED) and not justified, "P102")
    flags |= where(is_new and pacs == 0 if is_imaging else known and pacs != 0, "P105")
    flags |= where(is_not_from_lsp, "P107")
    flags |= where(not known, "C104") | where(is_future and not described, "C105")
    supply = 1 if says(EXCLUSIVE) else 2 if says(NON_EXCLUSIVE) else 3 if says(NOT_ENGAGED) else 0
    payable = not says(PROGRAMME_PAYS) or breach or is_not_from_lsp
    is_basic = is_new and CASES[case] == "basic"
    kind = [
        (payable, IS_PAYABLE), (permitted and says(GROUP), IS_CALLOFF),
        (known and is_new and ROUTES[route] != "calloff", ON_UNKNOWN_GROUP),
        (not payable and route, ON_FUNDS), (payable and (is_core or is_basic), ON_COST),
        (payable and is_new, ON_NO_COST),
    ]
    return flags | sum(bit for holds, bit in kind if holds) | supply << SUPPLY_SHIFT


def alone_key(kind, supplier, interoperable, justified, spine, described):
    """The place in `ALONE`; `kind` is the place of service kind, option, need and route."""
    return (kind << 6) | (supplier << 4) | (interoperable << 3) | (justified << 2) | (spine << 1) \
        | described


# A service's kind: category, and whether it has options. The key is kind, option, need, route.
KINDS = [("core", False), ("additional", False), ("additional", True), ("future", False), (None, False)]


def service_kind(service):
    """The place in `KINDS` of a service."""
    return 2 if service == PACS else [0, 1, 3, 4][category(service)]


def _every_line_alone():
    table = []
    for name, has_options in KINDS:
        group = UNKNOWN_CATEGORY if name is None else CATEGORIES.index(name)
        for pacs in range(4):
            for need in range(2):
                for route in range(4):
                    case = pacs + 1 if has_options else 0
                    terms = TERMS[cell(group, case, need, route)]
                    for rest in range(64):
                        table.append(alone(
                            terms, name is not None, case, name == "future", name == "core", pacs,
                            need, route, rest >> 4, rest >> 3 & 1, rest >> 2 & 1, rest >> 1 & 1,
                            rest & 1))
    return table


# Every possible kind of line, checked alone.
ALONE = _every_line_alone()


def purchase_key(service, pacs, need):
    """What a line buys, apart from its description; -1 for what is not listed."""
    if service == PACS:
        return (len(SERVICES) + pacs) * 2 + need
    return -1 if service >= FUTURE else service * 2 + need


PURCHASES = (len(SERVICES) + len(OPTIONS)) * 2
_IMAGING = {option: purchase_key(PACS, place, 0) for place, option in enumerate(OPTIONS)}
BASIC_KEY, FEATURES_KEY, ENTIRE_KEY = (_IMAGING[option] for option in ("basic", "features", "entire"))
# The keys of PACS that stay, and of what may be bought twice (C102).
RETAINED_KEYS = [purchase_key(PACS, pacs, 1) for pacs in range(len(OPTIONS))]
REPEATABLE_KEYS = [FEATURES_KEY, FEATURES_KEY + 1]


# --- For C ------------------------------------------------------------------------------------------

def header():
    """The decision table and the words as a C header."""
    names = ["EXCLUSIVE", "NON_EXCLUSIVE", "NOT_ENGAGED", "PROGRAMME_PAYS", "NOT_OFFERED",
             "IGNORES_ROUTE", "GROUP", "OTHERS_THAN_LSPS", "INTEROPERABLE", "JUSTIFIED", "SPINE",
             "CLUSTER_LSP"]
    yield "#include <stdint.h>"
    for name in names:
        yield f"#define {name} {globals()[name]}"
    yield f"static const uint16_t decisions[] = {{{', '.join(map(str, TERMS))}}};"
    for name, words in (("services", SERVICES), ("names", NAMES), ("clusters", CLUSTERS)):
        texts = ", ".join(f'"{word}"' for word in words)
        yield f"static const char *const {name}[] = {{{texts}, 0}};"
    yield f"static const uint8_t name_lsps[] = {{{', '.join(map(str, NAMES.values()))}}};"
    yield f"static const uint8_t cluster_lsps[] = {{{', '.join(map(str, CLUSTERS.values()))}}};"
    yield f"enum {{ pacs_service = {PACS}, future_service = {FUTURE}, core_services = {len(CORE)} }};"


if __name__ == "__main__":
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in header())
