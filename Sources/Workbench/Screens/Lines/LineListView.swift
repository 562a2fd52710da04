import Canvas
import Procurement
import Validation

/// The lines of a plan, one a row.
struct LineListView {
  /// A column with its place.
  private struct Column {
    let column: LineColumn
    let start: Int
    let width: Int
  }

  private let workbench: WorkbenchProgram
  private var assessment: Assessment { workbench.assessment }
  private var lines: LineList { workbench.lines }

  init(_ workbench: WorkbenchProgram) {
    self.workbench = workbench
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    let columns = columns(for: layout.size.columns)
    if let heading = layout.heading {
      for column in columns { drawHeading(of: column, row: heading, on: &canvas) }
    }
    if workbench.rowCount == 0 {
      canvas.write(
        emptiness, at: Position(row: layout.list.lowerBound, column: 3), role: .dim)
    }
    for (row, place) in zip(lines.focus.top..<workbench.rowCount, layout.list) {
      drawLine(row: row, at: place, columns, on: &canvas)
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
        "whole plan: \(finding.code.rawValue) \(finding.message)",
        at: Position(row: row, column: LineListView.first), role: .dim)
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
    let arrow = order?.column == column.column ? (order?.isDescending == true ? "↓" : "↑") : ""
    let text = column.column.rawValue + arrow
    if column.column.isAmount {
      canvas.writeRight(
        text, row: row, endingAt: column.start + column.width, width: column.width, role: .heading)
    } else {
      canvas.write(
        text, at: Position(row: row, column: column.start), width: column.width, role: .heading)
    }
  }

  private func drawLine(
    row: Int, at screenRow: Int, _ columns: [Column], on canvas: inout Canvas
  ) {
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
    for column in columns {
      draw(column, line, verdict, row: screenRow, on: &canvas)
    }
  }

  private func draw(
    _ column: Column, _ line: PlanLine, _ verdict: LineVerdict, row: Int, on canvas: inout Canvas
  ) {
    let (text, role): (String, Role) =
      switch column.column {
      case .line: (line.id, .dim)
      case .service: (assessment.name(of: line), .text)
      case .need: (line.need.rawValue, .text)
      case .route: (line.route?.rawValue ?? "-", .text)
      case .supplier: (line.supplier ?? "-", .text)
      case .supply: (verdict.supply?.rawValue ?? "-", verdict.supply?.role ?? .dim)
      case .findings:
        (codes(verdict, within: column.width), verdict.unwaived.worst?.role ?? .dim)
      case .cost, .unfunded: ("", .text)
      }
    guard column.column.isAmount else {
      let place = Position(row: row, column: column.start)
      canvas.write(text, at: place, width: column.width, role: role)
      return
    }
    let money = column.column == .cost ? verdict.cost : verdict.unfunded
    canvas.writeRight(
      money.grouped, row: row, endingAt: column.start + column.width, width: column.width)
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

  /// The columns that fit into a width, from left to right with one blank between them.
  private func columns(for width: Int) -> [Column] {
    let wanted = LineListView.fitting(wantedColumns(for: width), into: width)
    let spare = width - LineListView.fixed(wanted)
    var start = LineListView.first
    return wanted.map { column, width in
      let width = column == .service ? spare : width
      defer { start += width + 1 }
      return Column(column: column, start: start, width: width)
    }
  }

  /// The columns with their widths; services get what the others leave. Amounts get as much as the
  /// sum of all lines needs, so that each has all of its digits, however far one scrolls.
  private func wantedColumns(for width: Int) -> [(LineColumn, Int)] {
    let sum = assessment.totals.all
    var wanted: [(LineColumn, Int)] = [
      (.service, 0), (.cost, max(12, sum.cost.grouped.utf8.count)), (.supply, 13),
    ]
    if width >= 76 {
      wanted.insert(
        contentsOf: [
          (.need, 6), (.route, 9), (.supplier, 10 + min(10, max(0, width - 100) / 2)),
        ], at: 1)
    }
    if width >= 100 {
      wanted.insert((.line, 6), at: 0)
      wanted.append((.findings, 14 + min(35, (width - 100) / 4)))
    }
    if width >= 132 {
      wanted.insert((.unfunded, max(12, sum.unfunded.grouped.utf8.count)), at: wanted.count - 1)
    }
    return wanted
  }

  /// The columns without those that amounts leave no room for.
  private static func fitting(
    _ wanted: [(LineColumn, Int)], into width: Int
  ) -> [(LineColumn, Int)] {
    var wanted = wanted
    for column in [LineColumn.findings, .unfunded, .need, .supplier, .route, .supply, .line]
    where fixed(wanted) + leastService > width {
      wanted.removeAll { $0.0 == column }
    }
    return wanted
  }

  /// The columns that all but the services take, with the blanks between them.
  private static func fixed(_ wanted: [(LineColumn, Int)]) -> Int {
    wanted.reduce(first - 1) { $0 + $1.1 + 1 }
  }

  /// Where services begin, and the least that tells them apart.
  private static let first = 3
  private static let leastService = 8
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
