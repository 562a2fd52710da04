import Procurement

/// The words of a programme's texts as numbers, one for all spellings and equivalents of a word.
struct Vocabulary: Sendable {
  private var ids: [String: Int] = [:]
  /// By the number of its first word: what a phrase is read as, longer phrases first.
  private var equivalents: [Int: [Equivalent]] = [:]

  private struct Equivalent: Sendable {
    var phrase: [Int]
    var id: Int
  }

  /// The prefix of `e-booking`.
  private static let electronic = "electronic"

  /// Learns the words of all texts, then the equivalents, so that each text is read in one way.
  init(texts: [String], equivalents groups: [[String]]) {
    _ = learn(Vocabulary.electronic)
    for text in texts + groups.joined() {
      for word in DescriptionScanner(text).words where FunctionWord(word.text) == nil {
        _ = learn(word.text)
      }
    }
    for group in groups {
      guard let first = group.first else { continue }
      let phrases = group.map { read($0).words.compactMap(\.id) }
      let isWord = phrases[0].count == 1
      let id = isWord ? phrases[0][0] : learn(" " + first)
      for phrase in phrases where !phrase.isEmpty && phrase != [id] {
        equivalents[phrase[0], default: []].append(Equivalent(phrase: phrase, id: id))
      }
    }
    for first in equivalents.keys {
      equivalents[first]?.sort { $0.phrase.count > $1.phrase.count }
    }
  }

  /// The number of `electronic`.
  var electronicID: Int? { self("electronic").words.first?.id }

  /// How many numbers there are.
  var count: Int { ids.count }

  /// The words of a text, with equivalents as one.
  func callAsFunction(_ text: String) -> DescriptionWords {
    var description = read(text)
    let words = description.words
    description.words.removeAll(keepingCapacity: true)
    var place = 0
    while place < words.count {
      var word = words[place]
      let found = word.id.flatMap { equivalents[$0] }?.first { equivalent in
        let phrase = equivalent.phrase
        return phrase.count <= words.count - place
          && phrase.indices.allSatisfy { words[place + $0].id == phrase[$0] }
      }
      if let found {
        // What follows a phrase such as `out of hours` belongs to it.
        word = words[place + found.phrase.count - 1]
        word.id = found.id
      }
      description.words.append(word)
      place += found?.phrase.count ?? 1
    }
    return description
  }

  private mutating func learn(_ text: String) -> Int {
    let stem = Vocabulary.stem(text)
    let id = ids[stem] ?? ids.count
    ids[stem] = id
    return id
  }

  private static func stem(_ text: String) -> String {
    String(decoding: WordStem(text.utf8).bytes, as: UTF8.self)
  }

  /// The words of a text, each by itself.
  private func read(_ text: String) -> DescriptionWords {
    let scanned = DescriptionScanner(text).words
    var reader = WordReader()
    var place = 0
    while place < scanned.count {
      place +=
        compound(scanned, at: place, &reader)
        ?? prefixed(scanned, at: place, &reader) ?? single(scanned[place], &reader)
    }
    return reader.description
  }

  /// Two words are one if that is how the programme writes them: `help desk`.
  private func compound(
    _ scanned: [ScannedWord], at place: Int, _ reader: inout WordReader
  ) -> Int? {
    guard place + 1 < scanned.count else { return nil }
    let next = scanned[place + 1]
    guard next.gap == .blank || next.gap == .hyphen,
      scanned[place].text != "a", scanned[place].text != "e",
      let id = ids[Vocabulary.stem(scanned[place].text + next.text)]
    else { return nil }
    reader.add(id, after: scanned[place].gap)
    return 2
  }

  /// `e-booking`, `e booking` and `ebooking` are electronic booking.
  private func prefixed(
    _ scanned: [ScannedWord], at place: Int, _ reader: inout WordReader
  ) -> Int? {
    let word = scanned[place]
    guard word.text.utf8.first == UInt8(ascii: "e") else { return nil }
    if word.text == "e" {
      guard place + 1 < scanned.count else { return nil }
      reader.add(ids[Vocabulary.electronic], after: word.gap)
      return 1
    }
    guard word.text.utf8.count > 5,
      let id = ids[Vocabulary.stem(String(word.text.dropFirst()))]
    else { return nil }
    reader.add(ids[Vocabulary.electronic], after: word.gap)
    reader.add(id, after: .hyphen)
    return 1
  }

  private func single(_ word: ScannedWord, _ reader: inout WordReader) -> Int {
    if let function = FunctionWord(word.text) {
      reader.add(function, after: word.gap)
    } else {
      reader.add(ids[Vocabulary.stem(word.text)], after: word.gap)
    }
    return 1
  }
}

/// Puts words into segments and items as they come.
private struct WordReader {
  var description = DescriptionWords()
  private var isNewItem = false
  private var segmentBreak: Bool? = true
  private var item = 0

  /// Adds a word of a number; `nil` for one that the programme does not have.
  mutating func add(_ id: Int?, after gap: ScannedWord.Gap) {
    note(gap)
    if let isStatement = segmentBreak {
      description.isStatement.append(isStatement)
      item = 0
    } else if isNewItem {
      item += 1
    }
    segmentBreak = nil
    isNewItem = false
    let segment = description.isStatement.count - 1
    description.words.append(DescriptionWords.Word(id: id, segment: segment, item: item))
  }

  mutating func add(_ function: FunctionWord, after gap: ScannedWord.Gap) {
    note(gap)
    switch function {
    case .empty: break
    case .list: isNewItem = true
    case .preposition where description.words.isEmpty: break
    case .preposition: segmentBreak = false
    }
  }

  private mutating func note(_ gap: ScannedWord.Gap) {
    if gap == .list { isNewItem = true }
    if gap == .statement { segmentBreak = true }
  }
}
