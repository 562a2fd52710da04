import Procurement

// Each group of facts as a number, with a line for which those facts are true: `RuleTables` applies
// the rules to each of these lines once.

/// What a line has to do with the group that it may name.
enum GroupUse: UInt8, CaseIterable, Sendable {
  /// Nothing that is judged.
  case none
  /// It is bought with the group.
  case callOff
  /// It is bought otherwise, so that the group says nothing.
  case noUse

  init(_ line: LineFacts) {
    self = line.isCallOff ? .callOff : line.hasNoUseForGroup ? .noUse : .none
  }
}

extension GroupFacts {
  /// A line with such a group.
  func facts(_ use: GroupUse) -> LineFacts {
    var facts = LineFacts()
    guard use != .none else { return facts }
    facts.service = ResolvedService(ServiceKind(category: 0, hasPACSOptions: false))
    facts.route = use == .callOff ? .calloff : .open
    facts.apply(
      LineTerms(
        Terms(
          supply: .nonExclusive, payer: .trust, isOffered: true,
          conditions: use == .callOff ? [.group] : [])))
    facts.group = self
    return facts
  }
}

/// Facts about a line's money that rules ask for, a bit for each.
struct MoneyFacts: OptionSet, Hashable, Sendable {
  var rawValue: UInt16

  static let programmePays = MoneyFacts(rawValue: 1)
  static let isRetained = MoneyFacts(rawValue: 2)
  static let namesFunds = MoneyFacts(rawValue: 4)
  static let namesUnknownFund = MoneyFacts(rawValue: 8)
  static let hasCostOfUnpaidKind = MoneyFacts(rawValue: 16)
  static let hasCost = MoneyFacts(rawValue: 32)
  static let isUnfunded = MoneyFacts(rawValue: 64)
  static let canBeProgrammeFunded = MoneyFacts(rawValue: 128)
  static let hasRoute = MoneyFacts(rawValue: 256)
  static let isUnconfirmed = MoneyFacts(rawValue: 512)

  /// The number of values.
  static var count: Int { 1_024 }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Of the terms of a line.
  init(_ terms: LineFacts) {
    self = []
    if terms.payer == .programme { insert(.programmePays) }
    if terms.canBeProgrammeFunded { insert(.canBeProgrammeFunded) }
    if terms.need == .retain { insert(.isRetained) }
    if terms.route != nil { insert(.hasRoute) }
  }

  /// The facts about the funds that a line names.
  init(_ funds: NamedFunds) {
    self = []
    if funds.contains(.any) { insert(.namesFunds) }
    if funds.contains(.unknown) { insert(.namesUnknownFund) }
  }

  /// Adds a fact if it is true, without a branch.
  @inline(__always)
  mutating func insert(_ answer: MoneyFacts, if isTrue: Bool) {
    rawValue |= isTrue ? answer.rawValue : 0
  }

  /// The facts of a line for which that is true.
  var facts: LineFacts {
    var facts = LineFacts()
    let payer: Payer = contains(.programmePays) ? .programme : .trust
    facts.apply(
      LineTerms(
        Terms(supply: .nonExclusive, payer: payer, isOffered: true),
        canBeProgrammeFunded: contains(.canBeProgrammeFunded)))
    facts.route = contains(.hasRoute) ? .open : nil
    facts.need = contains(.isRetained) ? .retain : .new
    if contains(.namesFunds) { facts.funds.insert(.any) }
    if contains(.namesUnknownFund) { facts.funds.insert(.unknown) }
    facts.hasCostOfUnpaidKind = contains(.hasCostOfUnpaidKind)
    facts.cost = Money(pence: contains(.hasCost) ? 1 : 0)
    // A line that the programme pays cannot be unfunded, so this combination never occurs.
    facts.coverage.covered = contains(.isUnfunded) || payer == .programme ? .zero : facts.cost
    facts.coverage.unconfirmed = Money(pence: contains(.isUnconfirmed) ? 1 : 0)
    return facts
  }
}

/// What rules ask of a line among the others of its plan: its need and PACS option, its sibling
/// facts, and whether its description resembles a listed service.
struct SiblingCase: Hashable, Sendable {
  let number: Int

  /// The number of cases.
  static var count: Int { ServiceKey.count * SiblingFacts.count * 2 }

  init(number: Int) { self.number = number }

  /// `option` is a number of `LineTraits`, 0 for services without options.
  @inline(__always)
  init(_ need: Need, option: Int, _ siblings: SiblingFacts, resembles: Bool) {
    number =
      option | Int(siblings.rawValue) << 2 | (resembles ? 64 : 0) | (need == .new ? 0 : 128)
  }

  /// The facts of a line for which that is true.
  var facts: LineFacts {
    var facts = LineFacts()
    facts.pacs = [nil, .basic, .features, .entire][number & 3]
    facts.service = ResolvedService(
      ServiceKind(category: 0, hasPACSOptions: facts.pacs != nil))
    facts.need = number & 128 == 0 ? .new : .retain
    facts.siblings = SiblingFacts(rawValue: UInt8(number >> 2 & 15))
    facts.resembled = number & 64 == 0 ? nil : ResembledServices(first: 0)
    return facts
  }
}
