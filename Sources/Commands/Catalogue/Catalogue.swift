import Procurement

/// What a programme offers, in all categories or in some.
struct Catalogue {
  /// The programme.
  let programme: Programme
  /// The indices of the categories to list.
  let categories: [Int]

  /// The services of a category: the rows of the source's tables. An unlisted category has none;
  /// its one service only gives lines an identifier.
  func listedServices(of category: Int) -> [Service] {
    programme.categories[category].isUnlisted ? [] : services(of: category)
  }

  /// Everything in a category that a line can name.
  func services(of category: Int) -> [Service] {
    programme.services.filter { $0.category == category }
  }

  /// The rows of the decision table for a category, without those for incomplete lines, such as
  /// a PACS line without an option.
  func decisions(of category: Int) -> [Decision] {
    programme.decisions.decisions.filter { $0.category == category && $0.options != [.missing] }
  }
}
