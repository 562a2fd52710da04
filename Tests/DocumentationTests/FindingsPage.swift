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

        Everything that calloff can report about a plan. `calloff explain CODE` explains one
        finding.

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

      A plan with the finding:

      ```yaml
      \(description.example.breaking.trimmedEnd)
      ```

      \(try messages(on: description).joined(separator: "\n"))

      The plan without it:

      ```yaml
      \(description.example.fixed.trimmedEnd)
      ```
      """
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
