import Procurement
import Validation

/// Filtering the list of the screen that is shown.
extension WorkbenchProgram {
  /// Whether the rows are filtered, sorted or marked, or the plan is shown as it once was.
  var isListChanged: Bool { isLookingBack || screens.shown.isChanged(in: self) }

  /// Opens the field in which a filter is typed; the rows follow at each key.
  mutating func openFilter() {
    let screen = screens.shown
    let text = screen.filterText(in: self)
    screen.prepareFilter(in: &self)
    lines.anchor = hasLine ? place : nil
    let input = input(text, limit: TextInput.searchLimit)
    panes.push(FieldEditor(target: .filter(original: text), input: input))
    reveal()
  }

  /// Shows the rows that a text means; throws, in words, where it means nothing.
  mutating func filter(by text: String) throws(FieldFault) {
    let screen = screens.shown
    try screen.filter(by: text, in: &self)
    reveal()
  }

  /// Restores the filter that was there before.
  mutating func restoreFilter(_ text: String) {
    defer { lines.anchor = nil }
    do throws(FieldFault) { try filter(by: text) } catch {
      // It was accepted once, so it means something.
      message = Message(text: error.words, isError: true)
    }
  }

  /// Clears filter and sort, or then the marks.
  mutating func showAll() {
    let screen = screens.shown
    screen.showAll(in: &self)
    reveal()
  }
}
