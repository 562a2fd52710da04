/// Words by which a service is known.
struct ServicePhrase: Sendable {
  /// What a description must have beside the words.
  enum Need: Sendable {
    /// Nothing: `patient administration` is a system.
    case nothing
    /// A word for a system: `GP system` or `software for GPs`, but not `GP`.
    case system
    /// A word for a system, or the description is about nothing else: `theatre system` and
    /// `theatres`, but not `theatre gowns`.
    case systemOrSubject
    /// A word for a system, or there are no other words: labels of one word.
    case systemOrNoOthers
  }

  /// Where a description must have the words.
  enum Order: Sendable {
    /// Anywhere.
    case any
    /// One after the other, or in segments of their own. All words but one are such as any
    /// description may have: `change management` and `management of change`, but not `management
    /// change`.
    case inOrder
    /// One after the other. All words are such: `project support`.
    case adjacent
  }

  /// The index of the service.
  let service: Int
  /// Numbers of the vocabulary, in the order of the phrase.
  let words: [Int]
  let need: Need
  let order: Order
  /// How many of the words the service's own label has.
  let labelWords: Int
}

/// A phrase that was found in a description.
struct PhraseMatch {
  let phrase: ServicePhrase
  /// The places of its words among those of the description, a bit for each.
  let places: UInt64
  /// It has the word that says what the description is about.
  var isSubject = false

  /// Whether another is the better match; among equals the first is.
  func isWorse(than other: PhraseMatch) -> Bool {
    (isSubject ? 1 : 0, places.nonzeroBitCount, phrase.labelWords)
      < (other.isSubject ? 1 : 0, other.places.nonzeroBitCount, other.phrase.labelWords)
  }
}

/// What is to be known of words that any service may have, by their numbers.
struct WordRoles: Sendable {
  var systems: Set<Int> = []
  var fillers: Set<Int> = []
  var objects: Set<Int> = []
  /// Words of phrases that may be all of a description.
  var subjects: Set<Int> = []
  /// The word that any word for a system answers to.
  var anySystem: Int?
  var electronic: Int?
}
