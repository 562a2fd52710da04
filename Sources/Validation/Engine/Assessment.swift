public import Procurement

/// A plan judged against a programme; the results stay up to date while the plan is edited.
///
/// The facts of every line are stored. An edit recomputes those of its line, and then what depends
/// on them: lines of the same service, and the draws of later lines on the same funds, up to the
/// line that finds the funds as before. The result equals judging the edited plan from scratch.
public struct Assessment: Sendable {
  /// The programme that it is judged against.
  public let index: ProgrammeIndex
  /// The plan as it is now.
  public internal(set) var plan: Plan
  /// The sums over all lines.
  public internal(set) var totals: Totals
  var planFacts: PlanFacts
  var register: ServiceRegister
  var slots: BlockList<Slot>
  /// The findings on each line, in a separate list because listings go through all of them.
  var lineFindings: BlockList<FindingSet>
  var drawing: Drawing
  /// What the trust must pay, by year.
  var payable = YearSums()
  /// What lines need from funds.
  var funding: FundingNetwork
  /// Results that are computed on demand; a change of the plan replaces them.
  var known = KnownResults()
  /// What must be judged again after edits.
  var pending: PendingWork

  /// Judges a plan.
  public init(_ plan: Plan, against index: ProgrammeIndex) {
    let count = plan.lines.count
    self.index = index
    self.plan = plan
    planFacts = PlanFacts(plan, index: index)
    register = ServiceRegister(services: index.programme.services.count, lines: count)
    totals = Totals(categories: index.programme.categories.count)
    slots = BlockList(repeatElement(Slot(), count: count), size: Drawing.blockSize(plan))
    lineFindings = BlockList(repeatElement(FindingSet(), count: count), size: 1_024)
    drawing = Drawing(plan, blocks: slots.blockCount)
    funding = FundingNetwork(funds: plan.funds)
    pending = PendingWork(lines: .all)
    recompute()
    funding.recompute()
  }

  // MARK: Results

  /// The verdict on the line at a place.
  public func verdict(at place: Int) -> LineVerdict { slots[place].verdict(lineFindings[place]) }

  /// The verdict that the line at a place would have if it were `line`; other lines stay as they
  /// are.
  ///
  /// The place after the last line means a new line.
  public func verdict(at place: Int, trying line: PlanLine) -> LineVerdict {
    var slot = planFacts.slot(for: line)
    let replaced = place < plan.lines.count ? register.keys[place].service : nil
    let earliest = register.earliest(register.key(slot.facts, line.description))
    slot.facts.siblings = register.siblings(
      of: slot.facts, isFirst: earliest.map { $0 >= place } ?? true, replaced: replaced)
    if slot.draws {
      var ledger = drawing.ledger(before: place, plan, slots)
      slot.facts.coverage = ledger.draw(line.cost, on: slot.funds)
    }
    return slot.verdict(Rulebook.findings(on: slot.facts))
  }

  /// Which fund pays which part of the line at a place, and what is unfunded, in drawing order.
  public func draws(at place: Int) -> [Draw] {
    var walk = drawing.walk
    return draws(at: place, &walk)
  }

  /// The same, for callers that ask for one line after the other.
  func draws(at place: Int, _ walk: inout Drawing.Walk) -> [Draw] {
    guard slots[place].facts.payer == .trust else { return [] }
    return drawing.draws(at: place, &walk, plan, slots)
  }

  /// The place of each line's service in the programme; nil if the programme does not list it.
  public var services: [UInt32?] { register.services }

  /// How many lines are for the service at a place in the programme.
  public func lineCount(ofService place: Int) -> Int { register.count(service: place) }

  /// What is available and drawn of every fund in every year of the plan.
  public var balances: [FundBalance] {
    drawing.balances(plan)
  }

  /// What is available and drawn of the fund at a place in a year.
  public func balance(ofFund place: Int, in year: FinancialYear) -> FundBalance {
    drawing.balance(of: place, in: year)
  }

  func facts(at place: Int) -> LineFacts { slots[place].facts }
}
