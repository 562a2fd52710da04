public import Procurement
public import Stores

/// A plan of a store as a session begins on it.
public struct OpenedPlan: Equatable, Sendable {
  /// The plan and the position of its journal.
  public var stored: StoredPlan
  /// The latest steps of the same person, at whatever session, in order: what can be undone.
  public var own: [JournalEntry]
  /// Others' steps since the first of these that can be undone, in order.
  public var others: [JournalEntry]
  /// The plan as its document has it; nil without a document, or where that is not known.
  public var written: Plan?
  /// What an earlier session of the same person was typing when it broke off.
  public var draft: Draft?
  /// The document as another program changed it, where the user has to decide what comes in.
  public var changed: ChangedDocument?
  /// Who else is at the store.
  public var companions: [Companion]
  /// What an earlier session could not save.
  public var unsaved: UnsavedPlan?
  /// Whether the user has named or confirmed the path of the document for this plan.
  public var isDocumentConfirmed = true

  /// A plan of a store.
  public init(
    stored: StoredPlan, own: [JournalEntry] = [], others: [JournalEntry] = [], draft: Draft? = nil,
    changed: ChangedDocument? = nil, companions: [Companion] = []
  ) {
    self.stored = stored
    self.own = own
    self.others = others
    written = stored.document?.step == stored.head ? stored.plan : nil
    self.draft = draft
    self.changed = changed
    self.companions = companions
  }
}
