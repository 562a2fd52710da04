/// What a row of a programme's catalogue is about.
public enum CatalogueRow: Hashable, Sendable {
  /// The clusters and their LSPs.
  case clusters
  /// The category with an index: its heading.
  case category(Int)
  /// The service with an index.
  case service(Int)
}

extension Programme {
  /// Every clause that concerns a row: by the questions that it answers, and then in the
  /// programme's order.
  ///
  /// The heading of a category has what concerns all its services, as far as they have no options
  /// of their own. A service has that too, and what is about its options or itself.
  public func clauses(on row: CatalogueRow) -> [Clause] {
    let concerning = clauses.filter { concerns($0, row) }
    return Clause.order.flatMap { topic in concerning.filter { $0.topics.first == topic } }
  }

  /// The terms of supply for a row, without those for lines that lack a PACS option.
  public func decisions(on row: CatalogueRow) -> [Decision] {
    guard let category = category(of: row) else { return [] }
    let options = options(of: row)
    return decisions.decisions.filter { decision in
      decision.category == category && decision.options != [.missing]
        && decision.options.contains(where: options.contains)
    }
  }

  /// The ways in which a row's services can be bought new, with the terms of each.
  public func offers(on row: CatalogueRow) -> [Offer] {
    guard let category = category(of: row) else { return [] }
    return options(of: row).filter { $0 != .missing }.flatMap { option in
      routes.compactMap { route -> Offer? in
        let kind = DecisionTable.Case(
          category: category, option: option, need: .new, route: route.route)
        guard let terms = decisions[kind], terms.isOffered else { return nil }
        return Offer(option: option, route: route.route, terms: terms)
      }
    }
  }

  private func concerns(_ clause: Clause, _ row: CatalogueRow) -> Bool {
    guard let category = category(of: row) else { return clause.topics.contains(.clusters) }
    let options = options(of: row)
    return clause.isAbout(service(of: row)?.id)
      && (clause.categories.isEmpty || clause.categories.contains(category))
      && (clause.options.isEmpty || clause.options.contains(where: options.contains))
  }

  private func category(of row: CatalogueRow) -> Int? {
    switch row {
    case .clusters: nil
    case .category(let category): category
    case .service(let service): services[service].category
    }
  }

  private func service(of row: CatalogueRow) -> Service? {
    if case .service(let service) = row { return services[service] }
    return nil
  }

  /// The option cases of a row's lines; the heading of a category that has services without
  /// options leaves the others to their own rows.
  private func options(of row: CatalogueRow) -> [Decision.OptionCase] {
    let hasOptions: Bool
    switch row {
    case .clusters: return []
    case .category(let category):
      hasOptions = !services.contains { $0.category == category && !$0.hasPACSOptions }
    case .service(let service): hasOptions = services[service].hasPACSOptions
    }
    return hasOptions ? [.missing] + pacsOptions.map { .option($0.option) } : [.plain]
  }
}

/// A way in which a service can be bought new.
public struct Offer: Hashable, Sendable {
  /// The PACS option, or that the service has none.
  public var option: Decision.OptionCase
  /// The route.
  public var route: Route
  /// The terms of supply.
  public var terms: Terms
}

extension Clause {
  /// The topics in the order of a row's clauses; nil stands for clauses without one.
  fileprivate static let order: [Topic?] = [.supply, .routes, .payment, nil, .clusters]

  /// The questions that it answers, in words; nil if it says something else.
  public var topicWords: String? {
    topics.isEmpty ? nil : topics.map(\.title).joined(separator: ", ")
  }

  /// Whether it is about a service, or, with nil, about a whole category.
  fileprivate func isAbout(_ service: String?) -> Bool {
    services.isEmpty || service.map(services.contains) == true
  }
}
