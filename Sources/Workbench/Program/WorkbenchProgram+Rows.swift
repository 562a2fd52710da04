import Canvas
import Procurement
import Stores
public import Validation

/// The list of the screen that is shown, row by row: which row is focused, and what each says.
extension WorkbenchProgram {
  /// The focus of the list.
  var listFocus: ListFocus {
    get { screens.shown.focus(in: self) }
    set {
      let screen = screens.shown
      screen.setFocus(newValue, in: &self)
    }
  }

  /// How many rows the list has.
  public var listCount: Int { screens.shown.count(in: self) }

  /// The focused row of the list; nil where it has none.
  public var focusedRow: Int? { listFocus.index < listCount ? listFocus.index : nil }

  /// What is listed, in a phrase.
  public var listTitle: String { screens.shown.title }

  /// The text in place of a list without rows.
  public var emptyListWords: String { screens.shown.emptyWords(in: self) }

  /// What a row is opened by: the id of a line, the number of a plan, else the number of the row.
  public func key(ofRow row: Int) -> String { screens.shown.key(ofRow: row, in: self) }

  /// The row that a key means; nil where none has it.
  public func row(called key: String) -> Int? { screens.shown.row(called: key, in: self) }

  /// What a row says; a line of the plan only its id.
  public func words(ofRow row: Int) -> String { screens.shown.words(ofRow: row, in: self) }

  /// More about the focused row, where it is not a line of the plan.
  public var focusDetails: [String] { focusedRow == nil ? [] : screens.shown.details(in: self) }

  /// Focuses a row of the list.
  public mutating func focus(onRow row: Int) {
    message = nil
    listFocus.select(row, count: listCount, visible: layout.list.count)
  }
}

extension Finding {
  /// The finding in a line: its line's id or `plan`, its severity, code and message.
  public var words: String {
    let waived = waiver.map { "; waived \($0.date): \($0.reason)" } ?? ""
    return "\(line ?? "plan") \(severity.rawValue) \(code.rawValue): \(message)\(waived)"
  }
}
