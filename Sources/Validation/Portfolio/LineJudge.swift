import Procurement

/// Judges lines of one plan by themselves and draws them on its funds, in order.
///
/// All that it asks is memory that is lent for as long as it lives: it takes none, and counts no
/// reference. It checks no place either; words are of the lexicon whose meanings it has, which
/// `Meanings.learn` sees to.
struct LineJudge {
  /// What a line comes to.
  struct Outcome {
    var entry: RuleTables.Entry
    /// Codes that stand, but for those that ask for other lines.
    var findings: UInt32
    /// In pence.
    var cost: Int64
    /// What funds covered of it, in pence.
    var covered: Int64
    /// What the trust pays in the year of expected spending, in pence.
    var expected: Int64
  }

  let lines: LineMemory
  let cells: LedgerCells
  let services: UnsafePointer<Meanings.ServiceMeaning>
  let suppliers: UnsafePointer<Meanings.Supplier>
  let tables: RuleTables.Memory
  let terms: PlanTerms.Memory
  /// The year in which expected spending is counted; 0 where the programme has no such figure.
  let expectedYear: Int

  /// Judges a line and draws it.
  @inline(__always)
  func judge(_ place: Int) -> Outcome {
    judge(place) { pence, slot, set in
      cells.draw(pence, in: slot.start, on: terms.places(set, paying: slot))
    }
  }

  /// Judges a line of which is known what funds cover of it, in pence.
  func judge(_ place: Int, covered: Int64) -> Outcome {
    var known = covered
    return judge(place) { _, _, _ in
      defer { known = 0 }
      return known
    }
  }

  @inline(__always)
  private func judge(
    _ place: Int, draw: (_ pence: Int64, AmountSlot, PlanTerms.FundSet) -> Int64
  ) -> Outcome {
    let supplier = suppliers[Int(lines.suppliers[place])]
    let entry = tables.entry(
      services[Int(lines.services[place])].kind, lines.traits[place],
      terms.standings[Int(supplier)])
    let set = terms.fundSets[Int(lines.fundLists[place])]
    var outcome = Outcome(entry: entry, findings: 0, cost: 0, covered: 0, expected: 0)
    var hasCostOfUnpaidKind = false
    let isTrustPaying = entry.payer == .trust
    for amount in lines.amounts(at: place) {
      let (slot, pence) = (lines.amountSlots[amount], lines.amountPence[amount])
      outcome.cost &+= pence
      if set.cannotPay(slot) { hasCostOfUnpaidKind = true }
      guard isTrustPaying else { continue }
      outcome.expected &+= slot.start == expectedYear ? pence : 0
      outcome.covered &+= draw(pence, slot, set)
    }
    let money = MoneyStanding(
      programmePays: entry.programmePays, isRetained: lines.traits[place].need == .retain,
      namesFunds: set.namesAny, namesUnknownFund: set.namesUnknown,
      hasCostOfUnpaidKind: hasCostOfUnpaidKind, hasCost: outcome.cost != 0,
      isUnfunded: isTrustPaying && outcome.covered != outcome.cost)
    outcome.findings = entry.findings | tables.findings(money)
    if entry.isCallOff {
      let group = terms.groups[Int(lines.groups[place])]
      outcome.findings |= tables.findings(group.standing(supplier))
    }
    return outcome
  }

  /// What a line adds to sums; `findings` are all that stand on it.
  @inline(__always)
  func share(
    _ place: Int, _ outcome: Outcome, findings: UInt32, waived: UInt32
  ) -> LineShare {
    LineShare(
      category: services[Int(lines.services[place])].kind.category, cost: outcome.cost,
      programmeFunded: outcome.entry.programmePays == 1 ? outcome.cost : 0,
      covered: outcome.covered, expected: outcome.expected,
      counted: findings & ~waived | outcome.entry.counted,
      waived: (findings & waived).nonzeroBitCount)
  }
}
