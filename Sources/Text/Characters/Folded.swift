extension String {
  /// The text in the form in which names are compared: `plainWords` in lower case, with fullwidth
  /// letters as ordinary ones.
  package var folded: String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: unicodeScalars.lazy.map(\.narrow))
    return String(scalars).plainWords.lowercased()
  }
}
