/// A category of bundles.
public struct Category: Hashable, Sendable {
  /// The word for it, also the first part of its services' ids.
  public var id: String
  /// Its name.
  public var name: String
  /// What it means, in a phrase.
  public var meaning: String
  /// How many bundles the source says it has; the listed services are counted apart.
  public var statedBundles: Int?
  /// Whether it has no list: a line names the category itself and describes what it buys.
  public var isUnlisted: Bool

  /// A category.
  public init(
    id: String, name: String, meaning: String, statedBundles: Int? = nil, isUnlisted: Bool = false
  ) {
    self.id = id
    self.name = name
    self.meaning = meaning
    self.statedBundles = statedBundles
    self.isUnlisted = isUnlisted
  }
}
