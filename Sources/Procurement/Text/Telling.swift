extension String? {
  /// Whether there is more than blanks and hidden characters.
  package var isTelling: Bool {
    guard let self else { return false }
    // A printable ASCII byte is told without putting characters together.
    if let first = self.utf8.first, (0x21...0x7E).contains(first) { return true }
    return self.unicodeScalars.contains { !$0.isUnseen }
  }
}
