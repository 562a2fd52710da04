import Canvas
import Documents
import Procurement
import Sessions
import Validation

/// A rule in full: its description, its clauses, and its example with the findings on it.
struct Explanation {
  /// The file name in the example's findings.
  static let exampleName = "example.yaml"
  /// The file name of the other plan of an example of a portfolio.
  static let otherName = "other.yaml"

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
    ]
    let more =
      description.code.isOnPortfolio
      ? portfolioExample(columns: columns, in: ink) : planExample(columns: columns, in: ink)
    return (parts + more).joined(separator: "\n")
  }

  private func planExample(columns: Int, in ink: Ink) -> [String] {
    [
      ink.strong("A plan that breaks it\n") + indented(breaking),
      breach(columns: columns, in: ink),
      ink.strong("The same plan, fixed\n") + indented(description.example.fixed),
    ].compactMap(\.self)
  }

  private func portfolioExample(columns: Int, in ink: Ink) -> [String] {
    let example = description.example
    let advice =
      example.other == nil
      ? "Correct the plan's trust." : "Leave \(Explanation.otherName) out of the portfolio."
    let fixed =
      example.fixed == example.breaking
      ? Paragraph(indent: 2, width: columns).lines(of: advice) : indented(example.fixed)
    let registered = example.registered.map { "  \($0.code) \($0.name), \($0.cluster)\n" }.joined()
    return [
      ink.strong("A plan that breaks it, \(Explanation.exampleName)\n") + indented(breaking),
      example.other.map {
        ink.strong("together with another one, \(Explanation.otherName)\n") + indented($0)
      },
      registered.isEmpty ? nil : ink.strong("together with a register that has\n") + registered,
      portfolioBreach(columns: columns, in: ink),
      ink.strong("The same plan, fixed\n") + fixed,
    ].compactMap(\.self)
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

  /// The finding on the plans; nil if the programme finds nothing in the example.
  private func portfolioBreach(columns: Int, in ink: Ink) -> String? {
    let example = description.example
    let other = example.other.map { [(Explanation.otherName, $0)] } ?? []
    var portfolio = Portfolio()
    for (name, text) in [(Explanation.exampleName, breaking)] + other {
      guard let document = try? readPlan(Array(text.utf8), for: index.programme) else {
        return nil
      }
      portfolio.append(document.plan, source: name)
    }
    let findings = portfolio.findings(against: index, TrustRegister(example.registered))
    let lines = findings.filter { $0.code == description.code }.map { finding in
      let names = finding.plans.map { portfolio.plans[$0].source }.joined(separator: ", ")
      let heading = "\(finding.severity.rawValue)[\(finding.code.rawValue)] \(finding.code.name)"
      return Paragraph(indent: 2, hanging: 4, width: columns).lines(
        of: "\(names): \(heading): \(finding.message)")
    }
    return lines.isEmpty
      ? nil
      : ink.strong(other.isEmpty ? "What is found\n" : "What is found in both\n") + lines.joined()
  }

  private func indented(_ document: String) -> String {
    document.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined()
  }
}
