public import Procurement

extension Plan {
  /// The plan before steps, which led to it; nil where they did not: another program may have
  /// written the journal. What it says of amounts can be added up.
  public func takingBack(_ steps: [JournalEntry]) -> Plan? {
    var plan = self
    var finder = LineFinder(near: 0)
    for edit in steps.reversed().lazy.flatMap({ $0.step.edits.reversed() }).map(\.inverse) {
      guard let change = plan.change(by: edit, &finder) else { return nil }
      finder.follow(edit, at: change.place)
      plan.carryOut(edit, as: change)
    }
    return plan.total == nil ? nil : plan
  }
}
