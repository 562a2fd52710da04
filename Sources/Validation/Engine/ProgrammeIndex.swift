public import Procurement
import Synchronization
import Text

/// A programme prepared for judging: its names are resolved to numbers once.
///
/// A class, so that every assessment and every rule shares the one that was made.
public final class ProgrammeIndex: Sendable {
  /// A clause with its citation, made once.
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
        // A blank without width looks like none, and so makes one word of two.
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

  /// What the rules say of all kinds of lines, computed on first use.
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

  /// The index of the service of that id.
  public func service(_ id: String) -> Int? { services[id] }

  /// The indices of the listed services that a description in free text resembles, the likelier
  /// first; at most two.
  public func services(resembling description: String) -> [Int] {
    resemblance.services(resembling: description)?.all ?? []
  }

  /// The index of the provider that a plan means by a word: its id or its name, in any case and
  /// whatever blanks there are.
  public func provider(_ word: String) -> Int? {
    providers[word] ?? providers[word.folded]
  }

  /// The index of the LSP of a cluster.
  public func lsp(ofCluster id: String) -> Int? {
    programme.cluster(id).flatMap { cluster in
      programme.providers.firstIndex { $0.id == cluster.lsp }
    }
  }

  /// The kind of line that a line for a kind of service is; nil for unknown services. A service
  /// without PACS options ignores `pacs`.
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

  /// Where the programme says what a code says of a kind of line.
  ///
  /// What concerns no line, or a line of no category, is said by all clauses of the code; so is
  /// what a programme that tells its clauses apart forgot to say of a kind.
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
