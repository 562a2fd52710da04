import Canvas
import Procurement
import Validation

/// What the validation says of a line: who pays, what is covered, and every finding.
struct LineDetailView {
  private let assessment: Assessment
  private let place: Int
  /// What others have done to the line, and who is there.
  private let news: [String]
  /// The rows that there usually are for details; nil for those that there are.
  private let usualRows: Int?

  init(_ assessment: Assessment, _ place: Int, news: [String] = [], usualRows: Int? = nil) {
    self.assessment = assessment
    self.place = place
    self.news = news
    self.usualRows = usualRows
  }

  func draw(on canvas: inout Canvas, rows: Range<Int>) {
    guard assessment.plan.lines.indices.contains(place), !rows.isEmpty else { return }
    drawSplit(row: rows.lowerBound, on: &canvas)
    var rest = rows.dropFirst()
    // What else there is to say leaves a row for findings.
    let least = assessment.verdict(at: place).unwaived.worst == nil ? 0 : 1
    if let alternatives, rest.count > least {
      let heading = canvas.write(
        "or", at: Position(row: rest.startIndex, column: 0), role: .heading)
      canvas.write(
        alternatives, at: Position(row: rest.startIndex, column: heading + 1),
        width: canvas.size.columns - heading - 1)
      rest = rest.dropFirst()
    }
    for text in news where rest.count > least {
      canvas.write(
        text, at: Position(row: rest.startIndex, column: 0), width: canvas.size.columns,
        role: .message)
      rest = rest.dropFirst()
    }
    let usual = usualRows ?? rows.count
    if usual >= LineDetailView.roomy {
      let draws = assessment.draws(at: place).prefix(usual / 3)
      drawParts(draws, rows: rest.startIndex..<rest.endIndex, on: &canvas)
      rest = rest.dropFirst(draws.count)
    }
    let used = drawFindings(rows: rest, on: &canvas)
    rest = rest.dropFirst(used)
    if let notes = assessment.plan.lines[place].notes, !rest.isEmpty {
      canvas.writeWrapped(
        "notes: " + notes, rows: rest.startIndex..<rest.endIndex, columns: 0..<canvas.size.columns,
        hanging: 7, role: .dim)
    }
  }

  /// The line's alternatives with their prices: `lsp 180,000.00 (basic, programme from bt)`; nil
  /// where there are none.
  private var alternatives: String? {
    let line = assessment.plan.lines[place]
    guard !line.alternatives.isEmpty else { return nil }
    return line.alternatives.map { alternative in
      "\(alternative.id) \(alternative.priceWords) "
        + "(\(line.words(of: alternative, assessment.names)))"
    }.joined(separator: ", ")
  }

  /// The rows from which on every amount has its own.
  private static let roomy = 9

  /// Who pays and what is covered, at fixed places, so that from line to line little is redrawn.
  ///
  /// That the trust pays is a finding of its own (F103); its code is shown here.
  private func drawSplit(row: Int, on canvas: inout Canvas) {
    let verdict = assessment.verdict(at: place)
    let columns = canvas.size.columns
    let width = max(12, verdict.trustPayable.grouped.utf8.count)
    let both = "covered".count + "unfunded".count + 4 + 2 * width
    var end = LineDetailView.payer
    if columns >= 72, end + both <= columns {
      end = draw("covered", verdict.covered, width, row: row, from: end, on: &canvas) + 1
    }
    // Where there is little room, the amount is worth more than who pays it.
    let hasPayer = end + 9 + width <= columns
    end = draw(
      "unfunded", verdict.unfunded, hasPayer ? width : 0, row: row, from: hasPayer ? end : 0,
      on: &canvas)
    if hasPayer {
      let code = verdict.unwaived.contains(.F103) ? " F103" : ""
      canvas.write("pays", at: Position(row: row, column: 0), role: .heading)
      canvas.write(verdict.payer.rawValue + code, at: Position(row: row, column: 5))
    }
    if columns >= 100 {
      let funds = assessment.names.funds(assessment.plan.lines[place].funds)
      let start = canvas.write("funds", at: Position(row: row, column: end + 2), role: .heading)
      canvas.write(funds.isEmpty ? "-" : funds, at: Position(row: row, column: end + 3 + start))
    }
  }

  /// Where what follows the payer begins.
  private static let payer = 19

  /// Draws an amount with its label, at least `width` wide; returns the column two behind it.
  private func draw(
    _ label: String, _ money: Money, _ width: Int, row: Int, from start: Int,
    on canvas: inout Canvas
  ) -> Int {
    let text = money.grouped
    let label = canvas.write(label, at: Position(row: row, column: start), role: .heading)
    let end = start + label + 1 + max(width, text.utf8.count)
    canvas.writeRight(text, row: row, endingAt: end, width: text.utf8.count)
    return end + 1
  }

  /// The parts of the line's cost, one a row, each with the fund that it is drawn from.
  private func drawParts(_ draws: some Collection<Draw>, rows: Range<Int>, on canvas: inout Canvas)
  {
    let width = max(13, assessment.verdict(at: place).cost.grouped.utf8.count)
    for (draw, row) in zip(draws, rows) {
      canvas.write("\(draw.year) \(draw.kind.rawValue)", at: Position(row: row, column: 2))
      canvas.writeRight(
        draw.money.grouped, row: row, endingAt: min(23 + width, canvas.size.columns), width: width)
      let fund = draw.fund.map { "from \(assessment.plan.funds[$0].shownName)" } ?? "unfunded"
      canvas.write(
        fund, at: Position(row: row, column: 25 + width),
        role: draw.fund == nil ? .unfunded : .covered)
    }
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
      let message = assessment.names.sentence(finding.message)
      row += canvas.writeWrapped(
        finding.waiver.map { "waived: \($0.reason) · \(message)" } ?? message,
        rows: row..<last, columns: 7..<canvas.size.columns,
        role: finding.waiver == nil ? .text : .dim)
    }
    return row - rows.startIndex
  }
}
