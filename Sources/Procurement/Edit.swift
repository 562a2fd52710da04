/// A change to a plan as a value, with all that is needed to take it back.
///
/// Undo, history, fixes and the journal are lists of these. A line is named by its id, so that an
/// edit still means the same after others have moved the line.
public indirect enum Edit: Hashable, Sendable {
  /// Puts a value into a field of a line.
  case set(line: String, from: LineValue, to: LineValue)
  /// Inserts a line so that it stands at a place.
  case insert(PlanLine, at: Int)
  /// Removes the line that stands at a place.
  case remove(PlanLine, at: Int)
  /// Moves the line at a place so that it then stands at another.
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
  /// The edit that puts a value into a field of the line at a place.
  public func setting(_ value: LineValue, at index: Int) -> Edit {
    lines.read(index) { .set(line: $0.id, from: $0.current(for: value), to: value) }
  }

  /// Carries out an edit; `hint` is where its line is likely to stand.
  ///
  /// An edit that does not fit the plan any more (what it names is gone, its place does not exist,
  /// or the id that it gives is taken) changes nothing and returns false.
  @discardableResult
  public mutating func apply(_ edit: Edit, near hint: Int = 0) -> Bool {
    var finder = LineFinder(near: hint)
    guard let change = change(by: edit, &finder) else { return false }
    carryOut(edit, as: change)
    return true
  }
}
