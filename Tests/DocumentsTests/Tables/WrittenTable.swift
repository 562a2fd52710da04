import SeededRandom

/// Makes random tables, and writes them with the freedom that the form leaves.
struct WrittenTable {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private static let pieces = [
    "a", "Z", "7", " ", ",", "\"", "\n", "\r\n", "\r", "\t", "é", "漢", "😀",
  ]
  private static let breaks = ["\n", "\r\n", "\r"]

  /// Some rows, each of its own width.
  mutating func rows() -> [[String]] {
    (0..<Int.random(in: 0...12, using: &random)).map { _ in
      (0..<Int.random(in: 1...6, using: &random)).map { _ in cell() }
    }
  }

  private mutating func cell() -> String {
    (0..<Int.random(in: 0...8, using: &random))
      .map { _ in WrittenTable.pieces.randomElement(using: &random) ?? "" }.joined()
  }

  /// The rows with quotes where they must be and elsewhere at will, and one break or another.
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

  /// An empty cell that is all of its row needs quotes, or there would be no row.
  private mutating func written(_ cell: String, alone: Bool) -> String {
    let needsQuotes =
      cell.utf8.contains { [0x0A, 0x0D, 0x22, 0x2C].contains($0) } || cell.isEmpty && alone
    guard needsQuotes || Bool.random(using: &random) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
