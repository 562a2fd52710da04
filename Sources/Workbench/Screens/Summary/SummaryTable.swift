import Canvas
import Procurement
import Text
import Validation

/// An amount that a summary lists.
enum SummaryAmount: String, Sendable {
  case cost, programme, trust, covered, unfunded, unconfirmed
  case available, drawn, left

  /// The part of a split that it is; nil for what funds have.
  func amount(of split: Split) -> Money? {
    switch self {
    case .cost: split.cost
    case .programme: split.programmeFunded
    case .trust: split.trustPayable
    case .covered: split.covered
    case .unfunded: split.unfunded
    case .unconfirmed: split.unconfirmed
    case .available, .drawn, .left: nil
    }
  }

  /// The part of a fund that it is; nil for what lines cost.
  func amount(of use: MoneySummary.Use) -> Money? {
    switch self {
    case .available: use.available
    case .drawn: use.drawn
    case .left: use.left
    case .cost, .programme, .trust, .covered, .unfunded, .unconfirmed: nil
    }
  }
}

/// The tables of a summary, all at one precision.
struct SummaryFormat: Sendable {
  let precision: MoneyPrecision
  let years: SummaryTable
  let funds: SummaryTable
  let parts: SummaryTable

  /// The tables for a page so wide.
  init(_ summary: MoneySummary, width: Int) {
    let amounts = summary.amounts + [summary.total.cost] + summary.funds.map(\.whole.available)
    let largest = amounts.max() ?? .zero
    let room = width < 60 ? 9 : width < 100 ? 10 : 13
    let precision =
      MoneyPrecision(exactFor: amounts).andCoarser.first { $0.width(of: largest) <= room }
      ?? .billions
    self.precision = precision
    let digits = precision.width(of: largest)
    func table(
      _ amounts: [SummaryAmount], least: Int, bars greatest: Money?
    ) -> SummaryTable {
      SummaryTable(
        amounts, precision, digits: digits, width: width, leastName: least, greatest: greatest)
    }
    let isNarrow = width < 60
    years = table(
      [.cost, .programme, .trust, .covered, .unfunded, .unconfirmed], least: SummaryTable.year,
      bars: summary.years.map(\.split.cost).max())
    funds = table(
      [.available, .drawn, .left], least: isNarrow ? 16 : 24,
      bars: summary.funds.map(\.whole.available).max())
    parts = table(
      [.cost, .programme, .covered, .unfunded], least: isNarrow ? 16 : 34,
      bars: (summary.supplies + summary.categories + summary.suppliers).map(\.split.cost).max())
  }
}

/// A table of a summary: names, amounts, and bars where there is room for them.
struct SummaryTable: Sendable {
  private struct Column: Sendable {
    let amount: SummaryAmount
    /// The column behind its last one.
    let end: Int
    let width: Int
  }

  /// The fewest and most columns that a bar has.
  private static let barWidths = 12...60
  /// The columns of a year.
  static let year = 7
  /// The fewest columns of other names for which amounts are left out.
  private static let fewest = 16
  /// The amounts that are left out where there is no room for all, the first first.
  private static let dispensable: [SummaryAmount] = [
    .unconfirmed, .programme, .covered, .trust, .available,
  ]

  private let precision: MoneyPrecision
  private let columns: [Column]
  private let name: Int
  private let bar: Range<Int>
  /// The amount for which a bar has its full length; nil without bars.
  private var greatest: Money?

  /// Whether rows have bars.
  var hasBars: Bool { greatest != nil }

  /// The same without bars.
  var withoutBars: SummaryTable {
    var table = self
    table.greatest = nil
    return table
  }

  init(
    _ amounts: [SummaryAmount], _ precision: MoneyPrecision, digits: Int, width: Int,
    leastName: Int, greatest: Money?
  ) {
    self.precision = precision
    let isYears = leastName == SummaryTable.year
    func taken(_ amounts: [SummaryAmount]) -> Int {
      amounts.reduce(0) { $0 + max($1.rawValue.count, digits) + 1 }
    }
    var shown = amounts
    for amount in SummaryTable.dispensable
    where taken(shown) + (isYears ? leastName : SummaryTable.fewest) > width {
      shown.removeAll { $0 == amount }
    }
    let spare = width - taken(shown) - leastName - 2
    let hasBars = spare >= SummaryTable.barWidths.lowerBound
    // A year never needs more columns than it has, but other names do.
    name = hasBars || isYears ? leastName : max(1, width - taken(shown))
    var end = name
    columns = shown.map { amount in
      let width = max(amount.rawValue.count, digits)
      end += width + 1
      return Column(amount: amount, end: end, width: width)
    }
    bar = end + 2..<end + 2 + max(0, min(spare, SummaryTable.barWidths.upperBound))
    self.greatest = hasBars ? greatest : nil
  }

  func drawHeading(_ title: String, on canvas: inout Canvas, at position: Position) {
    canvas.write(title, at: position, width: name, role: .heading)
    for column in columns {
      canvas.writeRight(
        column.amount.rawValue, row: position.row, endingAt: position.column + column.end,
        width: column.width, role: .heading)
    }
  }

  func draw(_ name: String, _ split: Split, on canvas: inout Canvas, at position: Position) {
    draw(name, { $0.amount(of: split) }, on: &canvas, at: position)
    drawBar(AmountBar.Part.ofSplit.map { ($0, $0.amount(of: split)) }, on: &canvas, at: position)
  }

  func draw(
    _ name: String, _ use: MoneySummary.Use, on canvas: inout Canvas, at position: Position
  ) {
    draw(name, { $0.amount(of: use) }, on: &canvas, at: position)
    drawBar([(.covered, use.drawn), (.left, use.left)], on: &canvas, at: position)
  }

  private func draw(
    _ title: String, _ money: (SummaryAmount) -> Money?, on canvas: inout Canvas,
    at position: Position
  ) {
    canvas.write(title, at: position, width: name)
    for column in columns {
      guard let money = money(column.amount) else { continue }
      let isOpen = column.amount == .unfunded && money > .zero
      canvas.writeRight(
        precision.text(money), row: position.row, endingAt: position.column + column.end,
        width: column.width, role: isOpen ? .unfunded : .text)
    }
  }

  private func drawBar(
    _ parts: [(AmountBar.Part, Money)], on canvas: inout Canvas, at position: Position
  ) {
    guard let greatest else { return }
    let columns = bar.lowerBound + position.column..<bar.upperBound + position.column
    AmountBar(columns: columns, greatest: greatest)
      .draw(parts.map { (part: $0, amount: $1) }, row: position.row, on: &canvas)
  }

  // MARK: Words

  func words(_ name: String, _ split: Split) -> String {
    words(name) { $0.amount(of: split) }
  }

  func words(_ name: String, _ use: MoneySummary.Use) -> String {
    words(name) { $0.amount(of: use) }
  }

  private func words(_ name: String, _ money: (SummaryAmount) -> Money?) -> String {
    let amounts = columns.compactMap { column in
      money(column.amount).map { "\(column.amount.rawValue) \(precision.text($0))" }
    }
    return "\(name): \(amounts.joined(separator: ", "))"
  }
}
