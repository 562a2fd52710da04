import Documents
import Foundation
import Procurement
import Validation

/// The page of findings: for each, its rule, the reason, the source and an example.
struct FindingsPage {
  private let index: ProgrammeIndex

  init() throws {
    index = ProgrammeIndex(try Programme.builtIn())
  }

  /// The page.
  var text: String {
    get throws {
      let descriptions = FindingCode.allCases.compactMap(Rulebook.description)
      let rows = descriptions.map { description in
        let code = description.code
        return "| [\(code.rawValue)](#\(FindingsPage.anchor(of: code))) | \(code.name) | "
          + "\(code.severity.rawValue) | \(description.summary) |"
      }
      let sections = try descriptions.map(section)
      return """
        # Findings

        Everything that calloff can report about a plan, or about several plans together.
        `calloff explain CODE` explains one finding.

        An error must be fixed before the plan can be submitted. A warning is probably a mistake. A
        note is for information. Where a source is marked (reading), it is silent or unclear on the
        point, and the text gives calloff's interpretation.

        | code | name | severity | rule |
        |---|---|---|---|
        \(rows.joined(separator: "\n"))

        All examples start with these lines:

        ```yaml
        \(Example.head.trimmedEnd)
        ```

        \(sections.joined(separator: "\n\n"))

        """
    }
  }

  private func section(_ description: RuleDescription) throws -> String {
    let code = description.code
    let clauses = index.programme.clauses(for: code).map { "- \($0.citation): \($0.text)" }
    let basis = ["Source:\n"] + clauses
    return """
      ## \(FindingsPage.heading(of: code))

      *\(code.severity.rawValue.capitalized).* \(description.summary) \(description.reason)

      \(clauses.isEmpty ? "It has no source in the programme." : basis.joined(separator: "\n"))

      \(try example(of: description))
      """
  }

  private func example(of description: RuleDescription) throws -> String {
    let example = description.example
    let broken = "A plan with the finding:\n\n\(FindingsPage.code(example.breaking))"
    guard description.code.isOnPortfolio else {
      return """
        \(broken)

        \(try messages(on: description).joined(separator: "\n"))

        The plan without it:

        \(FindingsPage.code(example.fixed))
        """
    }
    let other =
      example.other.map { "another plan:\n\n\(FindingsPage.code($0))" }
      ?? "a register of trusts that has\n\n"
      + example.registered.map { "    \($0.code) \($0.name), \($0.cluster)" }
      .joined(separator: "\n")
    let fixed =
      example.fixed == example.breaking
      ? example.other == nil
        ? "With the plan's trust as the register has it there is no finding."
        : "Without the other plan there is no finding."
      : "The plan without it:\n\n\(FindingsPage.code(example.fixed))"
    return """
      \(broken)

      together with \(other)

      \(try jointMessages(on: description).joined(separator: "\n"))

      \(fixed)
      """
  }

  private static func code(_ yaml: String) -> String { "```yaml\n\(yaml.trimmedEnd)\n```" }

  /// The messages for the plans of the example that breaks a rule.
  private func jointMessages(on description: RuleDescription) throws -> [String] {
    let clusters = index.programme.clusters.map(\.id)
    let example = description.example
    var portfolio = Portfolio()
    for (name, text) in [
      ("example.yaml", Example.head + example.breaking), ("other.yaml", example.other),
    ] {
      guard let text else { continue }
      portfolio.append(try readPlan(Array(text.utf8), clusters: clusters).plan, source: name)
    }
    return portfolio.findings(against: index, TrustRegister(example.registered))
      .filter { $0.code == description.code }.map { "> \($0.message)" }
  }

  /// The messages for the example that breaks a rule.
  private func messages(on description: RuleDescription) throws -> [String] {
    let text = Example.head + description.example.breaking
    let document = try readPlan(
      Array(text.utf8), clusters: index.programme.clusters.map(\.id))
    return Assessment(document.plan, against: index).findings
      .filter { $0.code == description.code }
      .map { finding in
        let line = finding.line.map { "Line `\($0)`" } ?? "The plan"
        return "> \(line): \(finding.message)"
      }
  }

  private static func heading(of code: FindingCode) -> String { "\(code.rawValue) \(code.name)" }

  /// The anchor of a heading.
  private static func anchor(of code: FindingCode) -> String {
    heading(of: code).lowercased().replacing(" ", with: "-")
  }
}

extension String {
  /// The text without line breaks at its end.
  var trimmedEnd: String {
    var text = self
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }
}
