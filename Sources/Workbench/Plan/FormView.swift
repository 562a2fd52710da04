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
  private static let amount = 13

  init(_ workbench: WorkbenchProgram, _ form: LineForm) {
    self.workbench = workbench
    self.form = form
    line = workbench.plan.lines[workbench.place]
    editor = if case .field(let editor) = workbench.panes.last { editor } else { nil }
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    let rows = workbench.formRows
    let shown = min(rows.count, max(1, layout.detail.count - 3))
    let top = max(0, min(form.row - shown / 2, rows.count - shown))
    for (fields, row) in zip(rows[top...], layout.detail.prefix(shown)) {
      draw(fields, focused: form.field(in: rows), row: row, on: &canvas)
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

  /// A kind's amounts, year beside year; where not all years fit, those around the focused one.
  private func drawAmounts(
    _ fields: [FormField], _ kind: CostKind, focused: FormField, row: Int,
    on canvas: inout Canvas
  ) {
    canvas.write(kind.rawValue, at: Position(row: row, column: 0), role: .heading)
    let width = FormView.amount + 8
    let room = max(1, (canvas.size.columns - FormView.label + 5) / width)
    let current = fields.firstIndex(of: focused) ?? 0
    let first = max(0, min(current - room / 2, fields.count - room))
    for (place, field) in fields[first...].prefix(room).enumerated() {
      guard case .amount(let year, _) = field else { continue }
      let start = FormView.label - 5 + place * width
      canvas.write(
        year.description, at: Position(row: row, column: start), role: role(ofLabel: field, .dim))
      let columns = start + 8..<min(start + width - 1, canvas.size.columns)
      draw(field, isFocused: field == focused, row: row, columns: columns, on: &canvas)
    }
  }

  /// The label of the field that is typed into stands out; the text itself stays cheap to redraw.
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
    let text = line.text(of: field)
    let place = Position(row: row, column: columns.lowerBound)
    canvas.write(
      text.isEmpty ? "-" : text, at: place, width: columns.count,
      role: isFocused ? .selected : text.isEmpty ? .dim : .text)
    if isFocused { canvas.cursor = place }
  }
}
