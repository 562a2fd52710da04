import Procurement
import SeededRandom

/// Random plans and later drafts of them, as two users might leave them.
struct DraftGenerator {
  var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  /// A plan with `count` lines, chosen from twice as many.
  mutating func plan(lines count: Int) -> Plan {
    var plan = Plan.sample
    plan.header.title = "Draft \(number(1...3))"
    plan.funds = ids("F", of: 4, atMost: 4).map { fund($0) }
    plan.groups = ids("G", of: 3, atMost: 3).map { group($0) }
    plan.lines = PlanLines(ids("L", of: 2 * count, atMost: count).map { line($0) })
    return plan
  }

  /// A later draft, with few or many changes of all kinds.
  mutating func draft(of plan: Plan) -> Plan {
    var draft = plan
    if chance(20) { draft.header.title = "Draft \(number(1...3))" }
    if chance(20) { draft.header.asOf = CalendarDate("2004-10-0\(number(0...3))") }
    if chance(20) { draft.header.waivers = chance(50) ? [waiver(.C103)] : [] }
    if chance(30) { draft.funds = ids("F", of: 4, atMost: 4).map { fund($0) } }
    if chance(30) { draft.groups = ids("G", of: 3, atMost: 3).map { group($0) } }
    let most = chance(50) ? 3 : plan.lines.count
    for _ in 0..<number(0...max(most, 1)) { changeLines(&draft.lines) }
    if chance(10) { draft.lines = PlanLines(draft.lines.shuffled(using: &random)) }
    return draft
  }

  private mutating func changeLines(_ lines: inout PlanLines) {
    let place = number(0...lines.count)
    guard place < lines.count, chance(80) else {
      let id = "N\(number(1...1_000_000))"
      return lines.insert(line(id), at: place)
    }
    switch number(1...4) {
    case 1: lines.remove(at: place)
    case 2: lines.move(from: place, to: number(0...lines.count - 1))
    default: lines[place] = line(lines[place].id, like: lines[place])
    }
  }

  private mutating func ids(_ letter: String, of count: Int, atMost most: Int) -> [String] {
    Array(
      (0..<count).map { "\(letter)\($0)" }.shuffled(using: &random).prefix(number(most / 2...most)))
  }

  private mutating func fund(_ id: String) -> Fund {
    let certainty = Fund.Certainty.allCases.randomElement(using: &random) ?? .confirmed
    return Fund(id: id, name: "Fund \(number(1...2))", pays: .either, certainty: certainty)
  }

  private mutating func group(_ id: String) -> BuyingGroup {
    BuyingGroup(id: id, name: id, facility: chance(50) ? "bt" : "csc", members: [])
  }

  private mutating func line(_ id: String) -> PlanLine {
    line(id, like: PlanLine(id: id, service: "future"))
  }

  private mutating func waiver(_ code: FindingCode) -> Waiver {
    Waiver(code: code, reason: "reason \(number(1...2))", date: .earliest)
  }

  private mutating func alternative(_ id: String) -> Alternative {
    var cost = Cost()
    if let year = FinancialYear(start: 2004) {
      cost[year, .capital] = Money(pence: Int64(number(0...2)))
    }
    return Alternative(id: id, cost: cost, values: chance(50) ? [.supplier("bt")] : [.route(nil)])
  }

  /// A line that differs from another in some fields.
  private mutating func line(_ id: String, like other: PlanLine) -> PlanLine {
    var line = other
    if chance(30) { line.supplier = chance(50) ? "bt" : nil }
    if chance(30) { line.route = Route.allCases.randomElement(using: &random) }
    if chance(30) { line.funds = ids("F", of: 4, atMost: 2) }
    if chance(30) { line.waivers = chance(50) ? [waiver(.C102)] : [] }
    if chance(30) { line.alternatives = ids("A", of: 3, atMost: 3).map { alternative($0) } }
    for start in 2004...2006 {
      guard let year = FinancialYear(start: start), chance(40) else { continue }
      line.cost[year, chance(50) ? .capital : .revenue] = Money(pence: Int64(number(0...2)))
    }
    return line
  }
}
