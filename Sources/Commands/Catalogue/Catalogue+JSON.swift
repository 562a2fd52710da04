import Documents
import Procurement
import Text

extension Catalogue {
  /// The catalogue for programs. Clusters do not depend on the category, so all are included.
  ///
  /// Each clause is listed once; clusters, categories and services name those that concern them.
  var json: JSON {
    [
      "clusters": .list(
        programme.clusters.map { cluster in
          ["id": .text(cluster.id), "name": .text(cluster.name), "lsp": .text(cluster.lsp)]
        }),
      "categories": .list(categories.map(json(ofCategory:))),
      "services": .list(categories.flatMap { services(of: $0).map(json(ofService:)) }),
      "cluster_clauses": clauses(on: .clusters),
      "clauses": .list(shownClauses.map(\.json)),
      "figures": .list(programme.figures.map(json)),
    ]
  }

  private func json(ofCategory index: Int) -> JSON {
    let category = programme.categories[index]
    let decisions = programme.decisions.decisions.filter { $0.category == index }
    return [
      "id": .text(category.id),
      "stated_bundles": category.statedBundles.map(JSON.integer) ?? .null,
      "listed_services": .integer(listedServices(of: index).count),
      "name": .text(category.name), "meaning": .text(category.meaning),
      "terms": .list(decisions.map(\.json)), "clauses": clauses(on: .category(index)),
    ]
  }

  private func json(ofService index: Int) -> JSON {
    let service = programme.services[index]
    return [
      "id": .text(service.id), "category": .text(programme.categories[service.category].id),
      "label": .text(service.label), "pacs_options": .boolean(service.hasPACSOptions),
      "clauses": clauses(on: .service(index)),
    ]
  }

  private func json(of figure: Figure) -> JSON {
    let source = programme.source(figure.source)
    return [
      "id": .text(figure.id), "meaning": .text(figure.meaning),
      "money": .text(figure.money.plain), "year": .optional(figure.year?.description),
      "source": .optional(source?.title), "confidence": .optional(source?.confidence.rawValue),
    ]
  }

  private func clauses(on row: CatalogueRow) -> JSON {
    .texts(programme.clauses(on: row).map(\.id))
  }

  /// The clauses that one of the listed rows names, in the programme's order.
  private var shownClauses: [Clause] {
    let rows: [CatalogueRow] =
      [.clusters] + categories.map { .category($0) }
      + categories.flatMap { services(of: $0).map { .service($0) } }
    let named = Set(rows.flatMap { programme.clauses(on: $0).map(\.id) })
    return programme.clauses.filter { named.contains($0.id) }
  }
}

extension Clause {
  fileprivate var json: JSON {
    [
      "id": .text(id), "section": .text(section), "paragraph": .integer(paragraph),
      "reading": .boolean(isReading), "topics": .texts(topics.map(\.rawValue)), "text": .text(text),
      "findings": .texts(findings.map(\.rawValue)),
    ]
  }
}

extension Decision {
  /// The terms of a row; words for options and routes as in a programme document.
  fileprivate var json: JSON {
    [
      "options": .texts(options.map(\.word)), "needs": .texts(needs.map(\.rawValue)),
      "routes": .texts(routes.map { $0?.rawValue ?? Route.noneWord }),
      "supply": .text(terms.supply.rawValue), "payer": .text(terms.payer.rawValue),
      "offered": .boolean(terms.isOffered), "ignores_route": .boolean(!terms.heedsRoute),
      "conditions": .texts(
        Terms.Condition.allCases.filter(terms.conditions.contains).map(\.rawValue)),
    ]
  }
}
