import Procurement

// Each group of facts as a number, with a line for which those facts are true: `RuleTables` applies
// the rules to each of these lines once.

extension GroupFacts {
  /// The facts of a line that is bought with such a group.
  var facts: LineFacts {
    var facts = LineFacts()
    facts.service = ResolvedService(ServiceKind(category: 0, hasPACSOptions: false))
    facts.apply(
      LineTerms(
        Terms(supply: .nonExclusive, payer: .trust, isOffered: true, conditions: [.group])))
    facts.group = self
    return facts
  }
}

/// Facts about a line's money that rules ask for, a bit for each.
struct MoneyFacts: OptionSet, Hashable, Sendable {
  var rawValue: UInt8

  static let programmePays = MoneyFacts(rawValue: 1)
  static let isRetained = MoneyFacts(rawValue: 2)
  static let namesFunds = MoneyFacts(rawValue: 4)
  static let namesUnknownFund = MoneyFacts(rawValue: 8)
  static let hasCostOfUnpaidKind = MoneyFacts(rawValue: 16)
  static let hasCost = MoneyFacts(rawValue: 32)
  static let isUnfunded = MoneyFacts(rawValue: 64)

  /// The number of values.
  static var count: Int { 128 }

  init(rawValue: UInt8) { self.rawValue = rawValue }

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
    facts.apply(LineTerms(Terms(supply: .nonExclusive, payer: payer, isOffered: true)))
    facts.need = contains(.isRetained) ? .retain : .new
    if contains(.namesFunds) { facts.funds.insert(.any) }
    if contains(.namesUnknownFund) { facts.funds.insert(.unknown) }
    facts.hasCostOfUnpaidKind = contains(.hasCostOfUnpaidKind)
    facts.cost = Money(pence: contains(.hasCost) ? 1 : 0)
    // A line that the programme pays cannot be unfunded, so this combination never occurs.
    facts.covered = contains(.isUnfunded) || payer == .programme ? .zero : facts.cost
    return facts
  }
}

/// The facts of `FactGroup.siblings` for a line: its PACS option, its sibling facts, and whether
/// its description resembles a listed service.
struct SiblingCase: Hashable, Sendable {
  let number: Int

  /// The number of cases.
  static var count: Int { ServiceKey.optionCount * SiblingFacts.count * 2 }

  init(number: Int) { self.number = number }

  /// `option` is a number of `LineTraits`, 0 for services without options.
  @inline(__always)
  init(option: Int, _ siblings: SiblingFacts, resembles: Bool) {
    number = option | Int(siblings.rawValue) << 2 | (resembles ? 32 : 0)
  }

  /// The facts of a line for which that is true.
  var facts: LineFacts {
    var facts = LineFacts()
    facts.pacs = [nil, .basic, .features, .entire][number & 3]
    facts.service = ResolvedService(
      ServiceKind(category: 0, hasPACSOptions: facts.pacs != nil))
    facts.siblings = SiblingFacts(rawValue: UInt8(number >> 2 & 7))
    facts.resembled = number & 32 == 0 ? nil : ResembledServices(first: 0)
    return facts
  }
}
