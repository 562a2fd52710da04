/// What a store knows of the document that a plan is worked on for.
public struct DocumentLink: Hashable, Sendable {
  /// The document's absolute path, symbolic links followed.
  public var path: String
  /// The number of the step after which plan and document were the same.
  public var step: Int
  /// The document's length in bytes then.
  public var size: Int
  /// A hash of its content then.
  public var hash: UInt64

  /// A link to a document.
  public init(path: String, step: Int, size: Int, hash: UInt64) {
    self.path = path
    self.step = step
    self.size = size
    self.hash = hash
  }
}
