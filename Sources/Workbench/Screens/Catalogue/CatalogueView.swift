import Canvas
import Procurement
import Validation

/// The programme: clusters with their LSPs, categories with their services, and under them what
/// the focused one allows.
struct CatalogueView {
  private let list: CatalogueList
  private let keymap: Keymap
  private let assessment: Assessment
  private var programme: Programme { assessment.index.programme }
  private var plan: Plan { assessment.plan }

  init(_ workbench: WorkbenchProgram) {
    list = workbench.catalogue
    keymap = workbench.keymap
    assessment = workbench.assessment
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    if let heading = layout.heading {
      canvas.write(programme.title, at: Position(row: heading, column: 3), role: .heading)
    }
    if list.rows.isEmpty {
      canvas.cursor = Position(row: layout.list.lowerBound, column: 0)
    }
    for (place, row) in zip(list.focus.top..<list.rows.count, layout.list) {
      if place == list.focus.index {
        canvas.write(">", at: Position(row: row, column: 0), role: .mark)
        canvas.cursor = Position(row: row, column: 0)
      }
      draw(list.rows[place], row: row, on: &canvas)
    }
  }

  private func draw(_ entry: CatalogueList.Row, row: Int, on canvas: inout Canvas) {
    let place = Position(row: row, column: 3)
    switch entry {
    case .heading(let text): canvas.write(text, at: place, role: .heading)
    case .cluster(let index):
      let cluster = programme.clusters[index]
      let isOwn = cluster.id == plan.header.trust.cluster
      if isOwn { canvas.write("*", at: Position(row: row, column: 1)) }
      canvas.write(cluster.name, at: Position(row: row, column: 5), width: 28)
      canvas.write(
        programme.provider(cluster.lsp)?.name ?? cluster.lsp, at: Position(row: row, column: 34))
    case .category(let index):
      canvas.write(title(of: programme.categories[index], at: index), at: place, role: .heading)
    case .service(let index):
      let service = programme.services[index]
      let count = assessment.lineCount(ofService: index)
      if count > 0 { canvas.write("\(count)", at: Position(row: row, column: 1)) }
      canvas.write(service.label, at: Position(row: row, column: 5))
    }
  }

  private func title(of category: Procurement.Category, at index: Int) -> String {
    let listed = programme.services.count { $0.category == index }
    let stated = category.statedBundles.map { ": \($0) bundles stated, \(listed) services listed" }
    return category.name + (stated ?? "")
  }

  /// A row in words.
  func title(of row: CatalogueList.Row) -> String {
    switch row {
    case .heading(let text): text
    case .cluster(let index):
      "cluster \(programme.clusters[index].name), LSP \(programme.clusters[index].lsp)"
    case .category(let index): title(of: programme.categories[index], at: index)
    case .service(let index): programme.services[index].label
    }
  }

  // MARK: Details

  func drawDetail(on canvas: inout Canvas, _ layout: Layout) {
    var rows = layout.detail
    let texts = rows.count >= CatalogueView.roomy ? details : summary
    for (text, role) in texts where !rows.isEmpty {
      let used = canvas.writeWrapped(
        text, rows: rows, columns: 0..<layout.size.columns, hanging: 2, role: role)
      rows = rows.dropFirst(used)
    }
  }

  /// The rows from which on everything is said.
  private static let roomy = 9

  /// All there is to say of the focused row.
  var details: [(String, Role)] {
    switch list.row {
    case .category(let index): summary + rules(onCategory: index, hasOptions: false)
    case .service(let index):
      summary
        + rules(
          onCategory: programme.services[index].category,
          hasOptions: programme.services[index].hasPACSOptions)
    case nil, .heading, .cluster: summary
    }
  }

  /// The same in few words.
  private var summary: [(String, Role)] {
    switch list.row {
    case nil:
      [("nothing fits the filter; \(keymap.mention(.showAll, in: .browse)) clears it", .text)]
    case .heading:
      [
        (
          "each cluster is served by one LSP; "
            + "\(keymap.mention(.open, in: .browse)) moves the trust to one", .text
        )
      ]
    case .cluster(let index): details(of: programme.clusters[index])
    case .category(let index): [(programme.categories[index].meaning, .text)]
    case .service(let index): details(of: programme.services[index])
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

  private func details(of service: Service) -> [(String, Role)] {
    let options: [PACSOption?] =
      service.hasPACSOptions ? programme.pacsOptions.map(\.option) : [nil]
    let lines = plan.lines.lazy.filter { $0.service == service.id }.prefix(5).map(\.id)
    let planned = lines.isEmpty ? "" : "; on \(lines.joined(separator: ", "))"
    return [("\(service.id)\(planned)", .dim)]
      + options.map { (offer(of: service, option: $0), .text) }
  }

  /// What the programme says of a category in words, each with its citation and whether it is a
  /// reading; what is about options comes first where there are any, and is left out elsewhere.
  private func rules(onCategory category: Int, hasOptions: Bool) -> [(String, Role)] {
    let clauses = programme.clauses.filter { $0.categories.contains(category) }
    let special = hasOptions ? clauses.filter { !$0.options.isEmpty } : []
    return (special + clauses.filter(\.options.isEmpty)).map { clause in
      ("\(clause.citation): \(clause.text)", .dim)
    }
  }

  /// What each route would mean for a new line, in one sentence.
  private func offer(of service: Service, option: PACSOption?) -> String {
    let routes = programme.routes.compactMap { route -> String? in
      var line = assessment.newLine(for: service, id: "")
      line.pacs = option
      line.route = route.route
      line.supplier = nil
      let verdict = assessment.verdict(at: plan.lines.count, trying: line)
      guard !verdict.findings.contains(.S102) else { return nil }
      return "\(route.route.rawValue): \(verdict.supply?.rawValue ?? "-"), "
        + "\(verdict.payer.rawValue) pays"
    }
    let name = option.map { "\($0.rawValue) " } ?? ""
    return name + routes.joined(separator: " · ")
  }
}
