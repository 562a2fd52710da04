/// A change to a plan as a value, with everything needed to take it back.
///
/// Undo, history, fixes and the journal are lists of edits. A line is named by its id, so an edit
/// still applies after others have moved the line.
public indirect enum Edit: Hashable, Sendable {
  /// Sets a field of a line.
  case set(line: String, from: LineValue, to: LineValue)
  /// Inserts a line at a place.
  case insert(PlanLine, at: Int)
  /// Removes the line at a place.
  case remove(PlanLine, at: Int)
  /// Moves a line from one place to another.
  case move(line: String, from: Int, to: Int)
  /// Changes, adds (from nil) or removes (to nil) the fund at a place.
  case fund(at: Int, from: Fund?, to: Fund?)
  /// Changes, adds (from nil) or removes (to nil) the buying group at a place.
  case group(at: Int, from: BuyingGroup?, to: BuyingGroup?)
  /// Changes title, trust or years.
  case header(from: Plan.Header, to: Plan.Header)

  /// The edit that takes this one back.
  public var inverse: Edit {
    switch self {
    case .set(line: let line, from: let old, to: let new):
      if case (.id, .id(let renamed)) = (old, new) {
        .set(line: renamed, from: new, to: old)
      } else {
        .set(line: line, from: new, to: old)
      }
    case .insert(let line, at: let place): .remove(line, at: place)
    case .remove(let line, at: let place): .insert(line, at: place)
    case .move(line: let line, from: let old, to: let new):
      .move(line: line, from: new, to: old)
    case .fund(at: let place, from: let old, to: let new):
      .fund(at: place, from: new, to: old)
    case .group(at: let place, from: let old, to: let new):
      .group(at: place, from: new, to: old)
    case .header(from: let old, to: let new): .header(from: new, to: old)
    }
  }
}

extension Plan {
  /// The edit that sets a field of the line at a place.
  public func setting(_ value: LineValue, at index: Int) -> Edit {
    lines.read(index) { .set(line: $0.id, from: $0.current(for: value), to: value) }
  }

  /// Applies an edit; `hint` is the likely place of its line.
  ///
  /// If the edit no longer fits the plan (what it names has been removed, its place does not exist,
  /// or its id is taken), nothing changes and the result is false.
  @discardableResult
  public mutating func apply(_ edit: Edit, near hint: Int = 0) -> Bool {
    var finder = LineFinder(near: hint)
    guard let change = change(by: edit, &finder) else { return false }
    carryOut(edit, as: change)
    return true
  }

  /// Applies edits in order; one that no longer fits is left out, and the result is then false.
  @discardableResult
  public mutating func apply(_ edits: [Edit]) -> Bool {
    var finder = LineFinder(near: 0)
    var allFit = true
    for edit in edits {
      guard let change = change(by: edit, &finder) else {
        allFit = false
        continue
      }
      finder.follow(edit, at: change.place)
      carryOut(edit, as: change)
    }
    return allFit
  }
}
