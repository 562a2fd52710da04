/// A state of a plan that a user named.
public struct NamedVersion: Hashable, Sendable {
  /// Its name, unique in the plan.
  public var name: String
  /// The number of the step after which the plan was so.
  public var step: Int
  /// When it was named.
  public var at: Moment
  /// Who named it.
  public var author: Author

  /// A named state.
  public init(name: String, step: Int, at: Moment, author: Author) {
    self.name = name
    self.step = step
    self.at = at
    self.author = author
  }
}
