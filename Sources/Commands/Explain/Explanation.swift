import Canvas
import Documents
import Procurement
import Sessions
import Validation

/// A rule in full: its description, its clauses, and its example with the findings on it.
struct Explanation {
  /// The file name in the example's findings.
  static let exampleName = "example.yaml"

  private let description: RuleDescription
  private let clauses: [Clause]
  private let index: ProgrammeIndex

  /// Explains a code with a programme's clauses; nil if no rule makes such findings.
  init?(of code: FindingCode, index: ProgrammeIndex) {
    guard let description = Rulebook.description(of: code) else { return nil }
    self.description = description
    self.index = index
    clauses = index.programme.clauses(for: code)
  }

  /// The explanation as text of a width.
  func text(columns: Int, in ink: Ink) -> String {
    let code = description.code
    let severity = ink.severity(code.severity, code.severity.rawValue)
    let prose = Paragraph(indent: 2, width: columns)
    let parts = [
      "\(ink.strong("\(code.rawValue) \(code.name)")) (\(severity))\n"
        + Paragraph(width: columns).lines(of: description.summary),
      ink.strong("Why\n") + prose.lines(of: description.reason),
      ink.strong("Sources\n") + sources(columns: columns),
      ink.strong("A plan that breaks it\n") + indented(breaking),
      breach(columns: columns, in: ink),
      ink.strong("The same plan, fixed\n") + indented(description.example.fixed),
    ]
    return parts.compactMap(\.self).joined(separator: "\n")
  }

  private func sources(columns: Int) -> String {
    guard !clauses.isEmpty else {
      return Paragraph(indent: 2, width: columns).lines(
        of: "The programme cites no clause for this.")
    }
    return clauses.map { clause in
      let place = "\(clause.section), paragraph \(clause.paragraph)"
      let reading =
        clause.isReading
        ? " (our reading: the source is silent here, or can be read in more than one way)" : ""
      return Paragraph(indent: 2, width: columns).lines(of: "\(place)\(reading):")
        + Paragraph(indent: 4, width: columns).lines(of: clause.text)
    }.joined()
  }

  private var breaking: String { "\(Example.head)\(description.example.breaking)" }

  /// The finding as `check` prints it; nil if the programme finds nothing in the example.
  private func breach(columns: Int, in ink: Ink) -> String? {
    guard let document = try? readPlan(Array(breaking.utf8), for: index.programme) else {
      return nil
    }
    let judgement = Judgement(document, against: index)
    let lines = judgement.findings.filter { $0.code == description.code }.map { finding in
      let line =
        "\(Explanation.exampleName):\(judgement.place(of: finding)): "
        + "\(finding.heading(in: .none)): \(finding.message)"
      return Paragraph(indent: 2, hanging: 4, width: columns).lines(of: line)
    }
    return lines.isEmpty ? nil : ink.strong("What `calloff check` reports\n") + lines.joined()
  }

  private func indented(_ document: String) -> String {
    document.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined()
  }
}
