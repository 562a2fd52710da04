public import Procurement

/// A chart of bars, each made of parts: what is spent in each year, or how much of a fund is used.
public struct BarChart: Hashable, Sendable {
  /// What a part of a bar is; each has a pattern of its own, so that none needs its colour.
  public enum Part: String, CaseIterable, Sendable {
    case programme, covered, unfunded, drawn, left

    /// What it is, in the legend.
    var title: String {
      switch self {
      case .programme: "Programme pays"
      case .covered: "Covered by funds"
      case .unfunded: "Unfunded"
      case .drawn: "Drawn"
      case .left: "Left"
      }
    }
  }

  /// A bar with its label.
  public struct Bar: Hashable, Sendable {
    /// What it is about.
    public var label: String
    /// Its length in words: the amount.
    public var amount: String
    /// How long its parts are, in the order of the chart's parts. None is negative.
    public var parts: [Money]
  }

  /// The word by which its parts are known, different for each chart of a paper.
  public var id: String
  /// What it shows.
  public var title: String
  /// The parts that bars have, in their order.
  public var parts: [Part]
  /// The bars, from top to bottom.
  public var bars: [Bar]

  /// The same in words, for readers who cannot see it.
  var description: String {
    bars.map { bar in
      let parts = zip(parts, bar.parts).filter { $1 > .zero }
        .map { "\($0.title.lowercased()) \($1.inWords)" }
      return "\(bar.label): \(parts.isEmpty ? "nothing" : parts.joined(separator: ", "))"
    }.joined(separator: "; ") + "."
  }

  /// Whether there is anything to draw.
  var isEmpty: Bool { bars.allSatisfy { $0.parts.allSatisfy { $0 == .zero } } }
}
