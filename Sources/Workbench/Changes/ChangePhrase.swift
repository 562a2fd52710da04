import Canvas
import Procurement

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

  /// The phrase for edits.
  init(_ edits: [Edit]) {
    let edits = edits.filter { !$0.isIdle }
    let fields = edits.prefix(ChangePhrase.named).flatMap(\.changedFields)
    exact = ChangePhrase.text(of: edits, withPence: true)
    whole =
      fields.contains(where: \.hasPence) ? nil : ChangePhrase.text(of: edits, withPence: false)
  }

  /// The columns that a text of a user may take in a phrase.
  private static let shown = 24
  /// The most fields of a line or record that are named.
  private static let named = 3

  private static func text(of edits: [Edit], withPence: Bool) -> String {
    guard let first = edits.first else { return "no change" }
    if let record = edits.first(where: \.isOfRecord) { return record.phrase(withPence) }
    if edits.count == 1 { return first.phrase(withPence) }
    guard let line = ChangePhrase.onlyLine(of: edits) else { return counts(of: edits) }
    let phrases = edits.prefix(named).map { $0.fieldPhrase(withPence: withPence) }
    let more = edits.count > named ? " and \(edits.count - named) more fields" : ""
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

  /// Fields with what they held and hold; long texts of users are cut off, amounts never are.
  fileprivate static func list(_ fields: [ChangedField], withPence: Bool) -> String {
    fields.prefix(named).map { field in
      let values = [field.old, field.new].map { content in
        let words = content.words(withPence: withPence)
        return if case .text = content { VisibleText.clipped(words, to: shown) } else { words }
      }
      return "\(field.name) \(values[0]) → \(values[1])"
    }.joined(separator: ", ")
  }
}

extension Edit {
  fileprivate var isOfRecord: Bool {
    switch self {
    case .fund, .group, .header: true
    case .set, .insert, .remove, .move: false
    }
  }

  fileprivate func phrase(_ withPence: Bool) -> String {
    switch self {
    case .set(line: let line, from: _, to: _):
      "\(line) \(fieldPhrase(withPence: withPence))"
    case .insert(let line, at: _): "added \(line.id)"
    case .remove(let line, at: _): "removed \(line.id)"
    case .move(line: let line, from: _, to: let place): "moved \(line) to row \(place + 1)"
    case .fund(at: _, from: let old, to: let new):
      recordPhrase("fund", old?.id, new?.id, withPence)
    case .group(at: _, from: let old, to: let new):
      recordPhrase("group", old?.id, new?.id, withPence)
    case .header: ChangePhrase.list(changedFields, withPence: withPence)
    }
  }

  private func recordPhrase(
    _ noun: String, _ old: String?, _ new: String?, _ withPence: Bool
  ) -> String {
    switch (old, new) {
    case (nil, let new): "added \(noun) \(new ?? "")"
    case (let old?, nil): "removed \(noun) \(old)"
    case (let old?, let new?) where old != new: "renamed \(noun) \(old) to \(new)"
    case (let old?, _):
      "\(noun) \(old) \(ChangePhrase.list(changedFields, withPence: withPence))"
    }
  }

  /// What a line does then, without its id: `draws on capital`, `supplier BT → CSC`.
  fileprivate func fieldPhrase(withPence: Bool) -> String {
    if case .set(line: _, from: .funds(let old), to: .funds(let new)) = self {
      return Edit.phrase(forFunds: old, new)
    }
    return ChangePhrase.list(changedFields, withPence: withPence)
  }

  private static func phrase(forFunds old: [String], _ new: [String]) -> String {
    let added = new.filter { !old.contains($0) }
    let removed = old.filter { !new.contains($0) }
    if new.isEmpty { return "draws on no fund" }
    if added.isEmpty, !removed.isEmpty {
      return "no longer draws on \(removed.joined(separator: " and "))"
    }
    let instead = removed.isEmpty ? "" : " instead of \(removed.joined(separator: " and "))"
    return "draws on \((added.isEmpty ? new : added).joined(separator: ", "))\(instead)"
  }
}
