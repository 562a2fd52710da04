import Procurement

/// Where everything of a chart is drawn, in whole units of its drawing: the same chart always gives
/// the same numbers.
struct ChartLayout {
  /// A rectangle of a part.
  struct Piece: Hashable {
    var part: BarChart.Part
    var left: Int
    var width: Int
    var top: Int
  }

  /// The label and amount above a bar.
  struct Label: Hashable {
    var text: String
    var amount: String
    var baseline: Int
  }

  /// The sign and word of a part in the legend.
  struct Key: Hashable {
    var part: BarChart.Part
    var left: Int
    var top: Int
  }

  /// The width of the drawing, of which phones show each unit as about a pixel.
  static let width = 400
  /// The height of a bar.
  static let barHeight = 18
  private static let rowHeight = 44
  private static let legendWidth = 134
  private static let margin = 1

  let height: Int
  let labels: [Label]
  let pieces: [Piece]
  let legend: [Key]

  init(_ chart: BarChart) {
    let greatest = chart.bars.map(\.parts.length).max() ?? 0
    let space = Int128(ChartLayout.width - 2 * ChartLayout.margin)
    var (labels, pieces): ([Label], [Piece]) = ([], [])
    for (place, bar) in chart.bars.enumerated() {
      let top = place * ChartLayout.rowHeight
      labels.append(Label(text: bar.label, amount: bar.amount, baseline: top + 14))
      // Ends are rounded, not lengths, so that a bar is as long as all its parts.
      var sum: Int128 = 0
      var left = 0
      for (part, money) in zip(chart.parts, bar.parts) {
        sum += Int128(money.pence)
        let right = greatest == 0 ? 0 : Int(sum * space / greatest)
        if right > left {
          pieces.append(
            Piece(
              part: part, left: ChartLayout.margin + left, width: right - left, top: top + 20))
        }
        left = right
      }
    }
    self.labels = labels
    self.pieces = pieces
    let legendTop = chart.bars.count * ChartLayout.rowHeight + 4
    legend = chart.parts.enumerated().map { place, part in
      Key(part: part, left: ChartLayout.margin + place * ChartLayout.legendWidth, top: legendTop)
    }
    height = legendTop + 20
  }
}
