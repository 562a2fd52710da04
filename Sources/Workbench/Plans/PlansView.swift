import Canvas
import Procurement
import Stores
import Validation

/// The plans of the store, one a row, and under them the focused one in full.
struct PlansView {
  private let workbench: WorkbenchProgram
  private var directory: PlanDirectory { workbench.directory }

  init(_ workbench: WorkbenchProgram) {
    self.workbench = workbench
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    let width = layout.size.columns
    if let heading = layout.heading { drawHeading(row: heading, width, on: &canvas) }
    let top = directory.focus.top
    canvas.cursor = Position(
      row: layout.list.lowerBound + directory.focus.index - top, column: 0)
    if directory.shown.isEmpty {
      canvas.write(
        emptiness, at: Position(row: layout.list.lowerBound, column: 3), role: .dim)
    }
    for (place, row) in zip(top..<directory.shown.count, layout.list) {
      if place == directory.focus.index {
        canvas.write(">", at: Position(row: row, column: 0), role: .mark)
      }
      draw(directory.all[directory.shown[place]], row: row, width, on: &canvas)
    }
  }

  private var emptiness: String {
    let keymap = workbench.keymap
    return directory.filter.isEmpty
      ? "no plans yet: \(keymap.mention(.addPlan, in: .plans)) starts one, "
        + "`calloff import plan.yaml` takes some in"
      : "no plan fits the filter: \(keymap.mention(.showAll, in: .plans)) shows all"
  }

  private func drawHeading(row: Int, _ width: Int, on canvas: inout Canvas) {
    canvas.write("trust", at: Position(row: row, column: 3), role: .heading)
    canvas.write("plan", at: Position(row: row, column: 9), role: .heading)
    for (title, end) in zip(["cost", "unfunded"], ends(width)) {
      canvas.writeRight(title, row: row, endingAt: end, width: 12, role: .heading)
    }
    if width >= 76 {
      canvas.write("findings", at: Position(row: row, column: width - 29), role: .heading)
      canvas.write("changed", at: Position(row: row, column: width - 16), role: .heading)
    }
  }

  /// The columns before which cost and unfunded end; the second only where there is room.
  private func ends(_ width: Int) -> [Int] {
    width >= 76 ? [width - 44, width - 31] : [width]
  }

  private func draw(_ entry: PlanEntry, row: Int, _ width: Int, on canvas: inout Canvas) {
    if entry.damage != nil {
      canvas.write(
        Severity.error.sign, at: Position(row: row, column: 1), role: Severity.error.role)
      canvas.write(
        "plan \(entry.number) is damaged", at: Position(row: row, column: 9), role: .messageError)
      return
    }
    let summary = entry.summary
    let sign: Severity? =
      summary.errors > 0
      ? .error : summary.warnings > 0 ? .warning : summary.notes > 0 ? .note : nil
    if let sign { canvas.write(sign.sign, at: Position(row: row, column: 1), role: sign.role) }
    if entry.isFrozen {
      canvas.write("#", at: Position(row: row, column: 2), role: .mark)
    } else if !companions(at: entry).isEmpty {
      canvas.write("@", at: Position(row: row, column: 2), role: .mark)
    }
    canvas.write(
      entry.header.trust.code, at: Position(row: row, column: 3), width: 5, role: .dim)
    let ends = ends(width)
    canvas.write(
      "\(entry.header.title) · \(entry.header.trust.name)", at: Position(row: row, column: 9),
      width: max(1, ends[0] - 23))
    canvas.write(summary.cost, row: row, endingAt: ends[0], width: 12)
    guard ends.count > 1 else { return }
    canvas.write(
      summary.unfunded, row: row, endingAt: ends[1], width: 12,
      role: summary.unfunded == .zero ? .text : .unfunded)
    canvas.write(
      "\(summary.errors) \(summary.warnings) \(summary.notes)",
      at: Position(row: row, column: width - 29), width: 12)
    canvas.write(
      entry.changed.description, at: Position(row: row, column: width - 16), role: .dim)
  }

  private func companions(at entry: PlanEntry) -> [Companion] {
    workbench.journal?.companions.filter { $0.plan == entry.number } ?? []
  }

  func drawDetail(on canvas: inout Canvas, _ layout: Layout) {
    guard let entry = directory.entry else { return }
    var rows = layout.detail
    for (text, role) in details(of: entry) where !rows.isEmpty {
      let used = canvas.writeWrapped(
        text, rows: rows, columns: 0..<layout.size.columns, hanging: 2, role: role)
      rows = rows.dropFirst(used)
    }
  }

  /// All there is to say of a plan.
  func details(of entry: PlanEntry) -> [(String, Role)] {
    if let damage = entry.damage {
      return [
        ("damaged: \(damage)", .messageError),
        ("`calloff store check` says more; the other plans are not affected", .text),
      ]
    }
    let trust = entry.header.trust
    let cluster =
      workbench.assessment.index.programme.cluster(trust.cluster)?.name ?? trust.cluster
    let summary = entry.summary
    let here = companions(at: entry).map { companion in
      companion.name + (companion.line.map { " on \($0)" } ?? "")
    }
    return [
      ("\(trust.code) \(trust.name) · \(cluster) · plan \(entry.number)", .text),
      (
        "\(counted(summary.lines, "line")); cost \(summary.cost.grouped), programme "
          + "\(summary.programmeFunded.grouped), trust \(summary.trustPayable.grouped), "
          + "covered \(summary.covered.grouped), unfunded \(summary.unfunded.grouped)", .text
      ),
      (
        "\(counted(summary.errors, "error")), \(counted(summary.warnings, "warning")), "
          + "\(counted(summary.notes, "note")), \(summary.waived) waived", .text
      ),
      (
        "changed \(entry.changed) by \(entry.author.nameAndHost)"
          + (entry.isFrozen ? "; frozen" : ""), .dim
      ),
    ] + (here.isEmpty ? [] : [("in it now: \(here.joined(separator: ", "))", .message)])
      + (entry.document.map { [("for \($0)", Role.dim)] } ?? [])
  }
}
