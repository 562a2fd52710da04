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
    let count = min(rows.count, max(1, area.count - 3))
    let top = max(0, min(form.row - count / 2, rows.count - count))
    for (fields, row) in zip(rows[top...], area.prefix(count)) {
      draw(fields, focused: form.field(in: rows), row: row, on: &canvas)
    }
    let end = canvas.size.columns - 1
    if top > 0 {
      canvas.write("↑", at: Position(row: area.lowerBound, column: end), role: .mark)
    }
    if top + count < rows.count, count > 1 || top == 0 {
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
    _ fields: [FormField], focused: FormField, row: Int, on canvas: inout Canvas
  ) {
    if case .amount(_, let kind) = fields.first?.base {
      drawAmounts(fields, kind, focused: focused, row: row, on: &canvas)
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

  /// A kind's amounts, year beside year; where not all years fit, those around the focused one,
  /// which are the same for all kinds.
  private func drawAmounts(
    _ fields: [FormField], _ kind: CostKind, focused: FormField, row: Int,
    on canvas: inout Canvas
  ) {
    canvas.write(kind.rawValue, at: Position(row: row, column: 0), role: .heading)
    let amounts = shown.cost.amounts.map { AmountText.shown($0.money).count }
    let years = FormYears(
      count: fields.count, around: form.column, amount: amounts.max() ?? 0,
      columns: canvas.size.columns)
    for place in years.shown {
      guard case .amount(let year, _) = fields[place].base else { continue }
      canvas.write(
        year.description, at: Position(row: row, column: years.nameStart(of: place)),
        role: role(ofLabel: fields[place], .dim))
      draw(
        fields[place], isFocused: fields[place] == focused, row: row,
        columns: years.amountColumns(of: place), on: &canvas)
    }
    years.drawMarks(row: row, on: &canvas)
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
    let money = shown.cost[year, kind]
    let amount = AmountText.shown(money)
    guard amount.count > columns else { return amount }
    let precision = MoneyPrecision(
      fitting: money, width: columns - MoneyPrecision.billions.mark.count - 1)
    return "\(precision.mark) \(precision.text(money))"
  }
}
