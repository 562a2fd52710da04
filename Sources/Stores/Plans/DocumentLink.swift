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

  /// Whether a path can be one of a link: absolute, or the name of a part of a table.
  public static func isPath(_ path: String) -> Bool {
    (path.hasPrefix("/") || path.hasPrefix("table:")) && !path.utf8.contains(0)
  }

  /// A link to a document.
  public init(path: String, step: Int, size: Int, hash: UInt64) {
    self.path = path
    self.step = step
    self.size = size
    self.hash = hash
  }
}
