import Canvas
import Procurement
import Text
import Validation

/// The plan's funds: of each what it is, and year by year what is available, drawn and left, with
/// bars where there is room.
struct FundsView {
  private let workbench: WorkbenchProgram
  private let focus: Int
  private let grid: FundGrid
  private let table: FundTable
  /// The balances as they are shown, by fund and year.
  private let balances: [[FundBalance]]
  private var plan: Plan { workbench.plan }

  init(_ workbench: WorkbenchProgram, columns: Int) {
    self.workbench = workbench
    let (plan, assessment) = (workbench.plan, workbench.assessment)
    focus = workbench[FundsScreen.self].focus.index
    grid = FundGrid(plan)
    let years = plan.header.years
    let exact = plan.funds.indices.flatMap { fund in
      years.map { assessment.balance(ofFund: fund, in: $0) }
    }
    let largest = plan.funds.map { $0.available.values.reduce(.zero, +) }.max() ?? .zero
    let position = grid.position(of: focus)
    table = FundTable(
      largest: largest, years: years.count, around: position.row % 2 == 1 ? position.column : 0,
      columns: columns)
    let shown = FundsView.shown(
      exact, covered: workbench.shownSplit(at: table.precision).covered, at: table.precision)
    balances = plan.funds.indices.map { fund in
      Array(shown[fund * years.count..<(fund + 1) * years.count])
    }
  }

  /// What the amounts are in, where that is not pounds and pence.
  var mark: String { table.precision.mark }

  /// Balances as they are shown at a precision: what is drawn comes to what is shown as covered, and
  /// what is available is what is drawn and what is left.
  private static func shown(
    _ balances: [FundBalance], covered: Money, at precision: MoneyPrecision
  ) -> [FundBalance] {
    let amounts = balances.map { [$0.drawn, $0.available - $0.drawn] }
    let left = amounts.reduce(Money.zero) { $0 + $1[1] }
    let rows = RoundedTable(amounts, wholes: [covered, precision.rounded(left)], to: precision).rows
    return zip(balances, rows).map { balance, row in
      var balance = balance
      balance.drawn = row[0]
      balance.available = row[0] + row[1]
      return balance
    }
  }

  // MARK: Rows

  /// The rows of a fund: what it is, available, drawn and left, and bars where there is room.
  private func height(in area: Range<Int>) -> Int {
    area.count >= 10 || area.count >= 5 * plan.funds.count ? 5 : 4
  }

  /// The first row that is shown, of all rows of all funds: the focused fund is in sight.
  private func top(in area: Range<Int>) -> Int {
    let height = height(in: area)
    let fitting = max(1, area.count / height)
    let fund = grid.position(of: focus).row / 2
    let last = plan.funds.count * height - area.count
    let top = max(0, fund - fitting + 1) * height
    // Of a fund that does not fit by itself, the focused row stays in sight.
    let isAmount = grid.position(of: focus).row % 2 == 1
    return area.count < 2 && isAmount ? top + 1 : min(top, max(0, last + height))
  }

  /// Which rows of all funds are shown; nil where all are.
  func position(in area: Range<Int>) -> ListPosition? {
    ListPosition(
      top: top(in: area), visible: area.count, count: plan.funds.count * height(in: area))
  }

  /// The field at a position of the screen; nil where none is.
  func place(at position: Position, in area: Range<Int>) -> Int? {
    guard area.contains(position.row), !plan.funds.isEmpty else { return nil }
    let height = height(in: area)
    let row = top(in: area) + position.row - area.lowerBound
    let (fund, part) = (row / height, row % height)
    guard fund < plan.funds.count else { return nil }
    if part > 0 {
      let year = table.years.first { position.column <= table.column(of: $0).end }
      return (year ?? table.years.last).map { grid.rows[2 * fund + 1][$0] }
    }
    let heads = FundsView.heads(columns: workbench.size.columns)
    let head = heads.lastIndex { $0.lowerBound <= position.column } ?? 0
    return grid.rows[2 * fund][head]
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    if let heading = layout.heading { drawHeading(row: heading, on: &canvas) }
    if plan.funds.isEmpty {
      canvas.write(
        "none yet: \(workbench.keymap.mention(.addRecord, in: .records)) adds one",
        at: Position(row: layout.list.lowerBound, column: 3), role: .dim)
      canvas.cursor = Position(row: layout.list.lowerBound, column: 0)
    }
    let (height, top) = (height(in: layout.list), top(in: layout.list))
    let end = min(plan.funds.count * height, top + layout.list.count)
    for (row, screenRow) in zip(top..<max(top, end), layout.list) {
      draw(part: row % height, ofFund: row / height, row: screenRow, on: &canvas)
    }
  }

  private func drawHeading(row: Int, on canvas: inout Canvas) {
    canvas.write(
      mark.isEmpty ? "funds" : "funds \(mark)", at: Position(row: row, column: 3), role: .heading)
    table.drawHeading(plan.header.years.map(\.description), row: row, on: &canvas)
    let end = (table.hasTotal ? table.total : table.column(of: table.years.upperBound - 1)).end
    guard canvas.size.columns - end >= 18 else { return }
    AmountBar.drawLegend(
      [(.covered, "drawn"), (.left, "left")], at: Position(row: row, column: end + 2),
      on: &canvas)
  }

  private func draw(part: Int, ofFund fund: Int, row: Int, on canvas: inout Canvas) {
    switch part {
    case 0: drawHead(ofFund: fund, row: row, on: &canvas)
    case 1: drawAvailable(ofFund: fund, row: row, on: &canvas)
    case 2: drawAmounts("drawn", ofFund: fund, row: row, on: &canvas) { $0.drawn }
    case 3: drawAmounts("left", ofFund: fund, row: row, on: &canvas) { $0.available - $0.drawn }
    default: drawBars(ofFund: fund, row: row, on: &canvas)
    }
  }

  /// Where id, name, what is paid and certainty are.
  private static func heads(columns: Int) -> [Range<Int>] {
    let certainty = max(22, columns - 10)
    let pays = certainty - 9
    let name = min(columns < 70 ? 11 : 20, pays - 1)
    let end = max(certainty, columns)
    return [3..<name - 1, name..<pays - 1, pays..<certainty - 1, certainty..<end]
  }

  private func drawHead(ofFund fund: Int, row: Int, on canvas: inout Canvas) {
    let places = grid.rows[2 * fund]
    let properties: [Property] = [
      .fundID(fund), .fundName(fund), .fundPays(fund), .fundCertainty(fund),
    ]
    let cells = FundsView.heads(columns: canvas.size.columns)
    for ((property, columns), place) in zip(zip(properties, cells), places) {
      if place == focus, drawFocus(on: property, row: row, columns, on: &canvas) { continue }
      canvas.write(
        property.text(in: plan), at: Position(row: row, column: columns.lowerBound),
        width: columns.count,
        role: place == focus ? .selected : property.isHead ? .heading : .text)
    }
  }

  /// Marks the focused row, and puts the cursor onto the cell; true where something is typed there.
  private func drawFocus(
    on property: Property, row: Int, _ columns: Range<Int>, on canvas: inout Canvas
  ) -> Bool {
    canvas.write(">", at: Position(row: row, column: 0), role: .mark)
    canvas.cursor = Position(row: row, column: columns.lowerBound)
    guard let editor = workbench.panes.top as? FieldEditor, editor.isFor(property) else {
      return false
    }
    TextInputView(editor.input, isValid: editor.fault == nil)
      .draw(on: &canvas, row: row, columns: columns)
    return true
  }

  private func drawAvailable(ofFund fund: Int, row: Int, on canvas: inout Canvas) {
    let places = grid.rows[2 * fund + 1]
    drawAmounts("available", ofFund: fund, row: row, on: &canvas) { $0.available }
    guard let column = places.firstIndex(of: focus), table.years.contains(column) else { return }
    let property = Property.available(fund, plan.header.years[column])
    if drawFocus(on: property, row: row, table.cell(of: column), on: &canvas) { return }
    canvas.write(
      balances[fund][column].available, in: table.column(of: column), row: row, role: .selected)
  }

  private func drawAmounts(
    _ label: String, ofFund fund: Int, row: Int, on canvas: inout Canvas,
    _ amount: (FundBalance) -> Money
  ) {
    canvas.write(label, at: Position(row: row, column: 4), role: .dim)
    let amounts = balances[fund].map(amount)
    for year in table.years { canvas.write(amounts[year], in: table.column(of: year), row: row) }
    if table.hasTotal { canvas.write(amounts.reduce(.zero, +), in: table.total, row: row) }
  }

  private func drawBars(ofFund fund: Int, row: Int, on canvas: inout Canvas) {
    for year in table.years {
      drawBar(balances[fund][year], table.cell(of: year), row, on: &canvas)
    }
    guard table.hasTotal, var sum = balances[fund].first else { return }
    for balance in balances[fund].dropFirst() {
      sum.available += balance.available
      sum.drawn += balance.drawn
    }
    drawBar(sum, table.total.start..<table.total.end, row, on: &canvas)
  }

  private func drawBar(
    _ balance: FundBalance, _ columns: Range<Int>, _ row: Int, on canvas: inout Canvas
  ) {
    AmountBar(columns: columns, greatest: balance.available).draw(
      [(.covered, balance.drawn), (.left, balance.available - balance.drawn)], row: row,
      on: &canvas)
  }
}
