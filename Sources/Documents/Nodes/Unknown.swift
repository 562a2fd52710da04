import Procurement

/// Says that a word is none of the few that can stand there.
func unlisted(_ noun: String, _ word: String, known: [String]) -> String {
  known.isEmpty
    ? "unknown \(noun) \(quoted(word)); there is no \(noun) yet"
    : "unknown \(noun) \(quoted(word)); use one of \(listed(known))"
}

/// Says that a word is not among those that are known, and which was probably meant.
public func unknown(_ noun: String, _ word: String, known: [String]) -> String {
  if let near = nearest(to: word, among: known) {
    return "unknown \(noun) \(quoted(word)); did you mean \(quoted(near))?"
  }
  return unlisted(noun, word, known: known)
}
