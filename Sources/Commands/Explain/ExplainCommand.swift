import ArgumentParser
import Procurement
import Validation

/// `calloff explain`: what a rule says, why, and which clauses it rests on.
struct ExplainCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule: what it says, why, its sources, and an example.")

  @Argument(
    help: "A code such as S101, or its name. Default: list all codes.",
    completion: .list(FindingCode.allCases.map(\.rawValue)))
  var code: String?

  @OptionGroup var shared: SharedOptions

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    guard let word = code else { return Outcome(data: ExplainCommand.list(in: surroundings.ink)) }
    guard let code = FindingCode(word: word) else { throw .unknownCode(word) }
    let index = try shared.index(in: surroundings)
    guard let explanation = Explanation(of: code, index: index) else { throw .unknownCode(word) }
    return Outcome(data: explanation.text(columns: surroundings.columns, in: surroundings.ink))
  }

  /// All codes, one a line: code, severity, name, summary.
  private static func list(in ink: Ink) -> String {
    let longest = FindingCode.allCases.map(\.name.utf8.count).max() ?? 0
    return FindingCode.allCases.map { code in
      let severity = code.severity.rawValue
      let columns = [
        ink.strong(code.rawValue),
        ink.severity(code.severity, severity) + spaces(7 - severity.utf8.count),
        code.name + spaces(longest - code.name.utf8.count),
        Rulebook.description(of: code)?.summary ?? "",
      ]
      return columns.joined(separator: "  ") + "\n"
    }.joined()
  }
}

/// A number of spaces; none for a negative number.
func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
