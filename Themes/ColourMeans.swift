/// How many colours a terminal has, as far as a theme cares.
public enum ColourMeans: CaseIterable, Hashable, Sendable {
  /// Attributes alone.
  case none
  /// The eight plain colours.
  case few
  /// The plain and the bright ones.
  case sixteen
  /// The palette of 256.
  case many

  /// The means of a terminal with `colours`.
  public init(colours: Int) {
    switch colours {
    case ..<8: self = .none
    case ..<16: self = .few
    case ..<256: self = .sixteen
    default: self = .many
    }
  }
}
