import Procurement
import Text
import Validation

/// The section on lines: a table for each category, with who supplies, who pays, and what is
/// unfunded.
struct LineSection {
  private let assessment: Assessment
  private let words: PaperWords

  init(_ assessment: Assessment, _ words: PaperWords) {
    self.assessment = assessment
    self.words = words
  }

  func section(_ summary: MoneySummary) -> BoardPaper.Section {
    let categories = assessment.index.programme.categories
    var rows: [Int?: [PaperTable.Row]] = [:]
    var results = ResultReader(assessment)
    for place in assessment.plan.lines.indices {
      let verdict = assessment.verdict(at: place)
      rows[verdict.category, default: []].append(row(at: place, verdict, results.draws(at: place)))
    }
    let tables = summary.categories.map { part in
      let place = categories.firstIndex { $0.id == part.id }
      return BoardPaper.Block.table(
        PaperTable(
          caption: "\(part.name.asTitle) (£)", heading: "Line",
          texts: ["Service", "Supplier", "Paid by"],
          numbers: PaperWords.splitTitles, rows: rows[place] ?? [],
          total: PaperTable.Row(
            heading: "All", texts: ["\(counted(part.lines, "line", isGrouped: true))", "", ""],
            numbers: words.numbers(part.split))))
    }
    let total = summary.categories.count > 1 ? [BoardPaper.Block.paragraph(sum(summary.total))] : []
    return BoardPaper.Section(
      id: "lines", title: "Lines by category",
      blocks: tables.isEmpty ? [.paragraph("The plan has no lines.")] : tables + total)
  }

  private func sum(_ split: Split) -> String {
    "All categories together cost \(split.cost.inWords): the programme pays "
      + "\(split.programmeFunded.inWords), funds cover \(split.covered.inWords), and "
      + "\(split.unfunded.inWords) is unfunded."
  }

  private func row(
    at place: Int, _ verdict: LineVerdict, _ draws: [Draw]
  ) -> PaperTable.Row {
    let line = assessment.plan.lines[place]
    let codes = verdict.unwaived.codes.filter { $0.severity > .note }.map(\.rawValue)
    return PaperTable.Row(
      heading: PaperTable.Cell(line.id, details: [codes.joined(separator: " ")]),
      texts: [
        PaperTable.Cell(
          words.service(line),
          details: [
            words.option(line),
            line.justification.nonBlank.map { "Justified by: \($0)" },
            line.notes.nonBlank.map { "Notes: \($0)" },
          ]),
        PaperTable.Cell(words.supplier(line), details: [words.route(line)]),
        PaperTable.Cell(verdict.payer.words, details: amounts(of: draws)),
      ],
      numbers: words.numbers(verdict.split))
  }

  /// What a line draws on each fund.
  private func amounts(of draws: [Draw]) -> [String] {
    var drawn: [Int: Money] = [:]
    for draw in draws {
      if let fund = draw.fund { drawn[fund, default: .zero] += draw.money }
    }
    return drawn.sorted { $0.key < $1.key }.map { fund, money in
      "\(assessment.plan.funds[fund].shownName): £\(words.number(money))"
    }
  }
}

extension String? {
  /// The text without blanks at its ends; nil where nothing is left.
  var nonBlank: String? { self.flatMap { $0.isBlank ? nil : $0.trimmed } }
}
