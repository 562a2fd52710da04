import Canvas
import Procurement
import Text

/// The places of the parts of a choice: its title, and beside it what it would lead to, each part in a
/// column of its own where there is room.
struct ChoiceColumns {
  /// A part of an outcome with its place.
  enum Part: String {
    case supply, payer = "pays", programme, trust, unfunded, findings

    /// What is said of outcomes: who pays, or what it would cost whom.
    fileprivate static func all(ofCosts: Bool) -> [Part] {
      ofCosts
        ? [.programme, .trust, .unfunded, .findings] : [.supply, .payer, .unfunded, .findings]
    }

    fileprivate var isAmount: Bool {
      switch self {
      case .programme, .trust, .unfunded: true
      case .supply, .payer, .findings: false
      }
    }

    /// Its width, with so many columns for amounts.
    fileprivate func width(amount: Int) -> Int {
      switch self {
      case .supply: 13
      case .payer, .findings: 9
      case .programme, .trust, .unfunded: amount
      }
    }
  }

  /// A part at its place.
  struct Placed {
    let part: Part
    let start: Int
    let width: Int

    func drawHeading(row: Int, on canvas: inout Canvas) {
      if part.isAmount {
        canvas.writeRight(
          part.rawValue, row: row, endingAt: start + width, width: width, role: .heading)
      } else {
        canvas.write(part.rawValue, at: Position(row: row, column: start), role: .heading)
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
    let all = Part.all(ofCosts: menu.choices.contains(where: \.comparesCosts))
    let amounts = menu.choices.compactMap(\.outcome).flatMap { outcome in
      all.compactMap { outcome.amount($0)?.grouped.utf8.count }
    }
    let amount = max(12, amounts.max() ?? 0)
    let sum = all.reduce(0) { $0 + $1.width(amount: amount) + 1 }
    guard menu.choices.contains(where: { $0.outcome != nil }), width >= 72 else {
      titleWidth = ChoiceColumns.titleWidth(menu, within: width)
      parts = []
      return
    }
    let titles = menu.choices.map(\.title) + [menu.title]
    titleWidth = min(max(titles.map { VisibleText.width(of: $0) }.max() ?? 0, 16), width - sum - 3)
    var start = 4 + titleWidth
    parts = all.map { part in
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
      case .programme, .trust, .unfunded:
        canvas.writeRight(
          choice.amountWords(placed.part), row: row, endingAt: placed.start + placed.width,
          width: placed.width,
          role: placed.part == .unfunded && outcome.unfunded != .zero ? .unfunded : .text)
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

extension LineOutcome {
  /// The amount of a part; nil where the part is none.
  fileprivate func amount(_ part: ChoiceColumns.Part) -> Money? {
    switch part {
    case .programme: programme
    case .trust: trust
    case .unfunded: unfunded
    case .supply, .payer, .findings: nil
    }
  }
}

extension Choice {
  /// An amount of the outcome; where costs are compared and the price is unknown, that, with who
  /// would pay it.
  fileprivate func amountWords(_ part: ChoiceColumns.Part) -> String {
    guard let outcome else { return "" }
    guard comparesCosts, !outcome.isPriced else { return outcome.amount(part)?.grouped ?? "" }
    return outcome.payer.rawValue == part.rawValue ? "unknown" : "-"
  }
}
