import Procurement

/// What a programme offers, in all categories or in some, and what its source says of each.
struct Catalogue {
  /// The programme.
  let programme: Programme
  /// The indices of the categories to list.
  let categories: [Int]

  /// The services of a category: the rows of the source's tables. An unlisted category has none;
  /// its one service only gives lines an identifier.
  func listedServices(of category: Int) -> [Int] {
    programme.categories[category].isUnlisted ? [] : services(of: category)
  }

  /// Everything in a category that a line can name.
  func services(of category: Int) -> [Int] {
    programme.services.indices.filter { programme.services[$0].category == category }
  }

  /// What a row of the catalogue has that the heading above it does not.
  func additions<Part: Equatable>(
    to service: Int, _ parts: (CatalogueRow) -> [Part]
  ) -> [Part] {
    let known = parts(.category(programme.services[service].category))
    return parts(.service(service)).filter { !known.contains($0) }
  }
}
