import Procurement
import Text

/// How much a phrase on an edit says.
enum PhraseStyle: Sendable {
  /// A few fields, long texts of users cut off, and amounts with pence or without: for messages.
  case short(withPence: Bool)
  /// All of it: for the history.
  case full

  /// The columns that a text of a user may take.
  private static let columns = 24
  /// The most fields of a fund, a group or the plan's details that are named.
  private static let named = 3

  /// Fields with what they held and hold; amounts are never cut off.
  fileprivate func list(_ fields: [ChangedField]) -> String {
    switch self {
    case .full: fields.map { words($0) }.joined(separator: ", ")
    case .short:
      fields.prefix(PhraseStyle.named).map { words($0) }.joined(separator: ", ")
        + (fields.count > PhraseStyle.named
          ? " and \(counted(fields.count - PhraseStyle.named, "more field"))" : "")
    }
  }

  private func words(_ field: ChangedField) -> String {
    let old = words(field.old, field)
    if field.new == .text("") { return "\(field.name) cleared (was \(old))" }
    return "\(field.name) \(old) → \(words(field.new, field))"
  }

  private func words(_ content: ChangedField.Content, _ field: ChangedField) -> String {
    switch (content, self) {
    case (.text(""), _): "none"
    case (.text(let text), .full): text
    case (.text(let text), .short): VisibleText.clipped(text, to: PhraseStyle.columns)
    case (.money(let money), .full): money.grouped(withPence: field.hasPence)
    case (.money(let money), .short(let withPence)): money.grouped(withPence: withPence)
    }
  }

  /// What only the full phrase has.
  fileprivate func detail(_ words: String) -> String { isFull ? words : "" }

  fileprivate var isFull: Bool { if case .full = self { true } else { false } }
}

extension Edit {
  /// A fund or group by its place, or the plan's details.
  enum Record: Hashable {
    case fund(Int), group(Int), header
  }

  /// The fund, the group or the details that it changes; nil where it adds or removes one, or is
  /// about lines.
  var changedRecord: Record? {
    switch self {
    case .fund(at: let place, from: _?, to: _?): .fund(place)
    case .group(at: let place, from: _?, to: _?): .group(place)
    case .header: .header
    case .fund, .group, .set, .insert, .remove, .move: nil
    }
  }

  /// One edit that does what this one and the next do to a record; nil where the next one does not
  /// begin where this one ends.
  func followed(by next: Edit) -> Edit? {
    switch (self, next) {
    case (
      .fund(at: let place, from: let old, to: let end), .fund(at: _, from: let start, to: let new)
    ) where end == start:
      .fund(at: place, from: old, to: new)
    case (
      .group(at: let place, from: let old, to: let end), .group(at: _, from: let start, to: let new)
    ) where end == start:
      .group(at: place, from: old, to: new)
    case (.header(from: let old, to: let end), .header(from: let start, to: let new))
    where end == start:
      .header(from: old, to: new)
    default: nil
    }
  }

  /// Whether it changes a fund, a group or the plan's details.
  var isOfRecord: Bool {
    switch self {
    case .fund, .group, .header: true
    case .set, .insert, .remove, .move: false
    }
  }

  /// What it does, in a phrase: `L3 supplier BT → CSC`.
  func phrase(_ style: PhraseStyle) -> String {
    switch self {
    case .set(line: let line, from: _, to: _): "\(line) \(fieldPhrase(style))"
    case .insert(let line, at: let place):
      "added \(line.id)" + style.detail(", \(line.service), as row \(place + 1)")
    case .remove(let line, at: let place):
      "removed \(line.id)" + style.detail(", \(line.service), which was row \(place + 1)")
    case .move(line: let line, from: let old, to: let new):
      "moved \(line)" + style.detail(" from row \(old + 1)") + " to row \(new + 1)"
    case .fund(at: _, from: let old, to: let new): recordPhrase("fund", old?.id, new?.id, style)
    case .group(at: _, from: let old, to: let new): recordPhrase("group", old?.id, new?.id, style)
    case .header: style.list(changedFields)
    }
  }

  /// What a line does then, without its id: `draws on capital`, `supplier BT → CSC`.
  func fieldPhrase(_ style: PhraseStyle) -> String {
    if case .set(line: _, from: .funds(let old), to: .funds(let new)) = self {
      return Edit.phrase(forFunds: old, new)
    }
    if case .set(line: _, from: .alternatives(let old), to: .alternatives(let new)) = self,
      let phrase = Edit.phrase(forAlternatives: old.map(\.id), new.map(\.id), style)
    {
      return phrase
    }
    let fields = changedFields
    return fields.isEmpty ? "no change" : style.list(fields)
  }

  private func recordPhrase(
    _ noun: String, _ old: String?, _ new: String?, _ style: PhraseStyle
  ) -> String {
    switch (old, new) {
    case (nil, let new): "added \(noun) \(new ?? "")"
    case (let old?, nil): "removed \(noun) \(old)"
    case (let old?, let new?) where old != new && !style.isFull:
      "renamed \(noun) \(old) to \(new)"
    case (let old?, _): "\(noun) \(old) \(style.list(changedFields))"
    }
  }

  /// What becomes of alternatives by their ids; nil where these stay, or all has to be said.
  private static func phrase(
    forAlternatives old: [String], _ new: [String], _ style: PhraseStyle
  ) -> String? {
    let added = new.filter { !old.contains($0) }
    let removed = old.filter { !new.contains($0) }
    guard old != new, !style.isFull else { return nil }
    let parts = [("added", added), ("removed", removed)].filter { !$0.1.isEmpty }
    return parts.isEmpty
      ? "reordered alternatives"
      : parts.map { word, ids in
        "\(word) alternative\(ids.count == 1 ? "" : "s") \(ids.joined(separator: ", "))"
      }.joined(separator: ", ")
  }

  private static func phrase(forFunds old: [String], _ new: [String]) -> String {
    let added = new.filter { !old.contains($0) }
    let removed = old.filter { !new.contains($0) }
    if new.isEmpty { return "draws on no fund" }
    if added.isEmpty, !removed.isEmpty {
      return "no longer draws on \(series(removed, "and"))"
    }
    let instead = removed.isEmpty ? "" : " instead of \(series(removed, "and"))"
    return "draws on \((added.isEmpty ? new : added).joined(separator: ", "))\(instead)"
  }
}
