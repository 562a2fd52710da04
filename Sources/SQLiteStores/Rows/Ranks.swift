import GRDB
import Stores

/// The order of the rows that a plan has in a table.
///
/// Each row has a rank with wide gaps between; one that goes between two others gets a rank between
/// theirs, so no other row is touched. Where there is no room left some rows around get new ranks.
struct Ranks {
  /// How far apart the ranks of rows are that come one after the other.
  static let gap = 1 << 40

  let database: Database
  let plan: Int
  let table: String
  /// A place that is known with its rank, so that rows put in one after the other are not counted
  /// anew.
  private var known: (place: Int, rank: Int)?

  /// The order in a table, which must have the columns `number`, `plan` and `rank`.
  init(_ database: Database, plan: Int, table: String) {
    self.database = database
    self.plan = plan
    self.table = table
  }

  /// Forgets what is known of places, since rows have gone or moved.
  mutating func forget() { known = nil }

  /// A rank for a row that shall stand at a place, if `count` other rows are there; `moved` is the
  /// rank that the row has now, if it is there already.
  mutating func rank(for place: Int, of count: Int, moving moved: Int? = nil) throws -> Int {
    if let rank = try room(for: place, of: count, moving: moved) { return take(rank, place, moved) }
    try spread(around: place, of: moved == nil ? count : count + 1)
    known = nil
    // The row to be moved has another rank now, and only counts as one of the others if it is left.
    guard moved == nil, let rank = try room(for: place, of: count, moving: nil) else {
      throw Exhausted()
    }
    return take(rank, place, moved)
  }

  /// That there was no room, and that there is now: the rank of a moved row has to be read again.
  struct Exhausted: Error {}

  private mutating func take(_ rank: Int, _ place: Int, _ moved: Int?) -> Int {
    known = moved == nil ? (place, rank) : nil
    return rank
  }

  /// A free rank between the neighbours; nil where there is none.
  private func room(for place: Int, of count: Int, moving moved: Int?) throws -> Int? {
    let before = place == 0 ? nil : try self.before(place, of: count, moving: moved)
    let after = place == count ? nil : try rank(behind: before, without: moved)
    switch (before, after) {
    case (nil, nil): return 0
    case (let before?, nil): return sum(before, Ranks.gap)
    case (nil, let after?): return sum(after, -Ranks.gap)
    case (let before?, let after?):
      let (between, overflow) = after.subtractingReportingOverflow(before)
      guard !overflow, between > 1 else { return nil }
      return before + between / 2
    }
  }

  /// The rank of the row that comes before a place, among the others if one is moved.
  private func before(_ place: Int, of count: Int, moving moved: Int?) throws -> Int {
    if let known, known.place == place - 1, moved == nil { return known.rank }
    let rank = try rank(at: place - 1, of: moved == nil ? count : count + 1)
    guard let moved, moved <= rank else { return rank }
    // The row to be moved was counted too.
    guard let next = try self.rank(behind: rank, without: nil) else { throw missing }
    return next
  }

  private func sum(_ left: Int, _ right: Int) -> Int? {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : sum
  }

  private var missing: StoreError { .damaged("plan \(plan): a \(table) is missing") }

  /// The rank at a place among `count` rows, counted from the end that is nearer.
  private func rank(at place: Int, of count: Int) throws -> Int {
    let fromEnd = place > count / 2
    let rank = try database.number(
      """
      SELECT rank FROM \(table) WHERE plan = ?
      ORDER BY rank \(fromEnd ? "DESC" : "") LIMIT 1 OFFSET ?
      """, [.number(plan), .number(fromEnd ? count - 1 - place : place)], of: "plan \(plan)")
    guard let rank else { throw missing }
    return rank
  }

  /// The rank of the row behind a rank, or of the first row.
  private func rank(behind rank: Int?, without moved: Int?) throws -> Int? {
    try database.number(
      """
      SELECT rank FROM \(table) WHERE plan = ? AND rank >= ? AND rank IS NOT ? AND rank IS NOT ?
      ORDER BY rank LIMIT 1
      """,
      [
        .number(plan), .number(rank ?? .min), rank.map(Value.number) ?? .null,
        moved.map(Value.number) ?? .null,
      ], of: "plan \(plan)")
  }
}
