import Canvas
import Procurement
import Validation

/// The lines of a plan, one a row.
struct PlanListView {
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
      case .findings: (codes(verdict), verdict.unwaived.worst?.role ?? .dim)
      case .cost, .unfunded: ("", .text)
      }
    guard column.column.isAmount else {
      let place = Position(row: row, column: column.start)
      canvas.write(text, at: place, width: column.width, role: role)
      return
    }
    canvas.write(
      column.column == .cost ? verdict.cost : verdict.unfunded, row: row,
      endingAt: column.start + column.width, width: column.width)
  }

  /// The codes, worst first, as only the first few fit; waived ones last, in parentheses.
  private func codes(_ verdict: LineVerdict) -> String {
    let unwaived = verdict.unwaived.codes
    let worstFirst = Severity.allCases.reversed().flatMap { severity in
      unwaived.filter { $0.severity == severity }.map(\.rawValue)
    }
    return (worstFirst + verdict.waived.codes.map { "(\($0.rawValue))" }).joined(separator: " ")
  }

  /// The columns that fit into a width, from left to right with one blank between them.
  private func columns(for width: Int) -> [Column] {
    var wanted: [(LineColumn, Int)] = [(.service, 0), (.cost, 12), (.supply, 13)]
    if width >= 76 {
      wanted.insert(
        contentsOf: [
          (.need, 6), (.route, 9), (.supplier, 10 + min(10, max(0, width - 100) / 2)),
        ], at: 1)
    }
    if width >= 100 {
      wanted.insert((.line, 6), at: 0)
      wanted.append((.findings, 14))
    }
    if width >= 132 { wanted.insert((.unfunded, 12), at: wanted.count - 1) }
    let fixed = wanted.reduce(3) { $0 + $1.1 + 1 } - 1
    let spare = max(8, width - fixed)
    var start = 3
    return wanted.map { column, width in
      let width = column == .service ? spare : width
      defer { start += width + 1 }
      return Column(column: column, start: start, width: width)
    }
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
