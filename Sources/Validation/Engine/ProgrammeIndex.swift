public import Procurement
import Synchronization
import Text

/// A programme prepared for judging: its names are resolved to numbers once.
///
/// It is a class, so that all assessments and rules share one index.
public final class ProgrammeIndex: Sendable {
  /// A clause with its citation.
  private struct Passage: Sendable {
    let clause: Clause
    let citation: String
  }

  /// The programme itself.
  public let programme: Programme
  /// The places of services that every plan should have.
  let expectedServices: [Int]
  private let services: [String: Int]
  private let providers: [String: Int]
  /// The terms of every kind of line, by its cell in the decision table.
  private let terms: [LineTerms?]
  private let passages: [FindingCode: [Passage]]
  private let madeTables = Mutex<RuleTables?>(nil)
  private let madeResemblance = Mutex<Resemblance?>(nil)

  /// Makes a programme ready.
  public init(_ programme: Programme) {
    self.programme = programme
    services = Dictionary(
      programme.services.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    expectedServices = programme.services.indices.filter { place in
      programme.categories[programme.services[place].category].isExpected
    }
    providers = Dictionary(
      programme.providers.enumerated().flatMap { index, provider in
        // A zero-width space cannot be seen, so words on both sides of it count as one.
        [provider.id, provider.name].map(\.folded).flatMap { name in
          [(name, index), (name.words.joined(), index)]
        }
      }, uniquingKeysWith: { first, _ in first })
    terms = programme.decisions.cells.map { $0.map(LineTerms.init) }
    passages = Dictionary(
      uniqueKeysWithValues: FindingCode.allCases.map { code in
        let clauses = programme.clauses(for: code)
        return (code, clauses.map { Passage(clause: $0, citation: $0.citation) })
      })
  }

  /// The findings of the rules on all kinds of lines, computed on first use.
  var ruleTables: RuleTables {
    madeTables.withLock { made in
      let tables = made ?? RuleTables(self)
      made = tables
      return tables
    }
  }

  /// How descriptions are recognised as services, computed on first use: most plans have none.
  var resemblance: Resemblance {
    madeResemblance.withLock { made in
      let resemblance = made ?? Resemblance(programme)
      made = resemblance
      return resemblance
    }
  }

  /// The index of the service with an id.
  public func service(_ id: String) -> Int? { services[id] }

  /// The indices of the listed services that a description in free text resembles, the likelier
  /// first; at most two.
  public func services(resembling description: String) -> [Int] {
    resemblance.services(resembling: description)?.all ?? []
  }

  /// The index of the provider with an id or name; case and the number of blanks are ignored.
  public func provider(_ word: String) -> Int? {
    providers[word] ?? providers[word.folded]
  }

  /// The index of the LSP of a cluster.
  public func lsp(ofCluster id: String) -> Int? {
    programme.cluster(id).flatMap { cluster in
      programme.providers.firstIndex { $0.id == cluster.lsp }
    }
  }

  /// The kind of line, by its service and fields; nil for unknown services. For a service without
  /// PACS options `pacs` is ignored.
  func kind(
    _ service: ServiceKind, pacs: PACSOption?, need: Need, route: Route?
  ) -> DecisionTable.Case? {
    guard let category = service.category else { return nil }
    let option: Decision.OptionCase =
      service.hasPACSOptions ? pacs.map(Decision.OptionCase.option) ?? .missing : .plain
    return DecisionTable.Case(category: category, option: option, need: need, route: route)
  }

  /// The terms on which a line for a kind of service is supplied; nil for unknown services.
  func terms(
    _ service: ServiceKind, pacs: PACSOption?, need: Need, route: Route?
  ) -> LineTerms? {
    kind(service, pacs: pacs, need: need, route: route).flatMap { terms[$0.cell] }
  }

  /// The clauses behind a finding with a code on a kind of line.
  ///
  /// For a finding on the plan, or on a line for an unknown service, these are all clauses of the
  /// code; so they are if none of them is about that kind of line.
  private func passages(for code: FindingCode, on kind: DecisionTable.Case?) -> [Passage] {
    let all = passages[code] ?? []
    let telling = kind.map { kind in all.filter { $0.clause.concerns(kind) } } ?? []
    return telling.isEmpty ? all : telling
  }

  func citations(for code: FindingCode, on kind: DecisionTable.Case?) -> [String] {
    passages(for: code, on: kind).map(\.citation)
  }

  func clauses(for code: FindingCode, on kind: DecisionTable.Case?) -> [Clause] {
    passages(for: code, on: kind).map(\.clause)
  }
}
