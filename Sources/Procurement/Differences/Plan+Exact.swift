extension Plan {
  /// The same edit with the plan's current values and places as the old ones; nil if it does not
  /// fit.
  ///
  /// An edit may be from an earlier state of the plan and still fit, but only the inverse of an
  /// exact one restores exactly what was there. `hint` is the likely place of its line.
  public func exact(_ edit: Edit, near hint: Int = 0) -> Edit? {
    var finder = LineFinder(near: hint)
    return change(by: edit, &finder).map { exact(edit, as: $0) }
  }

  /// The exact form of an edit whose change is known; an exact edit is returned as it is.
  package func exact(_ edit: Edit, as change: Change) -> Edit {
    switch (edit, change) {
    case (.set(line: _, from: _, to: let value), .line(let place)): setting(value, at: place)
    case (.remove, .removal(let place)): .remove(lines[place], at: place)
    case (.move(line: let id, from: _, to: _), .move(from: let old, to: let new)):
      .move(line: id, from: old, to: new)
    case (.fund(at: _, from: _, to: let new), .funds(let range)):
      .fund(at: range.lowerBound, from: funds[range].first, to: new)
    case (.group(at: _, from: _, to: let new), .groups(let range)):
      .group(at: range.lowerBound, from: groups[range].first, to: new)
    case (.header(from: _, to: let new), .header): .header(from: header, to: new)
    default: edit
    }
  }
}
