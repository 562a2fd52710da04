"""Writes a plan document like those of real trusts, for measuring: python3 plan.py LINES [SEED]

Core lines come first if there are fewer than 200, then additional and future ones. Funds cover most of
them. The same arguments give the same plan.
"""

import random
import sys

CORE = """patient-records assessments-pathways care-delivery scheduling e-booking order-communications
e-prescribing knowledge maternity emergency surgery primary-care ambulance support-services
prevention-existing clinical-support connectivity secondary-uses gp-alternatives""".split()
ADDITIONAL = """radiology-laboratory pharmacy-stock pacs e-booking-primary-care decision-support
document-management social-care dental telemedicine helpdesk operational-it prevention-new
business-change payments project-management supplier-management change-management benefits
training""".split()
SUPPLIERS = ["Acme Health", "Labworks", "Papertrail", "Northern Systems", "Example Media"]
FUTURE = ["Bedside entertainment", "Nurse call", "Car park barriers"]
YEARS = ["2004-05", "2005-06", "2006-07"]


def flow(amounts):
    return "{" + ", ".join(f"{year}: {amounts[year]}" for year in sorted(amounts)) + "}"


def cost(chance):
    capital = {y: chance.randrange(1, 200) * 1000 for y in chance.sample(YEARS, chance.randint(0, 2))}
    least = 0 if capital else 1
    revenue = {y: chance.randrange(1, 90) * 500 for y in chance.sample(YEARS, chance.randint(least, 2))}
    kinds = [f"{kind}: {flow(a)}" for kind, a in (("capital", capital), ("revenue", revenue)) if a]
    return "{" + ", ".join(kinds) + "}"


def line(number, count, chance):
    kind = number * 10 // count if count < 200 else chance.randrange(10)
    yield f"  - id: L{number + 1}"
    if kind < 4:
        yield f"    service: core.{CORE[number % 19]}"
        if chance.random() < 0.25:
            yield from ("    need: retain", "    supplier: In-house", "    spine_connected: true")
            yield f"    cost: {cost(chance)}"
            yield "    funds: [capital, running]"
        else:
            yield from ("    route: programme", "    supplier: bt", f"    cost: {cost(chance)}")
    elif kind < 9:
        service = ADDITIONAL[number % 19]
        yield f"    service: additional.{service}"
        if service == "pacs":
            yield "    pacs: features"
        if chance.random() < 0.3:
            yield from ("    route: calloff", "    supplier: fujitsu", "    group: thames")
        else:
            yield from ("    route: open", f"    supplier: {chance.choice(SUPPLIERS)}")
        yield f"    cost: {cost(chance)}"
        yield "    funds: [capital, running]"
    else:
        yield "    service: future"
        yield f"    description: {chance.choice(FUTURE)} {number}"
        yield from ("    route: open", f"    supplier: {chance.choice(SUPPLIERS)}")
        yield f"    cost: {cost(chance)}"
        yield "    funds: [running, capital]"


def plan(count, chance):
    def available(each):
        return flow({year: count * each for year in YEARS})

    yield "calloff: 1"
    yield f"title: Generated plan of {count} lines"
    yield "trust: {code: RXX, name: Sample Acute Trust, kind: acute, cluster: london}"
    yield f"years: [{', '.join(YEARS)}]"
    yield "funds:"
    yield f"  - {{id: capital, name: Block capital, pays: capital, available: {available(9000)}}}"
    yield f"  - {{id: running, name: IM&T revenue, pays: revenue, available: {available(3000)}}}"
    yield "groups:"
    yield "  - {id: thames, name: Thames group, facility: fujitsu, members: [RXX, RYY]}"
    yield "lines:"
    for number in range(count):
        yield from line(number, count, chance)


if __name__ == "__main__":
    size = int(sys.argv[1])
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    print("\n".join(plan(size, random.Random(seed))))
