import Canvas
import Procurement
import Text
import Validation

/// A portfolio: the open node with all above it, and below them its parts, one a row.
struct PortfolioView {
  private let workbench: WorkbenchProgram

  init(_ workbench: WorkbenchProgram) {
    self.workbench = workbench
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    guard let portfolio = workbench.portfolio else {
      drawNothing(on: &canvas, layout)
      return
    }
    let table = NodeTable(portfolio, width: layout.size.columns)
    if let heading = layout.heading { table.drawHeading(row: heading, on: &canvas) }
    LevelsView(portfolio, portfolio.path).draw(on: &canvas, rows: layout.head)
    let top = portfolio.focus.top
    canvas.cursor = Position(
      row: layout.list.lowerBound + max(0, portfolio.focus.index - top), column: 0)
    if portfolio.rows.isEmpty {
      canvas.write(
        portfolio.filter == nil
          ? "no plans"
          : "no part fits the filter: \(workbench.keymap.mention(.showAll, in: .portfolio)) shows all",
        at: Position(row: layout.list.lowerBound, column: 3), role: .dim)
    }
    let greatest = portfolio.known.greatest(of: portfolio) { table.greatest(of: $0) }
    for (place, row) in zip(top..<max(top, portfolio.rows.count), layout.list) {
      if place == portfolio.focus.index {
        canvas.write(">", at: Position(row: row, column: 0), role: .mark)
      }
      let node = portfolio.rows[place]
      if let sign = sign(of: node, in: portfolio) {
        canvas.write(sign, at: Position(row: row, column: 2), role: .message)
      }
      table.draw(node, row: row, greatest: greatest, on: &canvas)
    }
  }

  /// The sign of a plan that is open, or not written to its document.
  private func sign(of node: Int, in portfolio: OpenPortfolio) -> String? {
    guard let plan = portfolio.tree.nodes[node].plan else { return nil }
    if plan == portfolio.openPlan, workbench.isPlanOpen { return "@" }
    return portfolio.unwritten.contains(plan) ? "~" : nil
  }

  private func drawNothing(on canvas: inout Canvas, _ layout: Layout) {
    let keymap = workbench.keymap
    canvas.cursor = Position(row: layout.list.lowerBound, column: 0)
    guard workbench.panes.isEmpty else { return }
    canvas.writeWrapped(
      "no portfolio: `calloff FOLDER` opens the plan documents of a folder; "
        + (workbench.journal == nil
          ? "" : "\(keymap.mention(.openPortfolio, in: .portfolio)) opens all plans of the store"),
      rows: layout.list, columns: 3..<layout.size.columns, role: .dim)
  }

  // MARK: The focused part

  func drawDetail(on canvas: inout Canvas, _ layout: Layout) {
    guard let portfolio = workbench.portfolio, let node = portfolio.focused else { return }
    var rows = layout.detail
    for text in workbench.words(ofNode: node, in: portfolio) where !rows.isEmpty {
      let used = canvas.writeWrapped(
        text, rows: rows, columns: 0..<layout.size.columns, hanging: 2)
      rows = rows.dropFirst(used)
    }
  }

  /// What trusts pay in the year of the programme's figure, and what the signs of bars mean.
  func drawTotals(on canvas: inout Canvas, _ layout: Layout) {
    guard let portfolio = workbench.portfolio else { return }
    let row = layout.totals.lowerBound
    if let figure = portfolio.index.programme.figures.first {
      canvas.write(
        share(of: figure, portfolio, layout.size.columns), at: Position(row: row, column: 0))
    }
    guard layout.size.columns >= 60 else { return }
    let start = canvas.write("bar:", at: Position(row: row + 1, column: 0), role: .heading)
    let words = zip(AmountBar.Part.ofSplit, [NodeColumn.programme, .covered, .unfunded])
    AmountBar.drawLegend(
      words.map { ($0, $1.rawValue) }, at: Position(row: row + 1, column: start + 1), on: &canvas)
  }

  /// What trusts pay of what is expected, in the words and as exactly as it fits.
  private func share(of figure: Figure, _ portfolio: OpenPortfolio, _ width: Int) -> String {
    let expected = portfolio.assessment.sums(of: portfolio.node).expected
    let year = figure.year.map { " in \($0.description)" } ?? ""
    let part = "\(percentage(expected, of: figure.money)) of"
    let exact = MoneyPrecision(exactFor: [expected, figure.money])
    let texts = exact.andCoarser.flatMap { precision in
      let mark = precision == exact ? "" : precision.mark + " "
      let (paid, whole) = (precision.text(expected), precision.text(figure.money))
      let sum = "trusts pay \(mark)\(paid)\(year)"
      return [
        "\(portfolio.shortName(of: portfolio.node)): \(sum), \(part) the \(whole) expected",
        "\(sum), \(part) the \(whole) expected", "\(sum), \(part) \(whole)",
        "\(mark)\(paid)\(year), \(part) \(whole)",
      ]
    }
    return texts.first { VisibleText.width(of: $0) <= width } ?? part
  }

  /// Per cent with two decimals.
  private func percentage(_ part: Money, of whole: Money) -> String {
    guard whole.pence > 0 else { return "-" }
    let hundredths = part.parts(of: whole, cutInto: 10_000)
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
  }
}
