import Procurement
import Spreadsheets
import Text

// What could give a wrong total without a word: columns that may be amounts and are not read, and
// words about thousands that are not over a column.

extension AmountHeading {
  /// Whether words that are no heading of amounts have a year, or say capital or revenue.
  static func isSuggested(by heading: String) -> Bool {
    words(of: heading).contains { word in
      if ["capital", "capex", "revenue", "opex"].contains(word) { return true }
      if let year = Int(word), word.utf8.count == 4 { return (1990...2099).contains(year) }
      let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        .flatMap { $0.split(separator: "/", omittingEmptySubsequences: false) }
      return parts.count == 2
        && parts.allSatisfy { [2, 4].contains($0.utf8.count) && Int($0) != nil }
    }
  }

  /// Whether words say thousands or millions, other than of a number: `All figures £000`.
  static func saysLargeUnit(_ text: String) -> Bool {
    var last = ""
    for word in words(of: text) {
      defer { last = word }
      let isOfNumber = last.last?.isNumber == true && !word.hasPrefix("£")
      if word == "k" || isOfNumber { continue }
      if ["thousand", "million"].contains(word) || (units[word] ?? .pounds) != .pounds {
        return true
      }
    }
    return false
  }
}

extension SheetTable {
  /// A text outside the headings and the rows that says thousands or millions; nil where none does.
  func unitInTitle(of mapping: SheetMapping) -> String? {
    guard mapping.kind == .lines || mapping.kind == .funds else { return nil }
    for row in rows {
      let isAbove = mapping.headingRow.map { row.number < $0 } ?? false
      let texts = row.cells.filter { !$0.isBlank }
      guard isAbove || texts.count == 1 else { continue }
      for case .text(let text) in texts where AmountHeading.saysLargeUnit(text) {
        return text.trimmed
      }
    }
    return nil
  }
}

extension SheetCell {
  /// Whether it holds an amount other than nothing, or a number that is none.
  var mayBeMoney: Bool {
    switch self {
    case .number(let number): CellNumber(number).map { $0.plain != "0" } ?? true
    // Also `1,234 est`, `(1,000)` and `12.345`, which are no amounts in pounds as they stand.
    case .text(let text):
      text.drop { " \u{A0}£$€(-–—\u{2212}~<>".contains($0) }.first.map {
        "0123456789.".contains($0)
      }
        ?? false && (try? money(in: .pounds)) != .some(.some(.zero))
    case .blank, .boolean, .date, .error: false
    }
  }
}

extension SheetMapping {
  /// Throws where a cell may be money, or a part of it, that is not read.
  func checkUnread(_ column: MappedColumn, _ cell: SheetCell) throws(ValueFault) {
    if hasCommas, column.place.column >= columns.count {
      throw ValueFault(
        words: "the row has more cells than there are headings; put what has a comma in quotation "
          + "marks, as `\"12,500\"`, or give the column a heading")
    }
    guard column.mayBeAmounts, cell.mayBeMoney else { return }
    throw ValueFault(
      words:
        "the heading is not understood, and the column has amounts; choose what it is, or that "
        + "it is not read: with `Tab` in the workbench, or with "
        + "`--map \(column.letters)=capital 2004-05` or `--map \(column.letters)=ignored`")
  }

  /// Throws where an amount may be of thousands although its column does not say so.
  func checkUnit(
    _ column: MappedColumn, _ amounts: AmountColumn, _ money: Money
  ) throws(ValueFault) {
    guard let unitInTitle, amounts.unit == .pounds, !column.saysUnit, money != .zero else { return }
    throw ValueFault(
      words: "the table says `\(unitInTitle)`, and the heading has no unit; write `£000` or `£` in "
        + "the heading, or remove those words; or choose the unit with `Tab` in the workbench, or with "
        + "`--map \(column.letters)=\(amounts.name) (£000)`")
  }
}
