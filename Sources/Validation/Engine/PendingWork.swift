import Procurement

/// What must be judged again after edits.
struct PendingWork: Sendable {
  /// How the lines that must be judged again are recorded.
  enum Lines: Sendable {
    /// By their places, in `places`.
    case placed
    /// By a mark on each of them.
    case marked
    case all
  }

  var lines = Lines.placed
  private(set) var places: [Int] = []
  /// The places of lines whose verdicts are left out of all sums until they are computed again.
  private(set) var verdicts: [Int] = []
  /// The ids of groups that have changed; all lines that name them must be judged again.
  var groups: Set<String> = []
  /// Whether header, funds or groups have changed in a way that affects lines.
  var isOutsideStale = false
  /// Whether the list of funds, or what a fund pays for, has changed.
  var areFundsStale = false
  /// Whether the amounts that funds have available have changed.
  var isOpeningStale = false

  /// About how many of the plan's lines must be judged again.
  func linesToRead(of count: Int) -> Int {
    lines == .placed && groups.isEmpty ? places.count : count
  }

  /// Adds a line.
  mutating func add(_ place: Int) {
    if places.last != place { places.append(place) }
  }

  /// Adds a line whose verdict must be computed again.
  mutating func addVerdict(_ place: Int) { verdicts.append(place) }

  /// Switches to marks, because lines are about to shift and recorded places would be wrong.
  mutating func shift() {
    if lines == .placed, !places.isEmpty { lines = .marked }
  }
}
