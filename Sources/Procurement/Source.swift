/// Where a fact comes from, and how sure it is.
public struct Source: Hashable, Sendable {
  /// How sure a fact is.
  public enum Confidence: String, CaseIterable, Sendable {
    /// Confirmed in a text that was read.
    case confirmed
    /// Derived from confirmed facts.
    case derived
    /// From memory.
    case unconfirmed
  }

  /// A short word for it.
  public var id: String
  /// The text, with its date and place.
  public var title: String
  /// How sure what it says is.
  public var confidence: Confidence

  /// A source.
  public init(id: String, title: String, confidence: Confidence) {
    self.id = id
    self.title = title
    self.confidence = confidence
  }
}
