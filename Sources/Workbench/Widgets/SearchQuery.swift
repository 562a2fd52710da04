/// What was typed to find something, ready to be compared with many texts.
///
/// Case and apostrophes do not count, and words are separated by blanks.
struct SearchQuery: Sendable {
  /// How well a text fits, the best first.
  enum Fit: Int, Comparable, Sendable {
    /// What was typed is a word of the text.
    case word
    /// It begins a word of the text.
    case beginning
    /// It occurs inside a word.
    case inside

    static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
  }

  /// The words that were typed.
  let words: [[Character]]

  init(_ text: String) {
    words = SearchQuery.letters(text).split(separator: " ").map(Array.init)
  }

  var isEmpty: Bool { words.isEmpty }

  /// Whether a text is just what was typed; a hyphen counts as a blank.
  func isAll(of text: String) -> Bool {
    SearchQuery.parts(SearchQuery.letters(text)) == SearchQuery.parts(words.joined(separator: " "))
  }

  /// Whether a text begins with what was typed.
  func begins(_ text: String) -> Bool {
    SearchQuery.letters(text).starts(with: words.joined(separator: " "))
  }

  /// How well a text that must have all typed words fits them: as well as the worst of them. Nil
  /// where one is missing.
  func fit(in text: String) -> Fit? {
    let letters = SearchQuery.letters(text)
    var worst = Fit.word
    for word in words {
      guard let fit = SearchQuery.fit(of: word, in: letters) else { return nil }
      worst = max(worst, fit)
    }
    return worst
  }

  /// The letters of a text as they are compared.
  static func letters(_ text: String) -> [Character] {
    text.lowercased().filter { $0 != "'" && $0 != "’" }
  }

  /// How well a typed word fits the letters of a text; nil where they do not have it.
  static func fit(of word: [Character], in letters: [Character]) -> Fit? {
    guard let first = word.first, letters.count >= word.count else { return nil }
    var best: Fit?
    for start in 0...letters.count - word.count where letters[start] == first {
      let end = start + word.count
      guard letters[start..<end] == word[...] else { continue }
      let begins = start == 0 || !letters[start - 1].isWordLetter
      let ends = end == letters.count || !letters[end].isWordLetter
      let fit = begins ? ends ? Fit.word : .beginning : .inside
      best = min(best ?? fit, fit)
      if best == .word { break }
    }
    return best
  }

  private static func parts(_ letters: some Sequence<Character>) -> [ArraySlice<Character>] {
    Array(letters).split { $0 == " " || $0 == "-" }
  }

  // MARK: Scattered letters

  /// How well the typed letters fit a text that has them in order, anywhere; higher is better, nil
  /// where it does not have them. This is a guess, and nothing is done by it unasked.
  ///
  /// Letters at the beginnings of words count most, then letters that follow one another, so that
  /// `nf` finds `next finding` before `unfunded`.
  func scatteredScore(in text: String) -> Int? {
    let text = SearchQuery.letters(text)
    var score = 0
    var place = 0
    var last = -1
    for letter in words.joined() {
      guard let found = SearchQuery.best(letter, in: text, from: place, after: last) else {
        return nil
      }
      if found == 0 || !text[found - 1].isWordLetter {
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

extension Character {
  /// Whether it is a part of a word.
  fileprivate var isWordLetter: Bool { isLetter || isNumber }
}
