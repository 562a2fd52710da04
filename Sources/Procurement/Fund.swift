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

  /// How sure it is that the trust will have the money.
  public enum Certainty: String, CaseIterable, Sendable {
    /// The money is there.
    case confirmed
    /// It has been promised.
    case expected
    /// It has only been applied for.
    case bid
  }

  /// Its id, by which lines name it; unique in a plan.
  public var id: String
  /// Its name.
  public var name: String
  /// The kind of cost that it pays.
  public var pays: Pays
  /// How sure its money is.
  public var certainty: Certainty
  /// The available amounts by year; zero is left out.
  public var available: [FinancialYear: Money]

  /// A fund with what is available in each year.
  public init(
    id: String, name: String, pays: Pays, certainty: Certainty = .confirmed,
    available: [FinancialYear: Money] = [:]
  ) {
    self.id = id
    self.name = name
    self.pays = pays
    self.certainty = certainty
    self.available = available.filter { $0.value != .zero }
  }
}
