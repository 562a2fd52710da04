import Canvas
import Procurement
import Validation

/// Funds, groups, or the plan's head: a field a row, and what it leads to under them.
struct PropertyListView {
  private let workbench: WorkbenchProgram
  private let screen: any PropertyScreen
  private let properties: [Property]
  private let focus: ListFocus
  /// The columns of amounts, on the screen of funds.
  private let columns: FundColumns
  /// The balances as they are shown there.
  private let balances: [FundBalance]
  private var plan: Plan { workbench.plan }
  private static let label = 14
  private static let usersShown = 12

  /// The fields on a screen of so many columns.
  init(_ workbench: WorkbenchProgram, _ screen: any PropertyScreen, columns: Int) {
    self.workbench = workbench
    self.screen = screen
    properties = screen.properties(of: workbench.plan)
    focus = screen.focus(in: workbench)
    let balances = screen.hasBalances ? workbench.assessment.balances : []
    let fundColumns = FundColumns(
      largest: balances.map(\.available).max() ?? .zero, columns: columns)
    self.columns = fundColumns
    let precision = fundColumns.available.precision
    self.balances = PropertyListView.shown(
      balances, covered: workbench.shownSplit(at: precision).covered, at: precision)
  }

  /// What the amounts are in, where that is not pounds and pence.
  var mark: String { columns.available.precision.mark }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    if let heading = layout.heading { drawHeading(row: heading, on: &canvas) }
    if properties.isEmpty {
      canvas.write(
        "none yet: \(workbench.keymap.mention(.addRecord, in: .records)) adds one",
        at: Position(row: layout.list.lowerBound, column: 3), role: .dim)
      canvas.cursor = Position(row: layout.list.lowerBound, column: 0)
    }
    for (place, row) in zip(focus.top..<properties.count, layout.list) {
      draw(properties[place], isFocused: place == focus.index, row: row, on: &canvas)
    }
    drawHidden(layout.list, on: &canvas)
  }

  private func drawHeading(row: Int, on canvas: inout Canvas) {
    if screen.hasBalances {
      columns.drawHeading(screen.title, row: row, on: &canvas)
    } else {
      canvas.write(screen.title, at: Position(row: row, column: 3), role: .heading)
    }
  }

  /// Marks that there are rows above and below, so that no year's money is overlooked.
  private func drawHidden(_ rows: Range<Int>, on canvas: inout Canvas) {
    if focus.top > 0 {
      canvas.write("↑", at: Position(row: rows.lowerBound, column: 1), role: .mark)
    }
    if focus.top + rows.count < properties.count, let last = rows.last {
      canvas.write("↓", at: Position(row: last, column: 2), role: .mark)
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
    var balance: FundBalance?
    if case .available(let fund, let year) = property {
      balance = shownBalance(ofFund: fund, in: year)
    }
    if isFocused, let editor = workbench.panes.top as? FieldEditor, editor.isFor(property) {
      let input = editor.isAmount ? columns.input : column..<canvas.size.columns
      TextInputView(editor.input, isValid: editor.fault == nil)
        .draw(on: &canvas, row: row, columns: input)
    } else if let balance {
      canvas.write(balance.available, in: columns.available, row: row)
    } else {
      canvas.write(property.text(in: plan), at: Position(row: row, column: column))
    }
    if let balance { columns.draw(balance, row: row, on: &canvas) }
  }

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

  private func shownBalance(ofFund fund: Int, in year: FinancialYear) -> FundBalance {
    balances.first { $0.fund == fund && $0.year == year }
      ?? workbench.assessment.balance(ofFund: fund, in: year)
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
