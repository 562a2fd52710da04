public import Canvas

/// How roles look, on terminals of any means.
public struct Theme: Equatable, Sendable {
  /// What the theme is called.
  public let name: String
  /// How each role looks; one that is left out is plain.
  let looks: [Role: Look]

  /// A theme that shows everything as plain text.
  public static let plain = Theme(name: "plain", looks: [:])

  /// The built-in theme.
  ///
  /// Were it faulty, which a test keeps it from being, all would be plain.
  public static var standard: Theme {
    (try? Theme(document: PackageResources.default_yaml)) ?? .plain
  }

  /// How a role looks on a terminal of such means.
  public func style(of role: Role, means: ColourMeans) -> Style {
    guard let look = looks[role] else { return .plain }
    return look.style(for: means)
  }
}

/// A role's styles, from many colours to none.
struct Look: Equatable, Sendable {
  var style: Style
  var withFewColours: Style?
  var withoutColours: Style.Attributes?

  func style(for means: ColourMeans) -> Style {
    switch means {
    case .none: Style(attributes: withoutColours ?? style.attributes)
    case .few: withFewColours ?? style.reduced(to: 8)
    case .sixteen: style.fits(16) ? style : withFewColours ?? style.reduced(to: 16)
    case .many: style
    }
  }
}
