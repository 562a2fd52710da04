import Procurement
import Text

/// What edits change, in a phrase: `L3 draws on capital`.
struct ChangePhrase: Hashable, Sendable {
  /// The phrase with its amounts in pounds and pence.
  let exact: String
  /// The phrase with its amounts in pounds; nil where one of them has pence.
  let whole: String?

  /// A phrase without amounts.
  init(_ text: String) {
    exact = text
    whole = text
  }

  /// What became of something with a title, or who did it: `undone: removing L3`.
  init(_ words: String, title: String) {
    self.init("\(words): \(VisibleText.clipped(title, to: ChangePhrase.titleShown))")
  }

  /// The phrase for edits.
  init(_ edits: [Edit]) {
    let edits = edits.filter { !$0.isIdle }
    let fields = edits.prefix(ChangePhrase.named).flatMap(\.changedFields)
    exact = ChangePhrase.text(of: edits, .short(withPence: true))
    whole =
      fields.contains(where: \.hasPence)
      ? nil : ChangePhrase.text(of: edits, .short(withPence: false))
  }

  /// The columns that the title of a step may take in a phrase.
  private static let titleShown = 60
  /// The most fields of a line that are named.
  private static let named = 3

  private static func text(of edits: [Edit], _ style: PhraseStyle) -> String {
    guard let first = edits.first else { return "no change" }
    if let record = edits.first(where: \.isOfRecord) { return record.phrase(style) }
    if edits.count == 1 { return first.phrase(style) }
    guard let line = ChangePhrase.onlyLine(of: edits) else { return counts(of: edits) }
    let phrases = edits.prefix(named).map { $0.fieldPhrase(style) }
    let more = edits.count > named ? " and \(counted(edits.count - named, "more field"))" : ""
    return "\(line) " + phrases.joined(separator: ", ") + more
  }

  /// The line of which all of the edits set fields; nil where there is no such line.
  private static func onlyLine(of edits: [Edit]) -> String? {
    guard case .set(line: let line, from: _, to: _) = edits.first else { return nil }
    let isOne = edits.allSatisfy { edit in
      if case .set(line: line, from: _, to: _) = edit { true } else { false }
    }
    return isOne ? line : nil
  }

  /// How many lines edits add, remove, move and change: `added 3 lines, removed 1 line`.
  private static func counts(of edits: [Edit]) -> String {
    var changed: Set<String> = []
    var counts = (added: 0, removed: 0, moved: 0)
    for edit in edits {
      switch edit {
      case .set(line: let line, from: _, to: _): changed.insert(line)
      case .insert: counts.added += 1
      case .remove: counts.removed += 1
      case .move: counts.moved += 1
      case .fund, .group, .header: break
      }
    }
    let all = [
      ("added", counts.added), ("removed", counts.removed), ("moved", counts.moved),
      ("changed", changed.count),
    ]
    return all.filter { $0.1 > 0 }.map { "\($0.0) \(counted($0.1, "line"))" }
      .joined(separator: ", ")
  }
}
