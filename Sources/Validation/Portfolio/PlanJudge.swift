import Procurement

/// Judges one plan after another; each core has one.
///
/// It holds what a plan says outside its lines, and memory that is used over and over, so that no
/// line takes any of its own.
struct PlanJudge {
  let tables: RuleTables
  var meanings: Meanings
  /// The year in which expected spending is counted; 0 where the programme has no such figure.
  private let expectedYear: Int
  private var terms = PlanTerms()
  private var company: Company

  /// A judge who knows no plan yet.
  init(_ tables: RuleTables, _ meanings: Meanings) {
    self.tables = tables
    self.meanings = meanings
    let programme = meanings.index.programme
    expectedYear = programme.figures.first?.year?.start ?? 0
    company = Company(services: programme.services.count)
  }

  /// Takes over what a plan says outside its lines; `cluster` is `Meanings.cluster(of:)`.
  mutating func enter(cluster: Int, _ lexicon: Lexicon) {
    terms.enter(meanings.standings[cluster], lexicon)
  }

  /// Looks up words that have come since.
  mutating func learn(_ lexicon: Lexicon) {
    meanings.learn(lexicon)
    terms.grow(lexicon)
  }

  /// The fund that a kind of amount is drawn on first; the list must be resolved.
  func firstFund(of list: UInt32, paying slot: AmountSlot) -> Int? {
    terms.firstFund(of: list, paying: slot)
  }

  // MARK: Whole plans

  /// Judges all lines of the plan that was entered, and sums them up.
  mutating func judge(_ plan: PortfolioPlan, _ lists: WordLists) -> (PlanJudgement, SumTable) {
    var judgement = PlanJudgement(plan)
    var sums = SumTable(nodes: 1, categories: meanings.index.programme.categories.count + 1)
    judgement.unplanned = company.judge(
      0..<plan.lines.count, of: plan.lines, meanings, tables, &judgement.findings)
    for place in 0..<plan.lines.count { resolve(place, of: plan, lists) }
    var ledger = judgement.opening
    withLines(of: plan, &ledger) { lines in
      sums.tally { sums, tally in
        judgement.lend { results, blocks in
          for block in 0..<blocks.count {
            blocks.open(block, lines.cells)
            for place in results.lines(ofBlock: block) {
              let outcome = lines.judge(place)
              let findings = results.put(outcome, at: place)
              let waived = plan.waivedBits(at: place)
              sums.add(lines.share(place, outcome, findings: findings, waived: waived), &tally)
            }
            blocks.settle(block, lines.cells)
          }
        }
      }
    }
    return (judgement, sums)
  }

  /// Resolves what a line names outside it, which comes before its judging.
  @inline(__always)
  mutating func resolve(_ place: Int, of plan: PortfolioPlan, _ lists: WordLists) {
    terms.resolve(place, of: plan, lists, meanings)
  }

  /// Lends what lines are judged by.
  func withLines<Result>(
    of plan: PortfolioPlan, _ ledger: inout Ledger, _ body: (LineJudge) -> Result
  ) -> Result {
    plan.lines.withMemory { lines in
      ledger.withCells { cells in
        meanings.lend { services, suppliers in
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

  /// Finds again what lines of some services are to one another.
  mutating func judgeCompany(
    _ places: [Int], of plan: PortfolioPlan, _ findings: inout [UInt32]
  ) {
    company.judge(places, of: plan.lines, meanings, tables, &findings)
  }

  /// What a line that is judged adds to sums.
  func share(
    at place: Int, of plan: PortfolioPlan, _ judgement: PlanJudgement
  ) -> LineShare {
    let entry = entry(at: place, of: plan)
    let (cost, findings) = (judgement.costs[place], judgement.findings[place])
    let waived = findings & plan.waivedBits(at: place)
    let isPaid = entry.programmePays == 1
    return LineShare(
      category: meanings.services[Int(plan.lines.services[place])].kind.category, cost: cost,
      programmeFunded: isPaid ? cost : 0, covered: judgement.covered[place],
      expected: isPaid ? 0 : plan.lines.pence(at: place, in: expectedYear),
      counted: findings & ~waived | entry.counted, waived: waived.nonzeroBitCount)
  }

  /// The verdict on a line that is judged.
  func verdict(
    at place: Int, of plan: PortfolioPlan, _ judgement: PlanJudgement
  ) -> LineVerdict {
    let entry = entry(at: place, of: plan)
    let service = meanings.services[Int(plan.lines.services[place])]
    let findings = judgement.findings[place]
    return LineVerdict(
      category: service.isKnown ? service.kind.category : nil, supply: entry.supply,
      payer: entry.payer,
      cost: Money(pence: judgement.costs[place]), covered: Money(pence: judgement.covered[place]),
      findings: FindingSet(bits: findings),
      waived: FindingSet(bits: findings & plan.waivedBits(at: place)))
  }

  /// Who pays for a line.
  func payer(at place: Int, of plan: PortfolioPlan) -> Payer { entry(at: place, of: plan).payer }

  private func entry(at place: Int, of plan: PortfolioPlan) -> RuleTables.Entry {
    let supplier = meanings.suppliers[Int(plan.lines.suppliers[place])]
    return tables.entry(
      meanings.services[Int(plan.lines.services[place])].kind, plan.lines.traits[place],
      terms.standings[Int(supplier)])
  }
}

extension PortfolioPlan {
  /// The codes that are waived on a line, a bit each.
  @inline(__always)
  func waivedBits(at place: Int) -> UInt32 {
    waived.isEmpty ? 0 : FindingSet(waived[lines.ids[place]] ?? []).bits
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
