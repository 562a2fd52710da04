import Canvas
import Procurement
import Validation

/// The lines of a plan, one a row.
struct LineListView {
  private typealias Column = LineTable.Column

  private let workbench: WorkbenchProgram
  private let table: LineTable
  /// What is typed into the focused cell; nil where nothing is, or it is typed into a form.
  private let editor: FieldEditor?
  private var assessment: Assessment { workbench.assessment }
  private var lines: LineList { workbench.lines }

  init(_ workbench: WorkbenchProgram, columns: Int) {
    self.workbench = workbench
    table = workbench.lineTable(columns: columns)
    editor = workbench.panes.all.count == 1 ? workbench.panes.top as? FieldEditor : nil
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    if let heading = layout.heading {
      for column in table.columns { drawHeading(of: column, row: heading, on: &canvas) }
    }
    if workbench.rowCount == 0 {
      canvas.write(
        emptiness, at: Position(row: layout.list.lowerBound, column: 3), role: .dim)
    }
    for (row, place) in zip(lines.focus.top..<workbench.rowCount, layout.list) {
      drawLine(row: row, at: place, on: &canvas)
    }
    // In an empty plan they are below the row that says so.
    let shown = max(1, workbench.rowCount - lines.focus.top)
    drawPlanFindings(rows: layout.list.dropFirst(shown), on: &canvas)
  }

  /// What is found of the whole plan, below its last line, where all lines are shown.
  private func drawPlanFindings(rows: Range<Int>, on canvas: inout Canvas) {
    guard lines.filter == nil, !rows.isEmpty else { return }
    for (finding, row) in zip(assessment.planFindings, rows) {
      canvas.write(
        finding.severity.sign, at: Position(row: row, column: 1), role: finding.severity.role)
      canvas.write(
        "whole plan: \(finding.code.rawValue) \(assessment.names.sentence(finding.message))",
        at: Position(row: row, column: LineTable.first), role: .dim)
    }
  }

  private var emptiness: String {
    let keymap = workbench.keymap
    return assessment.plan.lines.isEmpty
      ? "no lines yet: \(keymap.mention(.addService, in: .plan)) adds one, "
        + "\(keymap.mention(.showBrowse, in: .plan)) browses the programme"
      : "no line fits the filter: \(keymap.mention(.showAll, in: .plan)) shows all"
  }

  /// A column's name, with an arrow where the rows are sorted by it.
  private func drawHeading(of column: Column, row: Int, on canvas: inout Canvas) {
    let order = lines.order
    let arrow =
      order?.column == column.shown ? (order?.isDescending == true ? "↓" : "↑") : ""
    let text = column.shown.name + arrow
    if column.shown.column.isAmount {
      canvas.writeRight(
        text, row: row, endingAt: column.start + column.width, width: column.width, role: .heading)
    } else {
      canvas.write(
        text, at: Position(row: row, column: column.start), width: column.width, role: .heading)
    }
  }

  private func drawLine(row: Int, at screenRow: Int, on canvas: inout Canvas) {
    let place = lines.place(ofRow: row)
    let line = assessment.plan.lines[place]
    let verdict = assessment.verdict(at: place)
    if row == lines.focus.index {
      canvas.write(">", at: Position(row: screenRow, column: 0), role: .mark)
    }
    if let worst = verdict.unwaived.worst {
      canvas.write(worst.sign, at: Position(row: screenRow, column: 1), role: worst.role)
    } else if !verdict.waived.isEmpty {
      canvas.write(Severity.waivedSign, at: Position(row: screenRow, column: 1), role: .dim)
    }
    if lines.isMarked(place) {
      canvas.write("*", at: Position(row: screenRow, column: 2), role: .mark)
    } else if let sign = workbench.journal?.sign(of: line.id) {
      canvas.write(sign, at: Position(row: screenRow, column: 2), role: .message)
    }
    let cell = row == lines.focus.index ? lines.cell : nil
    for column in table.columns {
      if column.shown == cell {
        drawCell(column, line, verdict, row: screenRow, on: &canvas)
      } else {
        draw(column, line, verdict, row: screenRow, on: &canvas)
      }
    }
  }

  /// The cell under the cursor, or what is typed into it.
  private func drawCell(
    _ column: Column, _ line: PlanLine, _ verdict: LineVerdict, row: Int, on canvas: inout Canvas
  ) {
    let columns = column.start..<column.start + column.width
    if let editor, let field = editor.field, field == column.shown.field {
      TextInputView(editor.input, isValid: editor.fault == nil)
        .draw(on: &canvas, row: row, columns: columns)
      return
    }
    draw(column, line, verdict, row: row, role: .selected, on: &canvas)
    canvas.cursor = Position(row: row, column: column.start)
  }

  private func draw(
    _ column: Column, _ line: PlanLine, _ verdict: LineVerdict, row: Int,
    role cell: Role? = nil, on canvas: inout Canvas
  ) {
    let (text, role) = text(of: column, line, verdict)
    if column.shown.column.isAmount {
      canvas.writeRight(
        text, row: row, endingAt: column.start + column.width, width: column.width,
        role: cell ?? role)
    } else {
      canvas.write(
        text, at: Position(row: row, column: column.start), width: column.width,
        role: cell ?? role)
    }
  }

  private func text(
    of column: Column, _ line: PlanLine, _ verdict: LineVerdict
  ) -> (String, Role) {
    switch column.shown.column {
    case .line: (line.id, .dim)
    case .service: (assessment.name(of: line), .text)
    case .need: (line.need.rawValue, .text)
    case .route: (line.route?.name ?? "-", .text)
    case .supplier: (line.supplier.map(assessment.names.supplier) ?? "-", .text)
    case .supply: (verdict.supply?.rawValue ?? "-", verdict.supply?.role ?? .dim)
    case .findings: (codes(verdict, within: column.width), verdict.unwaived.worst?.role ?? .dim)
    case .cost: (verdict.cost.grouped, .text)
    case .unfunded: (verdict.unfunded.grouped, .text)
    case .capital: amount(of: line, .capital, column)
    case .revenue: amount(of: line, .revenue, column)
    }
  }

  private func amount(
    of line: PlanLine, _ kind: CostKind, _ column: Column
  ) -> (String, Role) {
    let money = column.shown.year.map { line.cost[$0, kind] } ?? line.cost.total(of: kind)
    return money == .zero ? ("-", .dim) : (text(of: money, within: column.width), .text)
  }

  /// An amount of a year: without pence where there are none, and with a sign where there is no room
  /// for them and it is rounded.
  private func text(of money: Money, within width: Int) -> String {
    if money.isWhole { return MoneyPrecision.pounds.text(money) }
    let exact = money.grouped
    return exact.utf8.count <= width ? exact : "~\(MoneyPrecision.pounds.text(money))"
  }

  /// The codes, worst first and waived ones last, in parentheses; where not all fit, how many more
  /// there are.
  private func codes(_ verdict: LineVerdict, within width: Int) -> String {
    let unwaived = verdict.unwaived.codes
    let worstFirst = Severity.allCases.reversed().flatMap { severity in
      unwaived.filter { $0.severity == severity }.map(\.rawValue)
    }
    let codes = worstFirst + verdict.waived.codes.map { "(\($0.rawValue))" }
    let texts = (0...codes.count).lazy.reversed().map { shown in
      let more = shown < codes.count ? ["+\(codes.count - shown)"] : []
      return (codes.prefix(shown) + more).joined(separator: " ")
    }
    return texts.first { $0.count <= width } ?? ""
  }
}

extension Supply {
  var role: Role {
    switch self {
    case .exclusive: .supplyExclusive
    case .nonExclusive: .supplyNonExclusive
    case .notEngaged: .supplyNotEngaged
    }
  }
}

extension Assessment {
  /// What a line is for, in few words: its service, or what an unlisted one describes.
  func name(of line: PlanLine) -> String {
    guard let place = index.service(line.service) else { return line.service }
    let service = index.programme.services[place]
    if index.programme.categories[service.category].isUnlisted, let description = line.description {
      return description
    }
    return line.pacs.map { "\(service.short): \($0.rawValue)" } ?? service.short
  }
}
