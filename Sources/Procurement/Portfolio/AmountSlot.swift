/// A financial year and a kind of cost in two bytes, ordered as amounts draw on funds.
public struct AmountSlot: Hashable, Comparable, Sendable {
  /// 2 × the years since the first valid one, plus 1 for revenue.
  public let number: UInt16

  /// A year and a kind.
  public init(_ year: FinancialYear, _ kind: CostKind) {
    let years = year.start - FinancialYear.range.lowerBound
    number = UInt16(years * 2 + (kind == .capital ? 0 : 1))
  }

  /// The calendar year in which the financial year starts.
  @inlinable
  public var start: Int { 1990 + Int(number >> 1) }
  /// Capital or revenue.
  @inlinable
  public var kind: CostKind { number & 1 == 0 ? .capital : .revenue }
  /// The financial year.
  public var year: FinancialYear? { FinancialYear(start: start) }

  /// Orders by when amounts draw, earlier first.
  public static func < (left: AmountSlot, right: AmountSlot) -> Bool {
    left.number < right.number
  }
}
