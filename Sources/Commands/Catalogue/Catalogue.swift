import Procurement

/// What a programme offers, or the part of it that is in some categories.
struct Catalogue {
  /// The programme.
  let programme: Programme
  /// The indices of the categories to list.
  let categories: [Int]

  /// The services of a category: the rows of the source's tables, so none for an unlisted one,
  /// which stands among the services only for lines to name it.
  func listedServices(of category: Int) -> [Service] {
    programme.categories[category].isUnlisted ? [] : services(of: category)
  }

  /// Everything in a category that a line can name.
  func services(of category: Int) -> [Service] {
    programme.services.filter { $0.category == category }
  }

  /// The rows of the decision table for a category, without those for lines that are incomplete:
  /// a PACS line without an option.
  func decisions(of category: Int) -> [Decision] {
    programme.decisions.decisions.filter { $0.category == category && $0.options != [.missing] }
  }
}
