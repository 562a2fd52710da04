import Canvas
import Procurement
import Validation

/// What the validation says of a line: who pays, what is covered, and every finding.
struct LineDetailView {
  private let assessment: Assessment
  private let place: Int
  /// What others have done to the line, and who is there.
  private let news: [String]

  init(_ assessment: Assessment, _ place: Int, news: [String] = []) {
    self.assessment = assessment
    self.place = place
    self.news = news
  }

  func draw(on canvas: inout Canvas, rows: Range<Int>) {
    guard assessment.plan.lines.indices.contains(place), !rows.isEmpty else { return }
    drawSplit(row: rows.lowerBound, on: &canvas)
    var rest = rows.dropFirst()
    for text in news where rest.count > 1 {
      canvas.write(
        text, at: Position(row: rest.startIndex, column: 0), width: canvas.size.columns,
        role: .message)
      rest = rest.dropFirst()
    }
    if rows.count >= LineDetailView.roomy {
      let draws = assessment.draws(at: place).prefix(rows.count / 3)
      for (draw, row) in zip(draws, rest) { drawPart(draw, row: row, on: &canvas) }
      rest = rest.dropFirst(draws.count)
    }
    let used = drawFindings(rows: rest, on: &canvas)
    rest = rest.dropFirst(used)
    let notes = assessment.plan.lines[place].notes.map { "notes: " + $0 }
    let planned = rows.count < LineDetailView.roomy ? [] : assessment.planFindings
    let remarks = planned.map { "\($0.severity.sign) \($0.code.rawValue) \($0.message)" }
    for text in [notes].compactMap({ $0 }) + remarks where !rest.isEmpty {
      let used = canvas.writeWrapped(
        text, rows: rest.startIndex..<rest.endIndex, columns: 0..<canvas.size.columns, hanging: 7,
        role: .dim)
      rest = rest.dropFirst(used)
    }
  }

  /// The rows from which on every amount has its own.
  private static let roomy = 9

  /// Who pays and what is covered, at fixed places, so that from line to line little is redrawn.
  ///
  /// That the trust pays is a finding of its own (F103); its code stands here.
  private func drawSplit(row: Int, on canvas: inout Canvas) {
    let verdict = assessment.verdict(at: place)
    let code = verdict.unwaived.contains(.F103) ? " F103" : ""
    canvas.write("pays", at: Position(row: row, column: 0), role: .heading)
    canvas.write(verdict.payer.rawValue + code, at: Position(row: row, column: 5))
    if canvas.size.columns >= 72 {
      canvas.write("covered", at: Position(row: row, column: 19), role: .heading)
      canvas.write(verdict.covered, row: row, endingAt: 39, width: 12)
    }
    let end = canvas.size.columns >= 72 ? 62 : 40
    canvas.write("unfunded", at: Position(row: row, column: end - 21), role: .heading)
    canvas.write(verdict.unfunded, row: row, endingAt: end, width: 12)
    if canvas.size.columns >= 100 {
      let funds = assessment.plan.lines[place].funds.joined(separator: " ")
      canvas.write("funds", at: Position(row: row, column: 65), role: .heading)
      canvas.write(funds.isEmpty ? "-" : funds, at: Position(row: row, column: 71))
    }
  }

  private func drawPart(_ draw: Draw, row: Int, on canvas: inout Canvas) {
    let text = "\(draw.year) \(draw.kind.rawValue)"
    canvas.write(text, at: Position(row: row, column: 2))
    canvas.write(draw.money, row: row, endingAt: 36, width: 13)
    let fund = draw.fund.map { "from \(assessment.plan.funds[$0].id)" } ?? "unfunded"
    canvas.write(
      fund, at: Position(row: row, column: 38), role: draw.fund == nil ? .unfunded : .covered)
  }

  /// The other findings, worst first and waived ones last, wrapped; returns the rows used.
  private func drawFindings(rows: Range<Int>.SubSequence, on canvas: inout Canvas) -> Int {
    var row = rows.startIndex
    let findings = assessment.findingsInOrder(at: place)
      .filter { $0.code != .F103 || $0.waiver != nil }
    for (number, finding) in findings.enumerated() {
      let left = findings.count - number
      guard row < rows.endIndex else { break }
      if row == rows.endIndex - 1, left > 1 {
        canvas.write("\(left) more findings", at: Position(row: row, column: 0), role: .dim)
        return rows.count
      }
      let sign = finding.waiver == nil ? finding.severity.sign : Severity.waivedSign
      canvas.write(
        "\(sign) \(finding.code.rawValue)", at: Position(row: row, column: 0),
        role: finding.waiver == nil ? finding.severity.role : .dim)
      let last = max(row + 1, rows.endIndex - left + 1)
      row += canvas.writeWrapped(
        finding.waiver.map { "waived: \($0.reason) · \(finding.message)" } ?? finding.message,
        rows: row..<last, columns: 7..<canvas.size.columns,
        role: finding.waiver == nil ? .text : .dim)
    }
    return row - rows.startIndex
  }
}
