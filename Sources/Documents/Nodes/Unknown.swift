import Procurement

/// The message for a word that is not one of a few allowed ones.
func unlisted(_ noun: String, _ word: String, known: [String]) -> String {
  known.isEmpty
    ? "unknown \(noun) \(quoted(word)); there is no \(noun) yet"
    : "unknown \(noun) \(quoted(word)); use one of \(listed(known))"
}

/// The message for an unknown word, with the known one that was probably meant.
public func unknown(_ noun: String, _ word: String, known: [String]) -> String {
  if let near = nearest(to: word, among: known) {
    return "unknown \(noun) \(quoted(word)); did you mean \(quoted(near))?"
  }
  return unlisted(noun, word, known: known)
}
