import Procurement
import Text

/// Clusters, categories and services of a programme as one list, with the focused row.
struct CatalogueList: Sendable {
  enum Row: Hashable, Sendable {
    case heading(String)
    /// The index of a cluster.
    case cluster(Int)
    /// The index of a category.
    case category(Int)
    /// The index of a service.
    case service(Int)
  }

  /// The rows that are shown.
  private(set) var rows: [Row]
  /// The words that shown clusters and services have; nothing where all are shown.
  private(set) var filter = ""
  /// The first cluster is focused first, not the heading above it.
  var focus = ListFocus(index: 1)
  private let all: [(row: Row, text: String)]

  init(_ programme: Programme) {
    let clusters = programme.clusters.indices.map { place in
      let cluster = programme.clusters[place]
      return (Row.cluster(place), "\(cluster.name) \(cluster.id) \(cluster.lsp)")
    }
    let categories = programme.categories.indices.flatMap { category -> [(Row, String)] in
      let services = programme.services.indices.filter {
        programme.services[$0].category == category
      }
      return [(.category(category), "")]
        + services.map { place in
          let service = programme.services[place]
          return (.service(place), "\(service.id) \(service.short) \(service.label)")
        }
    }
    all = [(.heading("clusters and their LSPs"), "")] + clusters + categories
    rows = all.map(\.row)
  }

  /// The focused row; nil where none is shown.
  var row: Row? { rows.indices.contains(focus.index) ? rows[focus.index] : nil }

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

  /// Shows the clusters and services that have all words of a text, or everything.
  mutating func show(_ filter: String) {
    let last = row
    self.filter = filter.trimmed
    let query = SearchQuery(filter)
    rows = all.filter { entry in
      query.isEmpty || !entry.text.isEmpty && query.fit(in: entry.text) != nil
    }.map(\.row)
    focus.index = last.flatMap(rows.firstIndex) ?? 0
  }
}
