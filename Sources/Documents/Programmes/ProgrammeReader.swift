internal import Procurement

/// Reads a programme document.
///
/// Lists are read before those that refer to them: sources before clusters, categories before
/// services, all of them before decisions. Ids are added to `DeclaredIDs` as they are read, so each
/// reference is checked immediately, and a fault has the place of the wrong word.
final class ProgrammeReader {
  let sources = DeclaredIDs("source", in: "sources")
  let providers = DeclaredIDs("provider", in: "providers")
  let clusters = DeclaredIDs("cluster", in: "clusters")
  let regionCodes = DeclaredIDs("region code", in: "clusters")
  let authorities = DeclaredIDs("authority", in: "clusters")
  let routes = DeclaredIDs("route", in: "routes")
  let options = DeclaredIDs("option", in: "pacs_options")
  let categories = DeclaredIDs("category", in: "categories")
  let services = DeclaredIDs("service", in: "services")
  let clauses = DeclaredIDs("clause", in: "clauses")
  let figures = DeclaredIDs("figure", in: "figures")

  /// Ids of the categories whose services are expected of every kind of trust, unless they say
  /// otherwise.
  var expectedCategories: Set<String> = []
  /// Indices of the unlisted categories.
  var unlisted: Set<Int> = []
  /// Indices of categories with a service without PACS options, and with one that has them.
  var plain: Set<Int> = []
  var withOptions: Set<Int> = []
  /// The place of the PACS options of the service that has them.
  var optionsPlace: Place?
  /// Whether everything that decisions may name has been read; if not, fewer checks are made.
  var isOutlined = true

  /// The decision rows whose cases are known, and their places.
  var rows: [Decision] = []
  var rowPlaces: [Place] = []
  /// Whether these are all rows; if not, gaps are not reported.
  var areRowsRead = true

  /// The largest number of items of a list. Relations between them are computed for each plan and
  /// each trust, so a programme must stay small.
  static let mostItems = 1_000
  private static let mostCategories = 100

  /// A whole document.
  static var document: Reading<Programme> {
    .mapping("programme") { ProgrammeReader().programme($0) }
  }

  private func programme(_ reader: MappingReader) -> Programme? {
    let version = reader.required("calloff-programme", .version(of: "programme documents"))
    let id = reader.required("id", .identifier())
    let title = reader.required("title", .word)
    let sources = reader.optional("sources", .list(of: source).bounded(), default: [])
    let providers = reader.required("providers", .someList(of: provider).bounded())
    let clusters = reader.required("clusters", .someList(of: cluster).bounded())
    let routes = reader.required("routes", .someList(of: route))
    let options = reader.optional("pacs_options", .list(of: option), default: [])
    let categories = reader.required(
      "categories", .someList(of: category).bounded(by: ProgrammeReader.mostCategories))
    let services = reader.optional("services", .list(of: service).bounded(), default: [])
    let cpvSource = reader.optional("cpv_source", .mention(of: self.sources))
    let recognition = reader.optional(
      "recognition", self.recognition, default: RecognitionWords())
    if self.routes.ids.isEmpty || self.categories.ids.isEmpty { isOutlined = false }
    judgeServices(faults: reader.faults)
    let decisions = self.decisions(reader)
    let clauses = reader.optional("clauses", .list(of: clause).bounded(), default: [])
    let figures = reader.optional("figures", .list(of: figure).bounded(), default: [])
    guard version != nil, let id, let title, let providers, let clusters, let routes,
      let categories, let decisions
    else { return nil }
    return Programme(
      id: id, title: title, providers: providers, clusters: clusters, routes: routes,
      pacsOptions: options, categories: categories.map(\.category),
      services: inOrder(services, of: categories), cpvSource: cpvSource,
      recognition: recognition, decisions: decisions, clauses: clauses, figures: figures,
      sources: sources)
  }
}

extension Reading {
  /// A list of at least one item.
  static func someList<Element>(of item: Reading<Element>) -> Reading
  where Value == [Element] {
    list(of: item).checked { list, name in
      list.isEmpty ? "\(quoted(name)) is empty; list at least one" : nil
    }
  }
  /// The same list with a limit; a longer one is not read at all.
  func bounded<Element>(by most: Int = ProgrammeReader.mostItems) -> Reading
  where Value == [Element] {
    Reading { node, name, faults in
      guard case .sequence(let nodes) = node.content, nodes.count > most else {
        return value(of: node, called: name, faults: faults)
      }
      faults.add(
        "\(quoted(name)) has \(nodes.count) items; a programme can have at most \(most)",
        at: node.place)
      return nil
    }
  }
}
