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
      && before.warnings == after.warnings && before.findings == after.findings
    return isSame ? "" : text(of: [.errors, .unfunded, .warnings])
  }

  /// The sentence as far as it fits into rows of so many columns: the more important a part is, the
  /// sooner it is taken, and what the change does to errors and unfunded is always said.
  func text(columns: Int, rows: Int = 1) -> String {
    text(columns: columns, rows: rows, always: [.errors, .unfunded])
  }

  /// The sentence at the bottom of a screen of so many columns.
  ///
  /// It always says what the change was and how it is undone, in as many rows as that
  /// takes, and the rest as far as it fits into them.
  func bottomText(columns: Int) -> String {
    guard change != nil else { return text(columns: columns) }
    let always: Set<Part.Kind> = [.errors, .unfunded, .change, .hint]
    let rows = rowCount(text(of: always), columns: columns)
    return text(columns: columns, rows: rows, always: always)
  }

  private func rowCount(_ text: String, columns: Int) -> Int {
    BottomText(text, role: .message, columns: columns).rowCount(columns: columns)
  }

  private func text(columns: Int, rows: Int, always: Set<Part.Kind>) -> String {
    var kept = always
    for kind in Part.Kind.allCases where !always.contains(kind) {
      let text = text(of: kept.union([kind]))
      guard rowCount(text, columns: columns) <= rows else { continue }
      kept.insert(kind)
    }
    return text(of: kept)
  }

  /// A part of the sentence.
  private struct Part {
    /// What it says, the most important first.
    enum Kind: CaseIterable {
      case errors, unfunded, change, same, warnings, hint, lines, programme, trust
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
    let isDivided = change.contains { ":?;".contains($0) } || tail.contains(": ")
    return change + (isDivided ? "; " : ": ") + tail
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
      unfunded, errors, newLines, same, warnings,
      amount(.programme, "programme pays", \.programme),
      amount(.trust, "trust pays", \.trust),
    ].compactMap(\.self)
  }

  // MARK: Findings

  private var exchangedErrors: FindingExchange {
    FindingExchange(.error, from: before, to: after)
  }

  /// How many errors there are, or which one was exchanged for another.
  private var errors: Part? {
    guard before.errors == after.errors else {
      return Part(
        kind: .errors, text: "errors \(before.errors) → \(after.errors)",
        isWorse: after.errors > before.errors, isBetter: after.errors < before.errors)
    }
    let exchange = exchangedErrors
    return exchange.isEmpty
      ? nil : Part(kind: .errors, text: "errors stay \(after.errors): \(exchange.words)")
  }

  /// The lines that get errors which they did not have.
  private var newLines: Part? {
    guard before.errors != after.errors, let lines = exchangedErrors.newLines else { return nil }
    return Part(
      kind: .lines, text: "new errors on \(lines)", isWorse: after.errors > before.errors)
  }

  private var warnings: Part? {
    guard before.warnings == after.warnings else {
      return Part(kind: .warnings, text: "warnings \(before.warnings) → \(after.warnings)")
    }
    let exchange = FindingExchange(.warning, from: before, to: after)
    return exchange.isEmpty
      ? nil : Part(kind: .warnings, text: "warnings stay \(after.warnings): \(exchange.words)")
  }

  // MARK: Amounts

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
    let unfunded = "unfunded stays \(after.unfunded.grouped(withPence: hasPence))"
    switch (before.errors == after.errors, before.unfunded == after.unfunded) {
    case (true, true) where !exchangedErrors.isEmpty: return Part(kind: .same, text: unfunded)
    case (true, true) where after.findings == nil && after.errors > 0:
      // Which errors they are is not known.
      return Part(kind: .errors, text: "errors stay \(after.errors); \(unfunded)")
    case (true, true): return Part(kind: .errors, text: "errors and unfunded unchanged")
    case (false, true): return Part(kind: .same, text: unfunded)
    case (true, false) where exchangedErrors.isEmpty:
      return Part(kind: .same, text: "errors stay \(after.errors)")
    case (true, false), (false, false): return nil
    }
  }
}
