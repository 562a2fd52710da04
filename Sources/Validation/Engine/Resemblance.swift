import Procurement
import Text

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
        let words = Words(text).phrase
        guard !words.isEmpty else { continue }
        for word in words { index[word, default: []].append(phrases.count) }
        phrases.append(Phrase(service: place, words: words.count))
      }
    }
    self.phrases = phrases
    self.index = index
  }

  /// The index of the service that a description resembles most.
  ///
  /// Nobody sees whether a blank without width stands between words or within one.
  func service(resembling description: String) -> Int? {
    if let service = service(named: Words(description)) { return service }
    guard description.unicodeScalars.contains("\u{200B}") else { return nil }
    let joined = description.unicodeScalars.filter { $0 != "\u{200B}" }
    return service(named: Words(String(String.UnicodeScalarView(joined))))
  }

  private func service(named words: Words) -> Int? {
    let told = hits(of: words.telling)
    let filled = hits(of: words.filling)
    let likely = told.filter { phrase, found in
      let length = phrases[phrase].words
      let hasAllOfPhrase = found + (filled[phrase] ?? 0) == length
      let isMostOfPhrase = found == words.telling.count && found >= 2 && found * 2 >= length
      return hasAllOfPhrase || isMostOfPhrase
    }
    let best = likely.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best.map { phrases[$0.key].service }
  }

  /// How many of some words each phrase has.
  private func hits(of words: Set<String>) -> [Int: Int] {
    var hits: [Int: Int] = [:]
    for word in words {
      for phrase in index[word] ?? [] { hits[phrase, default: 0] += 1 }
    }
    return hits
  }
}

/// The words of a text in lower case and without plural.
private struct Words {
  /// Words that tell one service from another.
  var telling: Set<String> = []
  /// Words that any service may have.
  var filling: Set<String> = []

  private static let grammatical: Set<String> = [
    "a", "across", "all", "an", "and", "as", "at", "but", "by", "eg", "etc", "for", "from", "in",
    "including", "into", "new", "of", "on", "only", "or", "other", "our", "the", "to",
    "trust", "with",
  ]
  private static let filling: Set<String> = [
    "service", "setting", "solution", "support", "supporting", "system",
  ]

  /// The longest text that is looked at, in characters; a rule must not wait for a novel.
  private static let limit = 1_000

  /// What follows a `not` is not meant, so it is not read: `Electronic booking (but not …)`.
  init(_ text: String) {
    var word: [UInt8] = []
    var isDenied = false
    for scalar in text.unicodeScalars.prefix(Words.limit) where !isDenied {
      if scalar.isPartOfWord {
        if scalar.value < 0x80 {
          word.append(UInt8(scalar.value) | 0x20)
        } else {
          word.append(contentsOf: String(scalar.narrow).lowercased().utf8)
        }
      } else if scalar.isBlank || !scalar.isHidden {
        isDenied = word.elementsEqual("not".utf8)
        if !isDenied { add(&word) }
      }
    }
    if !isDenied { add(&word) }
  }

  private mutating func add(_ word: inout [UInt8]) {
    defer { word.removeAll(keepingCapacity: true) }
    if word.count > 3, word.last == UInt8(ascii: "s") { word.removeLast() }
    let text = String(decoding: word, as: UTF8.self)
    guard !text.isEmpty, !Words.grammatical.contains(text) else { return }
    if Words.filling.contains(text) { filling.insert(text) } else { telling.insert(text) }
  }

  /// The words that a description must have to resemble the text: those that tell, and where that
  /// is one alone also the others (`Clinical support systems` is not everything clinical).
  var phrase: Set<String> {
    switch telling.count {
    case 0: []
    case 1: telling.union(filling)
    default: telling
    }
  }
}

extension Unicode.Scalar {
  /// Whether it belongs to a word: a letter, a digit, or a mark on one.
  fileprivate var isPartOfWord: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
    case ..<0x80: return false
    default:
      if properties.isAlphabetic || properties.numericType != nil { return true }
      switch properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: return !isHidden
      default: return false
      }
    }
  }
}
