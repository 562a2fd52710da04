/// A cache of results by word, since most lines of a plan repeat the same few words.
///
/// A cached word costs one comparison. Two words with the same place replace each other, and are
/// looked up again.
struct LookupCache<Value> {
  private var entries: [(word: String, value: Value)?]

  /// A cache for a number of lines; for a few it is empty, since it would cost more than it saves.
  init(lines: Int) { entries = Array(repeating: nil, count: lines < 32 ? 0 : 128) }

  /// The value of a word, from `lookUp` if it is not cached.
  mutating func value(of word: String, else lookUp: (String) -> Value) -> Value {
    if entries.isEmpty { return lookUp(word) }
    let place = LookupCache.place(word)
    if let entry = entries[place], entry.word == word { return entry.value }
    let value = lookUp(word)
    entries[place] = (word, value)
    return value
  }

  private static func place(_ word: String) -> Int {
    let bytes = word.utf8
    guard let last = bytes.last else { return 0 }
    let middle = bytes[bytes.index(bytes.startIndex, offsetBy: bytes.count / 2)]
    return (bytes.count &* 5 &+ Int(last) &* 17 &+ Int(middle) &* 3) & 127
  }
}
