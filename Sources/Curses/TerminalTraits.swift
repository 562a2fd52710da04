import CNcurses

/// What is known of the terminal without taking it over.
public struct TerminalTraits: Hashable, Sendable {
  /// How many colours its description gives it.
  public var colours: Int
  /// Whether the locale says that it shows UTF-8.
  public var isUTF8: Bool
  /// The locale that the environment names and that is not installed; nil where it is.
  public var missingLocale: String?
  /// Whether it is of a kind that ignores what it does not have; only such a terminal is asked to
  /// report the mouse, and be given text for the clipboard.
  public var ignoresUnknown: Bool

  /// Traits as given.
  public init(colours: Int = 0, isUTF8: Bool = false, ignoresUnknown: Bool = false) {
    self.colours = colours
    self.isUTF8 = isUTF8
    self.ignoresUnknown = ignoresUnknown
  }

  /// Those of the process's terminal.
  public static var present: TerminalTraits {
    var missing: UnsafePointer<CChar>?
    let isUTF8 = terminal_set_locale(&missing)
    var traits = TerminalTraits(
      colours: Int(terminal_described_colours()), isUTF8: isUTF8,
      ignoresUnknown: terminal_ignores_unknown())
    traits.missingLocale = missing.map { String(cString: $0) }
    return traits
  }
}
