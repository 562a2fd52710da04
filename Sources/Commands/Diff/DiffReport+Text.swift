import Procurement
import Text
import Validation

/// The report for people.
extension DiffReport {
  /// Both titles, the differences, the totals of both plans, and new and resolved findings.
  func text(in ink: Ink) -> String {
    guard !comparison.isEmpty else { return "the plans are the same\n" }
    var text = "\(ink.strong(title))\n\n"
    if !header.isEmpty { text += ink.strong("~ plan") + "\n" + header.map(\.line).joined() }
    for entry in funds { text += entry.text("fund ", in: ink) }
    for entry in groups { text += entry.text("group ", in: ink) }
    for entry in lines { text += entry.text(in: ink) }
    text += "\n\(sums(in: ink))\(years(in: ink))\(funding(in: ink))"
    if !comparison.came.isEmpty || !comparison.went.isEmpty { text += "\n" }
    for finding in comparison.came { text += "+ \(finding.line(in: ink))\n" }
    for finding in comparison.went { text += "- \(finding.line(in: ink))\n" }
    return text
  }

  private var title: String {
    let titles = [before, after].map(\.assessment.plan.header.title)
    let both =
      titles[0] == titles[1]
      ? "\(titles[0]) (\(before.name) → \(after.name))"
      : "\(titles[0]) (\(before.name)) → \(titles[1]) (\(after.name))"
    return VisibleText.safe(both)
  }

  /// The totals of both plans, and their difference.
  private func sums(in ink: Ink) -> String {
    let parts = zip(
      comparison.before.totals.all.parts, comparison.after.totals.all.parts)
    var table = TextTable([
      .init(title: "", isNumber: false), .init(title: "before"), .init(title: "after"),
      .init(title: "difference"),
    ])
    for (old, new) in parts {
      let difference = new.money - old.money
      table.add([
        old.key.split(separator: "_").joined(separator: " "), old.money.grouped,
        new.money.grouped, (difference > .zero ? "+" : "") + difference.grouped,
      ])
    }
    return table.text(in: ink)
  }

  /// The sums of each year that differ.
  private func years(in ink: Ink) -> String {
    let changes = comparison.changesByYear
    guard !changes.isEmpty else { return "" }
    var table = TextTable([
      .init(title: "", isNumber: false), .init(title: "before"), .init(title: "after"),
      .init(title: "difference"),
    ])
    for change in changes {
      let year = change.year?.description ?? ""
      table.add([
        "\(year) \(change.part.rawValue)", change.before.grouped, change.after.grouped,
        (change.change > .zero ? "+" : "") + change.change.grouped,
      ])
    }
    return "\n" + table.text(in: ink)
  }

  /// The lines of both plans that lose or gain funding.
  private func funding(in ink: Ink) -> String {
    [("lines that lose funding", true), ("lines that gain funding", false)].map { title, isLoss in
      let changes = comparison.funding.filter { $0.isLoss == isLoss }
      guard !changes.isEmpty else { return "" }
      return "\n\(ink.strong(title))\n"
        + changes.map { change in
          VisibleText.safe(
            "    \(change.line): unfunded \(change.before.grouped) → \(change.after.grouped)")
            + "\n"
        }.joined()
    }.joined()
  }
}

extension DiffEntry {
  /// The entry on one line, and a line for each field.
  fileprivate func text(_ noun: String = "", in ink: Ink) -> String {
    let cost = change == .changed ? nil : money.map { ", £\($0.grouped)" }
    let words = VisibleText.safe("\(noun)\(id) \(title)") + (cost ?? "")
    let place = move.map { "    place: \($0.from + 1) → \($0.to + 1)\n" } ?? ""
    return switch change {
    case .added: ink.added("+ \(words)") + "\n"
    case .removed: ink.removed("- \(words)") + "\n"
    case .changed:
      ink.strong("~ \(words)") + "\n" + fields.flatMap(\.shown).map(\.line).joined() + place
    }
  }
}

extension FieldChange {
  fileprivate var line: String {
    VisibleText.safe("    \(label): \(from.words) → \(to.words)") + "\n"
  }
}

extension Finding {
  fileprivate func line(in ink: Ink) -> String {
    let subject = line.map { " " + VisibleText.safe($0) } ?? ""
    return "\(mark(in: ink))\(subject): \(VisibleText.safe(words))"
  }
}
