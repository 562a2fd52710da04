import Procurement
import Stores

/// Where the session is in the journal of its plan.
struct Journal: Sendable {
  /// A step that the store does not have yet.
  struct Outgoing: Sendable {
    var step: Step
    /// Which step of the session's history it is; nil where it is none that can be undone.
    var serial: Int?
    /// The place of the line that it is about.
    var place: Int
    /// How many changes of places there had been before it.
    var moment: Int
  }

  /// What another did to a line last.
  struct Change: Hashable, Sendable {
    var author: Author
    var at: Moment
    var title: String
  }

  let access: StoreAccess
  /// The plan's number; nil while the store does not have it.
  var plan: PlanNumber?
  /// The number of the last step that the session has taken in.
  var head = 0
  var isFrozen = false
  /// The steps that the store does not have yet, in order.
  var outbox: [Outgoing] = []
  /// What others have done while the session looked, by the ids of lines.
  var changes: [String: Change] = [:]
  /// What lines are called now that others have given another id.
  var renames: [String: String] = [:]
  /// Whether others have changed anything since the session began.
  var hasOthersSteps = false
  /// The step after which the document was written last; nil where that is not known.
  var documentStep: Int?
  /// The steps of all sessions, since the first that can be undone.
  var log = StepLog()
  /// How lines, funds and groups were added, removed and moved, since the first step that can be
  /// undone.
  var places = PlaceHistory()
  /// How many changes of places there had been before and after the last edits.
  var lastPlaces = 0..<0
  /// Who else is at the store.
  var companions: [Companion] = []
  /// What the store was last told is being typed.
  var keptDraft: Draft?
  /// The line that others were last told is focused.
  var standing: String?

  init(_ access: StoreAccess, companions: [Companion] = []) {
    self.access = access
    self.companions = companions
  }

  /// The sign of a line that another has changed, or that another is on; nil for any other.
  func sign(of line: String) -> String? {
    if changes[line] != nil { return "+" }
    return companions.contains { $0.line == line && $0.plan == plan } ? "@" : nil
  }

  /// What others have done to a line, and who is there, in words.
  func news(of line: String) -> [String] {
    let change = changes[line].map { "+ \($0.at.time) \($0.author.name): \($0.title)" }
    let here = companionsHere.filter { $0.line == line }.map(\.name)
    return [change, here.isEmpty ? nil : "@ here: \(here.joined(separator: ", "))"]
      .compactMap { $0 }
  }

  /// Takes note of edits that were carried out.
  mutating func note(_ edits: [Edit]) {
    let before = places.count
    places.note(edits)
    lastPlaces = before..<places.count
  }

  /// Who else has the plan open.
  var companionsHere: [Companion] {
    plan.map { plan in companions.filter { $0.plan == plan } } ?? []
  }
}
