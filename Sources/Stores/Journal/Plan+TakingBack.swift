public import Procurement

extension Plan {
  /// The plan before steps that led to it; nil where they did not, as another program may have
  /// written the journal. Its amounts can be added up.
  public func takingBack(_ steps: [JournalEntry]) -> Plan? {
    let plan = takingBack(steps.lazy.flatMap(\.step.edits))
    return plan?.total == nil ? nil : plan
  }

  /// The plan before edits that led to it; nil where they did not.
  func takingBack(_ edits: some Sequence<Edit>) -> Plan? {
    var plan = self
    var finder = LineFinder(near: 0)
    for edit in edits.reversed().lazy.map(\.inverse) {
      guard let change = plan.change(by: edit, &finder) else { return nil }
      finder.follow(edit, at: change.place)
      plan.carryOut(edit, as: change)
    }
    return plan
  }
}
