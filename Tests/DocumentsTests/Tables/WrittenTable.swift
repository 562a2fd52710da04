import SeededRandom

/// Makes random tables, and writes them in any form that the format allows.
struct WrittenTable {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private static let pieces = [
    "a", "Z", "7", " ", ",", "\"", "\n", "\r\n", "\r", "\t", "é", "漢", "😀",
  ]
  private static let breaks = ["\n", "\r\n", "\r"]

  /// Random rows of different widths.
  mutating func rows() -> [[String]] {
    (0..<Int.random(in: 0...12, using: &random)).map { _ in
      (0..<Int.random(in: 1...6, using: &random)).map { _ in cell() }
    }
  }

  private mutating func cell() -> String {
    (0..<Int.random(in: 0...8, using: &random))
      .map { _ in WrittenTable.pieces.randomElement(using: &random) ?? "" }.joined()
  }

  /// The rows, with quotes where required and at random, and random line breaks.
  mutating func text(of rows: [[String]]) -> String {
    var text = Bool.random(using: &random) ? "\u{FEFF}" : ""
    for (index, row) in rows.enumerated() {
      text += row.map { written($0, alone: row.count == 1) }.joined(separator: ",")
      if index + 1 < rows.count || Bool.random(using: &random) {
        text += WrittenTable.breaks.randomElement(using: &random) ?? ""
      }
    }
    return text
  }

  /// An empty cell alone on its row needs quotes, or the row would be blank.
  private mutating func written(_ cell: String, alone: Bool) -> String {
    let needsQuotes =
      cell.utf8.contains { [0x0A, 0x0D, 0x22, 0x2C].contains($0) } || cell.isEmpty && alone
    guard needsQuotes || Bool.random(using: &random) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
