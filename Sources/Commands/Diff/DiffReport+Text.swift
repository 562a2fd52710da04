import Canvas
import Procurement
import Validation

/// The report for people.
extension DiffReport {
  /// Both titles, what differs, the sums of both plans, and the findings that came and went.
  func text(in ink: Ink) -> String {
    guard !comparison.isEmpty else { return "the plans are the same\n" }
    var text = "\(ink.strong(title))\n\n"
    if !header.isEmpty { text += ink.strong("~ plan") + "\n" + header.map(\.line).joined() }
    for entry in funds { text += entry.text("fund ", in: ink) }
    for entry in groups { text += entry.text("group ", in: ink) }
    for entry in lines { text += entry.text(in: ink) }
    text += "\n\(sums(in: ink))"
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

  /// The sums of both plans, and what lies between them.
  private func sums(in ink: Ink) -> String {
    let parts = zip(
      comparison.before.totals.all.parts, comparison.after.totals.all.parts)
    let rows = parts.map { old, new in
      let difference = new.money - old.money
      return [
        old.key.split(separator: "_").joined(separator: " "), old.money.grouped,
        new.money.grouped, (difference > .zero ? "+" : "") + difference.grouped,
      ]
    }
    let table = [["", "before", "after", "difference"]] + rows
    let widths = (0..<4).map { column in table.map { $0[column].count }.max() ?? 0 }
    let lines = table.map { row in
      row.enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + blanks : blanks + cell
      }.joined(separator: "  ")
    }
    return ([ink.dim(lines[0])] + lines.dropFirst()).map { "\($0)\n" }.joined()
  }
}

extension DiffEntry {
  /// The entry on a line of its own, and a line for each field.
  fileprivate func text(_ noun: String = "", in ink: Ink) -> String {
    let cost = change == .changed ? nil : money.map { ", £\($0.grouped)" }
    let words = VisibleText.safe("\(noun)\(id) \(title)") + (cost ?? "")
    let place = move.map { "    place: \($0.from + 1) → \($0.to + 1)\n" } ?? ""
    return switch change {
    case .added: ink.added("+ \(words)") + "\n"
    case .removed: ink.removed("- \(words)") + "\n"
    case .changed: ink.strong("~ \(words)") + "\n" + fields.map(\.line).joined() + place
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
