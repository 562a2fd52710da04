public import Canvas
import Procurement
import Text
import Validation

extension WorkbenchProgram {
  /// The smallest terminal on which there is something to see.
  public static var leastSize: Size { Layout.least }

  /// Shows the present state.
  public func view(size: Size) -> Canvas {
    var canvas = Canvas(size: size)
    let layout = layout(for: size)
    guard !layout.isTooSmall else {
      canvas.write(
        "terminal too small: at least \(Layout.least.columns)×\(Layout.least.rows)", at: .origin)
      return canvas
    }
    drawHead(on: &canvas, layout)
    if let pane = panes.top, pane.coversList {
      _ = pane.draw(on: &canvas, layout, in: self)
      bottomArea(columns: size.columns).draw(on: &canvas, bottom: layout.bottom)
      return canvas
    }
    screens.shown.draw(on: &canvas, layout, in: self)
    drawDetail(on: &canvas, layout)
    highlightFocusedRow(on: &canvas)
    drawFoot(on: &canvas, layout)
    return canvas
  }

  /// Highlights the start of the row that has the sign of the focus; its first columns say which row
  /// it is, and the rest stays cheap to move over.
  private func highlightFocusedRow(on canvas: inout Canvas) {
    guard settings.display.row == .highlight, let cursor = canvas.cursor,
      canvas[row: cursor.row, column: 0].scalar == UInt32(UInt8(ascii: ">"))
    else { return }
    let start = LineTable.first
    canvas.emphasise(row: cursor.row, columns: start..<start + 20, as: .focused)
  }

  /// Draws the totals, and under them the bottom area. Where that takes more than its row the totals
  /// move up over details, but never over the focused row.
  private func drawFoot(on canvas: inout Canvas, _ layout: Layout) {
    let bottom = bottomArea(columns: layout.size.columns)
    let lower = layout.raisingTotals(
      by: bottom.rowCount(columns: layout.size.columns) - 1, below: canvas.cursor?.row ?? 0)
    if lower != layout { (lower.totals.lowerBound..<layout.size.rows).forEach { canvas.clear($0) } }
    screens.shown.drawTotals(on: &canvas, lower, in: self)
    bottom.draw(on: &canvas, bottom: layout.bottom)
  }

  /// Draws the plan's sums, where one is open.
  func drawPlanTotals(on canvas: inout Canvas, _ layout: Layout) {
    guard isPlanOpen else { return }
    if let held = editor.held { return HeldTotalsView(held, assessment).draw(on: &canvas, layout) }
    TotalsView(assessment, columns: layout.size.columns, shown: shownSplit)
      .draw(on: &canvas, layout)
  }

  /// What is shown of the plan's sums at a precision: in a portfolio as a part of it, as in the levels
  /// above.
  func shownSplit(at precision: MoneyPrecision) -> Split {
    if let portfolio, let plan = portfolio.openPlan {
      return portfolio.split(ofPlan: plan, at: precision)
    }
    return assessment.totals.all.rounded(to: precision)
  }

  /// Draws the bar of screens, what is open and, on the rule where there is one, which rows are
  /// shown. Where there is little room these share a row.
  private func drawHead(on canvas: inout Canvas, _ layout: Layout) {
    let bar = ScreenBar(self, on: layout)
    bar.draw(on: &canvas)
    if let rule = layout.rule { canvas.rule(row: rule) }
    let mark =
      layout.heading == nil
      ? screens.shown.moneyMark(columns: layout.size.columns, in: self) : ""
    let rows = rowStates(in: layout)
    let heading = screens.shown.heading(in: self)
    let columns = 0..<layout.size.columns
    guard let title = layout.title, title != layout.rule else {
      let start = layout.title == nil ? bar.end + 1 : 0
      StatusRow(title: heading, states: rows.map { states + [mark] + $0 })
        .draw(on: &canvas, row: layout.status, columns: start..<layout.size.columns)
      return
    }
    StatusRow(title: heading, states: [states]).draw(on: &canvas, row: title, columns: columns)
    StatusRow(states: rows).draw(on: &canvas, row: layout.status, columns: columns)
  }

  /// What there is to say of the rows that are shown: how they are chosen, what they come to, and
  /// which part of the list they are; the longest words first.
  private func rowStates(in layout: Layout) -> [[String]] {
    let position =
      if let pane = panes.top, pane.isList {
        pane.rows(in: layout).flatMap(ListPosition.init)
      } else {
        screens.shown.position(in: layout, of: self)
      }
    let end = [position?.text].compactMap(\.self)
    let figures = screens.shown.figures(in: self)?.variants ?? [[]]
    return figures.map { screens.shown.rowStates(in: self) + $0 + end }
  }

  /// What a title row says of the open plan.
  var planHeading: String {
    guard isPlanOpen else { return "calloff: the plans of the store" }
    let trust = plan.header.trust
    let cluster = assessment.index.programme.cluster(trust.cluster)
    return [
      plan.header.title, "\(trust.code) \(trust.name)", cluster?.name ?? trust.cluster,
      cluster.map { assessment.names.supplier($0.lsp) } ?? "",
    ].joined(separator: " · ")
  }

  /// What is not as usual of the rows, in words: how they are chosen, and what they come to.
  var rowStates: [String] {
    screens.shown.rowStates(in: self) + (screens.shown.figures(in: self)?.variants.first ?? [])
  }

  /// What is not as usual of the plan: that an earlier state is shown, or that work is not written.
  private var states: [String] {
    var states: [String] = []
    if let present { states.append("as of \(present.moment)") }
    if isReadOnly, journal?.access.disabledReason == nil { states.append("read-only") }
    if let journal {
      let here = journal.sessionsHere.count
      if here > 0 { states.append("\(here) other\(here == 1 ? "" : "s") here") }
      if journal.access.disabledReason != nil { states.append("read-only") }
      if journal.isFrozen { states.append("frozen") }
      if !journal.outbox.isEmpty, !isTryingOut { states.append("not stored") }
    }
    if isTryingOut { states.append("what if") }
    if isPlanOpen, let name = openScenarioName { states.append("scenario \(name)") }
    guard isPlanOpen else { return states }
    if isModified {
      states.append(journal == nil ? "modified" : "not written")
    } else if document.name == nil, journal == nil {
      states.append("no file yet")
    }
    return states
  }

  /// Draws the topmost pane that has something to draw, or else the details of the screen.
  private func drawDetail(on canvas: inout Canvas, _ layout: Layout) {
    for pane in panes.all.reversed() where pane.draw(on: &canvas, layout, in: self) { return }
    screens.shown.drawDetail(on: &canvas, layout, in: self)
  }
}

extension Position {
  static let origin = Position(row: 0, column: 0)
}
