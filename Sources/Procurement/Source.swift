/// Where a fact comes from, and how certain it is.
public struct Source: Hashable, Sendable {
  /// How certain a fact is.
  public enum Confidence: String, CaseIterable, Sendable {
    /// Confirmed in a text that we have read.
    case confirmed
    /// Derived from confirmed facts.
    case derived
    /// From memory.
    case unconfirmed
  }

  /// Its id.
  public var id: String
  /// The text, with its date and place.
  public var title: String
  /// How certain its facts are.
  public var confidence: Confidence

  /// A source.
  public init(id: String, title: String, confidence: Confidence) {
    self.id = id
    self.title = title
    self.confidence = confidence
  }
}
