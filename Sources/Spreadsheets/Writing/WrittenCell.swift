public import Procurement

/// A cell that is written to a spreadsheet file.
public struct WrittenCell: Hashable, Sendable {
  /// What a cell holds.
  enum Content: Hashable, Sendable {
    case blank
    case text(String)
    case number(Int)
    case money(Money)
    case day(CalendarDate)
    case boolean(Bool)
    /// A formula and its result, which programs show until they compute it themselves.
    indirect case formula(String, result: Content)
  }

  let content: Content
  let style: CellStyle

  private init(_ content: Content, _ style: CellStyle) {
    self.content = content
    self.style = style
  }

  /// The amount that it holds; nil if it holds something else.
  public var money: Money? {
    if case .money(let money) = content { money } else { nil }
  }

  /// Whether it holds nothing.
  var isBlank: Bool {
    if case .blank = content { true } else { false }
  }

  /// About how many bytes it takes in a file.
  var weight: Int {
    switch content {
    case .blank: 0
    case .text(let text): 48 + text.utf8.count
    default: 40
    }
  }

  /// A cell that holds nothing.
  public static let blank = WrittenCell(.blank, .plain)

  /// A text, which never becomes a formula; blank if it is empty.
  public static func text(_ text: String, _ style: CellStyle = .plain) -> WrittenCell {
    WrittenCell(text.isEmpty ? .blank : .text(text), style)
  }

  /// A text, or a blank cell where there is none.
  public static func text(_ text: String?, _ style: CellStyle = .plain) -> WrittenCell {
    self.text(text ?? "", style)
  }

  /// The name of a column.
  public static func heading(_ text: String) -> WrittenCell { .text(text, .heading) }

  /// An exact amount.
  public static func money(_ money: Money, _ style: CellStyle = .money) -> WrittenCell {
    WrittenCell(.money(money), style)
  }

  /// A whole number.
  public static func number(_ number: Int, _ style: CellStyle = .count) -> WrittenCell {
    WrittenCell(.number(number), style)
  }

  /// A day; blank where there is none, and a text before spreadsheets' calendar begins.
  public static func day(_ day: CalendarDate?) -> WrittenCell {
    guard let day else { return .blank }
    return SerialDay.number(day) == nil
      ? .text(day.description) : WrittenCell(.day(day), .day)
  }

  /// Yes or no; blank where neither is known.
  public static func boolean(_ boolean: Bool?) -> WrittenCell {
    boolean.map { WrittenCell(.boolean($0), .plain) } ?? .blank
  }

  /// A formula without its `=`, with the cell that it should give.
  public static func formula(_ formula: String, _ result: WrittenCell) -> WrittenCell {
    WrittenCell(.formula(formula, result: result.content), result.style)
  }
}
