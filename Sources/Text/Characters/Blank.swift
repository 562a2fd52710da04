extension String {
  /// Whether nothing of the text can be seen: it is empty, or has only blanks and hidden
  /// characters.
  package var isBlank: Bool {
    // A printable ASCII byte can be seen, whatever follows it.
    if let first = utf8.first, (0x21...0x7E).contains(first) { return false }
    return unicodeScalars.allSatisfy(\.isUnseen)
  }
}

extension String? {
  /// Whether this is nil, or nothing of the text can be seen.
  package var isBlank: Bool { self?.isBlank ?? true }
}
