import Procurement

/// An order in which lines draw on funds: the order of the lines, and of the funds of each line.
struct DrawOrder: Hashable, Sendable {
  /// The places in the plan of the lines, in the order in which they draw.
  private(set) var lines: [Int]
  /// The declared funds of each line of the plan, in the order in which it draws on them.
  private(set) var funds: [[Int]]

  /// The order in which a plan's lines draw.
  init(_ demands: [FundingDemand?]) {
    lines = Array(demands.indices)
    funds = demands.map { $0?.funds ?? [] }
  }

  /// One change of the order.
  enum Step: Hashable {
    /// A line draws on a fund just before another fund.
    case prefer(line: Int, fund: Int, to: Int)
    /// A line comes just before another line.
    case moveUp(line: Int, before: Int)
    /// A line comes just after another line.
    case moveDown(line: Int, after: Int)

    /// The line that is changed: its funds as an even number, its place as an odd one.
    var subject: Int {
      switch self {
      case .prefer(line: let line, fund: _, to: _): 2 * line
      case .moveUp(line: let line, before: _), .moveDown(line: let line, after: _): 2 * line + 1
      }
    }
  }

  /// The order after some steps.
  func applying(_ steps: [Step]) -> DrawOrder {
    var order = self
    for step in steps { order.apply(step) }
    return order
  }

  private mutating func apply(_ step: Step) {
    switch step {
    case .prefer(line: let line, fund: let fund, to: let other):
      guard let old = funds[line].firstIndex(of: fund),
        let new = funds[line].firstIndex(of: other), new < old
      else { return }
      funds[line].remove(at: old)
      funds[line].insert(fund, at: new)
    case .moveUp(line: let line, before: let other): move(line, to: other, isBefore: true)
    case .moveDown(line: let line, after: let other): move(line, to: other, isBefore: false)
    }
  }

  /// Moves a line next to another one, unless it is already on the wanted side of it.
  private mutating func move(_ line: Int, to other: Int, isBefore: Bool) {
    guard let old = lines.firstIndex(of: line), let new = lines.firstIndex(of: other),
      isBefore ? old > new : old < new
    else { return }
    lines.remove(at: old)
    lines.insert(line, at: new)
  }

  // MARK: Drawing

  /// What the lines leave unfunded when they draw in this order.
  func unfunded(_ demands: [FundingDemand?], on opening: Ledger) -> Money {
    var sum = MoneySum()
    draw(demands, on: opening) { _, draw in
      if draw.fund == nil { sum += draw.money }
    }
    return sum.cappedMoney
  }

  /// Draws in this order and reports each draw with the line's place in the plan.
  @inline(__always)
  func draw(
    _ demands: [FundingDemand?], on opening: Ledger, each: (_ line: Int, Draw) -> Void
  ) {
    var ledger = opening
    for line in lines {
      guard let demand = demands[line] else { continue }
      _ = ledger.draw(demand.cost, on: funds[line]) { each(line, $0) }
    }
  }

  // MARK: Plans

  /// A plan with its lines in this order.
  func arranged(_ plan: Plan) -> Plan {
    let places = Dictionary(
      zip(plan.funds.map(\.id), plan.funds.indices), uniquingKeysWith: { first, _ in first })
    var arranged = plan
    arranged.lines = PlanLines(
      lines.map { place in
        let line = plan.lines[place]
        return line.setting(.funds(named(line.funds, place, plan, places)))
      })
    return arranged
  }

  /// The funds that a line names, in this order. Names that the plan does not declare keep their
  /// places.
  private func named(
    _ old: [String], _ line: Int, _ plan: Plan, _ places: [String: Int]
  ) -> [String] {
    guard old.compactMap({ places[$0] }).count == funds[line].count else { return old }
    var next = funds[line].makeIterator()
    return old.map { name in
      places[name] == nil ? name : next.next().map { plan.funds[$0].id } ?? name
    }
  }
}
