import Canvas
import Procurement
import Validation

/// What the validation says of a line: who pays, what is covered, and every finding.
struct LineDetailView {
  private let assessment: Assessment
  private let place: Int

  init(_ assessment: Assessment, _ place: Int) {
    self.assessment = assessment
    self.place = place
  }

  func draw(on canvas: inout Canvas, rows: Range<Int>) {
    guard assessment.plan.lines.indices.contains(place), !rows.isEmpty else { return }
    drawSplit(row: rows.lowerBound, on: &canvas)
    var rest = rows.dropFirst()
    if rows.count >= 9 {
      let draws = assessment.draws(at: place).prefix(rows.count / 3)
      for (draw, row) in zip(draws, rest) { drawPart(draw, row: row, on: &canvas) }
      rest = rest.dropFirst(draws.count)
    }
    let used = drawFindings(rows: rest, on: &canvas)
    rest = rest.dropFirst(used)
    if let notes = assessment.plan.lines[place].notes, !rest.isEmpty {
      canvas.writeWrapped(
        "notes: " + notes, rows: rest.startIndex..<rest.endIndex, columns: 0..<canvas.size.columns,
        role: .dim)
    }
  }

  /// Who pays and what is covered, at fixed places.
  private func drawSplit(row: Int, on canvas: inout Canvas) {
    let verdict = assessment.verdict(at: place)
    let payer = verdict.payer == .programme ? "programme pays" : "trust pays"
    canvas.write(payer, at: Position(row: row, column: 0))
    let isOpen = verdict.unfunded != .zero
    guard canvas.size.columns >= 72 else {
      canvas.write(
        "unfunded", at: Position(row: row, column: 15), role: isOpen ? .unfunded : .heading)
      return canvas.write(verdict.unfunded, row: row, endingAt: 36, width: 12)
    }
    canvas.write("covered", at: Position(row: row, column: 16), role: .heading)
    canvas.write(verdict.covered, row: row, endingAt: 36, width: 12)
    canvas.write(
      "unfunded", at: Position(row: row, column: 38), role: isOpen ? .unfunded : .heading)
    canvas.write(
      verdict.unfunded, row: row, endingAt: 59, width: 12, role: isOpen ? .unfunded : .text)
    let funds = assessment.plan.lines[place].funds.joined(separator: " ")
    canvas.write("funds", at: Position(row: row, column: 61), role: .heading)
    canvas.write(funds.isEmpty ? "-" : funds, at: Position(row: row, column: 67))
  }

  private func drawPart(_ draw: Draw, row: Int, on canvas: inout Canvas) {
    let text = "\(draw.year) \(draw.kind.rawValue)"
    canvas.write(text, at: Position(row: row, column: 2))
    canvas.write(draw.money, row: row, endingAt: 36, width: 13)
    let fund = draw.fund.map { "from \(assessment.plan.funds[$0].id)" } ?? "unfunded"
    canvas.write(
      fund, at: Position(row: row, column: 38), role: draw.fund == nil ? .unfunded : .covered)
  }

  /// The findings, worst first, wrapped; returns the rows used.
  private func drawFindings(rows: Range<Int>.SubSequence, on canvas: inout Canvas) -> Int {
    var row = rows.startIndex
    let findings = assessment.findings(at: place)
      .sorted { ($1.severity, $0.code) < ($0.severity, $1.code) }
    for (number, finding) in findings.enumerated() {
      let left = findings.count - number
      guard row < rows.endIndex else { break }
      if row == rows.endIndex - 1, left > 1 {
        canvas.write("\(left) more findings", at: Position(row: row, column: 0), role: .dim)
        return rows.count
      }
      canvas.write(
        "\(finding.severity.sign) \(finding.code.rawValue)", at: Position(row: row, column: 0),
        role: finding.severity.role)
      let last = max(row + 1, rows.endIndex - left + 1)
      row += canvas.writeWrapped(
        finding.message, rows: row..<last, columns: 7..<canvas.size.columns)
    }
    return row - rows.startIndex
  }
}
