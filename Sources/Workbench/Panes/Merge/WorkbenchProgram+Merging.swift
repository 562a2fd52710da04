import Procurement
import Stores
import Validation

extension WorkbenchProgram {
  /// Lets the user decide line by line which changes of another program to a document to accept.
  mutating func compare(with document: ChangedDocument) {
    let merge = Merge(plan, document)
    guard !merge.differences.isEmpty else { return takeInDocument(merge) }
    panes.push(merge)
    if let undecided = merge.undecided { focusDifference(undecided) }
    reveal()
  }

  /// How a difference is decided, with the keys that do it.
  var mergeKeys: String {
    "\(mention(.takeMine, in: .merging)) keeps mine, "
      + "\(mention(.takeTheirs, in: .merging)) takes theirs"
  }

  /// Decides on the focused difference.
  mutating func decide(_ side: Merge.Side) {
    guard var merge = panes.top as? Merge else { return }
    merge.take(side)
    panes.replaceTop(merge)
  }

  private mutating func focusDifference(_ place: Int) {
    guard var merge = panes.top as? Merge else { return }
    merge.focus.index = place
    panes.replaceTop(merge)
  }

  /// Takes what was decided, once nothing is undecided any more.
  mutating func accept(_ merge: Merge) -> [Effect] {
    if let undecided = merge.undecided {
      focusDifference(undecided)
      message = Message(
        text: "\(merge.differences[undecided].title) is undecided; \(mergeKeys)"
      )
      return []
    }
    panes.pop()
    guard journal == nil else {
      takeInDocument(merge)
      return []
    }
    carryOut("taking the document's changes in", plan.edits(to: merge.merged))
    return [.write(plan, over: .changed)]
  }

  /// Takes the document in as it is, as one step, and puts what is kept of the user's back as
  /// another: so the journal knows a state that is the document's.
  private mutating func takeInDocument(_ merge: Merge) {
    let edits = plan.edits(to: merge.theirs)
    let back = merge.theirs.edits(to: merge.merged)
    let before = figures
    apply(edits, near: 0)
    lines.follow(edits, in: assessment)
    send(Step(title: "the document was changed", kind: .document, edits: edits))
    document.written = plan
    journal?.needsFitting = true
    reveal()
    guard !back.isEmpty else {
      let phrase = ChangePhrase("the plan is as the document has it")
      return report(phrase, by: edits, since: before, hint: nil)
    }
    carryOut("keeping mine beside the document's changes", back)
    report(
      ChangePhrase("the document's changes are accepted"), by: edits + back, since: before,
      hint: "\(mention(.write)) writes the plan")
  }
}
