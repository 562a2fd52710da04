/// Finds the lines of edits that are applied one after the other.
///
/// Such edits mostly come in the order of their lines, so each search starts from the last line
/// found. If many searches go through the whole plan, an index of all ids is made, so that many
/// edits of a large plan cost about as much as one pass through it.
package struct LineFinder: Sendable {
  /// The place of the line that was found last.
  private var last: Int
  /// How many lines have been searched in vain.
  private var passed = 0
  /// The place of each id when the index was made or the line was inserted.
  private var index: [String: Int]?
  /// The ids of funds and of groups.
  private var fundIDs = TakenIDs()
  private var groupIDs = TakenIDs()

  /// How many searches through all lines are allowed before an index is made.
  private static let patience = 64

  /// A finder for lines, of which the first is probably at `hint`.
  package init(near hint: Int) { last = LineFinder.possible(hint) }

  /// The nearest valid place to a hint, which may come from outside and be any number.
  private static func possible(_ hint: Int) -> Int { Swift.min(Swift.max(0, hint), Int(Int32.max)) }

  /// The place of the line with an id, which is probably at `hint`.
  mutating func place(
    of id: String, near hint: Int? = nil, in lines: PlanLines
  ) -> Int? {
    let likely = [hint ?? last, last + 1, last - 1]
    let known = likely.first { lines.indices.contains($0) && lines[$0].id == id }
    let place = known ?? search(id, near: hint ?? last, in: lines)
    last = place ?? last
    return place
  }

  /// Whether a line has an id.
  mutating func isTaken(_ id: String, in lines: PlanLines) -> Bool {
    if let index = indexed(lines) { return index[id] != nil }
    return search(id, near: last, in: lines) != nil
  }

  private mutating func search(
    _ id: String, near hint: Int, in lines: PlanLines
  ) -> Int? {
    var start = LineFinder.possible(hint)
    if let index = indexed(lines) {
      guard let indexed = index[id] else { return nil }
      start = indexed
    }
    let place = lines.place(of: id, near: start)
    passed += place.map { abs($0 - start) } ?? lines.count
    return place
  }

  /// The index, if it is worth having.
  private mutating func indexed(_ lines: PlanLines) -> [String: Int]? {
    if index == nil, passed > LineFinder.patience * lines.count { index = lines.placesByID }
    return index
  }

  /// Whether a fund has an id.
  mutating func isTaken(_ id: String, in funds: [Fund]) -> Bool {
    fundIDs.contains(id, of: funds.count) { funds.lazy.map(\.id) }
  }

  /// Whether a group has an id.
  mutating func isTaken(_ id: String, in groups: [BuyingGroup]) -> Bool {
    groupIDs.contains(id, of: groups.count) { groups.lazy.map(\.id) }
  }

  /// Records an edit of funds, groups or the header that is about to be applied.
  package mutating func follow(outside edit: Edit) {
    switch edit {
    case .fund(at: _, from: let old, to: let new): fundIDs.follow(from: old?.id, to: new?.id)
    case .group(at: _, from: let old, to: let new): groupIDs.follow(from: old?.id, to: new?.id)
    case .set, .insert, .remove, .move, .header: break
    }
  }

  /// Records an edit that is about to be applied.
  package mutating func follow(_ edit: Edit, at place: Int) {
    follow(outside: edit)
    last = place
    guard index != nil else { return }
    switch edit {
    case .set(line: let old, from: _, to: .id(let new)):
      index?[old] = nil
      index?[new] = place
    case .insert(let line, at: _): index?[line.id] = place
    case .remove(let line, at: _): index?[line.id] = nil
    case .set, .move, .fund, .group, .header: break
    }
  }
}
