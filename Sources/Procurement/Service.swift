/// A service that plan lines can be for.
///
/// An unlisted category is among the services too, as one service with the category's id.
public struct Service: Hashable, Sendable {
  /// Its id, by which plan lines name it.
  public var id: String
  /// The index of its category in the programme.
  public var category: Int
  /// Its label as in the source's table.
  public var label: String
  /// A short label for narrow columns.
  public var short: String
  /// Whether a line for it must choose a PACS option.
  public var hasPACSOptions: Bool
  /// The kinds of trust whose plans are expected to have it (C103 lists those that a plan lacks).
  public var expectedOf: Set<Trust.Kind>
  /// The id of a service instead of which a plan may have it, and the other way round.
  public var alternativeTo: String?
  /// Whether it is work of the trust's own that goes with what the programme pays for (C106).
  public var isLocalWork: Bool
  /// Other words that people use for it; a description that has all words of one resembles it.
  public var synonyms: [String]
  /// What a system for it is about, such as a department; a description resembles it when it is
  /// about that, or a system for that.
  public var subjects: [String]
  /// Its code in the Common Procurement Vocabulary of 2008, as eight digits; `Programme.cpvSource`
  /// says how sure it is.
  public var cpv: String?

  /// A service of a category.
  public init(
    id: String, category: Int, label: String, short: String, hasPACSOptions: Bool = false,
    expectedOf: Set<Trust.Kind> = [], alternativeTo: String? = nil, isLocalWork: Bool = false,
    synonyms: [String] = [], subjects: [String] = [], cpv: String? = nil
  ) {
    self.id = id
    self.category = category
    self.label = label
    self.short = short
    self.hasPACSOptions = hasPACSOptions
    self.expectedOf = expectedOf
    self.alternativeTo = alternativeTo
    self.isLocalWork = isLocalWork
    self.synonyms = synonyms
    self.subjects = subjects
    self.cpv = cpv
  }
}
