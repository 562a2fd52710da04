import Canvas
import Procurement
import Text

/// The places of the parts of a choice: its title, and beside it what it would lead to, each part in a
/// column of its own where there is room.
struct ChoiceColumns {
  /// A part of an outcome with its place.
  enum Part: CaseIterable {
    case supply, payer, unfunded, findings

    /// Its width, with so many columns for amounts.
    fileprivate func width(amount: Int) -> Int {
      switch self {
      case .supply: 13
      case .payer: 9
      case .unfunded: amount
      case .findings: 9
      }
    }

    fileprivate var title: String {
      switch self {
      case .supply: "supply"
      case .payer: "pays"
      case .unfunded: "unfunded"
      case .findings: "findings"
      }
    }
  }

  /// A part at its place.
  struct Placed {
    let part: Part
    let start: Int
    let width: Int

    func drawHeading(row: Int, on canvas: inout Canvas) {
      if part == .unfunded {
        canvas.writeRight(
          part.title, row: row, endingAt: start + width, width: width, role: .heading)
      } else {
        canvas.write(part.title, at: Position(row: row, column: start), role: .heading)
      }
    }
  }

  /// The columns of a title.
  let titleWidth: Int
  /// The parts, where each has a column; none where each outcome is one text.
  let parts: [Placed]
  private let width: Int

  init(_ menu: ChoiceMenu, width: Int) {
    self.width = width
    let amounts = menu.choices.compactMap { $0.outcome?.unfunded.grouped.utf8.count }
    let amount = max(12, amounts.max() ?? 0)
    let sum = Part.allCases.reduce(0) { $0 + $1.width(amount: amount) + 1 }
    guard menu.choices.contains(where: { $0.outcome != nil }), width >= 72 else {
      titleWidth = ChoiceColumns.titleWidth(menu, within: width)
      parts = []
      return
    }
    let widest = menu.choices.map { VisibleText.width(of: $0.title) }.max() ?? 0
    titleWidth = min(max(widest, 16), width - sum - 3)
    var start = 4 + titleWidth
    parts = Part.allCases.map { part in
      let width = part.width(amount: amount)
      defer { start += width + 1 }
      return Placed(part: part, start: start, width: width)
    }
  }

  /// The columns that the head may take.
  var headWidth: Int { parts.first.map { $0.start - 1 } ?? width }

  func draw(_ choice: Choice, row: Int, on canvas: inout Canvas) {
    guard let outcome = choice.outcome, !parts.isEmpty else {
      canvas.write(
        choice.outcomeWords, at: Position(row: row, column: 4 + titleWidth), role: .dim)
      return
    }
    for placed in parts {
      let place = Position(row: row, column: placed.start)
      switch placed.part {
      case .supply: canvas.write(outcome.supply, at: place)
      case .payer: canvas.write(outcome.payer.rawValue, at: place)
      case .unfunded:
        canvas.writeRight(
          outcome.unfunded.grouped, row: row, endingAt: placed.start + placed.width,
          width: placed.width, role: outcome.unfunded == .zero ? .text : .unfunded)
      case .findings:
        canvas.write(
          outcome.findings, at: place, role: outcome.codes.first?.severity.role ?? .dim)
      }
    }
  }

  /// Titles get what the outcomes leave, and at least half of the width.
  private static func titleWidth(_ menu: ChoiceMenu, within columns: Int) -> Int {
    let widest = menu.choices.map { VisibleText.width(of: $0.title) }.max() ?? 0
    let outcome = menu.choices.map { VisibleText.width(of: $0.outcomeWords) }.max() ?? 0
    return max(1, min(widest, max(columns / 2, columns - outcome - 5)))
  }
}
