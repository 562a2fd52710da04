import Procurement

/// Whether the funds that a line names are known, and which kinds of cost they pay.
struct NamedFunds: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  /// The line names a fund.
  static let any = NamedFunds(rawValue: 1)
  /// It names a fund that the plan does not have.
  static let unknown = NamedFunds(rawValue: 2)
  /// It names funds of the plan, and none of them pays capital.
  static let noneForCapital = NamedFunds(rawValue: 4)
  /// It names funds of the plan, and none of them pays revenue.
  static let noneForRevenue = NamedFunds(rawValue: 8)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// For `count` named funds, of which those that the plan has pay `declared`.
  init(count: Int, declared: [Fund.Pays]) {
    self = []
    if count > 0 { insert(.any) }
    if declared.count < count { insert(.unknown) }
    guard !declared.isEmpty else { return }
    if !declared.contains(where: { $0.pays(.capital) }) { insert(.noneForCapital) }
    if !declared.contains(where: { $0.pays(.revenue) }) { insert(.noneForRevenue) }
  }

  /// Whether it names funds of the plan, and none of them pays a kind of cost.
  @inline(__always)
  func cannotPay(_ kind: CostKind) -> Bool {
    contains(kind == .capital ? .noneForCapital : .noneForRevenue)
  }
}
