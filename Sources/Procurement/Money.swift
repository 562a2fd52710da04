/// An exact amount of sterling in whole pence.
///
/// Amounts are `Int64`, so the largest is £92,233,720,368,547,758.07. A plan whose amounts add up
/// to more is refused when it is read (`Plan.total`), and so is an edit that would exceed it
/// (`MoneySum` checks both). A sum that is larger all the same stops at the largest amount: it is
/// visibly wrong, but nothing traps.
public struct Money: Hashable, Comparable, Sendable, AdditiveArithmetic {
  /// The amount in pence.
  public var pence: Int64

  /// An amount of `pence`.
  public init(pence: Int64) {
    self.pence = pence
  }

  /// Zero pounds.
  public static let zero = Money(pence: 0)

  /// Orders smaller before larger.
  public static func < (left: Money, right: Money) -> Bool { left.pence < right.pence }
  /// The sum; the largest or smallest amount if it cannot be represented.
  public static func + (left: Money, right: Money) -> Money {
    left.adding(right) ?? Money(pence: right.pence < 0 ? .min : .max)
  }
  /// The difference; the largest or smallest amount if it cannot be represented.
  public static func - (left: Money, right: Money) -> Money {
    let (difference, overflow) = left.pence.subtractingReportingOverflow(right.pence)
    return Money(pence: overflow ? (right.pence < 0 ? .max : .min) : difference)
  }
}

extension Money {
  /// Why a text is not an amount.
  public enum Fault: Error, Equatable, Sendable {
    /// Something other than digits and one decimal point.
    case malformed
    /// A comma or blank that is not followed by a group of three digits.
    case separators
    /// More than two digits after the decimal point.
    case fractionOfAPenny
    /// An amount below zero.
    case negative
    /// More than the largest amount, £92,233,720,368,547,758.07.
    case tooLarge
  }

  /// Reads plain pounds: only digits with up to two decimals (`12500`, `40000.50`).
  public init(pounds text: some StringProtocol) throws(Fault) {
    var pence: Int64 = 0
    var decimals: Int?
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "-") where digits == 0 && decimals == nil:
        throw .negative
      case UInt8(ascii: ".") where decimals == nil && digits > 0:
        decimals = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        if let count = decimals {
          guard count < 2 else { throw .fractionOfAPenny }
          decimals = count + 1
        }
        pence = try Money.appending(digit: Int64(byte - UInt8(ascii: "0")), to: pence)
      default:
        throw .malformed
      }
    }
    guard digits > 0, decimals != 0 else { throw .malformed }
    for _ in (decimals ?? 0)..<2 {
      pence = try Money.appending(digit: 0, to: pence)
    }
    self.pence = pence
  }

  private static func appending(digit: Int64, to pence: Int64) throws(Fault) -> Int64 {
    let (tens, overflow) = pence.multipliedReportingOverflow(by: 10)
    let (sum, carry) = tens.addingReportingOverflow(digit)
    guard !overflow, !carry else { throw .tooLarge }
    return sum
  }

  /// Pounds and pence as other programs read them: `150000.00`.
  public var plain: String { text(separated: false) }

  /// Pounds and pence as people read them: `150,000.00`.
  public var grouped: String { text(separated: true) }

  /// Whether it is whole pounds.
  public var isWhole: Bool { pence % 100 == 0 }

  /// Pounds as sentences say them: `£5,000`, or `£5,000.50` where there are pence.
  public var inWords: String { "£\(isWhole ? String(grouped.dropLast(3)) : grouped)" }

  /// Pounds as a document writes them: without pence if they are zero.
  public var shortest: String {
    isWhole ? String(pence / 100) : plain
  }

  private func text(separated: Bool) -> String {
    var bytes: [UInt8] = []
    var rest = pence.magnitude
    for position in 0..<Int.max {
      if position == 2 { bytes.append(UInt8(ascii: ".")) }
      if separated, position > 4, (position - 2) % 3 == 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
      if rest == 0, position >= 2 { break }
    }
    if pence < 0 { bytes.append(UInt8(ascii: "-")) }
    return String(decoding: bytes.reversed(), as: UTF8.self)
  }
}
