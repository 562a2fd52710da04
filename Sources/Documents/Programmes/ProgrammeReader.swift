internal import Procurement

/// Reads a programme document.
///
/// What others mention is read first: sources before clusters, categories before services, all of
/// them before decisions. Ids go into `Names` as they are read, so mentions are checked on the spot
/// and every fault has the place of the word that is wrong.
final class ProgrammeReader {
  let sources = Names("source", in: "sources")
  let providers = Names("provider", in: "providers")
  let clusters = Names("cluster", in: "clusters")
  let regionCodes = Names("region code", in: "clusters")
  let authorities = Names("authority", in: "clusters")
  let routes = Names("route", in: "routes")
  let options = Names("option", in: "pacs_options")
  let categories = Names("category", in: "categories")
  let services = Names("service", in: "services")
  let clauses = Names("clause", in: "clauses")
  let figures = Names("figure", in: "figures")

  /// Indices of the unlisted categories.
  var unlisted: Set<Int> = []
  /// Indices of categories with a service that has no PACS options, and with one that has.
  var plain: Set<Int> = []
  var withOptions: Set<Int> = []
  /// Where the service with PACS options says so.
  var optionsPlace: Place?
  /// Whether all is known that decisions may name; where it is not, they are judged less.
  var isOutlined = true

  /// The decision rows of which it is known what they are for, and where they stand.
  var rows: [Decision] = []
  var rowPlaces: [Place] = []
  /// Whether those are all rows; where they are not, gaps are not looked for.
  var areRowsRead = true

  /// The most items of a list. What clusters, categories and services are to each other is looked up
  /// for each plan and each trust, so a programme must stay small beside them.
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
      services: inOrder(services, of: categories), recognition: recognition,
      decisions: decisions, clauses: clauses, figures: figures, sources: sources)
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
  /// The same list where it is not too long; a longer one is not read at all.
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
