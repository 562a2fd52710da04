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
      canvas.write("too small: \(Layout.least.columns)x\(Layout.least.rows)", at: .origin)
      return canvas
    }
    drawTitle(on: &canvas, layout)
    if case .loading(let loading) = panes.last {
      LoadingView(loading).draw(on: &canvas, layout)
      bottomArea(columns: size.columns).draw(on: &canvas, bottom: layout.bottom)
      return canvas
    }
    switch screen {
    case .plan:
      if let portfolio {
        LevelsView(portfolio, portfolio.levelsAbovePlan).draw(on: &canvas, rows: layout.head)
      }
      PlanListView(self).draw(on: &canvas, layout)
    case .browse: BrowseView(self).draw(on: &canvas, layout)
    case .findings: FindingsView(self).draw(on: &canvas, layout)
    case .funding, .groups, .trust:
      RecordsView(self, columns: size.columns).draw(on: &canvas, layout)
    case .history: PastView(self).draw(on: &canvas, layout)
    case .portfolio: PortfolioView(self).draw(on: &canvas, layout)
    case .plans: PlansView(self, columns: size.columns).draw(on: &canvas, layout)
    }
    if let rule = layout.rule { canvas.rule(row: rule) }
    drawDetail(on: &canvas, layout)
    drawFoot(on: &canvas, layout)
    return canvas
  }

  /// Draws the totals, and under them the bottom area. Where that takes more than its row the totals
  /// move up over details, but never over the focused row.
  private func drawFoot(on canvas: inout Canvas, _ layout: Layout) {
    let bottom = bottomArea(columns: layout.size.columns)
    let lower = layout.raisingTotals(
      by: bottom.rowCount(columns: layout.size.columns) - 1, below: canvas.cursor?.row ?? 0)
    if lower != layout { (lower.totals.lowerBound..<layout.size.rows).forEach { canvas.clear($0) } }
    if screen == .portfolio {
      PortfolioView(self).drawTotals(on: &canvas, lower)
    } else if isPlanOpen {
      totals(columns: layout.size.columns).draw(on: &canvas, lower)
    }
    bottom.draw(on: &canvas, bottom: layout.bottom)
  }

  /// The plan's sums.
  private func totals(columns: Int) -> TotalsView {
    TotalsView(assessment, columns: columns, shown: shownSplit)
  }

  /// What is shown of the plan's sums at a precision: in a portfolio as a part of it, as in the levels
  /// above.
  func shownSplit(at precision: MoneyPrecision) -> Split {
    if let portfolio, let plan = portfolio.openPlan {
      return portfolio.split(ofPlan: plan, at: precision)
    }
    return assessment.totals.all.rounded(to: precision)
  }

  private func drawTitle(on canvas: inout Canvas, _ layout: Layout) {
    let mark = layout.heading == nil ? moneyMark(columns: layout.size.columns) : ""
    let state = (states + [mark]).filter { !$0.isEmpty }.joined(separator: " · ")
    canvas.write(
      title, at: .origin, width: max(1, layout.size.columns - VisibleText.width(of: state) - 1),
      role: .title)
    canvas.writeRight(
      state, row: layout.title, endingAt: layout.size.columns,
      width: layout.size.columns, role: .message)
  }

  /// What the amounts of the list are in, where that is not pounds and pence.
  private func moneyMark(columns: Int) -> String {
    switch screen {
    case .plans: PlansView(self, columns: columns).mark
    case .funding: RecordsView(self, columns: columns).mark
    case .portfolio:
      portfolio.map { NodeTable($0, [], width: columns).mark } ?? ""
    case .plan, .browse, .findings, .groups, .trust, .history: ""
    }
  }

  private var title: String {
    if screen == .portfolio {
      guard !isLoading else { return "calloff: portfolio" }
      let path = portfolio.map { portfolio in portfolio.path.map(portfolio.name(of:)) } ?? []
      return path.isEmpty ? "calloff: portfolio" : path.joined(separator: " › ")
    }
    guard isPlanOpen else { return "calloff: the plans of the store" }
    let trust = plan.header.trust
    let cluster = assessment.index.programme.cluster(trust.cluster)
    return [
      plan.header.title, "\(trust.code) \(trust.name)", cluster?.name ?? trust.cluster,
      cluster?.lsp ?? "",
    ].joined(separator: " · ")
  }

  /// What is not as usual of the rows: that some are left out, and that some are marked.
  var rowStates: [String] {
    var states: [String] = []
    if screen == .plan || screen == .findings, let filter = lines.filter {
      let text = VisibleText.clipped(filter.text, to: 24)
      states.append("`\(text)` \(rowCount) of \(counted(plan.lines.count, "line"))")
    } else if screen == .history, !past.filterText.isEmpty {
      states.append("`\(VisibleText.clipped(past.filterText, to: 24))`")
    } else if screen == .portfolio, let portfolio {
      if let filter = portfolio.filter {
        let parts = portfolio.tree.nodes[portfolio.node].children.count
        states.append(
          "`\(VisibleText.clipped(filter.text, to: 24))` \(portfolio.rows.count) of \(parts)")
      }
      if !portfolio.leftOut.isEmpty { states.append("some left out") }
    } else if screen == .plans, !directory.filter.isEmpty {
      states.append(
        "`\(VisibleText.clipped(directory.filter, to: 24))` \(directory.shown.count) of "
          + counted(directory.all.count, "plan"))
    } else if screen == .browse, !catalogue.filter.isEmpty {
      states.append("`\(VisibleText.clipped(catalogue.filter, to: 24))`")
    }
    if lines.markedCount > 0 { states.append("\(lines.markedCount) marked") }
    return states
  }

  /// The same, and whether work is not written.
  private var states: [String] {
    var states = rowStates
    if let present { states.append("as of \(present.moment)") }
    if let journal {
      let here = journal.companionsHere.count
      if here > 0 { states.append("\(here) other\(here == 1 ? "" : "s") here") }
      if journal.access.hindrance != nil { states.append("read-only") }
      if journal.isFrozen { states.append("frozen") }
      if !journal.outbox.isEmpty { states.append("not stored") }
    }
    guard isPlanOpen else { return states }
    if isModified {
      states.append(journal == nil ? "modified" : "not written")
    } else if documentName == nil, journal == nil {
      states.append("no file yet")
    }
    return states
  }

  private func drawDetail(on canvas: inout Canvas, _ layout: Layout) {
    let form = panes.lazy.compactMap { pane in
      if case .form(let form) = pane { form } else { nil }
    }.first
    switch panes.last {
    case .choices(let menu): ChoiceView(menu).draw(on: &canvas, layout)
    case .help(let list): ActionListView(list).draw(on: &canvas, layout)
    case .pasted(let pasted): PastedRowsView(pasted, assessment).draw(on: &canvas, layout)
    case .field(let editor) where editor.isFilter:
      FilterHelpView(screen).draw(on: &canvas, rows: layout.detail)
    case .merge(let merge): MergeView(merge).draw(on: &canvas, layout)
    case .explanation(let pane): ExplanationView(pane).draw(on: &canvas, layout)
    default:
      if let form {
        FormView(self, form).draw(on: &canvas, layout)
      } else {
        drawScreenDetail(on: &canvas, layout)
      }
    }
  }

  private func drawScreenDetail(on canvas: inout Canvas, _ layout: Layout) {
    switch screen {
    case .plan:
      LineDetailView(
        assessment, hasLine ? place : plan.lines.count,
        news: hasLine ? journal?.news(of: plan.lines[place].id) ?? [] : []
      ).draw(on: &canvas, rows: layout.detail)
      canvas.cursor = canvas.cursor ?? focusedRow(layout)
    case .browse: BrowseView(self).drawDetail(on: &canvas, layout)
    case .findings: FindingsView(self).drawDetail(on: &canvas, layout)
    case .funding, .groups, .trust:
      RecordsView(self, columns: layout.size.columns).drawDetail(on: &canvas, layout)
    case .history: PastView(self).drawDetail(on: &canvas, layout)
    case .portfolio: PortfolioView(self).drawDetail(on: &canvas, layout)
    case .plans: PlansView(self, columns: layout.size.columns).drawDetail(on: &canvas, layout)
    }
  }

  private func focusedRow(_ layout: Layout) -> Position {
    Position(row: layout.list.lowerBound + lines.focus.index - lines.focus.top, column: 0)
  }
}

extension Position {
  static let origin = Position(row: 0, column: 0)
}
