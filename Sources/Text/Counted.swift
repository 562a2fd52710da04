/// A number with its noun: `1 error`, `2 errors`; `isGrouped` writes `1,000 errors`.
package func counted(_ number: Int, _ noun: String, isGrouped: Bool = false) -> String {
  "\(isGrouped ? number.grouped : String(number)) \(noun)\(number == 1 ? "" : "s")"
}

/// Words in a phrase, the last after a conjunction: `a`, `a or b`, `a, b or c`.
package func series(_ words: [String], _ conjunction: String) -> String {
  guard let last = words.last, words.count > 1 else { return words.joined() }
  return "\(words.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
}

extension Int {
  /// The number with a comma before each group of three digits: `12,345`. It must not be negative.
  package var grouped: String {
    var rest = self
    var groups: [String] = []
    while rest >= 1_000 {
      groups.append(String(1_000 + rest % 1_000).dropFirst().description)
      rest /= 1_000
    }
    return ([String(rest)] + groups.reversed()).joined(separator: ",")
  }
}

extension String {
  /// The noun with its indefinite article: `a line`, `an alternative`.
  package var withArticle: String {
    let isOpen = first.map { "aeiou".contains($0) } ?? false
    return "\(isOpen ? "an" : "a") \(self)"
  }
}
