import Procurement
import Text
import Validation

/// The findings of a severity that a change takes away, and those that it makes.
struct FindingExchange: Sendable {
  /// A finding on a line.
  private struct Item {
    let code: FindingCode
    let line: String

    /// `P102 of L7`, or without the line where that was said already.
    func words(after said: String?) -> String {
      line == said ? code.rawValue : "\(code.rawValue) of \(FindingExchange.shown(line))"
    }
  }

  private let gone: [Item]
  private let new: [Item]

  /// What differs between two states of a plan; nothing where the plan is too large to tell.
  init(_ severity: Severity, from before: PlanFigures, to after: PlanFigures) {
    guard let old = before.findings, let new = after.findings, old != new else {
      (gone, self.new) = ([], [])
      return
    }
    gone = FindingExchange.items(severity, of: old, missingIn: new)
    self.new = FindingExchange.items(severity, of: new, missingIn: old)
  }

  var isEmpty: Bool { gone.isEmpty && new.isEmpty }

  /// What is gone and what is new: `P102 of L7 gone, S103 new`.
  var words: String {
    let goneLine = gone.count == 1 ? gone.first?.line : nil
    let parts = [(gone, "gone", nil), (new, "new", goneLine)].filter { !$0.0.isEmpty }
    return parts.map { items, word, said in
      FindingExchange.list(items.map { $0.words(after: said) }) + " \(word)"
    }.joined(separator: ", ")
  }

  /// The lines of the new findings: `L2, L3 and 4 more`; nil where there are none.
  var newLines: String? {
    var seen: Set<String> = []
    let lines = new.map(\.line).filter { seen.insert($0).inserted }
    return lines.isEmpty ? nil : FindingExchange.list(lines.map(FindingExchange.shown))
  }

  /// The most findings or lines that are named.
  private static let named = 3
  /// The columns that the id of a line may take.
  private static let columns = 24

  private static func shown(_ line: String) -> String { VisibleText.clipped(line, to: columns) }

  private static func list(_ words: [String]) -> String {
    let more = words.count - named
    return words.prefix(named).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  private static func items(
    _ severity: Severity, of lines: [PlanFigures.LineFindings],
    missingIn others: [PlanFigures.LineFindings]
  ) -> [Item] {
    let wanted = FindingSet.all(severity)
    let known = Dictionary(others.map { ($0.line, $0.codes) }) { $1 }
    return lines.flatMap { line in
      line.codes.intersection(wanted).subtracting(known[line.line] ?? FindingSet()).codes
        .map { Item(code: $0, line: line.line) }
    }
  }
}
