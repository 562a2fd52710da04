/// What a line about imaging buys.
public enum PACSOption: String, CaseIterable, Sendable {
  /// The programme's own offer.
  case basic
  /// Features on top of another system.
  case features
  /// A complete system.
  case entire
}
