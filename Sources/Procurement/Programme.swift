/// A national programme: who serves whom, what it offers in which category, on what terms, and
/// where that is written.
public struct Programme: Hashable, Sendable {
  /// A short word for it: `npfit`.
  public var id: String
  /// Its full name.
  public var title: String
  /// Providers that hold clusters: the LSPs.
  public var providers: [Provider]
  /// The regions of supply.
  public var clusters: [Cluster]
  /// The routes that the programme knows, in the order in which people are offered them.
  public var routes: [RouteTerms]
  /// What a line about imaging may buy, in the order in which people are offered it.
  public var pacsOptions: [PACSOptionTerms]
  /// Categories in order.
  public var categories: [Category]
  /// All listed services, category by category, in the order of the source's tables.
  public var services: [Service]
  /// Words by which descriptions are recognised as services.
  public var recognition: RecognitionWords
  /// The terms of supply as a total function of category, PACS option, need and route.
  public var decisions: DecisionTable
  /// What the rules rest on.
  public var clauses: [Clause]
  /// National figures that plans are set against.
  public var figures: [Figure]
  /// Where facts beyond the clauses come from.
  public var sources: [Source]

  /// A programme of these parts.
  public init(
    id: String, title: String, providers: [Provider], clusters: [Cluster], routes: [RouteTerms],
    pacsOptions: [PACSOptionTerms], categories: [Category], services: [Service],
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
    self.recognition = recognition
    self.decisions = decisions
    self.clauses = clauses
    self.figures = figures
    self.sources = sources
  }

  /// The provider of that id.
  public func provider(_ id: String) -> Provider? { providers.first { $0.id == id } }
  /// The cluster of that id.
  public func cluster(_ id: String) -> Cluster? { clusters.first { $0.id == id } }
  /// The source of that id.
  public func source(_ id: String) -> Source? { sources.first { $0.id == id } }
  /// The clauses that a finding of that code rests on.
  public func clauses(for code: FindingCode) -> [Clause] {
    clauses.filter { $0.findings.contains(code) }
  }
  /// The clauses that a finding of that code rests on where it is about a line of that kind.
  public func clauses(for code: FindingCode, on kind: DecisionTable.Case) -> [Clause] {
    clauses.filter { $0.findings.contains(code) && $0.concerns(kind) }
  }
}
