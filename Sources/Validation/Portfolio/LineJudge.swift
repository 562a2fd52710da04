import Procurement

/// Judges the lines of one plan, without sibling facts, and draws on its funds, in order.
///
/// It only reads memory that others own, without allocation or reference counting. Places are not
/// checked; IDs must be among those that `ResolvedStrings.resolveNew` has resolved.
struct LineJudge {
  /// The result for a line; amounts are in pence.
  struct Outcome {
    var entry: RuleTables.Entry
    /// Its findings, except those of rules that ask for sibling facts.
    var findings: FindingSet
    var cost: Int64
    /// What funds covered of it, and the part of that from funds that are not confirmed.
    var covered: Int64
    var unconfirmed: Int64
    /// What the trust pays in the year of expected spending.
    var expected: Int64
  }

  let lines: LineMemory
  let cells: LedgerCells
  let services: UnsafePointer<ResolvedService>
  let suppliers: UnsafePointer<ResolvedSupplier>
  let tables: RuleTables.Memory
  let terms: PlanTerms.Memory
  /// The year in which expected spending is counted; 0 where the programme has no such figure.
  let expectedYear: Int

  /// Judges a line and draws it.
  @inline(__always)
  func judge(_ place: Int) -> Outcome {
    judge(place) { pence, slot, set, unconfirmed in
      let funds = terms.places(set, paying: slot)
      return set.hasUnconfirmed
        ? cells.draw(pence, in: slot.start, on: funds, unconfirmed: &unconfirmed)
        : cells.draw(pence, in: slot.start, on: funds)
    }
  }

  /// Judges a line of which is known what funds cover of it, and what is unconfirmed, in pence.
  func judge(_ place: Int, covered: Int64, unconfirmed: Int64) -> Outcome {
    var known = (covered: covered, unconfirmed: unconfirmed)
    return judge(place) { _, _, _, unconfirmed in
      defer { known = (0, 0) }
      unconfirmed &+= known.unconfirmed
      return known.covered
    }
  }

  @inline(__always)
  private func judge(
    _ place: Int,
    draw: (_ pence: Int64, AmountSlot, PlanTerms.FundSet, _ unconfirmed: inout Int64) -> Int64
  ) -> Outcome {
    let supplier = suppliers[Int(lines.strings.suppliers[place])]
    let entry = tables.entry(
      services[Int(lines.strings.services[place])].kind, lines.traits[place],
      terms.supplierRoles[Int(supplier.number)])
    let set = terms.fundSets[Int(lines.strings.fundLists[place])]
    var outcome = Outcome(
      entry: entry, findings: entry.findings, cost: 0, covered: 0, unconfirmed: 0,
      expected: 0)
    var money = set.money.union(entry.money)
    let isTrustPaying = entry.payer == .trust
    for amount in lines.amounts[line: place] {
      let (slot, pence) = (lines.amounts.slots[amount], lines.amounts.pence[amount])
      outcome.cost &+= pence
      money.insert(.hasCostOfUnpaidKind, if: set.named.cannotPay(slot.kind))
      guard isTrustPaying else { continue }
      outcome.expected &+= slot.start == expectedYear ? pence : 0
      outcome.covered &+= draw(pence, slot, set, &outcome.unconfirmed)
    }
    money.insert(.hasCost, if: outcome.cost != 0)
    money.insert(.isUnfunded, if: isTrustPaying && outcome.covered != outcome.cost)
    money.insert(.isUnconfirmed, if: outcome.unconfirmed != 0)
    outcome.findings.formUnion(tables.findings(money))
    let group = Int(lines.strings.groups[place])
    if entry.groupUse == .callOff || entry.groupUse == .noUse && group != 0 {
      let facts = terms.groups[group].resolved.facts(supplier)
      outcome.findings.formUnion(tables.findings(facts, entry.groupUse))
    }
    return outcome
  }

  /// Judges a line, stores the result, keeping findings that ask for sibling facts, and returns
  /// what it adds to sums; `waivers` are the codes that are waived on it.
  @inline(__always)
  func store(
    _ place: Int, in results: PlanJudgement.Memory, waivers: FindingSet
  ) -> LineContribution {
    let outcome = judge(place)
    let findings = results.put(outcome, at: place, keeping: tables.siblingCodes)
    return LineContribution(
      outcome, services[Int(lines.strings.services[place])], findings: findings, waivers: waivers)
  }
}

extension LineContribution {
  /// What a line with an outcome and findings, some of them waived, adds to sums.
  @inline(__always)
  init(
    _ outcome: LineJudge.Outcome, _ service: ResolvedService, findings: FindingSet,
    waivers: FindingSet
  ) {
    self.init(
      category: service.kind.sumCategory, cost: outcome.cost,
      programmeFunded: outcome.entry.payer == .programme ? outcome.cost : 0,
      covered: outcome.covered, unconfirmed: outcome.unconfirmed, expected: outcome.expected,
      supply: Int(outcome.entry.supplyNumber),
      isExclusiveProgrammeLine: outcome.entry.isExclusiveProgrammeLine,
      findings: findings.subtracting(waivers),
      waived: findings.intersection(waivers).count)
  }
}
