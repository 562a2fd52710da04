import Parallel
import Procurement

/// The strings of a portfolio resolved against the programme, by their IDs.
struct ResolvedStrings: Sendable {
  let index: ProgrammeIndex
  /// By IDs of `StringTables.services`.
  private(set) var services: [ResolvedService] = []
  /// By IDs of `StringTables.suppliers`.
  private(set) var suppliers: [ResolvedSupplier] = []
  /// By IDs of `StringTables.descriptions`: whether it resembles a listed service.
  private(set) var resembles: [Bool] = []
  /// By IDs of `StringTables.descriptions`: the number of its compared form; 0 for none.
  private(set) var comparedDescriptions: [UInt32] = []
  private var comparedNumbers: [String: UInt32] = [:]
  /// The role of each supplier in a cluster, by the cluster's place in the programme; the last
  /// entry is for unknown clusters.
  let supplierRoles: [[SupplierRole]]

  init(_ strings: StringTables, index: ProgrammeIndex) {
    self.index = index
    let programme = index.programme
    let suppliers = ResolvedSupplier.all(programme)
    supplierRoles = (programme.clusters.map { index.lsp(ofCluster: $0.id) } + [nil]).map { lsp in
      suppliers.map { SupplierRole($0, lsp: lsp) }
    }
    resolveNew(strings)
  }

  /// Resolves strings that were added since the last call.
  mutating func resolveNew(_ strings: StringTables) {
    for id in services.count..<strings.services.count {
      let place = index.service(strings.services[StringID(id)])
      services.append(ResolvedService(place, index.programme))
    }
    for id in suppliers.count..<strings.suppliers.count {
      suppliers.append(index.supplier(strings.suppliers[StringID(id)]))
    }
    for id in comparedDescriptions.count..<strings.descriptions.count {
      comparedDescriptions.append(compared(strings.descriptions[StringID(id)]))
    }
    let known = resembles.count
    if known < strings.descriptions.count {
      let resemblance = index.resemblance
      resembles += concurrentMap(strings.descriptions.count - known) { offset in
        let text = strings.descriptions[StringID(known + offset)]
        return resemblance.services(resembling: text) != nil
      }
    }
  }

  /// The number of a description's compared form.
  private mutating func compared(_ description: String) -> UInt32 {
    let text = description.comparedDescription
    if text.isEmpty { return 0 }
    let number = comparedNumbers[text] ?? UInt32(comparedNumbers.count + 1)
    comparedNumbers[text] = number
    return number
  }

  /// What a line buys, by the IDs of its service and description.
  @inline(__always)
  func purchase(_ service: StringID, _ traits: LineTraits, _ description: StringID) -> PurchaseKey {
    let service = services[Int(service)]
    guard let place = service.place else { return PurchaseKey() }
    return PurchaseKey(
      service: ServiceKey(service: place, traits.need, option: service.option(traits)),
      description: service.isUnlisted ? 0 : comparedDescriptions[Int(description)])
  }

  /// Calls `body` with the services and suppliers, by their IDs, as memory.
  func lend<Result>(
    _ body: (UnsafePointer<ResolvedService>, UnsafePointer<ResolvedSupplier>) -> Result
  ) -> Result {
    services.lend { services in suppliers.lend { suppliers in body(services, suppliers) } }
  }

  /// The place of a plan's cluster in `supplierRoles`.
  func cluster(of plan: PortfolioPlan) -> Int {
    let clusters = index.programme.clusters
    return clusters.firstIndex { $0.id == plan.header.trust.cluster } ?? clusters.count
  }
}
