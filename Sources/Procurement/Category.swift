/// A category of bundles.
public struct Category: Hashable, Sendable {
  /// Its id, which is also the first part of its services' ids.
  public var id: String
  /// Its name.
  public var name: String
  /// What it means, in a phrase.
  public var meaning: String
  /// How many bundles the source says it has, which is not the number of listed services.
  public var statedBundles: Int?
  /// Whether its services are not listed, so that lines name the category and describe the
  /// service.
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
