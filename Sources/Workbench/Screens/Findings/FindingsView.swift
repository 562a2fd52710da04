import Canvas
import Procurement
import Validation

/// All findings of a plan, worst first, and under them the focused one in full.
struct FindingsView {
  private let workbench: WorkbenchProgram
  private var assessment: Assessment { workbench.assessment }
  private var focus: ListFocus { workbench.findings }

  init(_ workbench: WorkbenchProgram) {
    self.workbench = workbench
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    if let heading = layout.heading {
      canvas.write("code  line    finding", at: Position(row: heading, column: 3), role: .heading)
    }
    canvas.cursor = Position(row: layout.list.lowerBound + focus.index - focus.top, column: 0)
    let window = workbench.foundFindings(in: focus.top..<focus.top + layout.list.count)
    if window.isEmpty {
      canvas.write(
        workbench.lines.filter == nil
          ? "no findings: all is well" : "no findings on the lines that the filter shows",
        at: Position(row: layout.list.lowerBound, column: 3),
        role: .dim)
    }
    for (offset, finding) in window.enumerated() {
      draw(
        finding, isFocused: focus.top + offset == focus.index,
        row: layout.list.lowerBound + offset, on: &canvas)
    }
  }

  private func draw(_ finding: Finding, isFocused: Bool, row: Int, on canvas: inout Canvas) {
    if isFocused { canvas.write(">", at: Position(row: row, column: 0), role: .mark) }
    let role: Role = finding.waiver == nil ? finding.severity.role : .dim
    let sign = finding.waiver == nil ? finding.severity.sign : "w"
    canvas.write(sign, at: Position(row: row, column: 1), role: role)
    canvas.write(finding.code.rawValue, at: Position(row: row, column: 3), role: role)
    canvas.write(finding.line ?? "plan", at: Position(row: row, column: 9), width: 7)
    let name = finding.index.map { assessment.name(of: assessment.plan.lines[$0]) + ": " } ?? ""
    canvas.write(
      name + assessment.names.sentence(finding.message), at: Position(row: row, column: 17))
  }

  func drawDetail(on canvas: inout Canvas, _ layout: Layout) {
    guard
      let finding = workbench.focusedFinding
    else { return }
    var rows = layout.detail
    let waived = finding.waiver.map { "waived \($0.date): \($0.reason)" }
    let texts: [(String, Role)] =
      (waived.map { [($0, .text)] } ?? []) + [
        ("\(finding.code.name): \(assessment.names.sentence(finding.message))", .text),
        ("rests on " + finding.cites.joined(separator: "; "), .dim),
      ]
    for (text, role) in texts where !rows.isEmpty {
      let used = canvas.writeWrapped(
        text, rows: rows, columns: 0..<layout.size.columns, hanging: 2, role: role)
      rows = rows.dropFirst(used)
    }
  }
}
