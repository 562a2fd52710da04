import Canvas
import Procurement
import Validation

/// The fields of a line as a form, with the verdict and the findings under them.
struct FormView {
  private let workbench: WorkbenchProgram
  private let form: LineForm
  private let editor: FieldEditor?
  private let line: PlanLine
  /// The alternative that is shown; nil for the line itself.
  private let alternative: Alternative?
  /// What is shown: the line, or as its alternative has it.
  private let shown: PlanLine
  private static let label = 14

  /// A row of the form.
  private enum Row {
    case fields([FormField])
    /// The sums of the amounts above it.
    case total
  }

  init(_ workbench: WorkbenchProgram, _ form: LineForm) {
    self.workbench = workbench
    self.form = form
    line = workbench.plan.lines[workbench.place]
    alternative = form.alternative.flatMap(line.alternative)
    shown = alternative.map(line.taking) ?? line
    editor = workbench.panes.top as? FieldEditor
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    let rows = workbench.rows(of: form)
    var area = layout.detail
    if alternative != nil, area.count > 4 {
      canvas.write(
        "alternative \(form.alternative ?? "") of \(line.id); what is in brackets is as on the line",
        at: Position(row: area.lowerBound, column: 0), role: .heading)
      area = area.dropFirst()
    }
    let costs = rows.lastIndex { $0[0].isAmount } ?? rows.endIndex - 1
    let all = rows[...costs].map(Row.fields) + [.total] + rows[(costs + 1)...].map(Row.fields)
    let (row, column) = form.position(in: rows)
    let count = min(all.count, max(1, area.count - 3))
    let top = max(0, min(row + (row > costs ? 1 : 0) - count / 2, all.count - count))
    for (part, screenRow) in zip(all[top...], area.prefix(count)) {
      switch part {
      case .fields(let fields):
        draw(fields, focused: rows[row][column], around: column, row: screenRow, on: &canvas)
      case .total: drawTotal(around: column, row: screenRow, on: &canvas)
      }
    }
    let end = canvas.size.columns - 1
    if top > 0 {
      canvas.write("↑", at: Position(row: area.lowerBound, column: end), role: .mark)
    }
    if top + count < all.count, count > 1 || top == 0 {
      let last = area.lowerBound + count - 1
      canvas.write("↓", at: Position(row: last, column: end), role: .mark)
    }
    drawOutcome(rows: area.lowerBound + count..<area.upperBound, on: &canvas)
  }

  /// What the rules say of the line, or would say of it with the alternative.
  private func drawOutcome(rows: Range<Int>, on canvas: inout Canvas) {
    guard alternative != nil else {
      LineDetailView(workbench.assessment, workbench.place).draw(on: &canvas, rows: rows)
      return
    }
    canvas.writeWrapped(
      workbench.outcomeInWords(ofLine: shown), rows: rows, columns: 0..<canvas.size.columns)
  }

  private func draw(
    _ fields: [FormField], focused: FormField, around column: Int, row: Int,
    on canvas: inout Canvas
  ) {
    if case .amount(_, let kind) = fields.first?.base {
      let years = years(around: column, columns: canvas.size.columns)
      drawAmounts(fields, kind, focused: focused, years, row: row, on: &canvas)
      return
    }
    let width = canvas.size.columns / fields.count
    for (place, field) in fields.enumerated() {
      let start = place * width
      canvas.write(
        field.base.title, at: Position(row: row, column: start),
        role: role(ofLabel: field, .heading))
      draw(
        field, isFocused: field == focused, row: row,
        columns: start + FormView.label..<start + width - 1, on: &canvas)
    }
  }

  /// The years that are shown of both kinds of cost and of the totals.
  private func years(around column: Int, columns: Int) -> FormYears {
    let cost = shown.cost
    let amounts = cost.amounts.map(\.money) + [cost.total(of: .capital), cost.total(of: .revenue)]
    let widest = (amounts + [cost.total]).map { AmountText.shown($0).count }.max() ?? 0
    return FormYears(
      count: workbench.plan.header.years.count, around: column, amount: widest, columns: columns)
  }

  /// A kind's amounts, year beside year; where not all years fit, those around the focused one,
  /// which are the same for all kinds. Behind them is their sum, where there is room.
  private func drawAmounts(
    _ fields: [FormField], _ kind: CostKind, focused: FormField, _ years: FormYears, row: Int,
    on canvas: inout Canvas
  ) {
    canvas.write(kind.rawValue, at: Position(row: row, column: 0), role: .heading)
    for place in years.shown {
      guard case .amount(let year, _) = fields[place].base else { continue }
      canvas.write(
        year.description, at: Position(row: row, column: years.nameStart(of: place)),
        role: role(ofLabel: fields[place], .dim))
      draw(
        fields[place], isFocused: fields[place] == focused, row: row,
        columns: years.amountColumns(of: place), on: &canvas)
    }
    drawSum(shown.cost.total(of: kind), years, row: row, on: &canvas)
    years.drawMarks(row: row, on: &canvas)
  }

  /// The sums of both kinds, year by year and of all years.
  private func drawTotal(around column: Int, row: Int, on canvas: inout Canvas) {
    canvas.write("total", at: Position(row: row, column: 0), role: .heading)
    let years = years(around: column, columns: canvas.size.columns)
    for place in years.shown {
      let year = workbench.plan.header.years[place]
      let sum = CostKind.allCases.reduce(Money.zero) { $0 + shown.cost[year, $1] }
      let columns = years.amountColumns(of: place)
      canvas.write(
        year.description, at: Position(row: row, column: years.nameStart(of: place)), role: .dim)
      write(sum, columns, row: row, on: &canvas)
    }
    drawSum(shown.cost.total, years, row: row, on: &canvas)
  }

  private func drawSum(_ sum: Money, _ years: FormYears, row: Int, on canvas: inout Canvas) {
    guard let total = years.totalColumns else { return }
    canvas.write(
      "total", at: Position(row: row, column: total.lowerBound - FormYears.total), role: .dim)
    write(sum, total, row: row, on: &canvas)
  }

  private func write(_ money: Money, _ columns: Range<Int>, row: Int, on canvas: inout Canvas) {
    let text = text(of: money, columns: columns.count)
    canvas.write(
      text.isEmpty ? "-" : text, at: Position(row: row, column: columns.lowerBound),
      width: columns.count, role: text.isEmpty ? .dim : .text)
  }

  /// The label of the field that is typed into is highlighted; the text itself stays cheap to redraw.
  private func role(ofLabel field: FormField, _ usual: Role) -> Role {
    editor?.field == field ? .selected : usual
  }

  private func draw(
    _ field: FormField, isFocused: Bool, row: Int, columns: Range<Int>, on canvas: inout Canvas
  ) {
    if isFocused, let editor, editor.field == field {
      TextInputView(editor.input, isValid: editor.fault == nil)
        .draw(on: &canvas, row: row, columns: columns)
      return
    }
    let text = text(of: field, columns: columns.count)
    let isLeft = alternative?.leaves(field.base) ?? false
    let place = Position(row: row, column: columns.lowerBound)
    canvas.write(
      text.isEmpty ? "-" : text, at: place, width: columns.count,
      role: isFocused ? .selected : text.isEmpty || isLeft ? .dim : .text)
    if isFocused { canvas.cursor = place }
  }

  /// What a field holds; an amount that does not fit is rounded and says so.
  private func text(of field: FormField, columns: Int) -> String {
    let text = workbench.assessment.names.text(of: field.base, in: shown)
    if field.alternative != nil, field.base == .value(.id) { return line.text(of: field) }
    if alternative?.leaves(field.base) ?? false { return text.isEmpty ? "" : "(\(text))" }
    guard case .amount(let year, let kind) = field.base else { return text }
    return self.text(of: shown.cost[year, kind], columns: columns)
  }

  private func text(of money: Money, columns: Int) -> String {
    let amount = AmountText.shown(money)
    guard amount.count > columns else { return amount }
    let precision = MoneyPrecision(
      fitting: money, width: columns - MoneyPrecision.billions.mark.count - 1)
    return "\(precision.mark) \(precision.text(money))"
  }
}
