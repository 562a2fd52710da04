import Procurement
import Text

/// The listed services that a description resembles, as indices in the programme.
struct ResembledServices: Hashable, Sendable {
  /// The one that it resembles most.
  var first: Int
  /// Another that it may as well be.
  var second: Int?

  /// Both, the likelier first.
  var all: [Int] { [first] + (second.map { [$0] } ?? []) }
}

/// Which listed services a description in free text resembles.
///
/// Each service is known by phrases: its label, its short label, its synonyms and its subjects. A
/// description resembles a service when it has the words of a phrase, and calls a system by them
/// rather than an object such as a chair. Phrases are found by one of their words, so a description
/// takes time for its words, not for the services.
struct Resemblance: Sendable {
  private struct Label: Sendable {
    let phrase: ServicePhrase
    let words: Set<Int>
    let telling: Int
  }

  private let vocabulary: Vocabulary
  private let roles: WordRoles
  private let phrases: [ServicePhrase]
  private let labels: [Label]
  /// By word: the phrases that are looked for where a description has it.
  private let phrasesByWord: [[Int]]
  /// By word: the labels that have it.
  private let labelsByWord: [[Int]]

  init(_ programme: Programme) {
    let recogniser = PhraseBook(programme)
    vocabulary = recogniser.vocabulary
    roles = recogniser.roles
    phrases = recogniser.phrases
    labels = recogniser.labels.map { phrase in
      let words = Set(phrase.words)
      return Label(phrase: phrase, words: words, telling: recogniser.telling(phrase.words).count)
    }
    var labelsByWord: [[Int]] = Array(repeating: [], count: vocabulary.count)
    for (place, label) in labels.enumerated() {
      for word in label.words { labelsByWord[word].append(place) }
    }
    self.labelsByWord = labelsByWord
    phrasesByWord = recogniser.phrasesByRarestWord()
  }

  /// The services that a description resembles most.
  ///
  /// Nobody sees whether a blank without width is between words or within one.
  func services(resembling description: String) -> ResembledServices? {
    if let services = services(describedBy: vocabulary(description)) { return services }
    guard description.unicodeScalars.contains("\u{200B}") else { return nil }
    let joined = description.unicodeScalars.filter { $0 != "\u{200B}" }
    return services(describedBy: vocabulary(String(String.UnicodeScalarView(joined))))
  }

  private func services(describedBy description: DescriptionWords) -> ResembledServices? {
    let ids = Set(description.words.compactMap(\.id))
    guard !ids.isEmpty else { return nil }
    let described = DescribedSystem(description, roles)
    var matches = ids.flatMap { phrasesByWord[$0] }.sorted()
      .compactMap { described.match(phrases[$0]) }
    for place in Set(ids.flatMap { labelsByWord[$0] }).sorted() {
      let label = labels[place]
      let match = described.match(label.phrase, asMostOf: label.words, telling: label.telling)
      if let match { matches.append(match) }
    }
    let subjects = described.subjects(of: matches)
    for place in matches.indices {
      matches[place].isSubject = matches[place].places & subjects != 0
    }
    return Resemblance.best(of: matches)
  }

  /// The best match, and the best for another service that explains other words, or the same.
  private static func best(of matches: [PhraseMatch]) -> ResembledServices? {
    func best(where isEligible: (PhraseMatch) -> Bool) -> PhraseMatch? {
      matches.filter(isEligible).reduce(nil) { best, match in
        guard let best else { return match }
        return best.isWorse(than: match) ? match : best
      }
    }
    guard let first = best(where: { _ in true }) else { return nil }
    let second = best { match in
      match.phrase.service != first.phrase.service && match.isSubject == first.isSubject
        && (match.places == first.places || match.places & ~first.places != 0)
    }
    return ResembledServices(first: first.phrase.service, second: second?.phrase.service)
  }
}
