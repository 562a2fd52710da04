extension Unicode.Scalar {
  /// Whether a terminal shows the character as itself: it neither commands the terminal nor hides.
  ///
  /// This one answer decides what a screen replaces by a sign, and what JSON and YAML documents
  /// escape.
  package var isShown: Bool { VisibleText.kind(of: value) != .unsafe }
}
