/// A description of which it is asked which phrases of services it has.
struct DescribedSystem {
  private let words: [DescriptionWords.Word]
  private let isStatement: [Bool]
  private let roles: WordRoles
  /// The places of each segment's words.
  private let segments: [Range<Int>]
  /// The segment that says what the description is about: the first that has more than fillers and
  /// words for a system, as `theatres` in `replacement of the system for theatres`.
  private let subject: Int

  init(_ description: DescriptionWords, _ roles: WordRoles) {
    words = description.words
    isStatement = description.isStatement
    self.roles = roles
    segments = isStatement.indices.map { description.places(inSegment: $0) }
    subject =
      segments.firstIndex { places in
        description.words[places].contains { !roles.isGeneral($0.id) }
      } ?? 0
  }

  /// A phrase in the description; nil where it is not in it, or is not what is described.
  func match(_ phrase: ServicePhrase) -> PhraseMatch? {
    guard let places = places(of: phrase) else { return nil }
    let match = PhraseMatch(phrase: phrase, places: places)
    return isPartOfObject(match) || isForUnknown(match) || !hasNeed(of: match) ? nil : match
  }

  /// The words of the description, if all of them that tell anything are in a label and at least
  /// half of the label's.
  func match(_ label: ServicePhrase, asMostOf labelWords: Set<Int>, telling: Int) -> PhraseMatch? {
    var places: UInt64 = 0
    for place in words.indices where !roles.isGeneral(words[place].id) {
      guard let id = words[place].id, labelWords.contains(id) else { return nil }
      places |= 1 << place
    }
    let count = places.nonzeroBitCount
    guard count >= 2, count * 2 >= telling else { return nil }
    return PhraseMatch(phrase: label, places: places)
  }

  /// The places that say what is described, of those of some matches: the last of each thing that
  /// is listed. What any system may have, such as the booking in `maternity booking system`, says
  /// it only where nothing else does.
  func subjects(of matches: [PhraseMatch]) -> UInt64 {
    guard subject < segments.count else { return 0 }
    let all = matches.reduce(0) { $0 | $1.places }
    let own = matches.reduce(0) { $1.phrase.need == .system ? $0 : $0 | $1.places }
    var last: [Int: Int] = [:]
    let hasOwn = segments[subject].contains { own & 1 << $0 != 0 }
    for place in segments[subject] where (hasOwn ? own : all) & 1 << place != 0 {
      last[words[place].item] = place
    }
    return last.values.reduce(0) { $0 | 1 << $1 }
  }

  // MARK: Words

  private func places(of phrase: ServicePhrase) -> UInt64? {
    guard phrase.order != .adjacent else { return run(of: phrase.words) }
    var places: UInt64 = 0
    var before: Int?
    for id in phrase.words {
      let isFree = { place in places & 1 << place == 0 && words[place].id == id }
      guard let place = words.indices.first(where: isFree) else { return nil }
      if phrase.order == .inOrder, let before, place != before + 1,
        words[place].segment == words[before].segment
      {
        return nil
      }
      places |= 1 << place
      before = place
    }
    return places
  }

  /// The places of words that follow one another in a segment.
  private func run(of ids: [Int]) -> UInt64? {
    let start = words.indices.first { start in
      ids.indices.allSatisfy { offset in
        let place = start + offset
        return place < words.count && words[place].id == ids[offset]
          && words[place].segment == words[start].segment
      }
    }
    return start.map { ((1 << UInt64(ids.count)) - 1) << UInt64($0) }
  }

  // MARK: Objects

  /// Whether an object is named by the words, as in `theatre lighting` and `chairs for theatres`.
  private func isPartOfObject(_ match: PhraseMatch) -> Bool {
    for segment in segments.indices {
      let after: Int
      if let last = segments[segment].last(where: { match.places & 1 << $0 != 0 }) {
        after = last
      } else if match.places >> segments[segment].upperBound != 0 {
        after = segments[segment].lowerBound - 1
      } else {
        continue
      }
      if hasObject(after: after, in: segments[segment]) { return true }
    }
    return false
  }

  /// A word for an object before the thing that is listed there has been called a system.
  private func hasObject(after start: Int, in segment: Range<Int>) -> Bool {
    var isSystem = false
    for place in start + 1..<segment.upperBound {
      if isSystem, words[place].item != words[place - 1].item { return false }
      guard let id = words[place].id else { continue }
      if roles.objects.contains(id) { return true }
      if roles.systems.contains(id) { isSystem = true }
    }
    return false
  }

  /// Whether the words only say what something is for that the programme has no word for, such as
  /// `headsets for the helpdesk`.
  private func isForUnknown(_ match: PhraseMatch) -> Bool {
    let segment = words[match.places.trailingZeroBitCount].segment
    guard segment > 0, !isStatement[segment], let last = segments[segment - 1].last else {
      return false
    }
    return words[last].id == nil
  }

  // MARK: Systems

  private func hasNeed(of match: PhraseMatch) -> Bool {
    switch match.phrase.need {
    case .nothing: true
    case .system: isSystem(match)
    case .systemOrSubject: isSystem(match) || isSubject(match)
    case .systemOrNoOthers:
      isSystem(match)
        || words.indices.allSatisfy {
          match.places & 1 << $0 != 0 || roles.isFiller(words[$0].id)
        }
    }
  }

  /// Whether a word for a system follows, `electronic` is before it, or it is what a system is for.
  private func isSystem(_ match: PhraseMatch) -> Bool {
    let first = match.places.trailingZeroBitCount
    let last = UInt64.bitWidth - 1 - match.places.leadingZeroBitCount
    let segment = segments[words[last].segment]
    for place in segment {
      guard let id = words[place].id, match.places & 1 << place == 0 else { continue }
      if id == roles.electronic || place > last && roles.systems.contains(id) { return true }
    }
    let number = words[first].segment
    guard number > 0, !isStatement[number] else { return false }
    let governing = segments[number - 1].last { !roles.isFiller(words[$0].id) }
    return governing.flatMap { words[$0].id }.map(roles.systems.contains) ?? false
  }

  /// Whether nothing else is described: only fillers and other such words follow, and no object is
  /// named but one that it is for, as in `training for nurses` and `nurse training`.
  private func isSubject(_ match: PhraseMatch) -> Bool {
    let first = match.places.trailingZeroBitCount
    let last = UInt64.bitWidth - 1 - match.places.leadingZeroBitCount
    let segment = words[last].segment
    guard segment == subject else { return false }
    return words.indices.allSatisfy { place in
      let word = words[place]
      if match.places & 1 << place != 0 { return true }
      if word.segment == segment, place > last {
        return word.id.map { roles.fillers.contains($0) || roles.subjects.contains($0) } ?? false
      }
      guard let id = word.id, roles.objects.contains(id) else { return true }
      return word.segment > segment
        ? !isStatement[word.segment]
        : word.segment == segment && word.item == words[first].item
    }
  }
}

extension WordRoles {
  /// Whether a word says nothing of what is described.
  fileprivate func isFiller(_ id: Int?) -> Bool { id.map(fillers.contains) ?? false }
  /// Whether it is a filler or a word for a system.
  fileprivate func isGeneral(_ id: Int?) -> Bool {
    id.map { fillers.contains($0) || systems.contains($0) } ?? false
  }
}
