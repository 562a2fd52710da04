import Procurement

/// Clusters, categories and services of a programme as one list, with the focused row.
struct BrowseList: Sendable {
  enum Row: Hashable, Sendable {
    case heading(String)
    /// The index of a cluster.
    case cluster(Int)
    /// The index of a category.
    case category(Int)
    /// The index of a service.
    case service(Int)
  }

  let rows: [Row]
  /// The first cluster is focused first, not the heading above it.
  var focus = ListFocus(index: 1)

  init(_ programme: Programme) {
    let clusters = programme.clusters.indices.map(Row.cluster)
    let categories = programme.categories.indices.flatMap { category in
      [Row.category(category)]
        + programme.services.indices.filter { programme.services[$0].category == category }
        .map(Row.service)
    }
    rows = [.heading("clusters and their LSPs")] + clusters + categories
  }

  /// The focused row.
  var row: Row { rows[focus.index] }

  /// The index of the focused cluster.
  var cluster: Int? {
    if case .cluster(let index) = row { return index }
    return nil
  }

  /// The index of the focused service.
  var service: Int? {
    if case .service(let index) = row { return index }
    return nil
  }
}
