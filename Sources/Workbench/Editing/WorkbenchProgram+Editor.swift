import Procurement
import Stores
import Validation

/// What the plan editor holds, as the rest of the workbench reads it. It is lent and not copied: a
/// second plan would cost a copy at the next edit.
extension WorkbenchProgram {
  /// The plan with all that the rules say of it.
  var assessment: Assessment {
    _read { yield editor.assessment }
  }

  /// Where the session is in the store; nil without a store.
  var journal: Journal? {
    _read { yield editor.journal }
    _modify { yield &editor.journal }
  }

  /// The plans of many trusts; nil where none are open.
  var portfolio: OpenPortfolio? {
    _read { yield editor.portfolio }
    _modify { yield &editor.portfolio }
  }

  /// What the user did and can undo.
  var history: UndoHistory { editor.history }

  /// The plan as it is now, while it is shown as it once was.
  var present: PresentPlan? {
    _read { yield editor.present }
  }

  /// Carries edits out on the plan and on the sums of its portfolio.
  ///
  /// Returns false, and changes nothing, where they do not fit or money exceeds what can be
  /// counted.
  @discardableResult
  mutating func apply(_ edits: [Edit], near hint: Int) -> Bool { editor.apply(edits, near: hint) }

  /// Remembers a step for the store.
  mutating func send(_ step: Step) { editor.send(step, place: place) }
}
