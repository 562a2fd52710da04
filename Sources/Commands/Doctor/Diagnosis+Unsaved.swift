import Documents
import Procurement
import Sessions
import Stores
import Workbench

/// The check for changes that sessions could not save.
extension Diagnosis {
  /// The plans with unsaved changes, with the day and the number of edits if they are known.
  var unsaved: Check {
    let subject = "unsaved"
    guard !machine.unsaved.isEmpty else { return Check(.ok, subject, "no unsaved changes") }
    let kept = machine.unsaved.sorted {
      ($0.subject.name, $0.day ?? "") < ($1.subject.name, $1.day ?? "")
    }
    .map {
      quoted($0.subject.name) + ($0.subject.isTriedOut ? ", tried out" : "") + extent(of: $0)
    }
    return Check(
      .warning, subject,
      "earlier sessions left unsaved changes; open \(kept.joined(separator: ", ")) to restore them"
    )
  }

  private func extent(of changes: UnsavedChanges) -> String {
    guard let plan = read(changes.plan) else { return changes.day.map { " (\($0))" } ?? "" }
    return UnsavedPlan(plan: plan, base: base(of: changes), day: changes.day).extent
  }

  /// The plan that the changes were made to; nil if it is no longer available.
  private func base(of changes: UnsavedChanges) -> Plan? {
    guard let step = changes.step else { return changes.base.flatMap(read) }
    let wish = StoreLocation(path: changes.subject.store, isNamed: true, isReadOnly: true)
    let store = try? surroundings.openStore(wish, .never).get().store
    return store.flatMap { try? $0.plan(of: changes.subject, after: step) }
  }

  private func read(_ bytes: [UInt8]) -> Plan? {
    guard let clusters else { return nil }
    return try? Documents.readPlan(bytes, clusters: clusters).plan
  }
}

extension PlanStore {
  /// The plan of a subject as it was after a step; nil if this store has another plan under its
  /// name.
  fileprivate func plan(
    of subject: UnsavedChanges.Subject, after step: UnsavedChanges.Step
  ) throws(StoreError) -> Plan? {
    let known = try subject.document.flatMap { path throws(StoreError) in
      try plan(for: path)?.number
    }
    guard let number = known ?? subject.plan.map(PlanNumber.init),
      try origin(of: number) == step.origin
    else { return nil }
    return try load(number).plan.takingBack(try entries(of: number, after: step.number))
  }
}
