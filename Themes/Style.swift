/// Colours and attributes of a cell.
public struct Style: Hashable, Sendable {
  /// A colour of the terminal's palette or, below 0, its own.
  public struct Colour: Hashable, Sendable {
    /// The place in the palette, -1 for the terminal's own colour.
    public let number: Int

    /// The terminal's own colour.
    public static let own = Colour(number: -1)

    init(number: Int) {
      self.number = number
    }
  }

  /// What a terminal can do to a character apart from colours.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt32

    /// Attributes of these bits.
    public init(rawValue: UInt32) {
      self.rawValue = rawValue
    }

    /// Heavier.
    public static let bold = Attributes(rawValue: 1)
    /// Fainter.
    public static let dim = Attributes(rawValue: 2)
    /// Underlined.
    public static let underline = Attributes(rawValue: 4)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 8)
  }

  /// The characters' colour.
  public var foreground = Colour.own
  /// The colour behind them.
  public var background = Colour.own
  /// The rest.
  public var attributes: Attributes = []

  /// Nothing special.
  public static let plain = Style()

  /// Whether a terminal with `count` colours has those of the style.
  func fits(_ count: Int) -> Bool {
    foreground.number < count && background.number < count
  }

  /// The style with the nearest of the first `count` colours.
  func reduced(to count: Int) -> Style {
    Style(
      foreground: foreground.reduced(to: count), background: background.reduced(to: count),
      attributes: attributes)
  }
}

extension Style.Colour {
  /// Black and white as every terminal with 256 colours has them.
  static let black = Style.Colour(number: 16)
  static let white = Style.Colour(number: 231)

  fileprivate func reduced(to count: Int) -> Style.Colour {
    if number < count { return self }
    return number < 16 ? Style.Colour(number: number - 8) : .own
  }
}
