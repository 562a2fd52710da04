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
  /// The places of services that plans should have, by the kind of trust.
  let expectedServices: [Trust.Kind: [Int]]
  /// The places of the services that a plan may have instead of a service, by its place.
  let alternatives: [[Int]]
  /// The places of services that are work of the trust's own.
  let localWork: [Int]
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
    let places = programme.services.indices
    expectedServices = Dictionary(
      uniqueKeysWithValues: Trust.Kind.allCases.map { kind in
        (kind, places.filter { programme.services[$0].expectedOf.contains(kind) })
      })
    alternatives = programme.services.map { service in
      places.filter { place in
        let other = programme.services[place]
        return other.id == service.alternativeTo || other.alternativeTo == service.id
      }
    }
    localWork = places.filter { programme.services[$0].isLocalWork }
    providers = Dictionary(
      programme.providers.enumerated().flatMap { index, provider in
        // A zero-width space cannot be seen, so words on both sides of it count as one.
        ([provider.id, provider.name] + provider.aliases).map(\.folded).flatMap { name in
          [(name, index), (name.words.joined(), index)]
        }
      }, uniquingKeysWith: { first, _ in first })
    terms = ProgrammeIndex.terms(programme)
    passages = Dictionary(
      uniqueKeysWithValues: FindingCode.allCases.map { code in
        let clauses = programme.clauses(for: code)
        return (code, clauses.map { Passage(clause: $0, citation: $0.citation) })
      })
  }

  /// The terms of every kind of line, by its cell.
  private static func terms(_ programme: Programme) -> [LineTerms?] {
    let routes: [Route?] = [nil] + Route.allCases.map(Optional.some)
    var terms = programme.decisions.cells.map { $0.map { LineTerms($0) } }
    for category in programme.categories.indices {
      for option in Decision.OptionCase.all {
        let new = routes.map {
          DecisionTable.Case(category: category, option: option, need: .new, route: $0)
        }
        guard new.contains(where: { programme.decisions[$0]?.payer == .programme }) else {
          continue
        }
        // A retained PACS is no programme matter, whatever its option.
        for need in option == .plain ? Need.allCases : [.new] {
          for route in routes {
            let kind = DecisionTable.Case(
              category: category, option: option, need: need, route: route)
            terms[kind.cell] = programme.decisions[kind].map {
              LineTerms($0, canBeProgrammeFunded: true)
            }
          }
        }
      }
    }
    return terms
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

  /// The id of the provider with an id or name; for any other supplier the name itself.
  func providerID(_ word: String) -> String {
    provider(word).map { programme.providers[$0].id } ?? word
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

  /// The clauses behind a finding with a code on a line for a service, of some kind.
  ///
  /// For a finding on the plan, or on a line for an unknown service, these are all clauses of the
  /// code; so they are if none of them is about that kind of line.
  private func passages(
    for code: FindingCode, on kind: DecisionTable.Case?, of service: String?
  ) -> [Passage] {
    let all = passages[code] ?? []
    let telling = kind.map { kind in all.filter { $0.clause.concerns(kind, of: service) } } ?? []
    return telling.isEmpty ? all : telling
  }

  func citations(
    for code: FindingCode, on kind: DecisionTable.Case?, of service: String? = nil
  ) -> [String] {
    passages(for: code, on: kind, of: service).map(\.citation)
  }

  func clauses(
    for code: FindingCode, on kind: DecisionTable.Case?, of service: String? = nil
  ) -> [Clause] {
    passages(for: code, on: kind, of: service).map(\.clause)
  }
}
