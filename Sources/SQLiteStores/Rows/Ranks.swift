import GRDB
import Stores

/// The order of the rows that a plan has in a table.
///
/// Each row has a rank with wide gaps between; one that goes between two others gets a rank between
/// theirs, so no other row is touched. Where there is no room left some rows around get new ranks.
struct Ranks {
  /// How far apart the ranks of rows are that come one after the other.
  static let gap = 1 << 40
  /// The most rows of a plan in a table: so many have room within the bounds.
  static let mostRows = 1 << 21

  let database: Database
  let plan: Int
  let table: String
  /// A rank, whether a row has it or not, with the number of rows before it: what is near there need
  /// not be counted from the start or the end.
  private var anchor: Anchor?

  private typealias Anchor = (rank: Int, place: Int)

  /// The order in a table, which must have the columns `number`, `plan` and `rank`.
  init(_ database: Database, plan: Int, table: String) {
    self.database = database
    self.plan = plan
    self.table = table
  }

  /// Whether the row at a place among `count` has a rank.
  mutating func has(_ rank: Int, at place: Int, of count: Int) throws -> Bool {
    guard (0..<count).contains(place) else { return false }
    return try self.rank(at: place, of: count) == rank
  }

  /// The rank that a row has, which must stand at a place, or one for a new row at that place.
  mutating func rank(ofPresent present: Int?, at place: Int) throws -> Int {
    let count = try database.number(
      "SELECT count(*) FROM \(table) WHERE plan = ?", [.number(plan)], of: "plan \(plan)")
    guard let count else { throw missing }
    if let present {
      guard try has(present, at: place, of: count) else { throw StoreError.unfit }
      return present
    }
    guard (0...count).contains(place) else { throw StoreError.unfit }
    return try rank(for: place, of: count)
  }

  /// A rank for a row that shall stand at a place, if `count` other rows are there; `moved` is the
  /// rank that the row has now, if it is there already.
  mutating func rank(for place: Int, of count: Int, moving moved: Int? = nil) throws -> Int {
    if let rank = try room(for: place, of: count, moving: moved) { return take(rank, place) }
    try spread(around: place, of: moved == nil ? count : count + 1)
    anchor = nil
    // The row to be moved has another rank now, and only counts as one of the others if it is left.
    guard moved == nil, let rank = try room(for: place, of: count, moving: nil) else {
      throw Exhausted()
    }
    return take(rank, place)
  }

  /// That there was no room, and that there is now: the rank of a moved row has to be read again.
  struct Exhausted: Error {}

  private mutating func take(_ rank: Int, _ place: Int) -> Int {
    anchor = (rank, place)
    return rank
  }

  /// A free rank between the neighbours; nil where there is none.
  private mutating func room(for place: Int, of count: Int, moving moved: Int?) throws -> Int? {
    let before = place == 0 ? nil : try self.before(place, of: count, moving: moved)
    let after = place == count ? nil : try rank(behind: before, without: moved)
    switch (before, after) {
    case (nil, nil): return 0
    case (let before?, nil): return sum(before, Ranks.gap)
    case (nil, let after?): return sum(after, -Ranks.gap)
    case (let before?, let after?):
      return after - before > 1 ? before + (after - before) / 2 : nil
    }
  }

  /// The rank of the row that comes before a place, among the others if one is moved.
  private mutating func before(_ place: Int, of count: Int, moving moved: Int?) throws -> Int {
    let rank = try rank(at: place - 1, of: moved == nil ? count : count + 1)
    guard let moved, moved <= rank else { return rank }
    // The row to be moved was counted too.
    guard let next = try self.rank(behind: rank, without: nil) else { throw missing }
    return next
  }

  private func sum(_ left: Int, _ right: Int) -> Int? {
    let sum = left + right
    return Bounds.ranks.contains(sum) ? sum : nil
  }

  private var missing: StoreError { .damaged("plan \(plan): a \(table) is missing") }

  /// The rank at a place among `count` rows, counted from what is nearest: the start, the end, or
  /// the place that is known.
  private mutating func rank(at place: Int, of count: Int) throws -> Int {
    let (start, end): (Anchor, Anchor) = ((.min, 0), (.max, count))
    let anchors = [start, end] + (anchor.map { [$0] } ?? [])
    let nearest = anchors.min { abs($0.place - place) < abs($1.place - place) } ?? start
    let isBehind = place >= nearest.place
    let rank = try self.rank(
      "SELECT rank FROM \(table) WHERE plan = ? AND rank \(isBehind ? ">=" : "<") ? "
        + "ORDER BY rank \(isBehind ? "" : "DESC") LIMIT 1 OFFSET ?",
      [
        .number(plan), .number(nearest.rank),
        .number(isBehind ? place - nearest.place : nearest.place - 1 - place),
      ])
    guard let rank else { throw missing }
    anchor = (rank, place)
    return rank
  }

  /// The rank of the row behind a rank, or of the first row.
  private func rank(behind rank: Int?, without moved: Int?) throws -> Int? {
    try self.rank(
      """
      SELECT rank FROM \(table) WHERE plan = ? AND rank >= ? AND rank IS NOT ? AND rank IS NOT ?
      ORDER BY rank LIMIT 1
      """,
      [
        .number(plan), .number(rank ?? .min), rank.map(Value.number) ?? .null,
        moved.map(Value.number) ?? .null,
      ])
  }

  /// The rank that a query finds; nil where it finds no row.
  private func rank(_ sql: String, _ values: [Value]) throws -> Int? {
    try Query(database, sql).one(values, of: "plan \(plan)") { try $0.rank(0) }
  }
}
