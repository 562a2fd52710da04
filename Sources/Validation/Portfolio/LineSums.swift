public import Procurement

/// The sums over lines: money, lines by supply and findings by code.
public struct LineSums: Hashable, Sendable {
  /// The split of their cost.
  public internal(set) var split = Split()
  /// What trusts must pay in the year for which the programme has a figure of expected spending.
  public internal(set) var expected = Money.zero
  /// The number of lines.
  public internal(set) var lines = 0
  /// The number of waived findings.
  public internal(set) var waived = 0
  private var supplies = [Int](repeating: 0, count: Supply.allCases.count)
  private var codes = [Int](repeating: 0, count: FindingCode.allCases.count)

  /// The sums over no lines.
  public init() {}

  /// The number of lines with a supply verdict.
  public func lines(_ supply: Supply) -> Int { supplies[supply.number - 1] }

  /// The number of unwaived findings of a code.
  public func findings(_ code: FindingCode) -> Int { findings(at: code.ordinal) }

  /// The same, by the ordinal of the code.
  func findings(at ordinal: Int) -> Int { codes[ordinal] }

  /// The number of unwaived findings of a severity.
  public func findings(_ severity: Severity) -> Int {
    FindingCode.allCases.reduce(0) { $0 + ($1.severity == severity ? findings($1) : 0) }
  }

  /// The sums of both.
  public static func + (left: LineSums, right: LineSums) -> LineSums {
    var sums = left
    sums.split.add(right.split)
    sums.expected.pence &+= right.expected.pence
    sums.lines += right.lines
    sums.waived += right.waived
    for supply in sums.supplies.indices { sums.supplies[supply] += right.supplies[supply] }
    for code in sums.codes.indices { sums.codes[code] += right.codes[code] }
    return sums
  }

  /// Adds findings on whole plans.
  mutating func count(_ code: FindingCode, _ number: Int) { codes[code.ordinal] += number }

  /// Counts waived findings that are on no line.
  mutating func countWaived(_ number: Int) { waived += number }
}

/// What one line adds to the sums; amounts are in pence.
struct LineContribution: Hashable, Sendable {
  /// Its category as an index for sums, `ServiceKind.sumCategory`.
  var category: Int
  var cost: Int64
  var programmeFunded: Int64
  var covered: Int64
  /// The part of what is covered that comes from funds that are not confirmed.
  var unconfirmed: Int64
  /// What the trust pays in the year of the programme's figure.
  var expected: Int64
  /// Its supply as an index for sums, `RuleTables.Entry.supplyNumber`.
  var supply: Int
  /// Whether the programme pays for it and only the cluster's LSP may supply it.
  var isExclusiveProgrammeLine: Bool
  /// Findings that are not waived.
  var findings: FindingSet
  /// The number of waived findings.
  var waived: Int
}

extension LineSums {
  /// The sums from amounts and counts in the layout of a `SumTable`.
  init(money: ArraySlice<Int64>, counts: [Int], _ layout: SumTable.Layout) {
    let money = Array(money)
    split.cost.pence = money[0]
    split.programmeFunded.pence = money[1]
    split.covered.pence = money[2]
    split.unconfirmed.pence = money[3]
    expected.pence = money[4]
    codes = Array(counts[..<layout.codes])
    let bySupply = counts[layout.supplies..<layout.waived]
    lines = bySupply.reduce(0, +)
    supplies = Array(bySupply.dropFirst())
    waived = counts[layout.waived]
  }
}

extension Supply {
  /// Its place in `allCases`, counted from 1.
  var number: Int {
    switch self {
    case .exclusive: 1
    case .nonExclusive: 2
    case .notEngaged: 3
    }
  }
}
