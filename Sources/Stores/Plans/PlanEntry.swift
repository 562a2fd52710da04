public import Procurement

/// A plan as a list of plans shows it.
public struct PlanEntry: Hashable, Sendable {
  /// Its number.
  public var number: PlanNumber
  /// Title, trust and years.
  public var header: Plan.Header
  /// Its sums and findings after the last step.
  public var summary: PlanSummary
  /// Whether it is frozen: nobody can change it until it is reopened.
  public var isFrozen: Bool
  /// The number of its last step.
  public var head: Int
  /// When it was last changed.
  public var changed: Moment
  /// Who changed it last.
  public var author: Author
  /// The path of the document that it is worked on for; nil where there is none.
  public var document: String?
  /// How the store files it.
  public var filing = PlanFiling()
  /// Why the store's entry of the plan cannot be read, in words; nil where it can.
  public var damage: String?

  /// A plan in a list.
  public init(
    number: PlanNumber, header: Plan.Header, summary: PlanSummary, isFrozen: Bool, head: Int,
    changed: Moment, author: Author, document: String?
  ) {
    self.number = number
    self.header = header
    self.summary = summary
    self.isFrozen = isFrozen
    self.head = head
    self.changed = changed
    self.author = author
    self.document = document
  }
  /// A plan of whose entry nothing can be read; why, in words.
  public init(damaged number: PlanNumber, _ damage: String) {
    let midnight = Moment(milliseconds: 0, date: .earliest, hour: 0, minute: 0)
    self.init(
      number: number, header: Plan.empty.header, summary: PlanSummary(), isFrozen: false, head: 0,
      changed: midnight, author: Author(user: 0, name: "", host: "", session: ""), document: nil)
    self.damage = damage
  }
}
