public import Canvas

/// How roles look, on terminals of any means.
public struct Theme: Equatable, Sendable {
  /// What the theme is called.
  public let name: String
  /// How each role looks; one that is left out looks like text.
  let looks: [Role: Look]

  /// A theme that shows everything as plain text.
  public static let plain = Theme(name: "plain", looks: [:])

  /// The theme that is used where none is chosen.
  ///
  /// Were it faulty, which a test keeps it from being, all would be plain.
  public static var standard: Theme {
    (try? ThemeLibrary.builtIn.theme(named: "default")) ?? .plain
  }

  /// How a role looks on a terminal of such means.
  ///
  /// Text is the base: a role without a colour of its own has that of text,
  /// so a background of text fills the screen.
  public func style(of role: Role, means: ColourMeans) -> Style {
    let text = looks[.text]?.style(for: means) ?? .plain
    guard role != .text else { return text }
    var style = looks[role]?.style(for: means) ?? .plain
    if style.foreground == .own { style.foreground = text.foreground }
    if style.background == .own { style.background = text.background }
    return style
  }
}
