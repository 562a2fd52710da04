public import Procurement

/// A programme made ready for judging: words to numbers, once.
///
/// A class, so that every assessment and every rule shares the one that was made.
public final class ProgrammeIndex: Sendable {
  /// The programme itself.
  public let programme: Programme
  let resemblance: Resemblance
  private let services: [String: Int]
  private let providers: [String: Int]

  /// Makes a programme ready.
  public init(_ programme: Programme) {
    self.programme = programme
    services = Dictionary(
      programme.services.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    providers = Dictionary(
      programme.providers.enumerated().flatMap { index, provider in
        [(provider.id.lowercased(), index), (provider.name.lowercased(), index)]
      }, uniquingKeysWith: { first, _ in first })
    resemblance = Resemblance(programme)
  }

  /// The index of the service of that id.
  public func service(_ id: String) -> Int? { services[id] }

  /// The index of the provider that a plan means by a word: its id or its name, in any case.
  public func provider(_ word: String) -> Int? {
    providers[word] ?? providers[word.lowercased()]
  }

  /// The index of the LSP of a cluster.
  public func lsp(ofCluster id: String) -> Int? {
    programme.cluster(id).flatMap { cluster in
      programme.providers.firstIndex { $0.id == cluster.lsp }
    }
  }

  /// The kind of line that a line for a service is; a service without options ignores `pacs`.
  func kind(service: Service, pacs: PACSOption?, need: Need, route: Route?) -> DecisionTable.Case {
    let option: Decision.OptionCase =
      service.hasPACSOptions ? pacs.map(Decision.OptionCase.option) ?? .missing : .plain
    return DecisionTable.Case(
      category: service.category, option: option, need: need, route: route)
  }

  func terms(service: Service, pacs: PACSOption?, need: Need, route: Route?) -> Terms? {
    programme.decisions[kind(service: service, pacs: pacs, need: need, route: route)]
  }

  /// Where the programme says what a code says, for a kind of line or, without one, for all.
  func citations(for code: FindingCode, on kind: DecisionTable.Case?) -> [String] {
    let clauses =
      kind.map { programme.clauses(for: code, on: $0) } ?? programme.clauses(for: code)
    return clauses.map(\.citation)
  }
}
