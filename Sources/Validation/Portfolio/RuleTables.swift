import Procurement

/// The findings of all rules, computed in advance for all combinations of facts.
///
/// Every rule asks for one group of facts (`FactGroup`). For each group the tables have the
/// findings of its rules for every combination of its facts, so that judging a line takes four
/// look-ups.
struct RuleTables: Sendable {
  /// The result for a combination of terms.
  struct Entry: Hashable, Sendable {
    let findings: FindingSet
    let payer: Payer
    /// What the terms say of its money.
    let money: MoneyFacts
    /// What the line has to do with the group that it may name.
    let groupUse: GroupUse
    /// Whose right it is to supply, as sums count it: `Supply.number`, 0 for unknown services.
    let supplyNumber: UInt8

    init(_ findings: FindingSet, _ facts: LineFacts) {
      self.findings = findings
      payer = facts.payer
      money = MoneyFacts(facts)
      groupUse = GroupUse(facts)
      supplyNumber = facts.supply.map { UInt8($0.number) } ?? 0
    }

    /// Whether the programme pays for it and only the cluster's LSP may supply it.
    var isExclusiveProgrammeLine: Bool {
      payer == .programme && supplyNumber == Supply.exclusive.number
    }

    /// Who may supply; nil for unknown services.
    var supply: Supply? { Supply.allCases.first { $0.number == supplyNumber } }
  }

  /// The codes of rules that ask for sibling facts.
  let siblingCodes: FindingSet
  /// The entry of each combination of terms, by its place in `entries`; few of them differ.
  private let terms: [UInt16]
  private let entries: [Entry]
  private let groups: [FindingSet]
  private let money: [FindingSet]
  private let siblings: [FindingSet]

  /// Applies the rules to all combinations.
  init(_ index: ProgrammeIndex) {
    let findings = Rulebook.findings(askingFor: .terms)
    var places: [Entry: UInt16] = [:]
    var entries: [Entry] = []
    terms = (0..<ServiceKind.count(index.programme)).flatMap { kind in
      RuleTables.lines(for: ServiceKind(number: kind), index).map { line in
        let entry = Entry(findings(line), line)
        if let place = places[entry] { return place }
        let place = UInt16(entries.count)
        entries.append(entry)
        places[entry] = place
        return place
      }
    }
    self.entries = entries
    let group = Rulebook.findings(askingFor: .group)
    groups = GroupUse.allCases.flatMap { use in
      (0..<GroupFacts.count).map { group(GroupFacts(rawValue: UInt8($0)).facts(use)) }
    }
    let money = Rulebook.findings(askingFor: .money)
    self.money = (0..<MoneyFacts.count).map { money(MoneyFacts(rawValue: UInt16($0)).facts) }
    let siblings = Rulebook.findings(askingFor: .siblings)
    self.siblings = (0..<SiblingCase.count).map { siblings(SiblingCase(number: $0).facts) }
    siblingCodes = Rulebook.codes(askingFor: .siblings)
  }

  /// The facts of a line for each combination of terms with a kind of service, in table order.
  private static func lines(for kind: ServiceKind, _ index: ProgrammeIndex) -> [LineFacts] {
    let service = ResolvedService(kind, index.programme)
    return (0..<LineTraits.termsCount).flatMap { terms in
      SupplierRole.allCases.flatMap { supplier in
        (0..<LineTraits.flagsCount).map { flags in
          LineFacts(service, LineTraits(terms: terms, flags: flags), supplier, index)
        }
      }
    }
  }

  // MARK: Look-ups

  /// The tables as memory.
  struct Memory {
    fileprivate let terms: UnsafePointer<UInt16>
    fileprivate let entries: UnsafePointer<Entry>
    fileprivate let money: UnsafePointer<FindingSet>
    fileprivate let groups: UnsafePointer<FindingSet>
    let siblingCodes: FindingSet

    /// The entry for a kind of service, a line's traits and the role of its supplier.
    @inline(__always)
    func entry(
      _ kind: ServiceKind, _ traits: LineTraits, _ supplier: SupplierRole
    ) -> Entry {
      entries[Int(terms[RuleTables.place(kind, traits, supplier)])]
    }

    /// The findings for facts about money.
    @inline(__always)
    func findings(_ facts: MoneyFacts) -> FindingSet { money[Int(facts.rawValue)] }

    /// The findings on what a group is to a line.
    @inline(__always)
    func findings(_ facts: GroupFacts, _ use: GroupUse) -> FindingSet {
      groups[Int(use.rawValue) &* GroupFacts.count &+ Int(facts.rawValue)]
    }
  }

  /// Calls `body` with the tables as memory.
  func lend<Result>(_ body: (Memory) -> Result) -> Result {
    terms.lend { terms in
      entries.lend { entries in
        money.lend { money in
          groups.lend { groups in
            body(
              Memory(
                terms: terms, entries: entries, money: money, groups: groups,
                siblingCodes: siblingCodes))
          }
        }
      }
    }
  }

  /// The entry for a kind of service, a line's traits and the role of its supplier.
  func entry(_ kind: ServiceKind, _ traits: LineTraits, _ supplier: SupplierRole) -> Entry {
    entries[Int(terms[RuleTables.place(kind, traits, supplier)])]
  }

  @inline(__always)
  private static func place(
    _ kind: ServiceKind, _ traits: LineTraits, _ supplier: SupplierRole
  ) -> Int {
    let row = Int(kind.number) &* LineTraits.termsCount &+ traits.terms
    return (row &* 4 &+ Int(supplier.rawValue)) &* LineTraits.flagsCount &+ traits.flags
  }

  /// The findings for sibling facts.
  @inline(__always)
  func findings(_ line: SiblingCase) -> FindingSet { siblings[line.number] }
}
