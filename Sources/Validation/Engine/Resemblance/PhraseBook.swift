import Procurement

/// The phrases of a programme's services, and the words that they are made of.
struct PhraseBook {
  let vocabulary: Vocabulary
  private(set) var roles = WordRoles()
  private(set) var phrases: [ServicePhrase] = []
  /// The labels of services as phrases, of which a description may have a part.
  private(set) var labels: [ServicePhrase] = []

  init(_ programme: Programme) {
    let words = programme.recognition
    let services = programme.services.enumerated().filter { _, service in
      !programme.categories[service.category].isUnlisted
    }
    let roleTexts = words.systems + words.fillers + words.objects
    vocabulary = Vocabulary(
      texts: services.flatMap { _, service in
        [service.label, service.short] + service.synonyms + service.subjects
      } + roleTexts, equivalents: words.equivalents + roleTexts.map { [$0] })
    roles.systems = numbers(of: words.systems)
    roles.fillers = numbers(of: words.fillers)
    roles.objects = numbers(of: words.objects)
    roles.subjects = numbers(of: services.flatMap(\.element.subjects))
    roles.anySystem = words.systems.first.flatMap { vocabulary($0).words.first?.id }
    roles.electronic = vocabulary.electronicID
    for (place, service) in services { add(service, at: place) }
  }

  /// Words that are neither fillers nor words for a system.
  func telling(_ words: [Int]) -> [Int] {
    words.filter { !roles.fillers.contains($0) && !roles.systems.contains($0) }
  }

  /// The places of phrases by word; each is found by that of its words which the fewest have.
  func phrasesByRarestWord() -> [[Int]] {
    var counts = Array(repeating: 0, count: vocabulary.count)
    for word in phrases.flatMap(\.words) { counts[word] += 1 }
    var places: [[Int]] = Array(repeating: [], count: vocabulary.count)
    for (place, phrase) in phrases.enumerated() {
      if let word = phrase.words.min(by: { counts[$0] < counts[$1] }) { places[word].append(place) }
    }
    return places
  }

  private func numbers(of texts: [String]) -> Set<Int> {
    Set(texts.flatMap { vocabulary($0).words.compactMap(\.id) })
  }

  private mutating func add(_ service: Service, at place: Int) {
    let labelWords = Set(words(of: service.label))
    func phrase(_ words: [Int], _ need: ServicePhrase.Need) -> ServicePhrase {
      let telling = telling(words).count
      return ServicePhrase(
        service: place, words: words, need: need,
        order: telling == 0 ? .adjacent : telling == 1 ? .inOrder : .any,
        labelWords: words.count { labelWords.contains($0) })
    }
    for text in service.synonyms {
      let (words, isSystem) = withoutSystem(words(of: text))
      phrases.append(phrase(words, isSystem ? .system : .nothing))
    }
    for text in service.subjects { phrases.append(phrase(words(of: text), .systemOrSubject)) }
    for text in [service.label, service.short] {
      let (words, isSystem) = withoutSystem(words(of: text))
      let telling = telling(words)
      if telling.count > 1 {
        phrases.append(phrase(telling, .nothing))
        labels.append(phrases[phrases.count - 1])
      } else if !words.allSatisfy(roles.fillers.contains) {
        // A label of fillers alone resembles everything.
        phrases.append(
          phrase(words, isSystem ? .system : words.count == 1 ? .systemOrNoOthers : .nothing))
      }
    }
  }

  /// The words of a text without the `system` at its end, for which any word for a system will do.
  private func withoutSystem(_ words: [Int]) -> (words: [Int], isSystem: Bool) {
    guard words.count > 1, words.last == roles.anySystem else { return (words, false) }
    return (words.dropLast(), true)
  }

  private func words(of text: String) -> [Int] {
    vocabulary(text).words.compactMap(\.id)
  }
}
