import Procurement
import Text

/// The supplier that a line names, or the facility of a group, resolved against the programme:
/// none, a third party, or one of the providers.
struct ResolvedSupplier: Hashable, Sendable {
  /// 0 for none, 1 for a third party, then the providers.
  let number: UInt16

  static var none: ResolvedSupplier { ResolvedSupplier(number: 0) }
  static var thirdParty: ResolvedSupplier { ResolvedSupplier(number: 1) }

  private init(number: UInt16) { self.number = number }

  /// The provider at a place in the programme.
  init(provider place: Int) { number = UInt16(place + 2) }

  /// All suppliers in the order of their numbers.
  static func all(_ programme: Programme) -> [ResolvedSupplier] {
    [.none, .thirdParty] + programme.providers.indices.map(ResolvedSupplier.init(provider:))
  }

  var isProvider: Bool { number > ResolvedSupplier.thirdParty.number }
}

extension ProgrammeIndex {
  /// The supplier with a name.
  func supplier(_ name: String) -> ResolvedSupplier {
    guard !name.isBlank else { return .none }
    return provider(name).map(ResolvedSupplier.init(provider:)) ?? .thirdParty
  }
}

/// The role of a line's supplier in the trust's cluster.
enum SupplierRole: UInt8, CaseIterable, Sendable {
  case none
  /// The LSP of the trust's own cluster.
  case clusterLSP
  /// An LSP of other clusters.
  case otherLSP
  case thirdParty

  /// The role of a supplier in a cluster whose LSP is the provider at the place `lsp`.
  init(_ supplier: ResolvedSupplier, lsp: Int?) {
    switch supplier {
    case .none: self = .none
    case .thirdParty: self = .thirdParty
    default:
      let isOwn = lsp.map { ResolvedSupplier(provider: $0) == supplier } ?? false
      self = isOwn ? .clusterLSP : .otherLSP
    }
  }

  var isLSP: Bool { self == .clusterLSP || self == .otherLSP }
}
