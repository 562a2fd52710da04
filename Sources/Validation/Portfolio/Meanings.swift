import Parallel
import Procurement
import Text

/// What the words of a lexicon mean to a programme, by their numbers.
struct Meanings: Sendable {
  /// The service that a word names, in one number.
  struct ServiceMeaning: Sendable {
    var kind: ServiceKind
    var isUnlisted: Bool
    private var number: Int32

    /// A service by its place in the programme; nil stands for an unknown one.
    init(_ place: Int?, _ programme: Programme) {
      let service = place.map { programme.services[$0] }
      kind = ServiceKind(service, programme)
      isUnlisted = service.map { programme.categories[$0.category].isUnlisted } ?? false
      number = place.map { Int32($0 * 4) } ?? -1
    }

    /// Whether the programme has it.
    var isKnown: Bool { number >= 0 }
    /// Four times its place in the programme, so that there is room for its PACS options.
    var key: Int { Int(number) }

    /// The PACS option of a line as a number; 0 where there is none or the service has no options.
    @inline(__always)
    func option(_ traits: LineTraits) -> Int { kind.hasPACSOptions ? traits.option : 0 }
  }

  /// Who a word names as a supplier: nobody, somebody, or a provider.
  typealias Supplier = UInt16
  static var nobody: Supplier { 0 }
  static var thirdParty: Supplier { 1 }
  /// The number of a provider.
  static func provider(_ place: Int) -> Supplier { Supplier(place + 2) }

  let index: ProgrammeIndex
  /// By words of `Lexicon.services`.
  private(set) var services: [ServiceMeaning] = []
  /// By words of `Lexicon.suppliers`.
  private(set) var suppliers: [Supplier] = []
  /// By words of `Lexicon.descriptions`: whether it resembles a listed service.
  private(set) var resembles: [Bool] = []
  /// The keys of the services that a plan should have.
  let expectedKeys: [Int]
  /// Who each supplier is to a cluster, by the cluster's place in the programme; the last is for
  /// clusters that it does not have.
  let standings: [[SupplierStanding]]

  init(_ lexicon: Lexicon, index: ProgrammeIndex) {
    self.index = index
    let programme = index.programme
    expectedKeys = programme.services.indices.filter { place in
      programme.categories[programme.services[place].category].isExpected
    }.map { $0 * 4 }
    standings = (programme.clusters.map(\.lsp) + [""]).map { lsp in
      [.none, .thirdParty]
        + programme.providers.map { $0.id == lsp ? .clusterLSP : .otherLSP }
    }
    learn(lexicon)
  }

  /// Looks up the words that have come since.
  mutating func learn(_ lexicon: Lexicon) {
    for word in services.count..<lexicon.services.count {
      let place = index.service(lexicon.services[UInt32(word)])
      services.append(ServiceMeaning(place, index.programme))
    }
    for word in suppliers.count..<lexicon.suppliers.count {
      suppliers.append(supplier(lexicon.suppliers[UInt32(word)]))
    }
    let known = resembles.count
    if known < lexicon.descriptions.count {
      resembles += concurrentMap(lexicon.descriptions.count - known) { [index] offset in
        let text = lexicon.descriptions[UInt32(known + offset)]
        return index.resemblance.service(resembling: text) != nil
      }
    }
  }

  /// The provider that a word names; nil for anybody else.
  @inline(__always)
  func provider(_ word: WordTable.Word) -> Supplier? {
    let supplier = suppliers[Int(word)]
    return supplier > Meanings.thirdParty ? supplier : nil
  }

  /// Whether a plan should have the service that a word names.
  func isExpected(_ word: WordTable.Word) -> Bool {
    expectedKeys.contains(services[Int(word)].key)
  }

  /// Whether lines for the service that a word names describe it in words of their own.
  func isUnlisted(_ word: WordTable.Word) -> Bool { services[Int(word)].isUnlisted }

  /// Lends what services and suppliers mean, by their words.
  func lend<Result>(
    _ body: (UnsafePointer<ServiceMeaning>, UnsafePointer<Supplier>) -> Result
  ) -> Result {
    services.lend { services in suppliers.lend { suppliers in body(services, suppliers) } }
  }

  /// The place of the standings of a plan's cluster.
  func cluster(of plan: PortfolioPlan) -> Int {
    let clusters = index.programme.clusters
    return clusters.firstIndex { $0.id == plan.header.trust.cluster } ?? clusters.count
  }

  private func supplier(_ word: String) -> Supplier {
    guard !word.isBlank else { return Meanings.nobody }
    return index.provider(word).map(Meanings.provider) ?? Meanings.thirdParty
  }
}
