import Interaction

/// A list that is narrowed by typing: what was typed, which items it leaves, and which is focused.
struct Narrowing: Sendable {
  /// What was typed.
  private(set) var input = TextInput("", limit: TextInput.searchLimit)
  /// The items that are shown, by their place among all.
  private(set) var shown: [Int]
  /// The focused one of those that are shown.
  var focus = ListFocus()

  /// All of `count` items.
  init(count: Int) {
    shown = Array(0..<count)
  }

  /// The focused item's place among all; nil where none is left.
  var focused: Int? { shown.indices.contains(focus.index) ? shown[focus.index] : nil }

  /// Focuses an item, if it is shown.
  mutating func focus(on item: Int) {
    if let row = shown.firstIndex(of: item) { focus.index = row }
  }

  /// Takes a key that edits what was typed; false where it means nothing to a text.
  mutating func handle(_ key: Key, leaving items: (String) -> [Int]) -> Bool {
    // Nobody moves about in what is typed here, so Alt is Esc and a key that came together.
    if case .alt = key { return false }
    let before = input
    guard input.handle(key) else { return false }
    if input.characters != before.characters { show(items(input.text)) }
    return true
  }

  /// Takes pasted text.
  mutating func insert(_ text: some Collection<Character>, leaving items: (String) -> [Int]) {
    input.insert(text)
    show(items(input.text))
  }

  /// Shows these items, the first one focused; where nothing is typed, the one that was focused.
  mutating func show(_ items: [Int]) {
    let last = focused
    shown = items
    focus = ListFocus()
    if input.text.isEmpty, let last { focus(on: last) }
  }
}
