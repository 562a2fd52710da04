public import Procurement

/// How lines, funds and groups were inserted, removed and moved, in order.
///
/// A place in an edit counts from the start of its list as it was then. With what has happened to
/// the list since, the neighbours of that place are found again, also where some of them are gone.
public struct PlaceHistory: Sendable {
  /// One of the lists of a plan.
  enum List: Hashable, Sendable { case lines, funds, groups }

  /// A change of the order of a list, or of an id in it.
  enum Change: Hashable, Sendable {
    case insert(String, at: Int)
    case remove(String, at: Int)
    case move(String, from: Int, to: Int)
    case rename(String, to: String)
  }

  private(set) var changes: [(list: List, change: Change)] = []

  /// Nothing has happened yet.
  public init() {}

  /// How many changes there have been: a moment between two of them.
  public var count: Int { changes.count }

  /// Adds the changes that edits make; they are exact for the plan that they were applied to.
  public mutating func note(_ edits: some Sequence<Edit>) {
    for edit in edits {
      if let change = PlaceHistory.change(by: edit) { changes.append(change) }
    }
  }

  /// Forgets all changes but the first ones.
  public mutating func keep(first count: Int) {
    changes.removeLast(max(0, changes.count - count))
  }

  /// What an edit does to the order of a list, or to an id in it; nil where that is nothing.
  static func change(by edit: Edit) -> (list: List, change: Change)? {
    switch edit {
    case .insert(let line, at: let place): (.lines, .insert(line.id, at: place))
    case .remove(let line, at: let place): (.lines, .remove(line.id, at: place))
    case .move(line: let id, from: let old, to: let new): (.lines, .move(id, from: old, to: new))
    case .set(line: let old, from: _, to: .id(let new)) where old != new:
      (.lines, .rename(old, to: new))
    case .set, .header: nil
    case .fund(at: let place, from: let old, to: let new):
      change(old?.id, new?.id, at: place).map { (.funds, $0) }
    case .group(at: let place, from: let old, to: let new):
      change(old?.id, new?.id, at: place).map { (.groups, $0) }
    }
  }

  private static func change(_ old: String?, _ new: String?, at place: Int) -> Change? {
    switch (old, new) {
    case (nil, let new?): .insert(new, at: place)
    case (let old?, nil): .remove(old, at: place)
    case (let old?, let new?): old == new ? nil : .rename(old, to: new)
    case (nil, nil): nil
    }
  }

  /// The ids of lines that were removed, or renamed, since these changes began; of lines that had
  /// been inserted before, none.
  private var removedLineIDs: Set<String> {
    var inserted: Set<String> = []
    var removed: Set<String> = []
    for (list, change) in changes where list == .lines {
      switch change {
      case .insert(let id, at: _): inserted.insert(id)
      case .remove(let id, at: _), .rename(let id, to: _):
        if !inserted.contains(id) { removed.insert(id) }
      case .move: break
      }
    }
    return removed
  }

  /// An id for a new line of a plan: none that a removed line had, which may come back under it.
  public func newLineID(in plan: Plan) -> String {
    let removed = removedLineIDs
    if removed.isEmpty { return plan.unusedLineID }
    return plan.unusedLineIDs(removed.count + 1).first { !removed.contains($0) }
      ?? plan.unusedLineID
  }

  /// What lines are called now that had another id at a moment, by that id.
  public func lineNames(since moment: Int) -> [String: String] {
    var names: [String: String] = [:]
    var former: [String: String] = [:]
    for (list, change) in changes.dropFirst(moment) where list == .lines {
      guard case .rename(let old, to: let new) = change else { continue }
      let first = former.removeValue(forKey: old) ?? old
      names[first] = new
      former[new] = first
    }
    return names
  }

  /// The changes of one list, and how many of them came before a moment.
  func changes(of list: List, before moment: Int) -> (changes: [Change], before: Int) {
    let before = changes.prefix(moment).count { $0.list == list }
    return (changes.filter { $0.list == list }.map(\.change), before)
  }
}
