public import Procurement

/// One result of the validation of a plan, with its message.
public struct Finding: Hashable, Sendable {
  /// Its code.
  public var code: FindingCode
  /// The place of its line in the plan; nil for a finding on the whole plan.
  public var index: Int?
  /// The id of its line.
  public var line: String?
  /// The field that it is about.
  public var field: LineField?
  /// What is wrong and what to do.
  public var message: String
  /// The amount that it is about, if any.
  public var amount: Money?
  /// Citations of the clauses behind it.
  public var cites: [String]
  /// Its waiver, if it is waived.
  public var waiver: Waiver?

  /// How much it matters.
  public var severity: Severity { code.severity }
}

/// A way to fix a finding: a title and the edits that do it.
public struct Fix: Hashable, Sendable {
  /// What it does: `route the line through the programme with bt`.
  public var title: String
  /// The same without what is particular to the line, so that other findings of the code may have a
  /// fix of the same kind.
  public var kind: String
  /// The edits, in order; none where only the user can fix it, in `field`.
  public var edits: [Edit]
  /// The field of the line in which the user fixes it.
  public var field: LineField?

  init(title: String, kind: String? = nil, edits: [Edit] = [], field: LineField? = nil) {
    self.title = title
    self.kind = kind ?? title
    self.edits = edits
    self.field = field
  }

  /// The kind of fix that lets lines draw in another order.
  static let rearranging = "draw on the funds in another order"
}

/// The amount that one fund pays of a line, or that no fund pays.
public struct Draw: Hashable, Sendable {
  /// The index of the fund in the plan; nil for what is unfunded.
  public var fund: Int?
  /// The financial year.
  public var year: FinancialYear
  /// Capital or revenue.
  public var kind: CostKind
  /// How much.
  public var money: Money
}

/// A fund in a year: what was available and what lines drew.
public struct FundBalance: Hashable, Sendable {
  /// The index of the fund in the plan.
  public var fund: Int
  /// The financial year.
  public var year: FinancialYear
  /// What was available.
  public var available: Money
  /// What lines drew.
  public var drawn: Money
}
