extension String {
  /// The text as names are recognised: as `plainWords`, in lower case, and with fullwidth letters as
  /// ordinary ones.
  package var folded: String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: unicodeScalars.lazy.map(\.narrow))
    return String(scalars).plainWords.lowercased()
  }
}
