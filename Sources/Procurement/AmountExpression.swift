import Text

/// Computes amounts as people type them into cells: `=1.2m*0.8`, or `+5%` and `-20%` of the amount
/// that is there.
///
/// The result is an exact fraction until it is rounded once, to the nearest penny and half a penny
/// up. It is refused where a step exceeds what 128 bits hold.
public struct AmountExpression {
  /// Why a text cannot be computed.
  public enum Fault: Error, Equatable, Sendable {
    /// Something other than numbers, brackets and `+ - * / %`.
    case malformed
    case divisionByZero
    /// A percentage of an amount that is not there.
    case nothingThere
    /// The result, or a number in it, is not an amount.
    case amount(Money.Fault)
  }

  /// The most brackets inside each other.
  private static let deepest = 32

  private var rest: Substring
  private var depth = 0

  /// Whether a text is computed: it begins with `=` or `+`, or is a percentage less.
  public static func isOne(_ text: String) -> Bool {
    let text = text.trimmed
    return text.hasPrefix("=") || text.hasPrefix("+") || (text.last == "%" && isMinus(text.first))
  }

  /// The amount that a text computes, where `present` is the amount that is there.
  public static func amount(_ text: String, from present: Money) throws(Fault) -> Money {
    let text = text.trimmed
    var expression = AmountExpression(rest: text.dropFirst())
    if text.hasPrefix("=") {
      let result = try expression.sum()
      guard expression.rest.isEmpty else { throw .malformed }
      return try result.money
    }
    let share = try expression.percentage()
    guard present != .zero else { throw .nothingThere }
    let whole = Fraction(100)
    let factor = try isMinus(text.first) ? whole.minus(share) : whole.plus(share)
    let pence = Fraction(Int128(present.pence))
    return try pence.times(factor).over(Fraction(10_000)).money
  }

  private init(rest: Substring) { self.rest = rest }

  private static func isMinus(_ character: Character?) -> Bool {
    character == "-" || character == "\u{2212}"
  }

  // MARK: Reading

  private mutating func sum() throws(Fault) -> Fraction {
    var result = try product()
    while let sign = take(where: { $0 == "+" || AmountExpression.isMinus($0) }) {
      let next = try product()
      result = try sign == "+" ? result.plus(next) : result.minus(next)
    }
    return result
  }

  private mutating func product() throws(Fault) -> Fraction {
    var result = try factor()
    while let sign = take(where: { "*×/÷".contains($0) }) {
      let next = try factor()
      result = try "*×".contains(sign) ? result.times(next) : result.over(next)
    }
    return result
  }

  private mutating func factor() throws(Fault) -> Fraction {
    depth += 1
    defer { depth -= 1 }
    guard depth <= AmountExpression.deepest else { throw .malformed }
    if take(where: AmountExpression.isMinus) != nil { return try Fraction(0).minus(factor()) }
    var result: Fraction
    if take(where: { $0 == "(" }) != nil {
      result = try sum()
      guard take(where: { $0 == ")" }) != nil else { throw .malformed }
    } else {
      result = try number()
    }
    if take(where: { $0 == "%" }) != nil { result = try result.over(Fraction(100)) }
    return result
  }

  /// The number of `5%`, with nothing behind it.
  private mutating func percentage() throws(Fault) -> Fraction {
    let result = try number()
    guard take(where: { $0 == "%" }) != nil, rest.isEmpty else { throw .malformed }
    return result
  }

  /// A number: `12,500.50`, `£300`, `1.2m`, `0.825`.
  private mutating func number() throws(Fault) -> Fraction {
    skipBlanks()
    _ = take { $0 == "£" }
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
    rest = rest.dropFirst(digits.count)
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, !first.isEmpty, parts.count < 3, parts.last != "" else {
      throw .malformed
    }
    let fraction = parts.count == 2 ? parts[1] : ""
    let whole: String
    do throws(Money.Fault) { whole = try Money.ungrouped(first) } catch { throw .amount(error) }
    guard !fraction.contains(",") else { throw .amount(.separators) }
    guard whole.count + fraction.count <= 36, let value = Int128(whole + fraction) else {
      throw .amount(.tooLarge)
    }
    let result = Fraction(value, over: AmountExpression.power(of: fraction.count))
    switch take(where: { "kKmM".contains($0) }) {
    case "k", "K": return try result.times(Fraction(1_000))
    case "m", "M": return try result.times(Fraction(1_000_000))
    default: return result
    }
  }

  private static func power(of exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// Takes the next character where it is wanted, and the blanks around it.
  private mutating func take(where isWanted: (Character) -> Bool) -> Character? {
    skipBlanks()
    guard let next = rest.first, isWanted(next) else { return nil }
    rest.removeFirst()
    skipBlanks()
    return next
  }

  private mutating func skipBlanks() { rest = rest.drop { $0 == " " } }
}

/// A fraction in lowest terms, whose denominator is above zero.
private struct Fraction {
  let over: Int128
  let value: Int128

  init(_ value: Int128, over: Int128 = 1) {
    let divisor = max(1, Fraction.divisor(value.magnitude, over.magnitude))
    self.value = value / divisor
    self.over = over / divisor
  }

  private static func divisor(_ left: UInt128, _ right: UInt128) -> Int128 {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return Int128(clamping: left)
  }

  func plus(_ other: Fraction) throws(AmountExpression.Fault) -> Fraction {
    let (left, right) = try (
      Fraction.product(value, other.over), Fraction.product(other.value, over)
    )
    let (sum, overflow) = left.addingReportingOverflow(right)
    if overflow { throw .amount(.tooLarge) }
    return Fraction(sum, over: try Fraction.product(over, other.over))
  }

  func minus(_ other: Fraction) throws(AmountExpression.Fault) -> Fraction {
    try plus(Fraction(try Fraction.product(other.value, -1), over: other.over))
  }

  func times(_ other: Fraction) throws(AmountExpression.Fault) -> Fraction {
    Fraction(
      try Fraction.product(value, other.value), over: try Fraction.product(over, other.over))
  }

  func over(_ other: Fraction) throws(AmountExpression.Fault) -> Fraction {
    if other.value == 0 { throw .divisionByZero }
    let sign: Int128 = other.value < 0 ? -1 : 1
    return Fraction(
      try Fraction.product(value, try Fraction.product(other.over, sign)),
      over: try Fraction.product(over, try Fraction.product(other.value, sign)))
  }

  private static func product(
    _ left: Int128, _ right: Int128
  ) throws(AmountExpression.Fault) -> Int128 {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    if overflow { throw .amount(.tooLarge) }
    return product
  }

  /// The fraction of pounds as an amount.
  var money: Money {
    get throws(AmountExpression.Fault) {
      let pence = try times(Fraction(100))
      let (whole, rest) = pence.value.quotientAndRemainder(dividingBy: pence.over)
      let isUp = rest.magnitude >= (pence.over - pence.over / 2).magnitude
      let rounded = whole + (isUp ? pence.value.signum() : 0)
      if rounded < 0 { throw .amount(.negative) }
      guard let pence = Int64(exactly: rounded) else { throw .amount(.tooLarge) }
      return Money(pence: pence)
    }
  }
}
