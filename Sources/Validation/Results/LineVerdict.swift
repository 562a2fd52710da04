public import Procurement

/// The results of the validation for one line.
///
/// `cost` = `programmeFunded` + `trustPayable`; `trustPayable` = `covered` + `unfunded`.
public struct LineVerdict: Hashable, Sendable {
  /// The index of the line's category in the programme; nil if its service is unknown.
  public var category: Int?
  /// Who may supply it; nil if the service is unknown.
  public var supply: Supply?
  /// Who pays.
  public var payer: Payer
  /// What the line costs.
  public var cost: Money
  /// How much of the trust's part its funds cover.
  public var covered: Money
  /// How much of what is covered comes from funds that are not confirmed.
  public var unconfirmed: Money
  /// The findings on the line.
  public var findings: FindingSet
  /// Which of `findings` are waived.
  public var waived = FindingSet()

  init(
    category: Int?, supply: Supply?, payer: Payer, cost: Money, coverage: Coverage,
    findings: FindingSet, waived: FindingSet
  ) {
    self.category = category
    self.supply = supply
    self.payer = payer
    self.cost = cost
    covered = coverage.covered
    unconfirmed = coverage.unconfirmed
    self.findings = findings
    self.waived = waived
  }

  /// The findings that are not waived.
  public var unwaived: FindingSet { findings.subtracting(waived) }

  /// The part that the programme pays.
  public var programmeFunded: Money { payer == .programme ? cost : .zero }
  /// The part that the trust pays.
  public var trustPayable: Money { payer == .trust ? cost : .zero }
  /// The trust's part that no fund covers.
  public var unfunded: Money { trustPayable - covered }
}
