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
    let edits = ChangePhrase.joiningRecords(edits.filter { !$0.isIdle })
    let fields = ChangePhrase.shown(edits).flatMap(\.changedFields)
    exact = ChangePhrase.text(of: edits, .short(withPence: true))
    whole =
      fields.contains(where: \.hasPence)
      ? nil : ChangePhrase.text(of: edits, .short(withPence: false))
  }

  /// The phrases of all edits, however many there are.
  static func each(of edits: [Edit]) -> String {
    joiningRecords(edits.filter { !$0.isIdle }).map { text(of: [$0], .short(withPence: true)) }
      .joined(separator: "; ")
  }

  /// The columns that the title of a step may take in a phrase.
  private static let titleShown = 60
  /// The most fields of a line that are named.
  static let named = 3
  /// The most funds, groups and details that are named.
  private static let namedRecords = 2

  /// The edits whose fields are named.
  private static func shown(_ edits: [Edit]) -> ArraySlice<Edit> {
    let records = edits.filter(\.isOfRecord)
    return records.isEmpty ? edits.prefix(named) : records.prefix(namedRecords)
  }

  /// The edits with one edit for each fund, group and header that several change one after the
  /// other.
  private static func joiningRecords(_ edits: [Edit]) -> [Edit] {
    var joined: [Edit] = []
    var places: [Edit.Record: Int] = [:]
    for edit in edits {
      if let record = edit.changedRecord, let place = places[record],
        let both = joined[place].followed(by: edit)
      {
        joined[place] = both
        continue
      }
      if let record = edit.changedRecord { places[record] = joined.count }
      joined.append(edit)
    }
    return joined.filter { !$0.isIdle }
  }

  private static func text(of edits: [Edit], _ style: PhraseStyle) -> String {
    guard let first = edits.first else { return "no change" }
    let records = edits.count(where: \.isOfRecord)
    if records > 0 {
      let phrases = shown(edits).map { $0.phrase(style) }
      let rest = records - phrases.count
      let more = rest > 0 ? " and \(counted(rest, "more record"))" : ""
      return phrases.joined(separator: ", ") + more
    }
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
