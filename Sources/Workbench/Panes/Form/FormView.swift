import Canvas
import Procurement
import Validation

/// The fields of a line as a form, with the verdict and the findings under them.
struct FormView {
  private let workbench: WorkbenchProgram
  private let form: LineForm
  private let editor: FieldEditor?
  private let line: PlanLine
  private static let label = 13

  init(_ workbench: WorkbenchProgram, _ form: LineForm) {
    self.workbench = workbench
    self.form = form
    line = workbench.plan.lines[workbench.place]
    editor = workbench.panes.top as? FieldEditor
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    let rows = workbench.formRows
    let shown = min(rows.count, max(1, layout.detail.count - 3))
    let top = max(0, min(form.row - shown / 2, rows.count - shown))
    for (fields, row) in zip(rows[top...], layout.detail.prefix(shown)) {
      draw(fields, focused: form.field(in: rows), row: row, on: &canvas)
    }
    let end = canvas.size.columns - 1
    if top > 0 {
      canvas.write("↑", at: Position(row: layout.detail.lowerBound, column: end), role: .mark)
    }
    if top + shown < rows.count, shown > 1 || top == 0 {
      let last = layout.detail.lowerBound + shown - 1
      canvas.write("↓", at: Position(row: last, column: end), role: .mark)
    }
    LineDetailView(workbench.assessment, workbench.place)
      .draw(on: &canvas, rows: layout.detail.lowerBound + shown..<layout.detail.upperBound)
  }

  private func draw(
    _ fields: [FormField], focused: FormField, row: Int, on canvas: inout Canvas
  ) {
    if case .amount(_, let kind) = fields.first {
      drawAmounts(fields, kind, focused: focused, row: row, on: &canvas)
      return
    }
    let width = canvas.size.columns / fields.count
    for (place, field) in fields.enumerated() {
      let start = place * width
      canvas.write(
        field.title, at: Position(row: row, column: start), role: role(ofLabel: field, .heading))
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
    let amounts = line.cost.amounts.map { AmountText.text($0.money).count }
    let years = FormYears(
      count: fields.count, around: form.column, amount: amounts.max() ?? 0,
      columns: canvas.size.columns)
    for place in years.shown {
      guard case .amount(let year, _) = fields[place] else { continue }
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
    let place = Position(row: row, column: columns.lowerBound)
    canvas.write(
      text.isEmpty ? "-" : text, at: place, width: columns.count,
      role: isFocused ? .selected : text.isEmpty ? .dim : .text)
    if isFocused { canvas.cursor = place }
  }

  /// What a field holds; an amount that does not fit is rounded and says so.
  private func text(of field: FormField, columns: Int) -> String {
    let text = line.text(of: field)
    guard case .amount(let year, let kind) = field, text.count > columns else { return text }
    let money = line.cost[year, kind]
    let precision = MoneyPrecision(
      fitting: money, width: columns - MoneyPrecision.billions.mark.count - 1)
    return "\(precision.mark) \(precision.text(money))"
  }
}
