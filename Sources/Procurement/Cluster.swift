/// A cluster: a region that one LSP serves.
public struct Cluster: Hashable, Sendable {
  /// A health authority within a cluster.
  public struct Authority: Hashable, Sendable {
    /// Its code in the national register.
    public var code: String
    /// Its name.
    public var name: String

    /// An authority.
    public init(code: String, name: String) {
      self.code = code
      self.name = name
    }
  }

  /// Its id, by which plans name it.
  public var id: String
  /// Its name.
  public var name: String
  /// The id of the provider that serves it.
  public var lsp: String
  /// The regions of England that it covers.
  public var regions: [String]
  /// The codes by which the national register of trusts names those regions.
  public var regionCodes: [String]
  /// Its strategic health authorities.
  public var authorities: [Authority]
  /// The value of the provider's contract, if it is known.
  public var contractValue: Money?
  /// The id of the source of the contract value.
  public var source: String?
  /// The id of the source of the authorities.
  public var authoritiesSource: String?

  /// A cluster with its LSP.
  public init(
    id: String, name: String, lsp: String, regions: [String] = [], regionCodes: [String] = [],
    authorities: [Authority] = [], contractValue: Money? = nil, source: String? = nil,
    authoritiesSource: String? = nil
  ) {
    self.id = id
    self.name = name
    self.lsp = lsp
    self.regions = regions
    self.regionCodes = regionCodes
    self.authorities = authorities
    self.contractValue = contractValue
    self.source = source
    self.authoritiesSource = authoritiesSource
  }
}
