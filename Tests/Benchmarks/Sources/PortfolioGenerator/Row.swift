/// The bytes of a row of a table.
struct Row {
  private(set) var bytes: [UInt8] = []
  private static let comma = UInt8(ascii: ",")

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Removes everything after the first `count` bytes.
  mutating func truncate(to count: Int) {
    bytes.removeLast(bytes.count - count)
  }

  /// Adds a cell of bytes that `cell(_:)` made, and a comma.
  mutating func add(_ cell: [UInt8]) {
    bytes += cell
    bytes.append(Row.comma)
  }

  /// Adds cells that are already formatted.
  mutating func add(text: StaticString) {
    text.withUTF8Buffer { bytes += $0 }
  }

  /// Adds plain pounds, with as many decimals as there are pence.
  mutating func add(pence: Int) {
    add(number: pence / 100)
    let rest = pence % 100
    guard rest != 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(rest / 10))
    if rest % 10 != 0 { bytes.append(UInt8(ascii: "0") + UInt8(rest % 10)) }
  }

  mutating func add(number: Int) {
    if number >= 10 { add(number: number / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  mutating func addComma() {
    bytes.append(Row.comma)
  }

  /// Ends the last cell, and the row.
  mutating func end() {
    bytes[bytes.count - 1] = UInt8(ascii: "\n")
  }

  /// The bytes of a cell, in quotes if it needs them.
  static func cell(_ text: String) -> [UInt8] {
    guard text.utf8.contains(where: { $0 == comma || $0 == UInt8(ascii: "\"") }) else {
      return Array(text.utf8)
    }
    let doubled = text.split(separator: "\"", omittingEmptySubsequences: false).joined(
      separator: "\"\"")
    return Array("\"\(doubled)\"".utf8)
  }
}
