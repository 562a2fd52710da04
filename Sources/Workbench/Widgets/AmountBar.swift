import Canvas
import Procurement
import Validation

/// A bar whose parts show what becomes of money, each in a character of its own, so that they are
/// told apart without colour. All screens draw their bars with it.
struct AmountBar {
  /// A part of a bar.
  enum Part: Hashable {
    /// What the programme pays.
    case programme
    /// What funds cover, or what is drawn from a fund.
    case covered
    /// What no fund covers.
    case unfunded
    /// What is left of a fund.
    case left

    /// The parts of a cost, in their order.
    static let ofSplit: [Part] = [.programme, .covered, .unfunded]

    var sign: Unicode.Scalar {
      switch self {
      case .programme: "█"
      case .covered: "▒"
      case .unfunded: "░"
      case .left: "░"
      }
    }

    var role: Role {
      switch self {
      case .programme: .text
      case .covered: .covered
      case .unfunded: .unfunded
      case .left: .dim
      }
    }

    /// The part of a split that it shows.
    func amount(of split: Split) -> Money {
      switch self {
      case .programme: split.programmeFunded
      case .covered: split.covered
      case .unfunded: split.unfunded
      case .left: .zero
      }
    }
  }

  let columns: Range<Int>
  /// The amount for which a bar has its full length.
  let greatest: Money

  /// Draws parts one after the other. The last that is not zero has a column even where rounding
  /// leaves it none, as long as the bar has two.
  func draw(_ parts: [(part: Part, amount: Money)], row: Int, on canvas: inout Canvas) {
    let parts = parts.filter { $0.amount > .zero }
    let length = length(of: parts.reduce(.zero) { $0 + $1.amount })
    var sum = Money.zero
    var column = columns.lowerBound
    for (place, (part, amount)) in parts.enumerated() {
      sum += amount
      let isLast = place == parts.count - 1
      let end = columns.lowerBound + (isLast ? length : min(self.length(of: sum), length - 1))
      guard end > column else { continue }
      canvas.fill(row: row, columns: column..<end, with: part.sign, role: part.role)
      column = end
    }
  }

  /// How many columns an amount takes; anything but nothing takes one at least.
  private func length(of money: Money) -> Int {
    guard greatest > .zero, money > .zero, !columns.isEmpty else { return 0 }
    return min(columns.count, max(1, money.parts(of: greatest, cutInto: columns.count)))
  }

  /// Draws what the characters of some parts mean, each with its word.
  static func drawLegend(
    _ words: [(part: Part, word: String)], at position: Position, on canvas: inout Canvas
  ) {
    var column = position.column
    for (part, word) in words {
      column += canvas.write(
        String(part.sign), at: Position(row: position.row, column: column), role: part.role)
      column += canvas.write(" \(word) ", at: Position(row: position.row, column: column))
    }
  }
}
