import Procurement
import Stores

/// Where the session is in the journal of its plan.
struct Journal: Sendable {
  /// A step that the store does not have yet.
  struct Outgoing: Sendable {
    var step: Step
    /// Which step of the session's undo history it is; nil where it cannot be undone.
    var serial: Int?
    /// The place of the line that it is about.
    var place: Int
    /// How many changes of places there had been before it.
    var moment: Int
  }

  /// The last change by another user to a line.
  struct Change: Hashable, Sendable {
    var author: Author
    var at: Moment
    var title: String
  }

  let access: StoreAccess
  /// The plan's number; nil while the store does not have it.
  var plan: PlanNumber?
  /// The last step that the plan shown here includes, as the store session reported it.
  var head = 0
  var isFrozen = false
  /// The steps that the store does not have yet, in order.
  var outbox: [Outgoing] = []
  /// What other users have changed since the session started, by the ids of lines.
  var changes: [String: Change] = [:]
  /// The present ids of lines that others have renamed.
  var renames: [String: String] = [:]
  /// Whether a step has to be fitted to the plan before it is undone or redone: others have changed
  /// the plan since, or several sessions have undone steps out of order.
  var needsFitting = false
  /// The steps of all sessions, since the first that can be undone.
  var log = StepLog()
  /// How lines, funds and groups were added, removed and moved, since the first step that can be
  /// undone.
  var places = PlaceHistory()
  /// How many changes of places there had been before and after the last edits.
  var lastPlaces = 0..<0
  /// The other sessions at the store.
  var otherSessions: [OtherSession] = []
  /// The typed text that the store has for this session.
  var keptDraft: Draft?
  /// The typed text of an earlier session, until the user restores or discards it.
  var offeredDraft: Draft?
  /// The focused line, as other sessions last heard of it.
  var announcedLine: String?

  init(_ access: StoreAccess, otherSessions: [OtherSession] = []) {
    self.access = access
    self.otherSessions = otherSessions
  }

  /// The position in the journal of a plan that was just opened.
  init(_ access: StoreAccess, at start: StoredStart) {
    self.init(access, otherSessions: start.otherSessions)
    plan = start.number
    head = start.head
    isFrozen = start.isFrozen
    keptDraft = start.draft
    let first = start.own.first { $0.step.kind.isUndoable }?.number ?? .max
    needsFitting = start.others.contains { $0.number > first }
  }

  /// The sign of a line that another user has changed, or that is focused in another session; nil
  /// for any other line.
  func sign(of line: String) -> String? {
    if changes[line] != nil { return "+" }
    return sessionsHere.contains { $0.line == line } ? "@" : nil
  }

  /// The last change by another user to a line, and the users who have it focused, in words.
  func news(of line: String) -> [String] {
    let change = changes[line].map { "+ \($0.at.time) \($0.author.name): \($0.title)" }
    let here = sessionsHere.filter { $0.line == line }.map(\.name)
    return [change, here.isEmpty ? nil : "@ here: \(here.joined(separator: ", "))"]
      .compactMap { $0 }
  }

  /// Takes note of edits that were carried out.
  mutating func note(_ edits: [Edit]) {
    let before = places.count
    places.note(edits)
    lastPlaces = before..<places.count
  }

  /// The other sessions that have the plan open.
  var sessionsHere: [OtherSession] {
    plan.map { plan in otherSessions.filter { $0.plan == plan } } ?? []
  }
}
