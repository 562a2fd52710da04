import Canvas
import Procurement
import Validation

/// The lines of a plan, one a row.
struct PlanListView {
  /// A column of the list.
  private struct Column {
    let title: String
    let start: Int
    let width: Int
    var isAmount = false
  }

  private let assessment: Assessment
  private let focus: ListFocus
  private let keymap: Keymap

  init(_ assessment: Assessment, _ focus: ListFocus, _ keymap: Keymap) {
    self.assessment = assessment
    self.focus = focus
    self.keymap = keymap
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    let columns = columns(for: layout.size.columns)
    if let heading = layout.heading {
      for column in columns {
        let place = Position(row: heading, column: column.start)
        if column.isAmount {
          canvas.writeRight(
            column.title, row: heading, endingAt: column.start + column.width, width: column.width,
            role: .heading)
        } else {
          canvas.write(column.title, at: place, width: column.width, role: .heading)
        }
      }
    }
    if assessment.plan.lines.isEmpty {
      canvas.write(
        "no lines yet: \(keymap.mention(.addService, in: .plan)) adds one, "
          + "\(keymap.mention(.showBrowse, in: .plan)) browses the programme",
        at: Position(row: layout.list.lowerBound, column: 3), role: .dim)
    }
    for (place, row) in zip(focus.top..<assessment.plan.lines.count, layout.list) {
      drawLine(at: place, row: row, columns, on: &canvas)
    }
  }

  private func drawLine(
    at place: Int, row: Int, _ columns: [Column], on canvas: inout Canvas
  ) {
    let line = assessment.plan.lines[place]
    let verdict = assessment.verdict(at: place)
    if place == focus.index { canvas.write(">", at: Position(row: row, column: 0), role: .mark) }
    if let worst = verdict.unwaived.worst {
      canvas.write(worst.sign, at: Position(row: row, column: 1), role: worst.role)
    } else if !verdict.waived.isEmpty {
      canvas.write(Severity.waivedSign, at: Position(row: row, column: 1), role: .dim)
    }
    for column in columns {
      if column.isAmount {
        canvas.write(
          verdict.cost, row: row, endingAt: column.start + column.width, width: column.width)
      } else {
        let (text, role) = cell(column.title, line, verdict)
        canvas.write(
          text, at: Position(row: row, column: column.start), width: column.width, role: role)
      }
    }
  }

  private func cell(_ title: String, _ line: PlanLine, _ verdict: LineVerdict) -> (String, Role) {
    switch title {
    case "line": (line.id, .dim)
    case "service": (assessment.name(of: line), .text)
    case "need": (line.need.rawValue, .text)
    case "route": (line.route?.rawValue ?? "-", .text)
    case "supplier": (line.supplier ?? "-", .text)
    case "supply": (verdict.supply?.rawValue ?? "-", verdict.supply?.role ?? .dim)
    default:
      (
        codes(verdict),
        verdict.unwaived.worst?.role ?? .dim
      )
    }
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
    var wanted = [("service", 0), ("cost", 12), ("supply", 13)]
    if width >= 76 {
      wanted.insert(
        contentsOf: [
          ("need", 6), ("route", 9), ("supplier", 10 + min(10, max(0, width - 100) / 2)),
        ], at: 1)
    }
    if width >= 100 {
      wanted.insert(("line", 6), at: 0)
      wanted.append(("findings", 14))
    }
    let fixed = wanted.reduce(3) { $0 + $1.1 + 1 } - 1
    let spare = max(8, width - fixed)
    var start = 3
    return wanted.map { title, width in
      let width = title == "service" ? spare : width
      defer { start += width + 1 }
      return Column(title: title, start: start, width: width, isAmount: title == "cost")
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
