import RelationalStores
import Stores

/// The order of the rows that a plan has in a table.
///
/// Each row has a rank, with wide gaps between ranks. A row inserted between two others gets a rank
/// between theirs, so no other row changes. Without a gap, some rows around get new ranks.
struct Ranks {
  /// The distance between the ranks of neighbouring rows.
  static let gap = 1 << 40
  /// The maximum number of a plan's rows in a table, which fits into the bounds.
  static let mostRows = 1 << 21

  let database: any RelationalConnection
  let plan: Int
  let table: String
  /// A rank, used or not, with the number of rows before it. Places near it need not be counted
  /// from the start or the end.
  private var anchor: Anchor?

  private typealias Anchor = (rank: Int, place: Int)

  /// The order of a table's rows. The table must have the columns `number`, `plan` and `rank`.
  init(_ database: any RelationalConnection, plan: Int, table: String) {
    self.database = database
    self.plan = plan
    self.table = table
  }

  /// Whether the row at a place among `count` has a rank.
  mutating func has(_ rank: Int, at place: Int, of count: Int) throws -> Bool {
    guard (0..<count).contains(place) else { return false }
    return try self.rank(at: place, of: count) == rank
  }

  /// The rank of an existing row, which must be at a place, or one for a new row at that place.
  mutating func rank(ofExisting existing: Int?, at place: Int) throws -> Int {
    let count = try database.number(
      "SELECT count(*) FROM \(table) WHERE plan = ?", [.number(plan)], of: "plan \(plan)")
    guard let count else { throw missing }
    if let existing {
      guard try has(existing, at: place, of: count) else { throw StoreError.unfit }
      return existing
    }
    guard (0...count).contains(place) else { throw StoreError.unfit }
    return try rank(for: place, of: count)
  }

  /// A rank for a row at a place among `count` other rows. `moved` is the present rank of a row
  /// that is moved there.
  mutating func rank(for place: Int, of count: Int, moving moved: Int? = nil) throws -> Int {
    if let rank = try room(for: place, of: count, moving: moved) { return take(rank, place) }
    try spread(around: place, of: moved == nil ? count : count + 1)
    anchor = nil
    // Spreading changed the moved row's rank; it counts among the others if it is not moved.
    guard moved == nil, let rank = try room(for: place, of: count, moving: nil) else {
      throw Exhausted()
    }
    return take(rank, place)
  }

  /// Thrown after making room: the rank of a moved row has changed and must be read again.
  struct Exhausted: Error {}

  private mutating func take(_ rank: Int, _ place: Int) -> Int {
    anchor = (rank, place)
    return rank
  }

  /// A free rank between two neighbours; nil if there is none.
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

  /// The rank of the row before a place, without a moved row.
  private mutating func before(_ place: Int, of count: Int, moving moved: Int?) throws -> Int {
    let rank = try rank(at: place - 1, of: moved == nil ? count : count + 1)
    guard let moved, moved <= rank else { return rank }
    // The moved row was counted too.
    guard let next = try self.rank(behind: rank, without: nil) else { throw missing }
    return next
  }

  private func sum(_ left: Int, _ right: Int) -> Int? {
    let sum = left + right
    return Bounds.ranks.contains(sum) ? sum : nil
  }

  private var missing: StoreError { .damaged("plan \(plan): a \(table) is missing") }

  /// The rank at a place among `count` rows, counted from the nearest of the start, the end and the
  /// known place.
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

  /// The rank of the row after a rank, or of the first row.
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

  /// The rank that a query finds; nil if it finds no row.
  private func rank(_ sql: String, _ values: [Value]) throws -> Int? {
    try Query(database, sql).one(values, of: "plan \(plan)") { try $0.rank(0) }
  }
}
