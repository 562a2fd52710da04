/// A step as a journal holds it.
public struct JournalEntry: Hashable, Sendable {
  /// Its number in the plan's journal; the first is 1, and none is left out.
  public var number: Int
  /// Who did it.
  public var author: Author
  /// When.
  public var at: Moment
  /// The step.
  public var step: Step

  /// A step in a journal.
  public init(number: Int, author: Author, at: Moment, step: Step) {
    self.number = number
    self.author = author
    self.at = at
    self.step = step
  }
}
