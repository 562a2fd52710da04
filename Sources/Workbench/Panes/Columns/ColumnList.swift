import Canvas
import Interaction
import Procurement

extension Context {
  /// The columns of the list of lines.
  static let columns = Context("columns", "choosing columns")
}

/// The columns of the list of lines: which of them are shown on screens of one width, and in which
/// order. The list follows while they are chosen.
struct ColumnList: Sendable {
  /// A column, and whether it is shown.
  struct Entry: Hashable, Sendable {
    let column: LineColumn
    var isShown: Bool
  }

  let width: WidthClass
  /// The columns before; nil where they were the usual ones.
  let original: [LineColumn]?
  /// All columns in their order.
  private(set) var entries: [Entry]
  var focus = ListFocus()

  init(_ width: WidthClass, shown: [LineColumn], original: [LineColumn]?) {
    self.width = width
    self.original = original
    entries = ColumnList.entries(shown)
  }

  private static func entries(_ shown: [LineColumn]) -> [Entry] {
    shown.map { Entry(column: $0, isShown: true) }
      + LineColumn.allCases.filter { !shown.contains($0) }.map { Entry(column: $0, isShown: false) }
  }

  /// The columns that are shown.
  var chosen: [LineColumn] { entries.filter(\.isShown).map(\.column) }

  mutating func toggle() { entries[focus.index].isShown.toggle() }

  /// Moves the focused column, and the focus with it.
  mutating func move(by distance: Int) {
    let target = focus.index + distance
    guard entries.indices.contains(target) else { return }
    entries.swapAt(focus.index, target)
    focus.index = target
  }

  /// Goes back to some columns.
  mutating func reset(to shown: [LineColumn]) { entries = ColumnList.entries(shown) }
}

extension ColumnList: Pane {
  static let contexts: [Context] = [.columns]
  var context: Context { .columns }
  var rowAction: Action? { .toggle }

  static let actions: [ActionEntry] = [
    ActionEntry(.accept, "keep the columns", [.enter], in: contexts).hinted("keep")
      .asks { $0.accept() },
    ActionEntry(.toggle, "show or hide the column", [.character(" ")], in: contexts)
      .hinted("show/hide").does { $0.changeColumns { $0.toggle() } },
    ActionEntry(.moveLineUp, "move the column to the left", [.character("K")], in: contexts)
      .hinted("left").does { $0.changeColumns { $0.move(by: -1) } },
    ActionEntry(.moveLineDown, "move the column to the right", [.character("J")], in: contexts)
      .hinted("right").does { $0.changeColumns { $0.move(by: 1) } },
    ActionEntry(.showAll, "the usual columns", [.character("u")], in: contexts)
      .hinted("usual").does { $0.showUsualColumns() },
  ]

  func move(_ action: Action, in program: inout WorkbenchProgram) {
    var list = self
    list.focus.follow(action, count: entries.count, visible: program.layout.choiceRows)
    program.panes.replaceTop(list)
  }

  func accept(in program: inout WorkbenchProgram) -> [Effect] { program.keepColumns() }

  func cancel(in program: inout WorkbenchProgram) {
    program.settings.columns[width] = original
  }

  func rows(in layout: Layout) -> PaneRows? {
    PaneRows(layout.detail.dropFirst(), focus, count: entries.count)
  }

  func selecting(row: Int) -> ColumnList {
    var list = self
    list.focus.index = row
    return list
  }

  func rowsWanted(on size: Size, in program: WorkbenchProgram) -> Int? { entries.count + 1 }

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) -> Bool {
    canvas.write(
      "columns on \(width.words)", at: Position(row: layout.detail.lowerBound, column: 0),
      width: canvas.size.columns, role: .heading)
    let rows = layout.detail.dropFirst()
    let top = focus.shownTop(of: entries.count, visible: rows.count)
    for (place, row) in zip(top..<entries.count, rows) {
      let entry = entries[place]
      if place == focus.index {
        canvas.write(">", at: Position(row: row, column: 0), role: .mark)
        canvas.cursor = Position(row: row, column: 0)
      }
      canvas.write(
        "\(entry.isShown ? "[x]" : "[ ]") \(entry.column.words)",
        at: Position(row: row, column: 3), role: entry.isShown ? .text : .dim)
    }
    return true
  }
}

extension LineColumn {
  /// What it shows, in a phrase.
  fileprivate var words: String {
    kind == nil ? rawValue : "\(rawValue), a column for each year"
  }
}

extension WidthClass {
  /// The screens of the class, in a phrase.
  fileprivate var words: String {
    switch self {
    case .narrow: "screens of up to 75 columns"
    case .medium: "screens of 76 to 115 columns"
    case .wide: "screens of 116 columns or more"
    }
  }
}

extension WorkbenchProgram {
  /// Offers the columns of the lines on screens of the present width.
  mutating func offerColumns() {
    let width = WidthClass(size.columns)
    let original = settings.columns[width]
    lines.years = nil
    let shown = original ?? shownTable.shown.map(\.column).withoutRepetition
    panes.push(ColumnList(width, shown: shown, original: original))
    reveal()
  }

  /// Changes the columns that are being chosen; the list shows them already.
  mutating func changeColumns(_ change: (inout ColumnList) -> Void) {
    guard var list = panes.top as? ColumnList else { return }
    change(&list)
    guard list.chosen.contains(.service) else {
      message = Message(text: "the service is always shown")
      return
    }
    settings.columns[list.width] = list.chosen
    panes.replaceTop(list)
  }

  /// Goes back to the columns of a user who has not chosen any.
  mutating func showUsualColumns() {
    guard var list = panes.top as? ColumnList else { return }
    settings.columns[list.width] = nil
    list.reset(to: LineTable.usual(for: size.columns))
    panes.replaceTop(list)
  }

  /// Keeps the chosen columns for later sessions as well.
  mutating func keepColumns() -> [Effect] {
    panes.pop()
    reveal()
    message = Message(text: "columns kept; \(mention(.chooseColumns)) changes them")
    return [.keepColumns(settings.columns.mapKeys(\.rawValue) { $0.map(\.rawValue) })]
  }
}

extension [LineColumn] {
  /// Each of them once.
  fileprivate var withoutRepetition: [LineColumn] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension WorkbenchSettings {
  /// Takes the columns of lines that the user chose in an earlier session, by width; names that mean
  /// nothing are left out.
  public mutating func take(columns: [String: [String]]) {
    for (width, names) in columns {
      guard let width = WidthClass(rawValue: width) else { continue }
      let known = names.compactMap(LineColumn.init(rawValue:)).withoutRepetition
      self.columns[width] = known.isEmpty ? nil : known
    }
  }
}

extension Dictionary {
  fileprivate func mapKeys<Name: Hashable, New>(
    _ name: (Key) -> Name, _ value: (Value) -> New
  ) -> [Name: New] {
    [Name: New](uniqueKeysWithValues: map { (name($0.key), value($0.value)) })
  }
}
