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

  /// Says that the document was changed while it was not open, and what of it is in the plan now.
  mutating func noteTaken(over earlier: Plan) {
    let merge = Merge(earlier, ChangedDocument(theirs: plan, base: earlier))
    document.taken = merge.differences
    guard !merge.differences.isEmpty else { return }
    message = Message(
      text: "another program has changed the document; taken from it: "
        + merge.differences.titles)
  }

  /// How the plan and its changed document differ, while the user decides whose values stay; nil
  /// while there is nothing to decide.
  public var differencesToDecide: [DocumentDifference]? { (panes.top as? Merge)?.differences }

  /// What the session took from the changed document when it opened the plan: the plan's own values
  /// are those before.
  public var takenDifferences: [DocumentDifference] { document.taken }

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

  mutating func focusDifference(_ place: Int) {
    guard var merge = panes.top as? Merge else { return }
    merge.focus.index = place
    panes.replaceTop(merge)
  }

  /// Takes what was decided, once nothing is undecided any more.
  mutating func accept(_ shown: Merge) -> [Effect] {
    let merge = shown.mine == plan ? shown : shown.renewed(for: plan)
    panes.replaceTop(merge)
    let changed = merge.differencesChanged(since: shown)
    guard changed.isEmpty else {
      merge.undecided.map { focusDifference($0) }
      message = Message(
        text: "another session has changed \(changed.titles); look again, then "
          + "\(mention(.accept, in: .merging)) accepts", isError: true, isRefusal: true)
      return []
    }
    if let undecided = merge.undecided {
      focusDifference(undecided)
      message = Message(
        text: "\(merge.differences[undecided].title) is undecided; \(mergeKeys)"
      )
      return []
    }
    if let year = merge.merged.yearOutside {
      message = Message(
        text: "there would be money in \(year), which is then none of the plan's years; decide on "
          + "the years and on what has money in \(year) alike", isError: true)
      return []
    }
    panes.pop()
    if case .scenario(let name) = merge.source {
      carryOut(promoting: name, merge)
      return []
    }
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
      ChangePhrase(merge.outcomeInWords), by: edits + back, since: before,
      hint: "\(mention(.write)) writes the plan")
  }
}

extension Merge {
  /// What was decided: `taken from the document: L1, L3; kept: L2`.
  fileprivate var outcomeInWords: String {
    let sides = [("taken from the document", Side.theirs), ("kept", .mine)].map { words, side in
      (words, differences.filter { $0.side == side })
    }
    return sides.filter { !$0.1.isEmpty }.map { "\($0): \($1.titles)" }.joined(separator: "; ")
  }
}
