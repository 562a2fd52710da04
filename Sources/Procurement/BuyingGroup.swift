/// Trusts that buy together through the call-off facility of one LSP.
public struct BuyingGroup: Hashable, Sendable {
  /// Its id, by which lines name it; unique in a plan.
  public var id: String
  /// Its name.
  public var name: String
  /// The provider whose facility it uses.
  public var facility: String
  /// Codes of the member trusts.
  public var members: [String]

  /// A group at a provider's facility.
  public init(id: String, name: String, facility: String, members: [String]) {
    self.id = id
    self.name = name
    self.facility = facility
    self.members = members
  }

  /// Whether a trust is a member; the case of codes is ignored.
  public func hasMember(_ trust: Trust) -> Bool {
    let code = trust.comparedCode
    return members.contains { $0.comparedTrustCode == code }
  }
}
