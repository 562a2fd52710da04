import Procurement

/// What the funds that a line names are to its costs.
struct NamedFunds: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  /// The line names a fund.
  static let any = NamedFunds(rawValue: 1)
  /// It names a fund that the plan does not declare.
  static let unknown = NamedFunds(rawValue: 2)
  /// It names declared funds, and none of them pays capital.
  static let noneForCapital = NamedFunds(rawValue: 4)
  /// It names declared funds, and none of them pays revenue.
  static let noneForRevenue = NamedFunds(rawValue: 8)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// So many named funds, of which the declared ones pay `declared`.
  init(count: Int, declared: [Fund.Pays]) {
    self = []
    if count > 0 { insert(.any) }
    if declared.count < count { insert(.unknown) }
    guard !declared.isEmpty else { return }
    if !declared.contains(where: { $0.pays(.capital) }) { insert(.noneForCapital) }
    if !declared.contains(where: { $0.pays(.revenue) }) { insert(.noneForRevenue) }
  }

  /// Whether there are declared funds, and none of them pays a kind of cost.
  @inline(__always)
  func cannotPay(_ kind: CostKind) -> Bool {
    contains(kind == .capital ? .noneForCapital : .noneForRevenue)
  }
}
