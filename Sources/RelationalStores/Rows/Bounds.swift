/// The bounds of numbers in a store, whichever program wrote them.
///
/// Each number is checked against these once, where `Row` and `JSON` read it, so that later sums
/// cannot overflow. A number out of bounds is reported as damage and never traps.
package enum Bounds {
  /// Milliseconds since the start of 1970, up to the end of 9999, in UTC.
  package static let moments = 0...253_402_214_399_999
  /// Numbers of steps; 0 is before the first step.
  package static let steps = 0...1_000_000_000
  /// Numbers of plans.
  package static let plans = 1...1_000_000_000
  /// Lines, findings, and places in lists.
  package static let counts = 0...1_000_000_000
  /// Ranks. Two of them can be subtracted, and a gap can be added.
  package static let ranks = -(1 << 61)...(1 << 61)
  /// Row numbers of lines. Higher numbers are ignored when a new one is assigned.
  package static let lineRows = 0...(1 << 61)
  /// User ids.
  package static let users = 0...Int(UInt32.max)
  /// One amount of money. A plan is only read if all its amounts can be added up (`Plan.total`), so
  /// no partial sum overflows.
  package static let pence = 0...Int.max
}
