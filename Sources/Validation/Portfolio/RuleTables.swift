import Procurement

/// The rulebook asked in advance: what stands on a line, looked up by what it says.
///
/// Every rule asks for a part of a line's facts only. The tables are filled by the rules themselves,
/// each for every answer to what its codes ask, so that judging a line is four look-ups. Which codes
/// ask for what is said here once; the tests compare the tables with the rules on all kinds of lines.
struct RuleTables: Sendable {
  /// What a look-up by terms tells: findings, payer, supply and whether groups matter, in four bytes.
  struct Entry: Hashable, Sendable {
    /// The bits of codes.
    static var codes: UInt32 { 1 << 26 - 1 }
    let bits: UInt32

    init(_ findings: FindingSet, _ facts: LineFacts) {
      var bits = findings.bits
      if facts.payer == .programme { bits |= 1 << 30 }
      if facts.isCallOff { bits |= 1 << 31 }
      if let supply = facts.supply { bits |= 1 << (26 + supply.number) }
      self.bits = bits
    }

    /// The findings that stand, a bit a code.
    var findings: UInt32 { bits & Entry.codes }
    /// What is counted of the line but for findings: a bit for itself, and one of three for its
    /// supply.
    var counted: UInt32 { bits & 7 << 27 | 1 << 26 }
    /// 1 where the programme pays, 0 where the trust does.
    var programmePays: Int { Int(bits >> 30 & 1) }
    /// Who pays.
    var payer: Payer { programmePays == 1 ? .programme : .trust }
    /// Whether the line is bought with a group.
    var isCallOff: Bool { bits >> 31 != 0 }
    /// Whose right it is to supply.
    var supply: Supply? { Supply.allCases.first { bits & 1 << (26 + $0.number) != 0 } }
  }

  /// Codes that ask for the service, what the line says without a word, and who the supplier is.
  private static let termsCodes = FindingSet([
    .C104, .C105, .P101, .P102, .P105, .S101, .S102, .S106, .S107, .S108, .S109,
  ])
  /// Codes that ask what the line's group is to trust and supplier.
  private static let groupCodes = FindingSet([.S103, .S104, .S105])
  /// Codes that ask for need, payer, funds and money.
  private static let moneyCodes = FindingSet([.F101, .F102, .F103, .F104, .F105, .F106])
  /// Codes that ask what other lines, and listed services, are to the line; a bit a code.
  static var companyCodes: UInt32 {
    1 << FindingCode.C101.ordinal | 1 << FindingCode.C102.ordinal | 1 << FindingCode.P103.ordinal
      | 1 << FindingCode.P104.ordinal | 1 << FindingCode.P106.ordinal
  }

  private let terms: [Entry]
  private let groups: [UInt32]
  private let money: [UInt32]
  private let company: [UInt32]

  /// Asks the rules.
  init(_ index: ProgrammeIndex) {
    let terms = Rulebook.findings(of: RuleTables.termsCodes)
    self.terms = ServiceKind.all(index.programme).flatMap { kind in
      RuleTables.lines(for: kind, index).map { Entry(terms($0), $0) }
    }
    let group = Rulebook.findings(of: RuleTables.groupCodes)
    groups = (0..<GroupStanding.count).map { group(GroupStanding(number: $0).facts).bits }
    let money = Rulebook.findings(of: RuleTables.moneyCodes)
    self.money = (0..<MoneyStanding.count).map { money(MoneyStanding(number: $0).facts).bits }
    let company = Rulebook.findings(of: FindingSet(bits: RuleTables.companyCodes))
    self.company = (0..<CompanyStanding.count).map {
      company(CompanyStanding(number: $0).facts).bits
    }
  }

  /// A line of every sort for a kind of service, in the order of their places.
  private static func lines(for kind: ServiceKind, _ index: ProgrammeIndex) -> [LineFacts] {
    (0..<LineTraits.termsCount).flatMap { terms in
      SupplierStanding.allCases.flatMap { supplier in
        (0..<LineTraits.flagsCount).map { flags in
          LineFacts(kind, LineTraits(terms: terms, flags: flags), supplier.supplier, index)
        }
      }
    }
  }

  // MARK: Look-ups

  /// The two tables that every line is looked up in, as memory.
  struct Memory {
    fileprivate let terms: UnsafePointer<Entry>
    fileprivate let money: UnsafePointer<UInt32>
    fileprivate let groups: UnsafePointer<UInt32>

    /// What a kind of service, a line's traits and its supplier come to.
    @inline(__always)
    func entry(
      _ kind: ServiceKind, _ traits: LineTraits, _ supplier: SupplierStanding
    ) -> Entry {
      terms[RuleTables.place(kind, traits, supplier)]
    }

    /// The findings on a line's money.
    @inline(__always)
    func findings(_ standing: MoneyStanding) -> UInt32 { money[standing.number] }

    /// The findings on a line that is bought with a group.
    @inline(__always)
    func findings(_ group: GroupStanding) -> UInt32 { groups[group.number] }
  }

  /// Lends tables as memory.
  func lend<Result>(_ body: (Memory) -> Result) -> Result {
    terms.lend { terms in
      money.lend { money in
        groups.lend { groups in body(Memory(terms: terms, money: money, groups: groups)) }
      }
    }
  }

  /// What a kind of service, a line's traits and its supplier come to.
  func entry(_ kind: ServiceKind, _ traits: LineTraits, _ supplier: SupplierStanding) -> Entry {
    terms[RuleTables.place(kind, traits, supplier)]
  }

  @inline(__always)
  private static func place(
    _ kind: ServiceKind, _ traits: LineTraits, _ supplier: SupplierStanding
  ) -> Int {
    let row = Int(kind.number) &* LineTraits.termsCount &+ traits.terms
    return (row &* 4 &+ Int(supplier.rawValue)) &* LineTraits.flagsCount &+ traits.flags
  }

  /// The findings on a line among others.
  @inline(__always)
  func findings(_ standing: CompanyStanding) -> UInt32 { company[standing.number] }
}
