/// The words by which descriptions in free text are recognised as listed services, whatever the
/// service.
public struct RecognitionWords: Hashable, Sendable {
  /// Words and phrases of one meaning, a list for each meaning.
  public var equivalents: [[String]] = []
  /// Words for a system, its software or its data. The first stands for all of them in synonyms.
  public var systems: [String] = []
  /// Words that any description may have, such as `new` and `replacement`.
  public var fillers: [String] = []
  /// Objects, building works, paper and people: what is called by one is not a system.
  public var objects: [String] = []

  /// No words.
  public init() {}
}
