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
    let line = lines[index]
    return .set(line: line.id, from: line.current(for: value), to: value)
  }

  /// Carries out an edit; `hint` is where its line is likely to stand.
  ///
  /// An edit that does not fit the plan any more (what it names is gone, its place does not exist,
  /// or the id that it gives is taken) changes nothing and returns false.
  @discardableResult
  public mutating func apply(_ edit: Edit, near hint: Int = 0) -> Bool {
    switch edit {
    case .set(line: let id, from: _, to: let value):
      guard let index = index(ofLine: id, near: hint) else { return false }
      if case .id(let new) = value, new != id, self.index(ofLine: new) != nil { return false }
      lines[index].set(value)
    case .insert(let line, at: let place):
      guard (0...lines.count).contains(place), index(ofLine: line.id) == nil else { return false }
      lines.insert(line, at: place)
    case .remove(let line, at: let place):
      guard let index = index(ofLine: line.id, near: place) else { return false }
      lines.remove(at: index)
    case .move(line: let id, from: let old, to: let new):
      guard let index = index(ofLine: id, near: old), lines.indices.contains(new) else {
        return false
      }
      lines.insert(lines.remove(at: index), at: new)
    case .fund(at: let place, from: let old, to: let new):
      return Plan.replace(old, with: new, at: place, in: &funds, namedBy: \.id)
    case .group(at: let place, from: let old, to: let new):
      return Plan.replace(old, with: new, at: place, in: &groups, namedBy: \.id)
    case .header(from: _, to: let new):
      header = new
    }
    return true
  }

  /// Puts `new` where `old` stands, at `place` or wherever the list has moved it since.
  private static func replace<Element>(
    _ old: Element?, with new: Element?, at place: Int, in list: inout [Element],
    namedBy id: (Element) -> String
  ) -> Bool {
    func index(of element: Element) -> Int? {
      list.firstIndex { id($0) == id(element) }
    }
    let found = old.map(index)
    guard let start = found ?? place, (0...list.count).contains(start) else { return false }
    if let taken = new.flatMap(index), taken != found { return false }
    let end = old == nil ? start : start + 1
    list.replaceSubrange(start..<end, with: new.map { [$0] } ?? [])
    return true
  }
}
