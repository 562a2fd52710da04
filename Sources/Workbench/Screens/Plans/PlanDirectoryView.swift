import Canvas
import Procurement
import Stores
import Text
import Validation

/// The plans of the store, one a row, and under them the focused one in full.
struct PlanDirectoryView {
  private let workbench: WorkbenchProgram
  private let width: Int
  /// The columns of cost and of what is unfunded; the second only where there is room.
  private let amounts: [MoneyColumn]
  private var directory: PlanDirectory { workbench.directory }

  /// The plans on a screen of so many columns.
  init(_ workbench: WorkbenchProgram, columns: Int) {
    self.workbench = workbench
    width = columns
    let ends = columns >= 76 ? [columns - 44, columns - 31] : [columns]
    // All plans, also those that are not shown: scrolling and filters leave the columns as they are.
    let largest = workbench.directory.all.map(\.summary.cost).max() ?? .zero
    let room =
      ends[ends.count - 1] - PlanDirectoryView.title - PlanDirectoryView.leastTitle - ends.count
    let column = MoneyColumn(
      for: largest, endingAt: ends[ends.count - 1], least: 12, room: room / ends.count)
    amounts =
      (ends.count > 1 ? [column.ending(at: column.start - 1)] : []) + [column]
  }

  /// Where titles begin, and the least columns that they have.
  private static let title = 9
  private static let leastTitle = 8

  /// What the amounts are in, where that is not pounds and pence.
  var mark: String { amounts.first?.precision.mark ?? "" }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    if let heading = layout.heading { drawHeading(row: heading, on: &canvas) }
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
      draw(directory.all[directory.shown[place]], row: row, on: &canvas)
    }
  }

  private var emptiness: String {
    let keymap = workbench.keymap
    return directory.filter.isEmpty
      ? "no plans yet: \(keymap.mention(.addPlan, in: .plans)) starts one, "
        + "`calloff import plan.yaml` takes some in"
      : "no plan fits the filter: \(keymap.mention(.showAll, in: .plans)) shows all"
  }

  private func drawHeading(row: Int, on canvas: inout Canvas) {
    canvas.write("trust", at: Position(row: row, column: 3), role: .heading)
    canvas.write("plan", at: Position(row: row, column: 9), role: .heading)
    for (title, column) in zip(["cost", "unfunded"], amounts) {
      canvas.writeRight(
        column.heading(title), row: row, endingAt: column.end, width: column.width, role: .heading)
    }
    if width >= 76 {
      canvas.write("findings", at: Position(row: row, column: width - 29), role: .heading)
      canvas.write("changed", at: Position(row: row, column: width - 16), role: .heading)
    }
  }

  private func draw(_ entry: PlanEntry, row: Int, on canvas: inout Canvas) {
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
    } else if !sessions(at: entry).isEmpty {
      canvas.write("@", at: Position(row: row, column: 2), role: .mark)
    }
    canvas.write(
      entry.header.trust.code, at: Position(row: row, column: 3), width: 5, role: .dim)
    canvas.write(
      "\(entry.header.title) · \(entry.header.trust.name)",
      at: Position(row: row, column: PlanDirectoryView.title),
      width: max(1, amounts[0].start - PlanDirectoryView.title - 2))
    canvas.write(summary.cost, in: amounts[0], row: row)
    guard amounts.count > 1 else { return }
    canvas.write(
      summary.unfunded, in: amounts[1], row: row,
      role: summary.unfunded == .zero ? .text : .unfunded)
    canvas.write(
      "\(summary.errors) \(summary.warnings) \(summary.notes)",
      at: Position(row: row, column: width - 29), width: 12)
    canvas.write(
      entry.changed.description, at: Position(row: row, column: width - 16), role: .dim)
  }

  private func sessions(at entry: PlanEntry) -> [OtherSession] {
    workbench.journal?.otherSessions.filter { $0.plan == entry.number } ?? []
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
    let here = sessions(at: entry).map { session in
      session.name + (session.line.map { " on \($0)" } ?? "")
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
    ] + (here.isEmpty ? [] : [("open now: \(here.joined(separator: ", "))", .message)])
      + (entry.document.map { [("for \($0)", Role.dim)] } ?? [])
  }
}
