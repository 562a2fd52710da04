import Documents
import Procurement
import Text

extension Catalogue {
  /// The catalogue for programs. Clusters do not depend on the category, so all are included.
  var json: JSON {
    [
      "clusters": .list(
        programme.clusters.map { cluster in
          ["id": .text(cluster.id), "name": .text(cluster.name), "lsp": .text(cluster.lsp)]
        }),
      "categories": .list(
        categories.map { index in
          let category = programme.categories[index]
          return [
            "id": .text(category.id),
            "stated_bundles": category.statedBundles.map(JSON.integer) ?? .null,
            "listed_services": .integer(listedServices(of: index).count),
          ]
        }),
      "services": .list(
        categories.flatMap { index in
          services(of: index).map { service in
            [
              "id": .text(service.id), "category": .text(programme.categories[index].id),
              "label": .text(service.label),
            ]
          }
        }),
    ]
  }
}
