/// What a line costs, by financial year and kind.
///
/// The amounts are in the order in which they draw on funds: by year, and in a year capital before
/// revenue. Amounts of zero are left out, so equal costs are equal values.
public struct Cost: Hashable, Sendable {
  /// One year's amount of one kind.
  public struct Amount: Hashable, Sendable {
    /// The financial year in which it falls.
    public let year: FinancialYear
    /// Capital or revenue.
    public let kind: CostKind
    /// The amount, never zero.
    public let money: Money
  }

  /// The amounts in drawing order.
  public private(set) var amounts: [Amount] = []

  /// No cost.
  public init() {}

  /// The amount of one year and kind, zero if it has none.
  public subscript(year: FinancialYear, kind: CostKind) -> Money {
    get { amounts.first { $0.year == year && $0.kind == kind }?.money ?? .zero }
    set {
      // Documents mostly have them in this order.
      if let last = amounts.last, newValue != .zero,
        (last.year, last.kind.order) < (year, kind.order)
      {
        amounts.append(Amount(year: year, kind: kind, money: newValue))
        return
      }
      let place =
        amounts.firstIndex { ($0.year, $0.kind.order) >= (year, kind.order) } ?? amounts.endIndex
      let isThere =
        place < amounts.endIndex && amounts[place].year == year && amounts[place].kind == kind
      amounts.replaceSubrange(
        place..<(isThere ? place + 1 : place),
        with: newValue == .zero ? [] : [Amount(year: year, kind: kind, money: newValue)])
    }
  }

  /// The sum of all amounts.
  public var total: Money { amounts.reduce(into: .zero) { $0 += $1.money } }

  /// The sum of the amounts of a kind.
  public func total(of kind: CostKind) -> Money {
    amounts.reduce(into: .zero) { if $1.kind == kind { $0 += $1.money } }
  }
}

extension CostKind {
  fileprivate var order: Int { self == .capital ? 0 : 1 }
}
