import Procurement

/// What lines must be like to be shown: words anywhere in them, and conditions such as
/// `supply:exclusive` or `unfunded>0`, all of which must hold.
struct LineFilter: Hashable, Sendable {
  /// A condition, or the opposite of it.
  struct Term: Hashable, Sendable {
    let condition: LineCondition
    let isNegated: Bool
  }

  /// What was typed.
  let text: String
  let terms: [Term]

  /// The filter that a text means; nil for one without words. Throws, in words, where an amount is
  /// none.
  init?(_ text: String) throws(FieldFault) {
    var terms: [Term] = []
    for word in LineFilter.words(of: text) {
      let isNegated = word.count > 1 && word.hasPrefix("-")
      let condition = try LineCondition(isNegated ? String(word.dropFirst()) : word)
      terms.append(Term(condition: condition, isNegated: isNegated))
    }
    if terms.isEmpty { return nil }
    self.text = text
    self.terms = terms
  }

  /// The text of a filter that asks for a word of a property: `fund:capital`.
  static func text(for property: LineCondition.Property, _ word: String) -> String {
    property.rawValue + ":" + quoted(word)
  }

  /// A word as it is typed in a filter.
  static func quoted(_ word: String) -> String { word.contains(" ") ? "\"\(word)\"" : word }

  /// Whether it finds nothing that another does not find.
  func narrows(_ other: LineFilter?) -> Bool {
    guard let other, terms.count >= other.terms.count else { return other == nil }
    return zip(other.terms, terms).allSatisfy { old, new in
      old == new || !old.isNegated && !new.isNegated && new.condition.narrows(old.condition)
    }
  }

  /// The terms that a filter which this one narrows does not have; all where there is none.
  func terms(beyond other: LineFilter?) -> [Term] {
    guard let other else { return terms }
    return zip(terms, other.terms).filter { $0 != $1 }.map(\.0) + terms.dropFirst(other.terms.count)
  }

  /// The words of a text; quotes keep several together.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for character in text {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == " ", !isQuoted {
        words.append(word)
        word = ""
      } else {
        word.append(character)
      }
    }
    return (words + [word]).filter { !$0.isEmpty }
  }
}
