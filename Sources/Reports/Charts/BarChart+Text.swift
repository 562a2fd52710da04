import Procurement
import Text

extension BarChart.Part {
  /// The block of which its bars are in a chart of text.
  fileprivate var block: Character {
    switch self {
    case .programme: "█"
    case .covered, .drawn: "▒"
    case .unfunded, .left: "░"
    }
  }
}

extension BarChart {
  /// The columns of the longest bar of a chart of text.
  private static let columns = 40

  /// The chart as lines of text: bar, amount and label, and below them what the blocks mean.
  ///
  /// The bar comes first, with blanks up to the same column, so that no label begins a line.
  var text: String {
    let greatest = bars.map { $0.parts.length }.max() ?? 0
    let width = bars.map(\.amount.count).max() ?? 0
    let lines = bars.map { bar in
      let amount = String(repeating: " ", count: width - bar.amount.count) + bar.amount
      return "\(blocks(bar, greatest))  \(amount)  \(ShownText.text(bar.label))\n"
    }
    let legend = parts.map { "\($0.block) \($0.title.lowercased())" }
    return lines.joined() + legend.joined(separator: "   ") + "\n"
  }

  private func blocks(_ bar: Bar, _ greatest: Int128) -> String {
    var drawn = ""
    var sum: Int128 = 0
    for (part, money) in zip(parts, bar.parts) {
      sum += Int128(money.pence)
      let end = greatest == 0 ? 0 : Int(sum * Int128(BarChart.columns) / greatest)
      drawn += String(repeating: part.block, count: max(0, end - drawn.count))
    }
    return drawn + String(repeating: " ", count: BarChart.columns - drawn.count)
  }
}

extension [Money] {
  /// The sum, which may be more than any amount.
  var length: Int128 { reduce(0) { $0 + Int128($1.pence) } }
}
