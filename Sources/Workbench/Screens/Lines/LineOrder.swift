import Procurement
import Validation

/// How the rows of lines are sorted, without the plan's own order being touched.
struct LineOrder: Hashable, Sendable {
  var column: ShownColumn
  var isDescending: Bool

  /// By a column that is shown.
  init(by column: ShownColumn, isDescending: Bool) {
    (self.column, self.isDescending) = (column, isDescending)
  }

  /// By a column; a kind of cost by all of its years together.
  init(column: LineColumn, isDescending: Bool) {
    self.init(by: ShownColumn(column: column), isDescending: isDescending)
  }

  /// Places sorted by what their lines have in the column, and then in their former order.
  func sorted(_ places: [Int], in assessment: Assessment) -> [Int] {
    let keys = keys(of: places, in: assessment)
    return LineOrder.radixSorted(places, by: isDescending ? keys.map { ~$0 } : keys)
  }

  /// The bits that a pass sorts by: few enough that counting them takes no time for a short list.
  private static let digit: UInt64 = 11

  /// Sorts stably by whole numbers, some bits at a time; what all keys share takes no pass.
  private static func radixSorted(_ places: [Int], by keys: [UInt64]) -> [Int] {
    guard let first = keys.first else { return places }
    let differing = keys.reduce(into: UInt64(0)) { $0 |= $1 ^ first }
    let mask: UInt64 = 1 << digit - 1
    var order = Array(places.indices)
    var next = order
    for shift in stride(from: 0, to: 64, by: Int(digit)).map(UInt64.init)
    where differing >> shift & mask != 0 {
      var starts = [Int](repeating: 0, count: 1 << Int(digit) + 1)
      for key in keys { starts[Int(key >> shift & mask) + 1] += 1 }
      for place in 1..<starts.count { starts[place] += starts[place - 1] }
      for row in order {
        let place = Int(keys[row] >> shift & mask)
        next[starts[place]] = row
        starts[place] += 1
      }
      swap(&order, &next)
    }
    return order.map { places[$0] }
  }

  // MARK: Keys

  /// A number for each place that grows as what its line has in the column does.
  private func keys(of places: [Int], in assessment: Assessment) -> [UInt64] {
    let lines = assessment.plan.lines
    switch column.column {
    case .line: return LineOrder.ranks(of: places.map { lines[$0].id })
    case .service: return LineOrder.ranks(of: places.map { assessment.name(of: lines[$0]) })
    case .need: return places.map { lines[$0].need == .new ? 0 : 1 }
    case .route: return LineOrder.ranks(of: places.map { lines[$0].route?.rawValue ?? "" })
    case .supplier: return LineOrder.ranks(of: places.map { lines[$0].supplier ?? "" })
    case .capital: return amounts(of: places, .capital, in: lines)
    case .revenue: return amounts(of: places, .revenue, in: lines)
    case .cost: return places.map { UInt64(bitPattern: assessment.verdict(at: $0).cost.pence) }
    case .supply:
      return LineOrder.ranks(of: places.map { assessment.verdict(at: $0).supply?.rawValue ?? "" })
    case .unfunded:
      return places.map { UInt64(bitPattern: assessment.verdict(at: $0).unfunded.pence) }
    case .findings: return places.map { LineOrder.weight(of: assessment.verdict(at: $0).unwaived) }
    }
  }

  private func amounts(of places: [Int], _ kind: CostKind, in lines: PlanLines) -> [UInt64] {
    places.map { place in
      let cost = lines[place].cost
      let money = column.year.map { cost[$0, kind] } ?? cost.total(of: kind)
      return UInt64(bitPattern: money.pence)
    }
  }

  /// Errors weigh more than warnings, and these more than notes.
  private static func weight(of findings: FindingSet) -> UInt64 {
    Severity.allCases.reversed().reduce(0) { $0 << 5 | UInt64(findings.count($1)) }
  }

  /// The place of each text among all different ones, as people count: `L9` before `L10`.
  private static func ranks(of texts: [String]) -> [UInt64] {
    let different = Set(texts).map { (text: $0, key: naturalKey($0)) }
      .sorted { ($0.key.0, $0.key.1, $0.text) < ($1.key.0, $1.key.1, $1.text) }
    let ranks = Dictionary(
      uniqueKeysWithValues: different.enumerated().map { ($1.text, UInt64($0)) })
    return texts.map { ranks[$0] ?? 0 }
  }

  /// A text in lower case without the number at its end, and that number.
  private static func naturalKey(_ text: String) -> (String, Int) {
    let digits = text.utf8.reversed().prefix { 48...57 ~= $0 }.count
    guard digits > 0, digits < 18, let number = Int(text.suffix(digits)) else {
      return (text.lowercased(), 0)
    }
    return (text.dropLast(digits).lowercased(), number)
  }
}
