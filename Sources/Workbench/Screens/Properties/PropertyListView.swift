import Canvas
import Procurement
import Validation

/// Funds, groups, or the plan's head: a field a row, and what it leads to under them.
struct PropertyListView {
  private let workbench: WorkbenchProgram
  private let screen: any PropertyScreen
  private let properties: [Property]
  private let focus: ListFocus
  private var plan: Plan { workbench.plan }
  private static let label = 14
  private static let usersShown = 12

  init(_ workbench: WorkbenchProgram, _ screen: any PropertyScreen) {
    self.workbench = workbench
    self.screen = screen
    properties = screen.properties(of: workbench.plan)
    focus = screen.focus(in: workbench)
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    if let heading = layout.heading {
      canvas.write(screen.title, at: Position(row: heading, column: 3), role: .heading)
    }
    if properties.isEmpty {
      canvas.write(
        "none yet: \(workbench.keymap.mention(.addRecord, in: .records)) adds one",
        at: Position(row: layout.list.lowerBound, column: 3), role: .dim)
      canvas.cursor = Position(row: layout.list.lowerBound, column: 0)
    }
    for (place, row) in zip(focus.top..<properties.count, layout.list) {
      draw(properties[place], isFocused: place == focus.index, row: row, on: &canvas)
    }
  }

  private func draw(
    _ property: Property, isFocused: Bool, row: Int, on canvas: inout Canvas
  ) {
    if isFocused {
      canvas.write(">", at: Position(row: row, column: 0), role: .mark)
      canvas.cursor = Position(row: row, column: 0)
    }
    let indent = property.isHead || !property.isOfRecord ? 3 : 5
    canvas.write(property.title, at: Position(row: row, column: indent), role: .heading)
    let column = 3 + PropertyListView.label
    if isFocused, let editor = workbench.panes.top as? FieldEditor, editor.isFor(property) {
      TextInputView(editor.input, isValid: editor.fault == nil)
        .draw(on: &canvas, row: row, columns: column..<canvas.size.columns)
    } else {
      let text = property.text(in: plan)
      canvas.write(
        workbench.assessment.names.name(of: text, for: property),
        at: Position(row: row, column: column))
    }
  }

  // MARK: Details

  func drawDetail(on canvas: inout Canvas, _ layout: Layout) {
    var rows = layout.detail
    for text in details where !rows.isEmpty {
      let used = canvas.writeWrapped(
        text, rows: rows, columns: 0..<layout.size.columns, hanging: 2)
      rows = rows.dropFirst(used)
    }
  }

  /// What the focused field is about and what it leads to.
  var details: [String] {
    guard properties.indices.contains(focus.index) else { return [] }
    switch properties[focus.index] {
    case .available(let fund, let year):
      return [FundDetails(workbench.assessment).draws(onFund: fund, in: year)] + shortfall
    case .fundID(let fund), .fundName(let fund), .fundPays(let fund), .fundCertainty(let fund):
      let id = plan.funds[fund].id
      return users(of: "fund \(plan.funds[fund].shownName)") { $0.pointee.funds.contains(id) }
        + shortfall
    case .groupID(let group), .groupName(let group), .facility(let group), .members(let group):
      let id = plan.groups[group].id
      return users(of: "group \(plan.groups[group].shownName)") { $0.pointee.group == id }
    default:
      return [
        "applies to the whole plan; \(workbench.keymap.mention(.open, in: .records)) changes it"
      ]
    }
  }

  /// The first lines that use something; they are lent, because most of a plan may use nothing.
  private func users(
    of what: String, _ uses: (UnsafePointer<PlanLine>) -> Bool
  ) -> [String] {
    var lines: [String] = []
    plan.lines.lendBlocks { _, block in
      guard let first = block.baseAddress, lines.count < PropertyListView.usersShown else { return }
      for line in block.indices.lazy.map({ first + $0 })
      where lines.count < PropertyListView.usersShown && uses(line) {
        lines.append(line.pointee.id)
      }
    }
    return [
      lines.isEmpty ? "no line names \(what)" : "\(what): lines \(lines.joined(separator: ", "))"
    ]
  }

  /// What no fund pays, year by year.
  private var shortfall: [String] {
    let years = workbench.assessment.unfundedByYear().filter { $0.unfunded != .zero }
    guard !years.isEmpty else { return ["nothing of the plan is unfunded"] }
    let words = years.map { "\($0.year) \($0.unfunded.grouped)" }.joined(separator: ", ")
    let assessment = workbench.assessment
    let least = "in any order of drawing: \(assessment.leastUnfunded.grouped)"
    return ["unfunded: \(words)"] + (assessment.unfundedByOrder > .zero ? [least] : [])
  }
}
