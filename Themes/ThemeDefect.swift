public import Canvas
import Documents

/// What keeps a theme that can be used from being a good one.
public enum ThemeDefect: Hashable, Sendable {
  /// The theme lacks a style for a role, and so does what it inherits from.
  case unset(Role)
  /// A role can be read badly; the contrast is in tenths.
  case lowContrast(Role, colours: Int, tenths: Int)
  /// The same where the terminal's own background is black, or where it is white.
  case lowContrastOnOwn(Role, isWhite: Bool, colours: Int, tenths: Int)
  /// A background is set under the terminal's own text colour, which may be any.
  case unknownContrast(Role, colours: Int)
  /// A role that only its style distinguishes from text lacks an attribute of its own.
  case colourAlone(Role, ColourMeans)

  /// The defect in words, and what to do.
  public var message: String {
    switch self {
    case .unset(let role):
      "\(quoted(role.name)) is not set; set it, or inherit from a theme that does"
    case .lowContrast(let role, let colours, let tenths):
      "\(quoted(role.name)) has a contrast of \(tenths / 10).\(tenths % 10):1 with \(colours) "
        + "colours; choose colours with one of \(Contrast.least):1 or more"
    case .lowContrastOnOwn(let role, let isWhite, let colours, let tenths):
      "\(quoted(role.name)) has a contrast of \(tenths / 10).\(tenths % 10):1 with \(colours) "
        + "colours where the terminal is \(isWhite ? "white" : "black"); choose a colour with one of "
        + "\(Contrast.least):1 or more on both, or set a background"
    case .unknownContrast(let role, let colours):
      "\(quoted(role.name)) has a background but no foreground with \(colours) colours; "
        + "set it, or that of `text`"
    case .colourAlone(let role, let means):
      "\(quoted(role.name)) does not stand out by an attribute \(means.words); give it one, "
        + "such as `reverse`"
    }
  }
}

extension Theme {
  /// What should be better about the theme.
  ///
  /// Findings, supply and money have a letter or a word that says what their colour says, so they
  /// need no attribute. What is selected, what cannot be taken and rules show by looks alone.
  public var defects: [ThemeDefect] {
    Role.allCases.filter { looks[$0] == nil }.map { .unset($0) }
      + Role.allCases.flatMap { role in
        [(8, ColourMeans.few), (16, .sixteen), (256, .many)].compactMap { colours, means in
          contrastDefect(of: role, colours: colours, means: means)
        }
      }
      + [Role.selected, .fieldInvalid, .border].flatMap { role in
        ColourMeans.allCases.filter { !standsOut(role, means: $0) }
          .map { .colourAlone(role, $0) }
      }
  }

  private func contrastDefect(of role: Role, colours: Int, means: ColourMeans) -> ThemeDefect? {
    let style = style(of: role, means: means)
    guard style.background != .own else { return defectOnOwn(role, style, colours: colours) }
    guard style.foreground != .own else { return .unknownContrast(role, colours: colours) }
    let ratio = Contrast.ratio(style.foreground, style.background)
    return ratio < Contrast.least
      ? .lowContrast(role, colours: colours, tenths: Int(ratio * 10)) : nil
  }

  /// A colour on the terminal's own background has to be legible on black and on white, which are
  /// the farthest from each other.
  private func defectOnOwn(_ role: Role, _ style: Style, colours: Int) -> ThemeDefect? {
    guard style.foreground != .own else { return nil }
    let ratios = [false: Style.Colour.black, true: .white].mapValues { ground in
      Contrast.ratio(style.foreground, ground)
    }
    guard let worst = ratios.min(by: { $0.value < $1.value }), worst.value < Contrast.least else {
      return nil
    }
    return .lowContrastOnOwn(
      role, isWhite: worst.key, colours: colours, tenths: Int(worst.value * 10))
  }

  private func standsOut(_ role: Role, means: ColourMeans) -> Bool {
    let ground = style(of: .text, means: means).attributes
    return !style(of: role, means: means).attributes.subtracting(ground).isEmpty
  }
}

extension ColourMeans {
  fileprivate var words: String {
    switch self {
    case .none: "without colours"
    case .few: "with 8 colours"
    case .sixteen: "with 16 colours"
    case .many: "with 256 colours"
    }
  }
}
