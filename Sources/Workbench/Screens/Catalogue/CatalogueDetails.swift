import Canvas
import Procurement
import Validation

/// What there is to say of a row of the programme: how its services can be bought, and every clause
/// that concerns it.
struct CatalogueDetails {
  private let row: CatalogueList.Row?
  private let assessment: Assessment
  private let keymap: Keymap
  private var programme: Programme { assessment.index.programme }

  init(_ row: CatalogueList.Row?, _ assessment: Assessment, _ keymap: Keymap) {
    self.row = row
    self.assessment = assessment
    self.keymap = keymap
  }

  /// How its services can be bought in a word for each route, and the clauses.
  var summary: [(String, Role)] { head + offers.map { ($0, .text) } + clauses }

  /// All there is to say: the terms in full, and the clauses.
  var all: [String] {
    let terms = row.map { programme.decisions(on: $0.subject).map(\.words) } ?? []
    return (head.map(\.0) + terms + clauses.map(\.0))
  }

  private var head: [(String, Role)] {
    switch row {
    case nil:
      [("nothing fits the filter; \(keymap.mention(.showAll, in: .browse)) clears it", .text)]
    case .heading:
      [("\(keymap.mention(.open, in: .browse)) on a cluster moves the trust to it", .text)]
    case .cluster(let index): details(of: programme.clusters[index])
    case .category(let index): [(programme.categories[index].meaning, .text)]
    case .service(let index): [(details(of: programme.services[index]), .text)]
    }
  }

  private func details(of cluster: Cluster) -> [(String, Role)] {
    let value =
      cluster.contractValue.map { "; contract £\(MoneyPrecision(exactFor: [$0]).text($0))" } ?? ""
    return [
      ("regions: \(cluster.regions.joined(separator: ", "))\(value)", .text),
      ("authorities: \(cluster.authorities.map(\.name).joined(separator: ", "))", .dim),
    ]
  }

  private func details(of service: Service) -> String {
    let lines = assessment.plan.lines.lazy.filter { $0.service == service.id }.prefix(5).map(\.id)
    return service.id + (lines.isEmpty ? "" : "; on \(lines.joined(separator: ", "))")
  }

  /// What each route means for a new line: a sentence for each PACS option, or one.
  private var offers: [String] {
    let offers = row.map { programme.offers(on: $0.subject) } ?? []
    var options: [Decision.OptionCase] = []
    for offer in offers where !options.contains(offer.option) { options.append(offer.option) }
    return options.map { option in
      let routes = offers.filter { $0.option == option }.map { offer in
        "\(offer.route.name): \(offer.terms.supply.rawValue), "
          + "\(offer.terms.payer.rawValue) pays"
      }
      let name: String = if case .option(let pacs) = option { "\(pacs.rawValue) " } else { "" }
      return name + routes.joined(separator: " · ")
    }
  }

  /// Each clause with the questions that it answers, where it is, and whether it is a reading.
  private var clauses: [(String, Role)] {
    let clauses = row.map { programme.clauses(on: $0.subject) } ?? []
    return clauses.map { clause in
      let topics = clause.topicWords.map { "\($0) · " } ?? ""
      return ("\(topics)\(clause.citation): \(clause.text)", .dim)
    }
  }
}

extension CatalogueList.Row {
  /// What it is about.
  fileprivate var subject: CatalogueRow {
    switch self {
    case .heading, .cluster: .clusters
    case .category(let index): .category(index)
    case .service(let index): .service(index)
    }
  }
}
