/// What the user's terminal and settings offer the workbench.
public struct DisplayCapabilities: Sendable {
  /// The names of the themes that can be chosen; none without a screen.
  public var themes: [String]
  /// The name of the theme that is applied.
  public var theme: String
  /// Why nothing can be put on a clipboard, in words; nil where it can.
  public var copyDisabledReason: String?
  /// How keys move in text fields.
  public var movements: TextMovements
  /// How the focused row of a list is shown.
  public var row: FocusedRow

  /// The capabilities of a display; the defaults are those without a screen.
  public init(
    themes: [String] = [], theme: String = "",
    copyDisabledReason: String? = "there is no terminal with a clipboard",
    movements: TextMovements = .emacs, row: FocusedRow = .marker
  ) {
    self.themes = themes
    self.theme = theme
    self.copyDisabledReason = copyDisabledReason
    self.movements = movements
    self.row = row
  }
}

/// How the focused row of a list is shown.
public enum FocusedRow: String, CaseIterable, Hashable, Sendable {
  /// Its start is highlighted, besides the sign before it.
  case highlight
  /// By the sign before it alone, for slow connections.
  case marker
}
