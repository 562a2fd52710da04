import Procurement

/// Which listed service a description in free words resembles.
///
/// Every service is known by phrases: its label, its short label and its synonyms. A description
/// resembles a service when it has all telling words of a phrase, or when it is itself most of a
/// phrase. Words are found through an index, so a description costs its words, not the services.
struct Resemblance: Sendable {
  private struct Phrase: Sendable {
    let service: Int
    let words: Int
  }

  private let phrases: [Phrase]
  private let index: [String: [Int]]

  init(_ programme: Programme) {
    var phrases: [Phrase] = []
    var index: [String: [Int]] = [:]
    for (place, service) in programme.services.enumerated()
    where !programme.categories[service.category].isUnlisted {
      for text in [service.label, service.short] + service.synonyms {
        guard let words = Resemblance.phrase(text) else { continue }
        for word in words { index[word, default: []].append(phrases.count) }
        phrases.append(Phrase(service: place, words: words.count))
      }
    }
    self.phrases = phrases
    self.index = index
  }

  /// The index of the service that a description resembles most.
  func service(resembling description: String) -> Int? {
    let words = Resemblance.tellingWords(of: description)
    var hits: [Int: Int] = [:]
    for word in words {
      for phrase in index[word] ?? [] { hits[phrase, default: 0] += 1 }
    }
    let likely = hits.filter { phrase, found in
      let length = phrases[phrase].words
      let hasAllOfPhrase = found == length
      let isMostOfPhrase = found == words.count && found >= 2 && found * 2 >= length
      return hasAllOfPhrase || isMostOfPhrase
    }
    let best = likely.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best.map { phrases[$0.key].service }
  }

  private static let silent: Set<String> = [
    "a", "across", "all", "an", "and", "as", "at", "but", "by", "eg", "etc", "for", "from", "gp",
    "in", "including", "into", "it", "new", "of", "on", "only", "or", "other", "our",
    "service", "setting", "solution", "support", "supporting", "system", "the", "to", "trust",
    "with",
  ]

  /// The telling words of a phrase; nil where they do not tell the service: none is left, or one
  /// of several (`Clinical support systems` is not everything clinical).
  private static func phrase(_ text: String) -> Set<String>? {
    let words = tellingWords(of: text)
    let isOneOfSeveral = words.count == 1 && text.contains(" ")
    return words.isEmpty || isOneOfSeveral ? nil : words
  }

  /// The longest description that is looked at, in bytes; a rule must not wait for a novel.
  private static let limit = 1_000

  /// Words in lower case without plural and without those that tell nothing.
  ///
  /// What follows a `not` is not meant, so it is not read: `Electronic booking (but not …)`.
  private static func tellingWords(of text: String) -> Set<String> {
    var words: Set<String> = []
    var word: [UInt8] = []
    var isDenied = false
    func end() {
      if word.count > 3, word.last == UInt8(ascii: "s") { word.removeLast() }
      let text = String(decoding: word, as: UTF8.self)
      if text == "not" { isDenied = true }
      if !word.isEmpty, !isDenied, !silent.contains(text) { words.insert(text) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in text.utf8.prefix(limit) where !isDenied {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
        word.append(byte)
      default: end()
      }
    }
    end()
    return words
  }
}
