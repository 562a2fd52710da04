import Canvas
import Procurement
import Validation

extension ScreenName {
  static let lines = ScreenName("lines")
}

/// The plan's lines, with the form of a line and what the rules say of it below them.
struct LinesScreen: LineFilteredScreen {
  static let name = ScreenName.lines
  let title = "lines"
  let context = Context.plan
  let shortcut: ScreenShortcut? = ScreenShortcut(
    .showPlan, "the plan's lines", "1", "Lines", "Lines")
  let showsLines = true

  func counts(in program: WorkbenchProgram) -> [ScreenBar.Count] {
    program.isPlanOpen ? [ScreenBar.Count(String(program.plan.lines.count))] : []
  }

  // The list of lines is the program's, as filters hold for the findings too and panes are about
  // the focused line.
  func focus(in program: WorkbenchProgram) -> ListFocus { program.lines.focus }

  func setFocus(_ focus: ListFocus, in program: inout WorkbenchProgram) {
    program.lines.focus = focus
  }

  func count(in program: WorkbenchProgram) -> Int { program.rowCount }

  func words(ofRow row: Int, in program: WorkbenchProgram) -> String {
    program.plan.lines[program.lines.place(ofRow: row)].id
  }

  func emptyWords(in program: WorkbenchProgram) -> String {
    program.plan.lines.isEmpty
      ? "the plan has no lines; `add-service` adds one"
      : "no line fits the filter; `show-all` shows all"
  }

  func key(ofRow row: Int, in program: WorkbenchProgram) -> String {
    words(ofRow: row, in: program)
  }

  func isChanged(in program: WorkbenchProgram) -> Bool {
    program.areLinesChanged || program.lines.cell != nil || program.lines.years != nil
  }

  /// Leaves the cells first, and then clears filter and sort.
  func showAll(in program: inout WorkbenchProgram) {
    let isInCells = program.lines.cell != nil || program.lines.years != nil
    isInCells ? program.leaveCells() : program.showAllLines()
  }

  func moveAmount(by distance: Int, in program: inout WorkbenchProgram) -> Bool? {
    program.moveLineAmount(by: distance)
  }

  func click(at position: Position, in program: inout WorkbenchProgram) {
    let table = program.shownTable
    guard let column = table.column(at: position.column) else { return }
    if position.row == program.layout.heading {
      program.sort(byHead: column)
    } else if column.isTyped {
      program.lines.cell = column
    } else {
      program.lines.cell = nil
    }
  }

  // MARK: Drawing

  func headRows(on size: Size, in program: WorkbenchProgram) -> Int {
    guard let portfolio = program.portfolio, program.isPlanOpen, portfolio.openPlan != nil else {
      return 0
    }
    return size.rows >= 32 ? portfolio.levelsAbovePlan.count + 1 : size.rows >= 16 ? 2 : 1
  }

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    if let portfolio = program.portfolio {
      LevelsView(portfolio, portfolio.levelsAbovePlan).draw(on: &canvas, rows: layout.head)
    }
    LineListView(program, columns: layout.size.columns).draw(on: &canvas, layout)
  }

  func drawDetail(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    let place = program.place
    LineDetailView(
      program.assessment, program.hasLine ? place : program.plan.lines.count,
      news: program.hasLine ? program.journal?.news(of: program.plan.lines[place].id) ?? [] : [],
      usualRows: Layout.usualDetailRows(on: layout.size)
    ).draw(on: &canvas, rows: layout.detail)
    let focus = program.lines.focus
    canvas.cursor =
      canvas.cursor ?? Position(row: layout.list.lowerBound + focus.index - focus.top, column: 0)
  }
}
