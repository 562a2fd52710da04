/// Limits how often others may wake a session.
///
/// A few wakes in a row are accepted immediately, so that a single notice is never late. If others
/// never stop, only some per second are accepted, and the rest is read with the next one.
struct Pace {
  /// The number of wakes in a row that are accepted immediately.
  static let burst = 8
  /// The milliseconds between wakes if others never stop.
  static let interval = 500

  private var left = Pace.burst
  private var counted: Int?

  /// Counts a wake at a time in milliseconds; returns whether the next must wait for an interval.
  mutating func mustPause(after now: Int) -> Bool {
    let last = counted ?? now
    let regained = max(0, now - last) / Pace.interval
    left = min(Pace.burst, left + regained)
    counted = left == Pace.burst ? now : last + regained * Pace.interval
    left = max(0, left - 1)
    return left == 0
  }
}
