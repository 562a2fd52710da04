/// Finds the lines of edits that are carried out one after the other.
///
/// Such edits mostly come in the order of their lines, so each line is looked for from the last one
/// outwards. Where that becomes a search through the whole plan time and again, an index of all ids
/// is made, so that many edits of a large plan cost about as much as going through it once.
package struct LineFinder: Sendable {
  /// The place of the line that was found last.
  private var last: Int
  /// How many lines have been passed in vain.
  private var passed = 0
  /// Where the line of each id stood when the index was made, or the line was put in.
  private var index: [String: Int]?

  /// How often all lines may be passed before an index is worth its making.
  private static let patience = 64

  /// A finder for lines of which the first is likely to stand at `hint`.
  package init(near hint: Int) { last = hint }

  /// The place of the line of an id, which is likely to stand at `hint`.
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
    var start = hint
    if let index = indexed(lines) {
      guard let indexed = index[id] else { return nil }
      start = indexed
    }
    let place = lines.place(of: id, near: start)
    passed += place.map { abs($0 - start) } ?? lines.count
    return place
  }

  /// The index, where it is worth having.
  private mutating func indexed(_ lines: PlanLines) -> [String: Int]? {
    if index == nil, passed > LineFinder.patience * lines.count {
      var index: [String: Int] = [:]
      index.reserveCapacity(lines.count)
      var place = 0
      lines.forEach { line in
        index[line.id] = place
        place += 1
      }
      self.index = index
    }
    return index
  }

  /// Takes note of an edit that is about to be carried out.
  package mutating func follow(_ edit: Edit, at place: Int) {
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
