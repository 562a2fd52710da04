public import Procurement
public import Stores
import Validation
public import Workbench

/// The document of the open plan, and what other programs change in it.
extension StoreSession {
  /// Adds what has changed in a document while no session had it open: without asking where the
  /// plan has not changed since, else the user has to choose. The workbench says which it was.
  public mutating func add(
    _ theirs: Plan, of link: DocumentLink, to start: PlanStart
  ) throws(StoreError) -> PlanStart {
    var start = start
    guard let stored = start.stored else { return start }
    let written = document?.step ?? 0
    pending = link
    if written == stored.head, !stored.isFrozen, store.disabledReason == nil {
      let step = Step(
        title: "the document was changed", kind: .document, edits: start.plan.edits(to: theirs))
      let assessment = Assessment(theirs, against: index)
      if case .recorded(let number, _) = try record(step, assessment.summary) {
        start.replaced = start.plan
        start.assessment = assessment
        start.stored?.head = number
        start.written = theirs
        return start
      }
      start = try open(stored.number, stored.otherSessions)
      pending = link
    }
    start.changed = try changed(theirs, since: written, start.plan)
    return start
  }

  /// The document as another program changed it, with the plan as both had it last.
  public func changed(_ theirs: Plan, _ mine: Plan) throws(StoreError) -> ChangedDocument {
    if case .unstored(let plan, _) = plan { return ChangedDocument(theirs: theirs, base: plan) }
    guard let document else { return ChangedDocument(theirs: theirs, base: nil) }
    return try changed(theirs, since: document.step, mine)
  }

  private func changed(
    _ theirs: Plan, since step: Int, _ mine: Plan
  ) throws(StoreError) -> ChangedDocument {
    ChangedDocument(theirs: theirs, base: try plan(after: step, from: mine))
  }

  /// The open plan as it was after a step, from what it is now; nil where that is not known.
  public func plan(after step: Int, from present: Plan) throws(StoreError) -> Plan? {
    guard let number, step <= known else { return nil }
    return present.takingBack(try store.entries(of: number, after: step))
  }

  /// Takes note of the document as another program changed it: the next step of that kind leads
  /// there.
  public mutating func found(_ link: DocumentLink) {
    pending = link
  }

  /// Takes note that the plan, as it is now, was written to its document at a canonical path.
  public mutating func wrote(to path: String, size: Int, hash: UInt64) {
    document = DocumentLink(path: path, step: document?.step ?? 0, size: size, hash: hash)
    guard let number else { return }
    store.documentTrust.confirm(number, path)
    // If this fails, the document is compared line by line when it is opened next.
    try? link(number, after: known)
  }

  mutating func link(_ number: PlanNumber, after step: Int) throws(StoreError) {
    guard var link = document else { return }
    link.step = step
    try store.link(number, to: link)
    document = link
  }
}
