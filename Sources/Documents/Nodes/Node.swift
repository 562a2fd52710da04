/// A value of a document with its place.
///
/// Scalars are text as in the document; the reader decides what is a number, so that money never
/// becomes a binary fraction.
public struct Node: Hashable, Sendable {
  /// The content of a node.
  public enum Content: Hashable, Sendable {
    /// A text; `isPlain` if it is written without quotes.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([Node])
    /// Unique keys with their values.
    case mapping([Entry])
  }

  /// A key with its value.
  public struct Entry: Hashable, Sendable {
    /// The key.
    public let key: String
    /// The place of the key.
    public let keyPlace: Place
    /// Its value.
    public let value: Node

    /// A key with its value.
    public init(key: String, keyPlace: Place, value: Node) {
      self.key = key
      self.keyPlace = keyPlace
      self.value = value
    }
  }

  /// Where it starts.
  public let place: Place
  /// Its content.
  public let content: Content

  /// A value at a place.
  public init(place: Place, content: Content) {
    self.place = place
    self.content = content
  }

  /// Whether it means an empty value: nothing, `~` or `null`, without quotes.
  public var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    switch text {
    case "", "~", "null", "Null", "NULL": return true
    default: return false
    }
  }
}
