import Procurement
import Validation

/// What changes do to the plan's figures, said before and after.
extension WorkbenchProgram {
  /// The most edits that are tried for a preview.
  private static let tried = 5_000

  /// The plan's figures as they are now.
  var figures: PlanFigures { PlanFigures(assessment) }

  /// Says what a change by edits has done since the plan had some figures, and what can be done
  /// about it.
  mutating func report(
    _ change: ChangePhrase, by edits: [Edit], since before: PlanFigures, hint: String?
  ) {
    message = Message(
      ChangeReport(
        change: change, before: before.renamed(by: edits), after: figures, hint: hint))
  }

  /// How the last change is undone.
  var undoHint: String { "\(mention(.undo)) undoes" }

  /// What edits would do to the plan; nil where they cannot be carried out.
  mutating func report(trying edits: [Edit], _ change: ChangePhrase?) -> ChangeReport? {
    let before = figures.renamed(by: edits)
    let hint = place
    return editor.trying { $0.trying(edits, near: hint) { PlanFigures($0) } }.map {
      ChangeReport(change: change, before: before, after: $0)
    }
  }

  /// The preview of edits; nil where there are none. `phrase` says what is changed, where that is
  /// not what the edits say.
  mutating func preview(of edits: [Edit], saying phrase: ChangePhrase? = nil) -> Message? {
    guard !edits.isEmpty else { return nil }
    let edits = edits.filter { !$0.isIdle }
    let phrase = phrase ?? ChangePhrase(edits.map(assessment.names.named))
    guard !edits.isEmpty, edits.count <= WorkbenchProgram.tried else {
      return Message(text: phrase.whole ?? phrase.exact)
    }
    return report(trying: edits, phrase).map { Message($0) }
      ?? Message(
        text: "cannot be done: the total would exceed the largest that calloff supports",
        isError: true)
  }

  /// What is typed into a field of the plan has done to it so far; nil where it has done nothing.
  var typingReport: ChangeReport? {
    guard let editor = panes.top as? FieldEditor, let before = editor.before else { return nil }
    let (old, new) = (before.renamed(by: typedEdits(in: editor)), figures)
    guard old != new else { return nil }
    return ChangeReport(
      before: old, after: new,
      hint: "\(mention(.accept)) accepts, \(mention(.close)) cancels")
  }

  // MARK: Asking first

  /// Asks before a change, with what it would do.
  mutating func ask(before change: ProposedChange) {
    if let changeDisabledReason {
      message = Message(text: changeDisabledReason)
      return
    }
    guard let report = report(trying: change.edits, ChangePhrase(change.question)) else {
      carryOut(change.title, change.edits)
      return
    }
    var change = change
    change.report = report
    panes.push(Question(subject: .change(change)))
    reveal()
  }

  /// Moves the trust to another cluster; where lines depend on it, the user confirms it.
  mutating func changeCluster(to id: String, _ edits: [Edit]) {
    let name = assessment.names.cluster(id)
    let title = Property.trustCluster.stepTitle(in: plan)
    guard !plan.lines.isEmpty else {
      carryOut(title, edits, saying: ChangePhrase("moved the trust to \(name)"))
      return
    }
    ask(
      before: ProposedChange(
        title: title, edits: edits, question: "move the trust to \(name)?",
        confirmation: "move it"))
  }
}
