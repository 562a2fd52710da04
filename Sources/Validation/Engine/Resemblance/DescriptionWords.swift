/// The words of a text as numbers of a vocabulary, and how they belong together.
///
/// Prepositions part a text into segments: `training` and `order comms` in `training for order
/// comms`. What a segment is about comes first: a training.
struct DescriptionWords {
  struct Word {
    /// Its number; nil where no programme text has it.
    var id: Int?
    /// The segment it is in.
    var segment: Int
    /// Which of the things listed in its segment it belongs to.
    var item: Int
  }

  var words: [Word] = []
  /// Of each segment: it is a statement of its own, and does not follow a preposition.
  var isStatement: [Bool] = []

  /// The places of the words of a segment.
  func places(inSegment segment: Int) -> Range<Int> {
    let start = words.firstIndex { $0.segment >= segment } ?? words.count
    let end = words[start...].firstIndex { $0.segment > segment } ?? words.count
    return start..<end
  }
}

/// What English words do in a text beside naming things.
enum FunctionWord {
  /// It says nothing here.
  case empty
  /// It lists things.
  case list
  /// It begins another segment.
  case preposition

  init?(_ word: String) {
    guard word.utf8.count < 10, let found = FunctionWord.all[word] else { return nil }
    self = found
  }

  private static let all: [String: FunctionWord] = {
    let empty = """
      a all an any are be been but eg etc had has have ie is its only other our some such that \
      the their these this those was were which will
      """
    let prepositions = """
      about across against among around as at before between by during for from in including \
      inside into of on onto over per through throughout to towards under using via with within \
      without
      """
    var all: [String: FunctionWord] = [:]
    for word in empty.split(separator: " ") { all[String(word)] = .empty }
    for word in prepositions.split(separator: " ") { all[String(word)] = .preposition }
    for word in ["and", "or", "plus"] { all[word] = .list }
    return all
  }()
}
