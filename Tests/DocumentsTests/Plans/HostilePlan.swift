import SeededRandom
import Procurement

/// Makes plans with texts that are hard to write in YAML and JSON.
struct HostilePlanMaker {
  private var numbers: SplitMix64

  init(seed: UInt64) { numbers = SplitMix64(seed: seed) }

  private static let words = [
    "", " ", "null", "Null", "~", "true", "NO", "y", "1", "1.50", "0x1F", "1e5", "2004-05",
    "2004-05-01", "12:30", ".inf", "-", "- a", "? a", ": a", "a: b", "a:", "a #b", "#a", "&a", "*a",
    "!a", "!!str a", "|", ">", "'", "\"", "''", "%a", "@a", "`a`", "{a}", "[a]", "a, b", "a]",
    "---",
    "...", "<<", "=", "\\", "\\n", "\n", "a\n", "\na", "a\n\n b\n", "\r\n", "\t", " a", "a ",
    "a  b",
    "\u{0}", "\u{7}", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{A0}", "\u{AD}", "\u{200B}", "\u{200D}",
    "\u{2028}", "\u{202E}abc", "\u{FEFF}", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{1FFFE}",
    "\u{10FFFF}", "e\u{301}", "é", "£5", "日本語", "👩‍👩‍👧", "العربية", "IM&T revenue", "5A1", "5E1",
    "The LSP's offer, as of 2004: none", "http://example.org/#a", "a?b", "C:\\x",
  ]

  private mutating func chance(_ part: Int) -> Bool {
    Int.random(in: 0..<part, using: &numbers) == 0
  }

  mutating func text() -> String {
    if chance(40) { return String(repeating: "long words ", count: 1_000) }
    if chance(4) {
      return String(
        String.UnicodeScalarView(
          (0..<Int.random(in: 0..<12, using: &numbers)).compactMap { _ in
            Unicode.Scalar(UInt32.random(in: 0..<(chance(3) ? 0x110000 : 0x100), using: &numbers))
          }))
    }
    let count = chance(3) ? 2 : 1
    return (0..<count).map { _ in HostilePlanMaker.words.randomElement(using: &numbers) ?? "" }
      .joined()
  }

  /// A code that is as hostile as possible; some texts are not valid codes.
  mutating func code(_ kind: CodeKind) -> String {
    let text = text()
    let isRead = (try? kind.code(text)) == text && !text.isEmpty
    return isRead ? text : "5E\(Int.random(in: 0..<9, using: &numbers))"
  }

  private mutating func maybe<Value>(_ value: Value) -> Value? { chance(2) ? value : nil }

  private mutating func money() -> Money {
    Money(pence: chance(5) ? 0 : .random(in: 0..<(chance(3) ? 1 << 50 : 200), using: &numbers))
  }

  /// An id that is unique by its number.
  private mutating func id(_ number: Int) -> String {
    chance(2) ? "\(number)" : code(.id) + "\(number)"
  }

  mutating func plan() -> Plan {
    let years = [1999, 2004, 2099].compactMap(FinancialYear.init(start:)).shuffled(using: &numbers)
    let trust = Trust(
      code: code(.trust), name: text(),
      kind: Trust.Kind.allCases.randomElement(using: &numbers)
        ?? .acute, cluster: sampleClusters.randomElement(using: &numbers) ?? "london")
    var plan = Plan(header: Plan.Header(title: text(), trust: trust, years: years))
    for number in 0..<Int.random(in: 0..<3, using: &numbers) {
      let id = id(number)
      plan.funds.append(
        Fund(
          id: id, name: maybe(text()) ?? id,
          pays: Fund.Pays.allCases.randomElement(using: &numbers) ?? .either,
          available: Dictionary(uniqueKeysWithValues: years.map { ($0, money()) })))
      plan.groups.append(
        BuyingGroup(
          id: id, name: text(), facility: code(.supplier),
          members: (0..<number).map { _ in code(.trust) }.filter { _ in chance(2) }))
    }
    let count = Int.random(in: 0..<6, using: &numbers)
    plan.lines = PlanLines((0..<count).map { line($0, years) })
    return plan
  }

  private mutating func line(_ number: Int, _ years: [FinancialYear]) -> PlanLine {
    var line = PlanLine(id: id(number), service: code(.id))
    line.pacs = PACSOption.allCases.randomElement(using: &numbers).flatMap { maybe($0) }
    line.need = Need.allCases.randomElement(using: &numbers) ?? .new
    line.route = Route.allCases.randomElement(using: &numbers).flatMap { maybe($0) }
    line.supplier = maybe(code(.supplier))
    line.group = maybe(code(.id))
    line.spineConnected = maybe(chance(2))
    line.crsInteroperable = maybe(chance(2))
    line.justification = maybe(text())
    line.description = maybe(text())
    for year in years {
      line.cost[year, .capital] = maybe(money()) ?? .zero
      line.cost[year, .revenue] = maybe(money()) ?? .zero
    }
    line.funds = (0..<Int.random(in: 0..<3, using: &numbers)).map { _ in code(.id) }
    line.notes = maybe(text())
    let codes = FindingCode.allCases.shuffled(using: &numbers)
    line.waivers = codes.prefix(.random(in: 0..<3, using: &numbers)).compactMap { waiver($0) }
    return line
  }

  private mutating func waiver(_ code: FindingCode) -> Waiver? {
    let reason = text()
    let date = CalendarDate(
      year: .random(in: 1...9999, using: &numbers), month: .random(in: 1...12, using: &numbers),
      day: .random(in: 1...28, using: &numbers))
    guard let date, reason.contains(where: { !$0.isWhitespace }) else { return nil }
    return Waiver(code: code, reason: reason, date: date)
  }
}
