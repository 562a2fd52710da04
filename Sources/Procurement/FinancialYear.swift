/// A financial year, April to March, written `2004-05`.
public struct FinancialYear: Hashable, Comparable, Sendable {
  /// The calendar year in which it starts: 2004 for `2004-05`.
  public var start: Int { Int(number) }

  /// The same in two bytes, since every amount has a year.
  private let number: Int16

  /// The years that a plan may have; any other is taken for a typing error.
  public static let range = 1990...2199

  /// The year starting in April of `start`; nil outside `range`.
  public init?(start: Int) {
    guard FinancialYear.range.contains(start) else { return nil }
    number = Int16(start)
  }

  /// Reads `2004-05`; nil if the text is not two consecutive years in this form.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"),
      let first = FinancialYear.number(bytes[0..<4]),
      let second = FinancialYear.number(bytes[5..<7]),
      (first + 1) % 100 == second
    else { return nil }
    self.init(start: first)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }

  /// Orders smaller before larger.
  public static func < (left: FinancialYear, right: FinancialYear) -> Bool {
    left.start < right.start
  }
}

extension FinancialYear: CustomStringConvertible {
  /// The year as written: `2004-05`.
  public var description: String {
    let end = (start + 1) % 100
    return "\(start)-\(end < 10 ? "0" : "")\(end)"
  }
}
