extension Unicode.Scalar {
  /// Whether a terminal shows the character as itself: it is visible and not a command.
  ///
  /// Other characters are replaced by signs on the screen, and escaped in JSON and YAML documents.
  package var isShown: Bool { VisibleText.kind(of: value) != .unsafe }
}
