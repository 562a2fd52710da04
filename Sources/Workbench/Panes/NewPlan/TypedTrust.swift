/// What a user has typed of a trust: its code, its name, or both, with the code first.
struct TypedTrust: Hashable, Sendable {
  /// The code in capitals; nil where none is typed.
  private(set) var code: String?
  /// The name; nil where none is typed.
  private(set) var name: String?

  init(_ text: String) {
    let words = text.split(separator: " ", maxSplits: 1)
    guard let word = words.first else { return }
    func isSign(_ character: Character) -> Bool { " ,:;-–".contains(character) }
    let first = word.prefix { !isSign($0) }
    let rest = word.dropFirst(first.count).allSatisfy(isSign) ? words.dropFirst().first ?? "" : word
    guard rest != word, TypedTrust.isCode(first, alone: rest.isEmpty) else {
      name = text
      return
    }
    code = first.uppercased()
    name = rest.isEmpty ? nil : String(rest.drop(while: isSign))
  }

  /// Whether a word is a code as the register has them: it has a digit or only capitals, or it is
  /// three letters by themselves. `NHS` begins names.
  private static func isCode(_ word: Substring, alone: Bool) -> Bool {
    guard (3...5).contains(word.count), word.allSatisfy({ $0.isASCII && $0.isLetterOrDigit }),
      word != "NHS"
    else { return false }
    let hasDigit = word.contains { $0.isNumber }
    return hasDigit || !word.contains { $0.isLowercase } || alone && word.count == 3
  }

  /// What it is, in a phrase: the trust's code, its name, or both.
  var words: String {
    switch (code, name) {
    case (_?, _?): "as the trust's code and name"
    case (_?, nil): "as the trust's code"
    default: "as the trust's name"
    }
  }
}

extension Character {
  fileprivate var isLetterOrDigit: Bool { isLetter || isNumber }
}
