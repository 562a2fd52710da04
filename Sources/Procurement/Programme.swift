/// A national programme: its providers and clusters, what it offers on which terms, and the clauses
/// that say so.
public struct Programme: Hashable, Sendable {
  /// Its id: `npfit`.
  public var id: String
  /// Its full name.
  public var title: String
  /// Providers that hold clusters: the LSPs.
  public var providers: [Provider]
  /// Its clusters: the regions that the providers serve.
  public var clusters: [Cluster]
  /// The routes, in the order in which they are offered to users.
  public var routes: [RouteTerms]
  /// The PACS options, in the order in which they are offered to users.
  public var pacsOptions: [PACSOptionTerms]
  /// Categories in order.
  public var categories: [Category]
  /// All listed services, category by category, in the order of the source's tables.
  public var services: [Service]
  /// The id of the source of their CPV codes.
  public var cpvSource: String?
  /// Words by which descriptions are recognised as services.
  public var recognition: RecognitionWords
  /// The terms of supply as a total function of category, PACS option, need and route.
  public var decisions: DecisionTable
  /// The clauses behind the rules.
  public var clauses: [Clause]
  /// National figures that plans are set against.
  public var figures: [Figure]
  /// Where facts beyond the clauses come from.
  public var sources: [Source]

  /// A programme of these parts.
  public init(
    id: String, title: String, providers: [Provider], clusters: [Cluster], routes: [RouteTerms],
    pacsOptions: [PACSOptionTerms], categories: [Category], services: [Service],
    cpvSource: String? = nil,
    recognition: RecognitionWords = RecognitionWords(), decisions: DecisionTable,
    clauses: [Clause], figures: [Figure], sources: [Source]
  ) {
    self.id = id
    self.title = title
    self.providers = providers
    self.clusters = clusters
    self.routes = routes
    self.pacsOptions = pacsOptions
    self.categories = categories
    self.services = services
    self.cpvSource = cpvSource
    self.recognition = recognition
    self.decisions = decisions
    self.clauses = clauses
    self.figures = figures
    self.sources = sources
  }

  /// The provider with an id.
  public func provider(_ id: String) -> Provider? { providers.first { $0.id == id } }
  /// The cluster with an id.
  public func cluster(_ id: String) -> Cluster? { clusters.first { $0.id == id } }
  /// The source with an id.
  public func source(_ id: String) -> Source? { sources.first { $0.id == id } }
  /// The clauses behind findings with a code.
  public func clauses(for code: FindingCode) -> [Clause] {
    clauses.filter { $0.findings.contains(code) }
  }
  /// The clauses behind findings with a code on a kind of line.
  public func clauses(for code: FindingCode, on kind: DecisionTable.Case) -> [Clause] {
    clauses.filter { $0.findings.contains(code) && $0.concerns(kind) }
  }
}
