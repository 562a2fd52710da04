extension String {
  /// The text as names are recognised: in lower case, with one blank between words, without hidden
  /// characters, and with fullwidth letters as ordinary ones.
  package var folded: String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.isHidden || scalar.isBlank {
      scalars.append(scalar.narrow)
    }
    return String(scalars).words.joined(separator: " ").lowercased()
  }
}
