import Canvas
import Procurement
import Stores
import Text
import Validation

/// The plans of the store, one a row, and under them the focused one in full.
struct PlanDirectoryView {
  private let workbench: WorkbenchProgram
  private let columns: PlanColumns
  private var directory: PlanDirectory { workbench.directory }

  /// The plans on a screen of so many columns.
  init(_ workbench: WorkbenchProgram, columns: Int) {
    self.workbench = workbench
    // All plans, also those that are not shown: scrolling and filters leave the columns as they are.
    let largest = workbench.directory.all.map(\.summary.cost).max() ?? .zero
    self.columns = PlanColumns(width: columns, largest: largest)
  }

  /// What the amounts are in, where that is not pounds and pence.
  var mark: String { columns.cost.precision.mark }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    if let heading = layout.heading { columns.drawHeading(row: heading, on: &canvas) }
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

  private func draw(_ entry: PlanEntry, row: Int, on canvas: inout Canvas) {
    if entry.damage != nil {
      canvas.write(
        Severity.error.sign, at: Position(row: row, column: 1), role: Severity.error.role)
      canvas.write(
        "plan \(entry.number) is damaged", at: Position(row: row, column: PlanColumns.title),
        role: .messageError)
      return
    }
    if let sign = entry.summary.worst {
      canvas.write(sign.sign, at: Position(row: row, column: 1), role: sign.role)
    }
    if entry.isFrozen {
      canvas.write("#", at: Position(row: row, column: 2), role: .mark)
    } else if !sessions(at: entry).isEmpty {
      canvas.write("@", at: Position(row: row, column: 2), role: .mark)
    }
    canvas.write(
      entry.header.trust.code, at: Position(row: row, column: 3), width: 5, role: .dim)
    if directory.marks.contains(entry.number) {
      canvas.write("=", at: Position(row: row, column: 8), role: .mark)
    }
    columns.draw(entry, status: entry.status(among: directory), row: row, on: &canvas)
  }

  private func sessions(at entry: PlanEntry) -> [OtherSession] {
    workbench.journal?.otherSessions.filter { $0.plan == entry.number } ?? []
  }

  func drawDetail(on canvas: inout Canvas, _ layout: Layout) {
    guard let entry = directory.entry else { return }
    drawDetail(of: entry, on: &canvas, layout)
  }

  /// Draws all there is to say of a plan.
  func drawDetail(of entry: PlanEntry, on canvas: inout Canvas, _ layout: Layout) {
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
          + "\(counted(summary.notes, "note")), \(summary.waived) waived; \(filing(of: entry))",
        .text
      ),
      (
        "changed \(entry.changed) by \(entry.author.nameAndHost)"
          + (entry.isFrozen ? "; frozen" : ""), .dim
      ),
    ] + (here.isEmpty ? [] : [("open now: \(here.joined(separator: ", "))", .message)])
      + (entry.document.map { [("for \($0)", Role.dim)] } ?? [])
  }

  /// Where the plan belongs, and whether it counts in portfolios.
  private func filing(of entry: PlanEntry) -> String {
    if let scenario = entry.filing.scenario {
      let parent = directory.all.first { $0.number == scenario.parent }
      return "scenario `\(scenario.name)` of `\(parent?.header.title ?? "plan \(scenario.parent)")`"
    }
    if entry.filing.isArchived { return "archived; portfolios leave it out" }
    if entry.filing.isChosen { return "in portfolios it counts, and no other plan of its trust" }
    return directory.counts(entry)
      ? "counts in portfolios" : "left out of portfolios: another plan of its trust is chosen"
  }
}
