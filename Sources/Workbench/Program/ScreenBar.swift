import Canvas
import Text

/// The bar of screens: number, name and counts of each, with the one that is shown marked. A click
/// on one shows it.
struct ScreenBar {
  /// Something that the bar counts of a screen.
  struct Count: Hashable, Sendable {
    let text: String
    let role: Role

    init(_ text: String, _ role: Role = .hint) {
      self.text = text
      self.role = role
    }
  }

  /// A text in the bar, and the action of a click on it.
  private struct Part {
    let columns: Range<Int>
    let pieces: [Count]
    let action: Action?
  }

  /// How much the bar says.
  private struct Form {
    let gap: Int
    var isShort = false
    /// Whether counts suffice where there are several.
    var countsReplaceName = false
  }

  private let row: Int
  private var parts: [Part] = []
  /// The column behind the last one that it takes.
  var end: Int { parts.last?.columns.upperBound ?? 0 }

  /// The bar of a screen; where it shares its row with the title it names only the screen that is
  /// shown, with the ways to the screens beside it.
  init(_ program: WorkbenchProgram, on layout: Layout) {
    row = layout.bar
    let entries = ScreenBarEntry.all(of: program)
    let forms = [
      Form(gap: 2), Form(gap: 1), Form(gap: 1, isShort: true),
      Form(gap: 1, isShort: true, countsReplaceName: true),
    ]
    let fitting = forms.lazy.map { ScreenBar.parts(entries, $0) }
      .first { ($0.last?.columns.upperBound ?? 0) <= layout.size.columns }
    if layout.title != nil, let fitting {
      parts = fitting
    } else {
      let shown = entries.first(where: \.isShown) ?? ScreenBarEntry(unlisted: program.screens.shown)
      parts = ScreenBar.parts(around: shown)
    }
  }

  /// All screens beside each other. The shown one has marks around it, and a blank on each side.
  private static func parts(_ entries: [ScreenBarEntry], _ form: Form) -> [Part] {
    var column = 1
    return entries.enumerated().map { place, entry in
      if entry.isShown, form.gap == 1, place > 0 { column += 1 }
      let pieces = entry.pieces(
        isShort: form.isShort, countsReplaceName: form.countsReplaceName)
      let columns = column..<column + ScreenBar.width(of: pieces)
      column = columns.upperBound + form.gap + (entry.isShown && form.gap == 1 ? 1 : 0)
      guard entry.isShown else {
        return Part(columns: columns, pieces: pieces, action: entry.action)
      }
      let text = pieces.map(\.text).joined(separator: " ")
      return Part(
        columns: columns.lowerBound - 1..<columns.upperBound + 1,
        pieces: [Count("[\(text)]", .selected)], action: entry.action)
    }
  }

  /// The shown screen between the ways to the ones beside it.
  private static func parts(around shown: ScreenBarEntry) -> [Part] {
    let text = shown.pieces(isShort: false, countsReplaceName: false).map(\.text)
      .joined(separator: " ")
    let end = 2 + VisibleText.width(of: text)
    return [
      Part(columns: 0..<1, pieces: [Count("‹", .key)], action: .previousScreen),
      Part(columns: 2..<end, pieces: [Count(text, .selected)], action: shown.action),
      Part(columns: end + 1..<end + 2, pieces: [Count("›", .key)], action: .nextScreen),
    ]
  }

  private static func width(of pieces: [Count]) -> Int {
    pieces.reduce(pieces.count - 1) { $0 + VisibleText.width(of: $1.text) }
  }

  func draw(on canvas: inout Canvas) {
    for part in parts {
      var column = part.columns.lowerBound
      for piece in part.pieces {
        column +=
          1
          + canvas.write(piece.text, at: Position(row: row, column: column), role: piece.role)
      }
    }
  }

  /// The action of a click on a column; nil where nothing is.
  func action(at column: Int) -> Action? {
    parts.first { $0.columns.contains(column) }?.action
  }
}

/// A screen in the bar of screens.
private struct ScreenBarEntry {
  let action: Action?
  let key: String
  let name: String
  let shortName: String
  var counts: [ScreenBar.Count] = []
  let isShown: Bool
  var isAvailable = true

  /// The screens that have a place in the bar, in its order.
  static func all(of program: WorkbenchProgram) -> [ScreenBarEntry] {
    let shown = program.screens.shown
    let keys = program.keymap.entries(in: shown.context)
    return program.screens.all.compactMap { screen in
      screen.shortcut.map { shortcut in
        ScreenBarEntry(
          action: shortcut.action,
          key: keys.first { $0.action == shortcut.action }?.keys.first?.name ?? "",
          name: shortcut.name, shortName: shortcut.shortName, counts: screen.counts(in: program),
          isShown: screen.name == shown.nameInBar,
          isAvailable: screen.unavailable(in: program) == nil)
      }
    }
  }

  /// Its key, name and counts with their roles.
  func pieces(isShort: Bool, countsReplaceName: Bool) -> [ScreenBar.Count] {
    let replaces = countsReplaceName && counts.count > 1
    let names = replaces ? [] : [ScreenBar.Count(isShort ? shortName : name)]
    let pieces = (key.isEmpty ? [] : [ScreenBar.Count(key, .key)]) + names + counts
    return isAvailable ? pieces : pieces.map { ScreenBar.Count($0.text, .dim) }
  }
}

extension ScreenBarEntry {
  /// A screen that has no place in the bar.
  init(unlisted screen: any Screen) {
    self.init(action: nil, key: "", name: screen.title, shortName: screen.title, isShown: true)
  }
}
