/// What edits have left to be judged again.
struct Unsettled: Sendable {
  /// Which lines are to be judged again by themselves.
  enum Lines: Sendable {
    /// Those at `places`.
    case placed
    /// Those that say of themselves that they are stale, wherever they are.
    case marked
    case all
  }

  var lines = Lines.placed
  private(set) var places: [Int] = []
  /// The places of lines whose verdicts are in no sum until they are made anew.
  private(set) var verdicts: [Int] = []
  /// Groups that are others now, with all lines that name them.
  var groups: Set<String> = []
  /// Head, funds or groups say something else to lines.
  var isOutsideStale = false
  /// Funds are others, or pay for something else.
  var areFundsStale = false
  /// Funds have another amount available.
  var isOpeningStale = false

  /// About how many of the plan's lines are to be judged again by themselves.
  func linesToRead(of count: Int) -> Int {
    lines == .placed && groups.isEmpty ? places.count : count
  }

  /// Adds a line.
  mutating func add(_ place: Int) {
    if places.last != place { places.append(place) }
  }

  /// Adds a line whose verdict is to be made anew.
  mutating func addVerdict(_ place: Int) { verdicts.append(place) }

  /// Lines are about to shift, so places that are known would be wrong.
  mutating func shift() {
    if lines == .placed, !places.isEmpty { lines = .marked }
  }
}
