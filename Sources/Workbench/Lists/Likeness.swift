/// How well a text fits what somebody typed of it.
enum Likeness {
  /// Whether all words of a query occur in a text, in any order and case.
  static func containsWords(of query: String, in text: String) -> Bool {
    let text = text.lowercased()
    return query.lowercased().split(separator: " ").allSatisfy { text.contains($0) }
  }

  /// How well a query fits as letters in order; higher is better, nil where it does not fit.
  ///
  /// Letters at the beginnings of words count most, then letters that follow one another, so that
  /// `nf` finds `next finding` before `unfunded`.
  static func score(of query: String, in text: String) -> Int? {
    let text = Array(text.lowercased())
    var score = 0
    var place = 0
    var last = -1
    for letter in query.lowercased() where letter != " " {
      guard let found = best(letter, in: text, from: place, after: last) else { return nil }
      if found == 0 || !(text[found - 1].isLetter || text[found - 1].isNumber) {
        score += 8
      } else if found == last + 1 {
        score += 7
      }
      score -= min(3, found - place)
      last = found
      place = found + 1
    }
    return score
  }

  /// The next place of a letter: right after the last one, else where a word begins, else anywhere.
  private static func best(
    _ letter: Character, in text: [Character], from place: Int, after last: Int
  ) -> Int? {
    if place == last + 1, place < text.count, last >= 0, text[place] == letter { return place }
    let places = (place..<max(place, text.count)).filter { text[$0] == letter }
    return places.first { $0 == 0 || text[$0 - 1] == " " || text[$0 - 1] == "-" } ?? places.first
  }
}
