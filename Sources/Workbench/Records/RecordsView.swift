import Canvas
import Procurement
import Validation

/// Funds, groups, or the plan's head: a field a row, and what it leads to under them.
struct RecordsView {
  private let workbench: WorkbenchProgram
  private let properties: [Property]
  private let focus: ListFocus
  private var plan: Plan { workbench.plan }
  private static let label = 14
  private static let usersShown = 12

  init(_ workbench: WorkbenchProgram) {
    self.workbench = workbench
    properties = workbench.properties
    focus = workbench.records
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    if let heading = layout.heading {
      canvas.write(
        workbench.screen.title, at: Position(row: heading, column: 3), role: .heading)
    }
    if properties.isEmpty {
      canvas.write(
        "none yet: `a` adds one", at: Position(row: layout.list.lowerBound, column: 3), role: .dim)
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
    let indent = property.isHead || workbench.screen == .trust ? 3 : 5
    canvas.write(property.title, at: Position(row: row, column: indent), role: .heading)
    let column = 3 + RecordsView.label
    if isFocused, case .field(let editor) = workbench.panes.last, editor.isFor(property) {
      let width = editor.isAmount ? 14 : canvas.size.columns - column
      TextInputView(editor.input, isValid: editor.fault == nil)
        .draw(on: &canvas, row: row, columns: column..<column + width)
    } else if case .available(let fund, let year) = property {
      let money = plan.funds[fund].available[year] ?? .zero
      canvas.write(money, row: row, endingAt: column + 13, width: 13)
    } else {
      canvas.write(property.text(in: plan), at: Position(row: row, column: column))
    }
    if case .available(let fund, let year) = property {
      let balance = workbench.assessment.balance(ofFund: fund, in: year)
      draw(balance, row: row, from: column + 15, on: &canvas)
    }
  }

  /// What lines draw and what is left, as amounts and, where there is room, as a bar.
  private func draw(_ balance: FundBalance, row: Int, from start: Int, on canvas: inout Canvas) {
    let left = balance.available - balance.drawn
    guard start + 44 <= canvas.size.columns else {
      canvas.write(left, row: row, endingAt: canvas.size.columns, width: 8)
      return
    }
    canvas.write("drawn", at: Position(row: row, column: start), role: .dim)
    canvas.write(balance.drawn, row: row, endingAt: start + 19, width: 13)
    canvas.write("left", at: Position(row: row, column: start + 21), role: .dim)
    canvas.write(left, row: row, endingAt: start + 38, width: 12)
    let width = min(30, canvas.size.columns - start - 40)
    guard balance.available.pence > 0 else { return }
    let percent = balance.drawn.parts(of: balance.available, cutInto: 100, isRoundedDown: true)
    let full = min(width, width * min(100, percent) / 100)
    canvas.fill(row: row, columns: start + 40..<start + 40 + full, with: "#", role: .covered)
    canvas.fill(row: row, columns: start + 40 + full..<start + 40 + width, with: ".", role: .dim)
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
    case .fundID(let fund), .fundName(let fund), .fundPays(let fund), .available(let fund, _):
      let id = plan.funds[fund].id
      return users(of: "fund `\(id)`") { $0.pointee.funds.contains(id) } + shortfall
    case .groupID(let group), .groupName(let group), .facility(let group), .members(let group):
      let id = plan.groups[group].id
      return users(of: "group `\(id)`") { $0.pointee.group == id }
    default: return ["what stands here is for the whole plan; Enter changes it"]
    }
  }

  /// The first lines that use something; they are lent, because most of a plan may use nothing.
  private func users(
    of what: String, _ uses: (UnsafePointer<PlanLine>) -> Bool
  ) -> [String] {
    var lines: [String] = []
    plan.lines.lendBlocks { _, block in
      guard let first = block.baseAddress, lines.count < RecordsView.usersShown else { return }
      for line in block.indices.lazy.map({ first + $0 })
      where lines.count < RecordsView.usersShown && uses(line) {
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
    return ["unfunded: \(words)"]
  }
}
