import Canvas
import Procurement
import Stores
import Validation

/// The columns of the list of plans: what tells plans apart first, sums where there is room.
struct PlanColumns {
  /// A column of text.
  private struct Words {
    let title: String
    let start: Int
    let width: Int
  }

  /// The column of the cost.
  let cost: MoneyColumn
  /// The column of what is unfunded; nil where there is no room.
  private let unfunded: MoneyColumn?
  private let status: Words?
  private let findings: Words?
  private let place: Words?
  private let author: Words?
  private let changed: Words?
  private let titleWidth: Int

  /// Where titles begin.
  static let title = 9
  /// The least columns that they have.
  private static let leastTitle = 8

  init(width: Int, largest: Money) {
    let isWide = width >= 120
    guard width >= 76 else {
      cost = MoneyColumn(
        for: largest, endingAt: width, least: 12,
        room: width - PlanColumns.title - PlanColumns.leastTitle - 1)
      (unfunded, status, findings, place, author, changed) = (nil, nil, nil, nil, nil, nil)
      titleWidth = max(1, cost.start - PlanColumns.title - 1)
      return
    }
    var end = width
    func words(_ title: String, _ width: Int) -> Words {
      end -= width
      defer { end -= 1 }
      return Words(title: title, start: end, width: width)
    }
    changed = words("changed", isWide ? 16 : 10)
    author = words("by", isWide ? 12 : 8)
    place = isWide ? words("in", 14) : nil
    findings = isWide ? words("findings", 10) : nil
    let column = MoneyColumn(for: largest, endingAt: end, least: 12, room: isWide ? 20 : 16)
    end -= column.width + 1
    if isWide {
      unfunded = column
      cost = column.ending(at: end)
      end -= column.width + 1
    } else {
      unfunded = nil
      cost = column
    }
    status = words("status", 8)
    titleWidth = max(1, end - PlanColumns.title)
  }

  func drawHeading(row: Int, on canvas: inout Canvas) {
    canvas.write("trust", at: Position(row: row, column: 3), role: .heading)
    canvas.write("plan", at: Position(row: row, column: PlanColumns.title), role: .heading)
    for (title, column) in [("cost", cost), ("unfunded", unfunded)] {
      guard let column else { continue }
      canvas.writeRight(
        column.heading(title), row: row, endingAt: column.end, width: column.width, role: .heading)
    }
    for words in [status, findings, place, author, changed].compactMap(\.self) {
      canvas.write(
        words.title, at: Position(row: row, column: words.start), width: words.width,
        role: .heading)
    }
  }

  func draw(_ entry: PlanEntry, status: String, row: Int, on canvas: inout Canvas) {
    let indent = entry.filing.scenario == nil ? 0 : 2
    canvas.write(
      entry.filing.scenario == nil
        ? "\(entry.header.title) · \(entry.header.trust.name)" : entry.name,
      at: Position(row: row, column: PlanColumns.title + indent),
      width: max(1, titleWidth - indent), role: entry.filing.isArchived ? .dim : .text)
    canvas.write(entry.summary.cost, in: cost, row: row)
    if let unfunded {
      canvas.write(
        entry.summary.unfunded, in: unfunded, row: row,
        role: entry.summary.unfunded == .zero ? .text : .unfunded)
    }
    let summary = entry.summary
    let texts = [
      (self.status, status), (findings, "\(summary.errors) \(summary.warnings) \(summary.notes)"),
      (place, entry.document.map(PlanColumns.fileName) ?? "the store"),
      (author, entry.author.name), (changed, entry.changed.description),
    ]
    for case (let words?, let text) in texts {
      let shown = words.title == "changed" ? String(text.prefix(words.width)) : text
      canvas.write(
        shown, at: Position(row: row, column: words.start), width: words.width, role: .dim)
    }
  }

  /// The last part of a path.
  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

extension PlanSummary {
  /// The severity of its worst finding; nil where it has none.
  var worst: Severity? {
    errors > 0 ? .error : warnings > 0 ? .warning : notes > 0 ? .note : nil
  }
}

extension PlanEntry {
  /// The plan's status in a word.
  func status(among directory: PlanDirectory) -> String {
    if filing.isArchived { return "archived" }
    if isFrozen { return "frozen" }
    if filing.scenario != nil { return "scenario" }
    if filing.isChosen { return "counts" }
    return directory.counts(self) ? "draft" : "spare"
  }
}
