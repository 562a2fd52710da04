/// How often others may wake a session.
///
/// A few wakes in a row are taken as they come, so that a single notice is never late. Where others
/// never stop, only so many a second are taken; what comes between is read with the next.
struct Pace {
  /// How many wakes in a row are taken as they come.
  static let burst = 8
  /// The milliseconds from one wake to the next where others never stop.
  static let interval = 500

  private var left = Pace.burst
  private var counted: Int?

  /// Counts a wake at a time in milliseconds; says whether the next has to wait for an interval.
  mutating func takesRest(after now: Int) -> Bool {
    let last = counted ?? now
    let regained = max(0, now - last) / Pace.interval
    left = min(Pace.burst, left + regained)
    counted = left == Pace.burst ? now : last + regained * Pace.interval
    left = max(0, left - 1)
    return left == 0
  }
}
