import Canvas
import Procurement

/// What a change does to a plan, in one sentence: the same in previews and in messages.
///
/// `L3 draws on capital: unfunded 300,000 → 0; errors 2 → 1; u undoes`. A change that makes the plan
/// worse says so first. The figures are those of the whole plan, so they have the effect on lines
/// that draw on the same funds later.
struct ChangeReport: Hashable, Sendable {
  /// What is changed; nil where the figures alone are wanted.
  var change: ChangePhrase?
  let before: PlanFigures
  let after: PlanFigures
  /// What can be done about it: `u undoes`; nil where there is nothing.
  var hint: String?

  /// Whether there are more errors after it, or more is unfunded.
  var isWorse: Bool { after.errors > before.errors || after.unfunded > before.unfunded }

  /// The whole sentence.
  var text: String { text(of: Set(Part.Kind.allCases)) }

  /// What it does to errors, warnings and unfunded alone; empty where it does nothing to them.
  var brief: String {
    let isSame =
      before.errors == after.errors && before.unfunded == after.unfunded
      && before.warnings == after.warnings
    return isSame ? "" : text(of: [.errors, .unfunded, .warnings])
  }

  /// The sentence as far as it fits into rows of so many columns: the more important a part is, the
  /// sooner it is taken, and what the change does to errors and unfunded is always said.
  func text(columns: Int, rows: Int = 1) -> String {
    var kept = Set(Part.Kind.allCases.filter { !$0.isOptional })
    for kind in Part.Kind.allCases where kind.isOptional {
      let text = text(of: kept.union([kind]))
      guard BottomText(text, role: .message, columns: columns).rowCount(columns: columns) <= rows
      else { continue }
      kept.insert(kind)
    }
    return text(of: kept)
  }

  /// A part of the sentence.
  private struct Part {
    /// What it says, the most important first.
    enum Kind: CaseIterable {
      case errors, unfunded, change, warnings, same, lines, hint, programme, trust

      var isOptional: Bool { self != .errors && self != .unfunded }
    }

    let kind: Kind
    let text: String
    var isWorse = false
    var isBetter = false
  }

  private func text(of kinds: Set<Part.Kind>) -> String {
    let parts = figures.filter { kinds.contains($0.kind) }
    let change = kinds.contains(.change) ? changeText : nil
    let hint = kinds.contains(.hint) ? hint : nil
    let worse = parts.filter(\.isWorse).map(\.text)
    let isMixed = !worse.isEmpty
    let rest = parts.filter { !$0.isWorse }.map {
      isMixed && $0.isBetter ? "but \($0.text)" : $0.text
    }
    if isMixed {
      return "worse: " + (worse + rest + [change, hint].compactMap(\.self)).joined(separator: "; ")
    }
    let tail = (rest + [hint].compactMap(\.self)).joined(separator: "; ")
    guard let change else { return tail }
    if rest.isEmpty { return tail.isEmpty ? change : "\(change); \(tail)" }
    return change + (change.contains(where: { ":?;".contains($0) }) ? "; " : ": ") + tail
  }

  /// Amounts that are shown together have pence where one of them has.
  private var hasPence: Bool {
    if let change, change.whole == nil { return true }
    let changed = [\PlanFigures.programme, \.trust].filter {
      before[keyPath: $0] != after[keyPath: $0]
    }
    return ([\PlanFigures.unfunded] + changed).contains { path in
      !before[keyPath: path].isWhole || !after[keyPath: path].isWhole
    }
  }

  private var changeText: String? {
    change.flatMap { hasPence ? $0.exact : $0.whole ?? $0.exact }
  }

  private var figures: [Part] {
    [
      unfunded, errors, lines, same,
      before.warnings == after.warnings
        ? nil : Part(kind: .warnings, text: "warnings \(before.warnings) → \(after.warnings)"),
      amount(.programme, "programme pays", \.programme),
      amount(.trust, "trust pays", \.trust),
    ].compactMap(\.self)
  }

  private var errors: Part? {
    guard before.errors != after.errors else { return nil }
    return Part(
      kind: .errors, text: "errors \(before.errors) → \(after.errors)",
      isWorse: after.errors > before.errors, isBetter: after.errors < before.errors)
  }

  /// The lines that have errors then and had none.
  private var lines: Part? {
    let old = Set(before.faultyLines)
    let new = after.faultyLines.filter { !old.contains($0) }
    guard after.errors > before.errors, !new.isEmpty else { return nil }
    let more = new.count > ChangeReport.named ? " and \(new.count - ChangeReport.named) more" : ""
    let names = new.prefix(ChangeReport.named).joined(separator: ", ")
    return Part(kind: .lines, text: "new errors on \(names)\(more)", isWorse: true)
  }

  /// The most lines that are named.
  private static let named = 3

  private var unfunded: Part? {
    guard var part = amount(.unfunded, "unfunded", \.unfunded) else { return nil }
    part.isWorse = after.unfunded > before.unfunded
    part.isBetter = !part.isWorse
    return part
  }

  private func amount(
    _ kind: Part.Kind, _ name: String, _ path: KeyPath<PlanFigures, Money>
  ) -> Part? {
    let (old, new) = (before[keyPath: path], after[keyPath: path])
    guard old != new else { return nil }
    let words = [old, new].map { $0.grouped(withPence: hasPence) }
    return Part(kind: kind, text: "\(name) \(words[0]) → \(words[1])")
  }

  /// What of errors and unfunded stays.
  private var same: Part? {
    switch (before.errors == after.errors, before.unfunded == after.unfunded) {
    case (true, true): Part(kind: .errors, text: "errors and unfunded unchanged")
    case (false, true):
      Part(kind: .same, text: "unfunded stays \(after.unfunded.grouped(withPence: hasPence))")
    case (true, false): Part(kind: .same, text: "errors stay \(after.errors)")
    case (false, false): nil
    }
  }
}
