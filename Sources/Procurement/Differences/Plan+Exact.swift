extension Plan {
  /// The same edit with what the plan holds now as what it changes or takes out, and at the places
  /// where that stands; nil where it does not fit.
  ///
  /// An edit may be older than the plan, and fits all the same. Its inverse gives back just what was
  /// there only if it is exact. `hint` is where its line is likely to stand.
  public func exact(_ edit: Edit, near hint: Int = 0) -> Edit? {
    var finder = LineFinder(near: hint)
    return change(by: edit, &finder).map { exact(edit, as: $0) }
  }

  /// The same edit, exact, where it is known what it comes to; one that is exact stays as it is.
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
