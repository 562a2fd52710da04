extension Reading where Value == String {
  /// The version of a kind of document, `documents`; so far it is always 1.
  static func version(of documents: String) -> Reading {
    text.checked { text, _ in
      if text == "1" { return nil }
      if let number = Int(text), number > 1 {
        return "version \(number) of \(documents) is newer than this program; update calloff"
      }
      return "\(quoted(text)) is not a version of \(documents); write `1`"
    }
  }
}
