import Canvas
import Imports
import Interaction
import Procurement
import Text

extension Context {
  /// The columns of what is imported.
  static let importColumns = Context("import-columns", "columns to import")
}

/// How the columns of what is imported are read; the rows are in the pane below it.
struct ImportColumns: Sendable {
  private(set) var columns: [MappedColumn]
  /// A value of each column, to recognise it by.
  private let samples: [String]
  /// What each column is called: its letters, with its sheet where there are several.
  private let names: [String]
  var focus = ListFocus()

  init(_ rows: ImportPreview) {
    let sheets = rows.proposal.mapping.sheets
    columns = rows.proposal.mapping.columns
    samples = sheets.flatMap { sheet in
      sheet.columns.map { rows.request.file.sample(of: $0.place, on: sheet) }
    }
    names = sheets.enumerated().flatMap { number, sheet in
      let name = sheet.sheet.isEmpty ? "\(number + 1)" : VisibleText.clipped(sheet.sheet, to: 12)
      return sheet.columns.map { sheets.count > 1 ? "\(name)!\($0.letters)" : $0.letters }
    }
  }

  /// The focused column; nil where there is none.
  var focused: MappedColumn? {
    columns.indices.contains(focus.index) ? columns[focus.index] : nil
  }

  /// The columns as they are read now.
  mutating func update(_ rows: ImportPreview) { columns = rows.proposal.mapping.columns }
}

extension ImportColumns: Pane {
  static let contexts: [Context] = [.importColumns]
  var context: Context { .importColumns }
  var rowAction: Action? { .open }

  static let actions: [ActionEntry] = [
    ActionEntry(.open, "choose what the column is read as", [.enter], in: contexts)
      .hinted("choose").does { $0.chooseImportedColumn() },
    ActionEntry(.readColumns, "back to the rows", [.tab, .character("m")], in: contexts)
      .hinted("rows").does { $0.close() },
  ]

  func move(_ action: Action, in program: inout WorkbenchProgram) {
    var list = self
    list.focus.follow(action, count: columns.count, visible: program.layout.choiceRows)
    program.panes.replaceTop(list)
  }

  func rows(in layout: Layout) -> PaneRows? {
    PaneRows(layout.detail.dropFirst(), focus, count: columns.count)
  }

  func selecting(row: Int) -> ImportColumns {
    var list = self
    list.focus.index = row
    return list
  }

  func rowsWanted(on size: Size, in program: WorkbenchProgram) -> Int? { columns.count + 1 }

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) -> Bool {
    canvas.write(
      "columns: heading, what it is read as, and a value",
      at: Position(row: layout.detail.lowerBound, column: 0), width: canvas.size.columns,
      role: .heading)
    let nameWidth = max(3, names.map(\.count).max() ?? 0)
    let width = max(8, (canvas.size.columns - 7 - nameWidth) / 3)
    let rows = layout.detail.dropFirst()
    let top = focus.shownTop(of: columns.count, visible: rows.count)
    for (place, row) in zip(top..<columns.count, rows) {
      let column = columns[place]
      if place == focus.index {
        canvas.write(">", at: Position(row: row, column: 0), role: .mark)
        canvas.cursor = Position(row: row, column: 0)
      }
      let role: Role = column.field == .ignored ? .dim : .text
      let texts = [column.heading, column.field.choiceTitle, samples[place]]
      canvas.write(
        names[place], at: Position(row: row, column: 2), width: nameWidth, role: .dim)
      for (number, text) in texts.enumerated() {
        canvas.write(
          text, at: Position(row: row, column: 3 + nameWidth + number * (width + 1)), width: width,
          role: number == 2 ? .dim : role)
      }
    }
    return true
  }
}

extension ColumnField {
  /// What a menu calls it.
  var choiceTitle: String { self == .ignored ? "not read" : title }
}

extension WorkbenchProgram {
  /// Shows how the columns of what is imported are read.
  mutating func showImportedColumns() {
    guard let rows = panes.top as? ImportPreview else { return }
    panes.push(ImportColumns(rows))
    reveal()
  }

  /// Offers what the focused column can be read as.
  mutating func chooseImportedColumn() {
    guard let list = panes.top as? ImportColumns, let column = list.focused,
      let rows = panes.lowest(ImportPreview.self),
      let sheet = rows.proposal.mapping.sheets.first(where: { $0.columns.contains(column) })
    else { return }
    let choices = sheet.choices(for: column, years: plan.header.years).map { field in
      Choice(
        word: field.name, title: field.choiceTitle, taking: .readColumn(column.place, field),
        isCurrent: field == column.field)
    }
    show(ChoiceMenu(.importColumn(VisibleText.clipped(column.heading, to: 24)), choices))
  }

  /// Reads a column of what is imported as a field.
  mutating func read(_ column: ColumnPlace, as field: ColumnField) {
    guard let depth = panes.all.firstIndex(where: { $0 is ImportPreview }),
      var rows = panes.all[depth] as? ImportPreview
    else { return }
    rows.change { $0.fields[column] = field }
    preview(&rows)
    panes.replace(at: depth, with: rows)
    if var list = panes.top as? ImportColumns {
      list.update(rows)
      panes.replaceTop(list)
    }
  }
}
