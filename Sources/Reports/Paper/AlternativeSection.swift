import Procurement
import Text
import Validation

/// The section on offers that were considered: each line as planned, then its alternatives.
struct AlternativeSection {
  private let assessment: Assessment
  private let words: PaperWords

  init(_ assessment: Assessment, _ words: PaperWords) {
    self.assessment = assessment
    self.words = words
  }

  var section: BoardPaper.Section {
    let rows = assessment.plan.lines.indices.flatMap { place in
      let hasAlternatives = assessment.plan.lines.read(place) { !$0.alternatives.isEmpty }
      return hasAlternatives ? self.rows(at: place) : []
    }
    let blocks: [BoardPaper.Block] =
      rows.isEmpty
      ? [.paragraph("No other offers are recorded.")]
      : [
        .paragraph(
          "Each alternative is judged in the place of its line, while all other lines stay as "
            + "planned."),
        .table(
          PaperTable(
            caption: "Offers by line (£)", heading: "Line",
            texts: ["Offer", "Supplier", "Paid by"], numbers: ["Cost", "Unfunded"],
            rows: rows)),
      ]
    return BoardPaper.Section(
      id: "alternatives", title: "Alternatives considered", blocks: blocks)
  }

  private func rows(at place: Int) -> [PaperTable.Row] {
    let line = assessment.plan.lines[place]
    let planned = row(
      line, PaperTable.Cell("As planned", details: [words.option(line)]),
      assessment.verdict(at: place))
    return [planned]
      + line.alternatives.map { alternative in
        let offer = line.taking(alternative)
        let notes = alternative.value(of: .notes) == nil ? nil : offer.notes.nonBlank
        return row(
          offer,
          PaperTable.Cell(
            "Alternative \(alternative.id)",
            details: [words.option(offer), notes.map { "Notes: \($0)" }]),
          assessment.verdict(at: place, trying: offer))
      }
  }

  private func row(
    _ offer: PlanLine, _ name: PaperTable.Cell, _ verdict: LineVerdict
  ) -> PaperTable.Row {
    let isPriced = offer.cost != Cost()
    let errors = verdict.unwaived.codes.filter { $0.severity == .error }.map(\.rawValue)
    let failing = errors.isEmpty ? nil : "Errors: \(errors.joined(separator: ", "))"
    return PaperTable.Row(
      heading: PaperTable.Cell(offer.id, details: [words.shortService(offer)]),
      texts: [
        PaperTable.Cell(name.text, details: name.details + [failing]),
        PaperTable.Cell(words.supplier(offer), details: [words.route(offer)]),
        PaperTable.Cell(verdict.payer.words),
      ],
      numbers: isPriced
        ? [words.number(verdict.cost), words.number(verdict.unfunded)] : ["no price", ""])
  }
}
