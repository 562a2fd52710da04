import Procurement

/// Judges one plan after another; each core has one.
///
/// It holds the resolved funds and groups of the current plan, and memory that is reused for all
/// plans.
struct PlanJudge {
  let tables: RuleTables
  var strings: ResolvedStrings
  /// The year in which expected spending is counted; 0 where the programme has no such figure.
  private let expectedYear: Int
  private var terms = PlanTerms()
  private var siblings: SiblingFinder

  /// A judge without a plan.
  init(_ tables: RuleTables, _ strings: ResolvedStrings) {
    self.tables = tables
    self.strings = strings
    let programme = strings.index.programme
    expectedYear = programme.figures.first?.year?.start ?? 0
    siblings = SiblingFinder(programme)
  }

  /// Starts a plan; `cluster` is its `ResolvedStrings.cluster(of:)`.
  mutating func enter(cluster: Int, _ tables: StringTables) {
    terms.enter(strings.supplierRoles[cluster], tables)
  }

  /// Resolves strings that were added since the last call.
  mutating func resolveNew(_ tables: StringTables) {
    strings.resolveNew(tables)
    terms.grow(tables)
  }

  /// The fund that a kind of amount is drawn on first; the list must have been resolved.
  func firstFund(of list: UInt32, paying slot: AmountSlot) -> Int? {
    terms.firstFund(of: list, paying: slot)
  }

  // MARK: Whole plans

  /// Judges all lines of the current plan, and adds them up.
  mutating func judge(
    _ plan: PortfolioPlan, _ lists: StringIDLists
  ) -> (PlanJudgement, SumTable) {
    var judgement = PlanJudgement(plan)
    var sums = SumTable(nodes: 1, categories: strings.index.programme.categories.count + 1)
    judgement.unplanned = siblings.judge(
      0..<plan.lines.count, of: plan, strings, tables, &judgement.findings)
    for place in 0..<plan.lines.count { resolve(place, of: plan, lists) }
    var exclusive = 0
    var ledger = judgement.opening
    withLines(of: plan, &ledger) { lines in
      sums.tally { sums, tally in
        judgement.lend { results, blocks in
          for block in 0..<blocks.count {
            blocks.open(block, lines.cells)
            for place in results.lines(ofBlock: block) {
              let line = lines.store(place, in: results, waivers: plan.waivers(at: place))
              sums.add(line, &tally)
              exclusive &+= line.isExclusiveProgrammeLine ? 1 : 0
            }
            blocks.finish(block, lines.cells)
          }
        }
      }
    }
    judgement.exclusiveProgrammeLines = exclusive
    return (judgement, sums)
  }

  /// Resolves the funds and the group that a line names, which must come before it is judged.
  @inline(__always)
  mutating func resolve(_ place: Int, of plan: PortfolioPlan, _ lists: StringIDLists) {
    terms.resolve(place, of: plan, lists, strings)
  }

  /// Calls `body` with what judges the lines of a plan.
  func withLines<Result>(
    of plan: PortfolioPlan, _ ledger: inout Ledger, _ body: (LineJudge) -> Result
  ) -> Result {
    plan.lines.withMemory { lines in
      ledger.withCells { cells in
        strings.lend { services, suppliers in
          tables.lend { tables in
            terms.lend { terms in
              body(
                LineJudge(
                  lines: lines, cells: cells, services: services, suppliers: suppliers,
                  tables: tables, terms: terms, expectedYear: expectedYear))
            }
          }
        }
      }
    }
  }

  // MARK: Parts of a plan

  /// Updates the sibling facts of the lines of some services.
  mutating func judgeSiblings(
    _ places: [Int], of plan: PortfolioPlan, _ findings: inout [FindingSet]
  ) {
    siblings.judge(places, of: plan, strings, tables, &findings)
  }

  /// What the services of a plan's lines leave out.
  mutating func unplanned(_ plan: PortfolioPlan) -> UnplannedServices {
    siblings.unplanned(plan, strings)
  }

  /// What a line with a result adds to sums.
  func contribution(
    at place: Int, of plan: PortfolioPlan, _ result: LineResult
  ) -> LineContribution {
    let entry = entry(at: place, of: plan)
    let outcome = LineJudge.Outcome(
      entry: entry, findings: result.findings, cost: result.cost, covered: result.covered,
      unconfirmed: result.unconfirmed,
      expected: entry.payer == .programme ? 0 : plan.lines.pence(at: place, in: expectedYear))
    return LineContribution(
      outcome, service(at: place, of: plan), findings: result.findings,
      waivers: plan.waivers(at: place))
  }

  /// The verdict on a line with a result.
  func verdict(at place: Int, of plan: PortfolioPlan, _ result: LineResult) -> LineVerdict {
    let entry = entry(at: place, of: plan)
    return LineVerdict(
      category: service(at: place, of: plan).kind.category, supply: entry.supply,
      payer: entry.payer, cost: Money(pence: result.cost),
      coverage: Coverage(
        covered: Money(pence: result.covered), unconfirmed: Money(pence: result.unconfirmed)),
      findings: result.findings,
      waived: result.findings.intersection(plan.waivers(at: place)))
  }

  /// What a line buys.
  func purchase(at place: Int, of plan: PortfolioPlan) -> PurchaseKey {
    strings.purchase(
      plan.lines.services[place], plan.lines.traits[place], plan.lines.descriptions[place])
  }

  /// Who pays for a line.
  func payer(at place: Int, of plan: PortfolioPlan) -> Payer { entry(at: place, of: plan).payer }

  private func service(at place: Int, of plan: PortfolioPlan) -> ResolvedService {
    strings.services[Int(plan.lines.services[place])]
  }

  private func entry(at place: Int, of plan: PortfolioPlan) -> RuleTables.Entry {
    let supplier = strings.suppliers[Int(plan.lines.suppliers[place])]
    return tables.entry(
      service(at: place, of: plan).kind, plan.lines.traits[place],
      terms.supplierRoles[Int(supplier.number)])
  }
}

extension PortfolioPlan {
  /// The codes that are waived on a line.
  @inline(__always)
  func waivers(at place: Int) -> FindingSet {
    waived.isEmpty ? FindingSet() : FindingSet(waived[lines.ids[place]] ?? [])
  }
}

extension LineColumns {
  /// What a line costs in a year, in pence.
  fileprivate func pence(at place: Int, in year: Int) -> Int64 {
    var sum: Int64 = 0
    for amount in amounts(at: place) where amountSlots[amount].start == year {
      sum &+= amountPence[amount]
    }
    return sum
  }
}
