/// A national figure.
public struct Figure: Hashable, Sendable {
  /// Its id.
  public var id: String
  /// What it is about.
  public var meaning: String
  /// The amount.
  public var money: Money
  /// The year it is for, if that is known.
  public var year: FinancialYear?
  /// The id of its source.
  public var source: String

  /// A figure with its source.
  public init(id: String, meaning: String, money: Money, year: FinancialYear?, source: String) {
    self.id = id
    self.meaning = meaning
    self.money = money
    self.year = year
    self.source = source
  }
}
