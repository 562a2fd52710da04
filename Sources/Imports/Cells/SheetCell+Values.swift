import Procurement
import Spreadsheets
import Text

/// By how much the amounts of a column are multiplied: `£000` over a column is thousands.
public enum AmountUnit: Int, Hashable, Sendable {
  case pounds = 0
  case thousands = 3
  case millions = 6
}

extension SheetCell {
  /// Whether nothing of it can be seen.
  var isBlank: Bool {
    switch self {
    case .blank: true
    case .text(let text): text.unicodeScalars.allSatisfy(\.isBlank)
    case .number, .boolean, .date, .error: false
    }
  }

  /// The text that it holds, with blanks at its ends; other cells as they are shown.
  var raw: String { if case .text(let text) = self { text } else { shown } }

  /// The cell without blanks at the ends of a text.
  var trimmed: SheetCell { if case .text(let text) = self { .text(text.trimmed) } else { self } }

  /// The words that it holds for a field of free text, with blanks and line breaks at their ends.
  func words() throws(ValueFault) -> String {
    if case .text(let text) = self { text } else { try text(takesDates: true) }
  }

  /// What it holds, as a text.
  var shown: String {
    switch self {
    case .blank: ""
    case .text(let text): text.trimmed
    case .number(let number): CellNumber(number)?.plain ?? number
    case .boolean(let flag): flag ? "yes" : "no"
    case .date(let day): day.description
    case .error(let name): name
    }
  }

  /// The amount that it holds; nil where it is blank or a dash.
  func money(in unit: AmountUnit) throws(ValueFault) -> Money? {
    switch self {
    case .date(let day):
      throw ValueFault(
        words: "the date \(day) is not an amount; type the amount again, in a cell that is "
          + "formatted as a number")
    case .error(let name): throw .formula(name)
    case .text(let text) where text.contains(where: "%$€¥".contains) || text.hasCode:
      throw ValueFault(
        words: "`\(text.trimmed)` is not an amount of pounds; type pounds, in a cell that is "
          + "formatted as a number")
    case .blank, .text, .number, .boolean: break
    }
    do throws(Money.Fault) { return try amount(in: unit) } catch {
      throw ValueFault(words: error.words)
    }
  }

  private func amount(in unit: AmountUnit) throws(Money.Fault) -> Money? {
    switch self {
    case .number(let number):
      guard let number = CellNumber(number) else { throw .malformed }
      return try number.money(movedBy: unit.rawValue)
    case .text(let text):
      let text = text.trimmed
      let isScaled = unit == .pounds || text.last.map { "kKmM".contains($0) } ?? true
      // What is negative, or only a dash, is read without a unit.
      guard !isScaled, text.last?.isNumber == true,
        text.first.map({ !"-–—\u{2212}".contains($0) }) ?? false
      else { return try Money.typed(text) }
      return try Money.typed(text + (unit == .thousands ? "k" : "m"))
    case .boolean: throw .malformed
    case .blank, .date, .error: return nil
    }
  }

  /// The text that it holds for a field that is no amount; a date only where `takesDates`.
  func text(takesDates: Bool) throws(ValueFault) -> String {
    switch self {
    case .error(let name): throw .formula(name)
    case .date(let day) where !takesDates:
      throw ValueFault(
        words: "the date \(day) is not expected here; type the text again, in a cell that is "
          + "formatted as text")
    default: return shown
    }
  }
}

extension ValueFault {
  /// That a cell holds the error of a formula.
  fileprivate static func formula(_ name: String) -> ValueFault {
    ValueFault(words: "the formula has the error `\(name)`; correct it in the spreadsheet")
  }
}

extension String {
  /// Whether it begins with three capital letters, as the code of a currency or `TBC`.
  fileprivate var hasCode: Bool {
    let start = trimmed.prefix(3)
    return start.count == 3 && start.allSatisfy { ("A"..."Z").contains($0) } && start != "GBP"
  }
}
