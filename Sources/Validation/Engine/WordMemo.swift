/// What words meant that were looked up lately: the lines of a plan say the same few over and over.
///
/// A word that it remembers costs one comparison. Two words that want the same place push each
/// other out, and are looked up again.
struct WordMemo<Meaning> {
  private var entries: [(word: String, meaning: Meaning)?]

  /// A memory for the words of so many lines; for a few it would cost more than it saves.
  init(lines: Int) { entries = Array(repeating: nil, count: lines < 32 ? 0 : 128) }

  /// What a word means, looked up where it is not remembered.
  mutating func meaning(of word: String, else lookUp: (String) -> Meaning) -> Meaning {
    if entries.isEmpty { return lookUp(word) }
    let place = WordMemo.place(word)
    if let entry = entries[place], entry.word == word { return entry.meaning }
    let meaning = lookUp(word)
    entries[place] = (word, meaning)
    return meaning
  }

  private static func place(_ word: String) -> Int {
    let bytes = word.utf8
    guard let last = bytes.last else { return 0 }
    let middle = bytes[bytes.index(bytes.startIndex, offsetBy: bytes.count / 2)]
    return (bytes.count &* 5 &+ Int(last) &* 17 &+ Int(middle) &* 3) & 127
  }
}
