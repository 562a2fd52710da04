import Canvas
import Procurement
import Stores
import Text
import Validation

/// The open plan and its scenarios, one a row, with their sums in columns.
struct ScenariosView {
  /// A column of amounts: its title, and what it shows of a plan.
  private typealias Part = (title: String, money: (PlanSummary) -> Money)

  private let workbench: WorkbenchProgram
  private let entries: [PlanEntry]
  private let parts: [Part]
  private let column: MoneyColumn
  private let width: Int

  /// The scenarios on a screen of so many columns: fewer sums where there is less room.
  init(_ workbench: WorkbenchProgram, columns: Int) {
    self.workbench = workbench
    entries = workbench.scenarios.entries(in: workbench)
    width = columns
    let all: [Part] = [
      ("cost", \.cost), ("programme", \.programmeFunded), ("trust", \.trustPayable),
      ("unfunded", \.unfunded),
    ]
    parts = columns >= 76 ? all : [all[3]]
    let largest = entries.map(\.summary.cost).max() ?? .zero
    let room = (columns - ScenariosView.errors - ScenariosView.leastName) / parts.count - 1
    column = MoneyColumn(for: largest, endingAt: columns, least: 9, room: room)
  }

  /// The columns before names, those that a name has at least, and those of the counts of errors.
  private static let first = 4
  private static let leastName = 18
  private static let errors = 8

  /// What the amounts are in, where that is not pounds and pence.
  var mark: String { column.precision.mark }

  /// Where the first column of amounts begins.
  private var amountsStart: Int {
    width - ScenariosView.errors - parts.count * (column.width + 1)
  }

  private func column(_ place: Int) -> MoneyColumn {
    column.ending(at: amountsStart + (place + 1) * (column.width + 1))
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    let focus = workbench.scenarios.focus
    if let heading = layout.heading { drawHeading(row: heading, on: &canvas) }
    canvas.cursor = Position(row: layout.list.lowerBound + focus.index - focus.top, column: 0)
    if entries.isEmpty {
      canvas.write(
        "no scenarios yet: \(workbench.mention(.addScenario)) makes one of the plan",
        at: Position(row: layout.list.lowerBound, column: 3), role: .dim)
    }
    for (place, row) in zip(focus.top..<max(focus.top, entries.count), layout.list) {
      if place == focus.index {
        canvas.write(">", at: Position(row: row, column: 0), role: .mark)
      }
      draw(entries[place], row: row, on: &canvas)
    }
  }

  private func drawHeading(row: Int, on canvas: inout Canvas) {
    canvas.write(
      "plan or scenario", at: Position(row: row, column: ScenariosView.first), role: .heading)
    for (place, part) in parts.enumerated() {
      let column = column(place)
      canvas.writeRight(
        column.heading(part.title), row: row, endingAt: column.end, width: column.width,
        role: .heading)
    }
    canvas.writeRight("errors", row: row, endingAt: width, width: 6, role: .heading)
  }

  private func draw(_ entry: PlanEntry, row: Int, on canvas: inout Canvas) {
    if workbench.scenarios.marks.contains(entry.number) {
      canvas.write("=", at: Position(row: row, column: 1), role: .mark)
    }
    if entry.number == workbench.journal?.plan {
      canvas.write("@", at: Position(row: row, column: 2), role: .mark)
    }
    let indent = ScenariosView.first + (entry.filing.scenario == nil ? 0 : 2)
    canvas.write(
      entry.name, at: Position(row: row, column: indent), width: max(1, amountsStart - indent),
      role: entry.filing.isArchived ? .dim : .text)
    for (place, part) in parts.enumerated() {
      let money = part.money(entry.summary)
      let isOpen = part.title == "unfunded" && money != .zero
      canvas.write(money, in: column(place), row: row, role: isOpen ? .unfunded : .text)
    }
    let errors = entry.summary.errors
    canvas.writeRight(
      String(errors), row: row, endingAt: width, width: 6,
      role: errors > 0 ? Severity.error.role : .text)
  }
}
