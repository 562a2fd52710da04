/// A provider that serves clusters: an LSP.
public struct Provider: Hashable, Sendable {
  /// Its id, by which plan lines name it.
  public var id: String
  /// Its name.
  public var name: String
  /// Other names that plans use for it.
  public var aliases: [String]

  /// A provider.
  public init(id: String, name: String, aliases: [String] = []) {
    self.id = id
    self.name = name
    self.aliases = aliases
  }
}
