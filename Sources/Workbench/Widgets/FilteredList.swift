import Interaction

/// A list that is filtered by typing: what was typed, which items fit, and which is focused.
struct FilteredList: Sendable {
  /// The items that fit a text.
  struct Fit: Sendable {
    /// Their places among all, in the order in which they are shown.
    var items: [Int]
    /// The row to focus; nil where the items are guesses, of which the user selects one or none.
    var row: Int? = 0
  }

  /// What was typed.
  private(set) var input = TextInput("", limit: TextInput.searchLimit)
  /// The items that are shown, by their place among all.
  private(set) var shown: [Int]
  /// Whether what is shown only resembles what was typed.
  private(set) var isGuess = false
  /// Where the list is scrolled to, with the focused row if there is one.
  private(set) var focus = ListFocus()
  private var hasFocus = true

  /// All of `count` items.
  init(count: Int) {
    shown = Array(0..<count)
  }

  /// What was typed, as text.
  var text: String { input.text }

  /// The focused row; nil where none is left, or none of the guesses is selected.
  var focusedRow: Int? { hasFocus && shown.indices.contains(focus.index) ? focus.index : nil }

  /// The focused item's place among all.
  var focused: Int? { focusedRow.map { shown[$0] } }

  /// Focuses an item, if it is shown.
  mutating func focus(on item: Int) {
    if let row = shown.firstIndex(of: item) { select(row: row) }
  }

  /// Focuses a row that is shown.
  mutating func select(row: Int) {
    focus.index = row
    hasFocus = true
  }

  /// Moves the focus as an action says; among guesses the first move selects one.
  mutating func move(_ action: Action, visible: Int) {
    if hasFocus {
      focus.follow(action, count: shown.count, visible: visible)
    } else {
      hasFocus = true
      focus.select(
        [.up, .last].contains(action) ? shown.count - 1 : 0, count: shown.count, visible: visible)
    }
  }

  /// Takes a key that edits what was typed; false where it edits nothing.
  mutating func handle(_ key: Key) -> Bool {
    // The cursor stays at the end here, so Alt is Esc and a key that came together.
    if case .alt = key { return false }
    return input.handle(key)
  }

  /// Forgets what was typed.
  mutating func clear() { input = TextInput("", limit: TextInput.searchLimit) }

  /// Takes pasted text.
  mutating func insert(_ text: some Collection<Character>) { input.insert(text) }

  /// Shows these items; where nothing is typed, the one that was focused stays so.
  mutating func show(_ fit: Fit) {
    let last = focused
    shown = fit.items
    isGuess = fit.row == nil && !shown.isEmpty
    hasFocus = fit.row != nil
    focus = ListFocus(index: fit.row ?? 0)
    if input.text.isEmpty, let last { focus(on: last) }
  }
}
