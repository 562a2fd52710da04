public import Procurement
public import Stores
public import Validation

/// A plan and everything that work on it starts with: what its document and its store have of it,
/// and what earlier sessions left.
public struct PlanStart: Sendable {
  /// The plan with its findings.
  public var assessment: Assessment
  /// What the user calls the document that it is written to, or what the store calls a part of a
  /// table; nil for a plan that has neither.
  public var documentName: String?
  /// Whether the user has named or confirmed the path of the document for this plan.
  public var isDocumentConfirmed = true
  /// The plan as its document has it; nil where that is not known.
  public var written: Plan?
  /// The plan before changes of its document were taken in; nil where none were.
  public var replaced: Plan?
  /// The document as another program changed it, where the user has to choose between the changes.
  public var changed: ChangedDocument?
  /// What the store has of the plan; nil where the store does not have it yet.
  public var stored: StoredStart?
  /// Changes that an earlier session could not save.
  public var unsaved: UnsavedPlan?
  /// What an earlier session tried out, and neither kept nor dropped.
  public var whatIf: UnsavedPlan?

  /// A plan that no store has: a new one, or one of a document.
  public init(_ assessment: Assessment, documentName: String? = nil) {
    self.assessment = assessment
    self.documentName = documentName
    written = assessment.plan
  }

  /// The plan.
  public var plan: Plan { assessment.plan }

  /// Whether it is in no document and in no store.
  public var isNew: Bool { documentName == nil && stored == nil }
}

/// What a store has of a plan besides the plan itself.
public struct StoredStart: Equatable, Sendable {
  /// The plan's number.
  public var number: PlanNumber
  /// The number of its last step.
  public var head: Int
  /// Whether it is frozen.
  public var isFrozen: Bool
  /// The latest steps of the same user, in any session, in order: these can be undone.
  public var own: [JournalEntry]
  /// Other users' steps since the first of these that can be undone, in order.
  public var others: [JournalEntry]
  /// What an earlier session of the same user was typing when it broke off. In the store it belongs
  /// to this session by now.
  public var draft: Draft?
  /// The other sessions at the store.
  public var otherSessions: [OtherSession] = []

  /// What a store has of a plan.
  public init(
    _ plan: StoredPlan, own: [JournalEntry] = [], others: [JournalEntry] = [], draft: Draft? = nil
  ) {
    number = plan.number
    head = plan.head
    isFrozen = plan.isFrozen
    self.own = own
    self.others = others
    self.draft = draft
  }
}

/// What a session shows first.
public enum WorkbenchStart: Sendable {
  /// A plan.
  case plan(PlanStart)
  /// The plans of the store.
  case plans(against: ProgrammeIndex)
  /// A portfolio, which is still to be read.
  case portfolio(against: ProgrammeIndex)

  /// The plan, which is blank and closed where none is shown.
  var plan: PlanStart {
    switch self {
    case .plan(let start): start
    case .plans(let index), .portfolio(let index):
      PlanStart(Assessment(.blank(in: index.programme), against: index))
    }
  }
}
