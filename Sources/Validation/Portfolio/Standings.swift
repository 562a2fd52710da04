import Procurement

/// What rules ask of a service: its category, and whether it has PACS options. The last kind is that
/// of unknown services.
struct ServiceKind: Hashable, Sendable {
  /// Twice the category, and one more for a service with options.
  let number: UInt16

  init(number: Int) { self.number = UInt16(number) }

  /// The kind of a service; nil stands for an unknown one.
  init(_ service: Service?, _ programme: Programme) {
    guard let service else {
      self.init(number: programme.categories.count * 2)
      return
    }
    self.init(number: service.category * 2 + (service.hasPACSOptions ? 1 : 0))
  }

  /// The kinds of a programme.
  static func all(_ programme: Programme) -> [ServiceKind] {
    (0...programme.categories.count * 2).map(ServiceKind.init)
  }

  /// The category; one more than the last for unknown services.
  var category: Int { Int(number) / 2 }
  var hasPACSOptions: Bool { number & 1 == 1 }
}

/// Who a line's supplier is to the trust's cluster.
enum SupplierStanding: UInt8, CaseIterable, Sendable {
  case none, clusterLSP, otherLSP, thirdParty

  var supplier: LineFacts.Supplier {
    switch self {
    case .none: .none
    case .clusterLSP: .clusterLSP
    case .otherLSP: .otherLSP
    case .thirdParty: .thirdParty
    }
  }
}

/// What a line's group is to trust and supplier.
struct GroupStanding: Hashable, Sendable {
  let number: Int

  static let count = 9
  /// No group, or one that the plan does not declare.
  static var none: GroupStanding { GroupStanding(number: 0) }

  init(number: Int) { self.number = number }

  init(hasTrust: Bool, hasFacility: Bool, isSuppliedByFacility: Bool) {
    number = 1 + (hasTrust ? 1 : 0) + (hasFacility ? 2 : 0) + (isSuppliedByFacility ? 4 : 0)
  }

  private var group: LineFacts.Group? {
    guard number > 0 else { return nil }
    let bits = number - 1
    return LineFacts.Group(
      hasTrust: bits & 1 != 0, hasFacility: bits & 2 != 0, isSuppliedByFacility: bits & 4 != 0)
  }

  /// A line that is bought with such a group.
  var facts: LineFacts {
    var facts = LineFacts()
    facts.category = 0
    facts.settle(
      LineTerms(
        Terms(supply: .nonExclusive, payer: .trust, isOffered: true, conditions: [.group])))
    facts.group = group
    return facts
  }
}

/// What rules ask of a line's money: a bit an answer.
struct MoneyStanding: Hashable, Sendable {
  let number: Int

  static let count = 128

  init(number: Int) { self.number = number }

  @inline(__always)
  init(
    programmePays: Int, isRetained: Bool, namesFunds: Bool, namesUnknownFund: Bool,
    hasCostOfUnpaidKind: Bool, hasCost: Bool, isUnfunded: Bool
  ) {
    number =
      programmePays | (isRetained ? 2 : 0) | (namesFunds ? 4 : 0) | (namesUnknownFund ? 8 : 0)
      | (hasCostOfUnpaidKind ? 16 : 0) | (hasCost ? 32 : 0) | (isUnfunded ? 64 : 0)
  }

  private func says(_ bit: Int) -> Bool { number & bit != 0 }

  /// A line of which that is true.
  var facts: LineFacts {
    var facts = LineFacts()
    facts.settle(
      LineTerms(
        Terms(supply: .nonExclusive, payer: says(1) ? .programme : .trust, isOffered: true)))
    facts.need = says(2) ? .retain : .new
    facts.namesFunds = says(4)
    facts.namesUnknownFund = says(8)
    facts.hasCostOfUnpaidKind = says(16)
    facts.cost = Money(pence: says(32) ? 1 : 0)
    // Where the programme pays nothing can be unfunded, and nobody asks for that answer.
    facts.covered = says(64) || facts.payer == .programme ? .zero : facts.cost
    return facts
  }
}

/// What other lines of the plan, and listed services, are to a line: a bit an answer.
struct CompanyStanding: Hashable, Sendable {
  let number: Int

  static let count = 64

  init(number: Int) { self.number = number }

  @inline(__always)
  init(
    option: Int, repeatsEarlierLine: Bool, planHasBasic: Bool, planHasEntire: Bool, resembles: Bool
  ) {
    number =
      option | (repeatsEarlierLine ? 4 : 0) | (planHasBasic ? 8 : 0) | (planHasEntire ? 16 : 0)
      | (resembles ? 32 : 0)
  }

  private func says(_ bit: Int) -> Bool { number & bit != 0 }

  /// A line of which that is true.
  var facts: LineFacts {
    var facts = LineFacts()
    facts.pacs = [nil, .basic, .features, .entire][number & 3]
    facts.hasPACSOptions = facts.pacs != nil
    facts.company.repeatsEarlierLine = says(4)
    facts.company.planHasBasic = says(8)
    facts.company.planHasEntire = says(16)
    facts.resembled = says(32) ? 0 : nil
    return facts
  }
}

extension LineFacts {
  /// A line of a kind of service on the terms that the programme has for it.
  init(_ kind: ServiceKind, _ traits: LineTraits, _ supplier: Supplier, _ index: ProgrammeIndex) {
    self.init()
    need = traits.need
    route = traits.route
    pacs = traits.pacs
    self.supplier = supplier
    isSpineConnected = traits.spineConnected == true
    isInteroperable = traits.crsInteroperable == true
    isJustified = traits.isJustified
    isDescribed = traits.isDescribed
    guard index.programme.categories.indices.contains(kind.category) else { return }
    category = kind.category
    isUnlisted = index.programme.categories[kind.category].isUnlisted
    hasPACSOptions = kind.hasPACSOptions
    if let terms = index.terms(
      category: kind.category, hasPACSOptions: hasPACSOptions, pacs: pacs, need: need,
      route: route)
    {
      settle(terms)
    }
  }
}
