/// Which store is used, and how.
public struct StoreLocation: Hashable, Sendable {
  /// The store's path; nil unless the caller or the environment names one.
  public var path: String?
  /// Whether the caller or `CALLOFF_STORE` named it: then it is an error if it cannot be opened.
  public var isNamed: Bool
  /// Whether nothing may be changed.
  public var isReadOnly: Bool

  /// A location.
  public init(path: String? = nil, isNamed: Bool = false, isReadOnly: Bool = false) {
    self.path = path
    self.isNamed = isNamed
    self.isReadOnly = isReadOnly
  }
}
