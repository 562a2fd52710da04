/// Money that a trust can draw on, by financial year.
public struct Fund: Hashable, Sendable {
  /// What a fund pays for.
  public enum Pays: String, CaseIterable, Sendable {
    case capital, revenue, either

    /// Whether it pays costs of a kind.
    public func pays(_ kind: CostKind) -> Bool {
      switch self {
      case .capital: kind == .capital
      case .revenue: kind == .revenue
      case .either: true
      }
    }
  }

  /// Its id, by which lines name it; unique in a plan.
  public var id: String
  /// Its name.
  public var name: String
  /// The kind of cost that it pays.
  public var pays: Pays
  /// The available amounts by year; zero is left out.
  public var available: [FinancialYear: Money]

  /// A fund with what is available in each year.
  public init(id: String, name: String, pays: Pays, available: [FinancialYear: Money] = [:]) {
    self.id = id
    self.name = name
    self.pays = pays
    self.available = available.filter { $0.value != .zero }
  }
}
