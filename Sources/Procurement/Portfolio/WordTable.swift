import Text

/// Texts that are kept once each and known by their numbers. Texts that are equal have one number,
/// whichever way their letters are composed.
///
/// A portfolio says the same few thousand words in millions of places, so its columns hold four bytes
/// a place. Number 0 is the empty text, which stands for none. Numbers are given in the order in
/// which texts come.
public struct WordTable: Sendable {
  /// The number of a text.
  public typealias Word = UInt32

  /// The bytes of all texts, one after the other.
  private var bytes: [UInt8] = []
  /// Where each text ends among the bytes.
  private var ends: [Int] = [0]
  /// The words by their hashes: the upper half of a hash, then the word; 0 is a free place.
  private var places = [UInt64](repeating: 0, count: 64)
  /// Hashes begin with a number of each table's own, so that nobody can make a file whose words all
  /// want the same place.
  private let seed = UInt64.random(in: 1...UInt64.max)

  /// A table of the empty text alone.
  public init() {}

  /// How many texts there are, the empty one included.
  public var count: Int { ends.count }

  /// The text of a word.
  public subscript(word: Word) -> String {
    let range = range(of: word)
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// The text of a word; nil for the empty one.
  public func text(_ word: Word) -> String? { word == 0 ? nil : self[word] }

  /// The word of a text that is here already; nil where it is not.
  public func find(_ text: String) -> Word? {
    var text = text.canonical
    return text.withUTF8 { find($0) }
  }

  /// The word of a text as canonical UTF-8 that is here already; nil where it is not.
  public func find(_ text: UnsafeBufferPointer<UInt8>) -> Word? {
    if text.isEmpty { return 0 }
    let word = Word(truncatingIfNeeded: places[place(of: text, hash(text))])
    return word == 0 ? nil : word
  }

  /// The word of a text, which is added where it is not here yet.
  public mutating func word(_ text: String) -> Word {
    var text = text
    return text.withUTF8 { word($0) }
  }

  /// The word of a text as UTF-8, which is added where it is not here yet.
  public mutating func word(_ text: UnsafeBufferPointer<UInt8>) -> Word {
    if text.isEmpty { return 0 }
    let hash = hash(text)
    let place = place(of: text, hash)
    if places[place] != 0 { return Word(truncatingIfNeeded: places[place]) }
    // What is kept is canonical, so a text that was found needs no look at its letters.
    if String.mayDiffer(fromCanonical: text) {
      var canonical = String(decoding: text, as: UTF8.self).canonical
      if !canonical.utf8.elementsEqual(text) { return canonical.withUTF8 { self.word($0) } }
    }
    let word = Word(ends.count)
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    places[place] = WordTable.entry(word, hash)
    if ends.count * 2 > places.count { grow() }
    return word
  }

  /// The bytes of a word.
  public func withBytes<Result>(
    of word: Word, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(of: word)])) }
  }

  private func range(of word: Word) -> Range<Int> {
    word == 0 ? 0..<0 : ends[Int(word) - 1]..<ends[Int(word)]
  }

  // MARK: Hashing

  private static func entry(_ word: Word, _ hash: UInt64) -> UInt64 {
    hash & 0xFFFF_FFFF_0000_0000 | UInt64(word)
  }

  /// The place of a text, or the free one where it would go.
  private func place(of text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    places.withUnsafeBufferPointer { places in
      let mask = places.count - 1
      var place = Int(truncatingIfNeeded: hash) & mask
      while places[place] != 0 {
        if (places[place] ^ hash) >> 32 == 0,
          isText(of: Word(truncatingIfNeeded: places[place]), text)
        {
          return place
        }
        place = (place + 1) & mask
      }
      return place
    }
  }

  private func isText(of word: Word, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    withBytes(of: word) { known in
      guard known.count == text.count else { return false }
      for index in known.indices where known[index] != text[index] { return false }
      return true
    }
  }

  private func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(text)
    var hash = seed ^ UInt64(raw.count)
    var index = 0
    while index + 8 <= raw.count {
      hash = WordTable.mixed(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 0
    while index < raw.count {
      rest = rest << 8 | UInt64(raw[index])
      index += 1
    }
    return WordTable.mixed(hash ^ rest)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return high ^ low
  }

  private mutating func grow() {
    let old = places
    places = Array(repeating: 0, count: old.count * 4)
    for entry in old where entry != 0 {
      let hash = withBytes(of: Word(truncatingIfNeeded: entry)) { self.hash($0) }
      var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
      while places[place] != 0 { place = (place + 1) & (places.count - 1) }
      places[place] = entry
    }
  }
}
