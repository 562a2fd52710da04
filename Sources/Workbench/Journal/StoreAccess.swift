public import Stores

/// What a session may do at its store.
public struct StoreAccess: Equatable, Sendable {
  /// Who writes there.
  public var author: Author
  /// Why nothing can be changed, in words; nil where it can.
  public var disabledReason: String?

  /// Access to a store.
  public init(author: Author, disabledReason: String? = nil) {
    self.author = author
    self.disabledReason = disabledReason
  }
}
