/// A national figure.
public struct Figure: Hashable, Sendable {
  /// A short word for it.
  public var id: String
  /// What it counts.
  public var meaning: String
  /// How much.
  public var money: Money
  /// The year it is for, where that is known.
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
