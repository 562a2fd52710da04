public import Procurement
import SeededRandom

/// Random edits of every kind, which keep a plan small.
public struct EditGenerator {
  /// The minimum and maximum number of lines.
  private static let size = 8...32

  private var random: SplitMix64

  /// A generator that always makes the same edits of the same plans for a seed.
  public init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// A number in a range.
  public mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  /// True with a probability in percent.
  public mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  /// Edits that can be applied to a plan in order, each of them exact. There is mostly one.
  public mutating func edits(of plan: Plan) -> [Edit] {
    var plan = plan
    var edits: [Edit] = []
    for _ in 0..<(chance(15) ? number(2...6) : 1) {
      guard let edit = plan.exact(edit(of: plan)), plan.apply(edit) else { continue }
      edits.append(edit)
    }
    return edits
  }

  private mutating func edit(of plan: Plan) -> Edit {
    if plan.lines.count < EditGenerator.size.lowerBound { return insertion(into: plan) }
    let place = number(0...plan.lines.count - 1)
    if plan.lines.count > EditGenerator.size.upperBound { return .remove(plan.lines[place], at: 0) }
    switch number(1...20) {
    case 1...10: return plan.setting(value(of: plan), at: place)
    case 11...13: return insertion(into: plan)
    case 14: return .remove(plan.lines[place], at: place)
    case 15, 16:
      return .move(line: plan.lines[place].id, from: place, to: number(0...plan.lines.count - 1))
    case 17, 18: return fund(of: plan)
    case 19: return group(of: plan)
    default: return header(of: plan)
    }
  }

  private mutating func insertion(into plan: Plan) -> Edit {
    var line = PlanLine(id: plan.unusedLineID, service: word())
    for _ in 0..<number(0...4) { line.set(value(of: plan)) }
    line.id = plan.unusedLineID
    return .insert(line, at: number(0...plan.lines.count))
  }

  private mutating func value(of plan: Plan) -> LineValue {
    switch number(1...16) {
    case 1: return .id(plan.unusedLineID)
    case 2: return .service(word())
    case 3: return .pacs(chance(30) ? nil : PACSOption.allCases.randomElement(using: &random))
    case 4: return .need(chance(50) ? .new : .retain)
    case 5: return .route(chance(30) ? nil : Route.allCases.randomElement(using: &random))
    case 6: return .supplier(text())
    case 7: return .group(text())
    case 8: return .spineConnected(chance(30) ? nil : chance(50))
    case 9: return .crsInteroperable(chance(30) ? nil : chance(50))
    case 10: return .justification(text())
    case 11: return .description(text())
    case 12: return .cost(cost())
    case 13: return .funds((0..<number(0...3)).map { _ in word() })
    case 14: return .notes(text())
    case 15: return .waivers(waivers())
    default:
      guard let amount = cost().amounts.first else { return .notes(nil) }
      return .amount(amount.year, amount.kind, chance(20) ? .zero : amount.money)
    }
  }

  private mutating func fund(of plan: Plan) -> Edit {
    var fund = Fund(id: word(), name: word(), pays: chance(50) ? .capital : .either)
    if let year = year() { fund.available = [year: money()] }
    return record(fund, in: plan.funds) { .fund(at: $0, from: $1, to: $2) }
  }

  private mutating func group(of plan: Plan) -> Edit {
    let group = BuyingGroup(
      id: word(), name: word(), facility: word(), members: (0..<number(0...3)).map { _ in word() })
    return record(group, in: plan.groups) { .group(at: $0, from: $1, to: $2) }
  }

  /// Adds, changes or removes a fund or a group.
  private mutating func record<Element>(
    _ new: Element, in list: [Element], _ edit: (Int, Element?, Element?) -> Edit
  ) -> Edit {
    let place = number(0...list.count)
    guard list.indices.contains(place), chance(70) else { return edit(place, nil, new) }
    return edit(place, list[place], chance(40) ? nil : new)
  }

  private mutating func header(of plan: Plan) -> Edit {
    var header = plan.header
    switch number(1...4) {
    case 1: header.title = word()
    case 2: header.trust.cluster = word()
    case 3: header.trust.kind = Trust.Kind.allCases.randomElement(using: &random) ?? .acute
    default: header.years = Array(Set((0..<number(0...3)).compactMap { _ in year() })).sorted()
    }
    return .header(from: plan.header, to: header)
  }

  private mutating func cost() -> Cost {
    var cost = Cost()
    for _ in 0..<number(0...3) {
      if let year = year() { cost[year, chance(50) ? .capital : .revenue] = money() }
    }
    return cost
  }

  private mutating func waivers() -> [Waiver] {
    let codes = FindingCode.allCases.shuffled(using: &random).prefix(number(0...2))
    return codes.map { Waiver(code: $0, reason: word(), date: .earliest) }
  }

  private mutating func year() -> FinancialYear? { FinancialYear(start: number(2003...2006)) }

  private mutating func money() -> Money { Money(pence: Int64(number(0...1_000_000_000))) }

  private mutating func text() -> String? { chance(25) ? nil : word() }

  private mutating func word() -> String {
    let words = ["", "a", "bt", "core.maternity", "£ é 日本", "a\u{0}b", "\"quoted\"\n\\"]
    return chance(50) ? "w\(number(1...9))" : words[number(0...words.count - 1)]
  }
}
