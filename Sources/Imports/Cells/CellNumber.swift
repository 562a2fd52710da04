import Procurement

/// The number of a cell, exactly as the file writes it: `1250.5`, `1.2E6`.
struct CellNumber: Hashable, Sendable {
  private let isNegative: Bool
  /// Its digits without leading zeros; empty for zero.
  private let digits: [UInt8]
  /// By how many places the decimal point is right of the last digit.
  private let exponent: Int

  /// Exponents beyond this are beyond any amount and below any penny.
  private static let largestExponent = 400

  /// Reads a number; nil where the text is none.
  init?(_ text: String) {
    var rest = text.utf8[...]
    isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    var digits: [UInt8] = []
    var places: Int?
    var hasDigits = false
    while let byte = rest.first, byte != UInt8(ascii: "e"), byte != UInt8(ascii: "E") {
      rest.removeFirst()
      if byte == UInt8(ascii: "."), places == nil {
        places = 0
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      hasDigits = true
      places = places.map { $0 + 1 }
      if byte != UInt8(ascii: "0") || !digits.isEmpty { digits.append(byte) }
    }
    guard hasDigits else { return nil }
    var power = 0
    if !rest.isEmpty {
      let text = String(decoding: rest.dropFirst(), as: UTF8.self)
      guard let number = Int(text) else { return nil }
      power = min(max(number, -2 * CellNumber.largestExponent), 2 * CellNumber.largestExponent)
    }
    self.digits = digits
    exponent = power - (places ?? 0)
  }

  /// The amount, with the decimal point moved to the right by some places.
  ///
  /// A spreadsheet computes with binary fractions, so that 0.1 + 0.2 is 0.30000000000000004. What
  /// differs from whole pence by less than a thousandth of a penny is that amount; any other
  /// fraction of a penny is refused.
  func money(movedBy zeros: Int) throws(Money.Fault) -> Money {
    if digits.isEmpty { return .zero }
    let places = exponent + zeros + 2
    if places >= 0 {
      guard digits.count + places <= 19 else { throw .tooLarge }
      return try money(of: digits + Array(repeating: UInt8(ascii: "0"), count: places), adding: 0)
    }
    let whole = digits.dropLast(-places)
    let zeros = Array(
      repeating: UInt8(ascii: "0"), count: min(4, max(0, -places - digits.count)))
    let fraction = zeros + digits.suffix(-places)
    let thousandths = fraction.prefix(3) + Array(repeating: UInt8(ascii: "0"), count: 3)
    switch String(decoding: thousandths.prefix(3), as: UTF8.self) {
    case "000": return try money(of: Array(whole), adding: 0)
    case "999" where fraction.dropFirst(3).contains { $0 != UInt8(ascii: "0") }:
      return try money(of: Array(whole), adding: 1)
    default: throw .fractionOfAPenny
    }
  }

  private func money(of pence: [UInt8], adding more: Int64) throws(Money.Fault) -> Money {
    let text = pence.isEmpty ? "0" : String(decoding: pence, as: UTF8.self)
    guard let number = Int64(text), number < .max else { throw .tooLarge }
    guard !isNegative || number + more == 0 else { throw .negative }
    return Money(pence: number + more)
  }

  /// The number in digits, as a spreadsheet shows it where its format is general.
  var plain: String {
    if digits.isEmpty { return "0" }
    let zero = UInt8(ascii: "0")
    var text = digits
    if exponent >= 0 {
      text += Array(repeating: zero, count: min(exponent, CellNumber.largestExponent))
    } else {
      let missing = max(0, 1 - exponent - text.count)
      text = Array(repeating: zero, count: min(missing, CellNumber.largestExponent)) + text
      text.insert(UInt8(ascii: "."), at: max(0, text.count + exponent))
      while text.last == zero { text.removeLast() }
      if text.last == UInt8(ascii: ".") { text.removeLast() }
    }
    return (isNegative ? "-" : "") + String(decoding: text, as: UTF8.self)
  }
}
