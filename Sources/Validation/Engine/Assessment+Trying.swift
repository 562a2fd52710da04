public import Procurement

extension Assessment {
  /// Carries out edits in order, all of them or, where one does not fit, none.
  ///
  /// Returns false, and changes nothing, where an edit does not fit.
  @discardableResult
  public mutating func apply(_ edits: [Edit], near hint: Int = 0) -> Bool {
    var done: [Edit] = []
    for edit in edits {
      guard apply(edit, near: hint) else {
        takeBack(done, near: hint)
        return false
      }
      done.append(edit)
    }
    return true
  }

  /// Takes edits back that were carried out, the last one first.
  public mutating func takeBack(_ edits: [Edit], near hint: Int = 0) {
    for edit in edits.reversed() { apply(edit.inverse, near: hint) }
  }

  /// What can be seen of the plan after edits, which are taken back at once; nil where they do not
  /// fit.
  ///
  /// Nothing is copied, so a trial costs what its edits cost, whatever the plan's size.
  public mutating func trying<Sight>(
    _ edits: [Edit], near hint: Int = 0, _ look: (borrowing Assessment) -> Sight
  ) -> Sight? {
    guard apply(edits, near: hint) else { return nil }
    defer { takeBack(edits, near: hint) }
    return look(self)
  }
}
