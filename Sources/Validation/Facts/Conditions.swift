import Procurement

/// `Terms.Condition`s as bits, for rules that run on every line at every edit.
struct Conditions: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let group = Conditions(rawValue: 1)
  static let thirdParty = Conditions(rawValue: 2)
  static let interoperable = Conditions(rawValue: 4)
  static let justified = Conditions(rawValue: 8)
  static let spineConnected = Conditions(rawValue: 16)
  static let clusterLSP = Conditions(rawValue: 32)

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  init(_ conditions: Set<Terms.Condition>) {
    self = conditions.reduce(into: []) { $0.formUnion(Conditions($1)) }
  }

  private init(_ condition: Terms.Condition) {
    switch condition {
    case .group: self = .group
    case .thirdParty: self = .thirdParty
    case .interoperable: self = .interoperable
    case .justified: self = .justified
    case .spineConnected: self = .spineConnected
    case .clusterLSP: self = .clusterLSP
    }
  }
}
