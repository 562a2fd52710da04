/// A value of a document together with where it stands.
///
/// Scalars are text as the document has it: what is a number is for the reader to say, so that no
/// amount of money ever passes through a binary fraction.
public struct Node: Hashable, Sendable {
  /// What a node holds.
  public enum Content: Hashable, Sendable {
    /// A text; plain where it is written without quotes.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([Node])
    /// Keys with their values, no key twice.
    case mapping([Entry])
  }

  /// A key with its value.
  public struct Entry: Hashable, Sendable {
    /// The key.
    public let key: String
    /// Where the key stands.
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

  /// Where it begins.
  public let place: Place
  /// What it holds.
  public let content: Content

  /// A value at a place.
  public init(place: Place, content: Content) {
    self.place = place
    self.content = content
  }

  /// Whether it says that there is no value: nothing at all, `~` or `null`, without quotes.
  public var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    switch text {
    case "", "~", "null", "Null", "NULL": return true
    default: return false
    }
  }
}
