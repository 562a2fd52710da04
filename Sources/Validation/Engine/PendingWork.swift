import Procurement

/// What edits have changed that must be judged again.
struct PendingWork: Sendable {
  /// Which lines must be judged again by themselves.
  enum Lines: Sendable {
    /// Those at `places`.
    case placed
    /// Those that are marked as stale, wherever they are.
    case marked
    case all
  }

  var lines = Lines.placed
  private(set) var places: [Int] = []
  /// The places of lines whose verdicts are in no sum until they are computed again.
  private(set) var verdicts: [Int] = []
  /// The ids of groups that have changed; all lines that name them must be judged again.
  var groups: Set<String> = []
  /// Header, funds or groups mean something else to lines.
  var isOutsideStale = false
  /// The list of funds, or what a fund pays for, has changed.
  var areFundsStale = false
  /// The amounts that funds have available have changed.
  var isOpeningStale = false

  /// About how many of the plan's lines must be judged again by themselves.
  func linesToRead(of count: Int) -> Int {
    lines == .placed && groups.isEmpty ? places.count : count
  }

  /// Adds a line.
  mutating func add(_ place: Int) {
    if places.last != place { places.append(place) }
  }

  /// Adds a line whose verdict must be computed again.
  mutating func addVerdict(_ place: Int) { verdicts.append(place) }

  /// Lines are about to shift, so that known places would be wrong.
  mutating func shift() {
    if lines == .placed, !places.isEmpty { lines = .marked }
  }
}
