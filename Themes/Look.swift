/// A role's styles, from many colours to none.
struct Look: Equatable, Sendable {
  var style: Style
  var withSixteenColours: Style?
  var withFewColours: Style?
  var withoutColours: Style.Attributes?

  /// The style for such means: the one defined for them, else the one for the next better ones
  /// with the nearest colours.
  func style(for means: ColourMeans) -> Style {
    switch means {
    case .many: style
    case .sixteen:
      withSixteenColours ?? (style.fits(16) ? style : withFewColours ?? style.reduced(to: 16))
    case .few: withFewColours ?? (withSixteenColours ?? style).reduced(to: 8)
    case .none: Style(attributes: withoutColours ?? style.attributes)
    }
  }
}
