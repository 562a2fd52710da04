/// How the elements of a list correspond to those of another list, by their unique ids.
///
/// Of the elements that both lists have, as many as possible stay: a longest subsequence that is in
/// the same order in both. The others move.
package struct ListAlignment: Sendable {
  /// For each place of the other list the old place of its element; nil if it is new.
  package let origins: [Int?]
  /// The old places of the elements that the other list does not have, in order.
  package let removed: [Int]
  /// For each place of the other list, whether its element stays.
  let stays: [Bool]
  /// The number of old elements.
  private let oldCount: Int

  /// The alignment of a list of ids with another one.
  package init(from old: [String], to new: [String]) {
    let prefix = zip(old, new).prefix { $0 == $1 }.count
    let rest = min(old.count, new.count) - prefix
    let suffix = zip(old.reversed(), new.reversed()).prefix(rest).prefix { $0 == $1 }.count
    let middle = prefix..<old.count - suffix
    // Lists mostly differ little, so only the part between equal ends is looked up.
    var index: [String: Int] = [:]
    index.reserveCapacity(middle.count)
    for place in middle { index[old[place]] = place }
    var origins = (0..<prefix).map(Int?.some)
    for id in new[prefix..<new.count - suffix] { origins.append(index.removeValue(forKey: id)) }
    origins += (old.count - suffix..<old.count).map(Int?.some)

    var isKept = Array(repeating: false, count: old.count)
    for case let origin? in origins { isKept[origin] = true }
    self.origins = origins
    removed = middle.filter { !isKept[$0] }
    stays = ListAlignment.longestRise(in: origins)
    oldCount = old.count
  }

  /// Whether the element at a place of the other list has moved among those that stay.
  package func isMoved(_ place: Int) -> Bool { origins[place] != nil && !stays[place] }

  /// Marks the places of a longest subsequence of rising numbers, by patience sorting.
  private static func longestRise(in numbers: [Int?]) -> [Bool] {
    // For each length the place where a subsequence of that length has its lowest end.
    var ends: [(place: Int, number: Int)] = []
    var before: [Int?] = Array(repeating: nil, count: numbers.count)
    for case (let place, let number?) in numbers.enumerated() {
      var low = 0
      var high = ends.count
      if let last = ends.last, last.number < number { low = high }
      while low < high {
        let middle = (low + high) / 2
        if ends[middle].number < number { low = middle + 1 } else { high = middle }
      }
      before[place] = low == 0 ? nil : ends[low - 1].place
      ends.replaceSubrange(low..<min(low + 1, ends.count), with: [(place, number)])
    }
    var isIn = Array(repeating: false, count: numbers.count)
    var next = ends.last?.place
    while let place = next {
      isIn[place] = true
      next = before[place]
    }
    return isIn
  }
}

// MARK: Steps

/// One step in turning a list into another; `at`, `from` and `to` are places at the time of the
/// step.
enum AlignmentStep: Hashable, Sendable {
  /// Removes the element from an old place.
  case remove(old: Int, at: Int)
  /// Moves the element from an old place to its new one.
  case move(old: Int, new: Int, from: Int, to: Int)
  /// Inserts the element at a place of the other list.
  case insert(new: Int, at: Int)
}

extension ListAlignment {
  /// The steps that turn this list into the other one, removals first.
  var steps: [AlignmentStep] {
    guard !removed.isEmpty || stays.contains(false) else { return [] }
    var slots = slots
    var steps: [AlignmentStep] = []
    for old in removed { steps.append(.remove(old: old, at: slots.occupied.leave(slots.old[old]))) }
    for (new, origin) in origins.enumerated() where !stays[new] {
      if let origin {
        let from = slots.occupied.leave(slots.old[origin])
        let to = slots.occupied.take(slots.new[new])
        steps.append(.move(old: origin, new: new, from: from, to: to))
      } else {
        steps.append(.insert(new: new, at: slots.occupied.take(slots.new[new])))
      }
    }
    return steps
  }

  /// One row of slots for all old and new elements. An element that stays has one slot, one that
  /// moves has two, and a new one comes right after its neighbour in the other list. So at any time
  /// the place of an element is the number of occupied slots before its own.
  private var slots: (old: [Int], new: [Int], occupied: SlotCount) {
    var old: [Int] = []
    var new = Array(repeating: 0, count: origins.count)
    var occupied: [Bool] = []
    func pass(upTo end: Int) {
      while old.count < end {
        old.append(occupied.count)
        occupied.append(true)
      }
    }
    for (place, origin) in origins.enumerated() {
      if let origin, stays[place] {
        pass(upTo: origin + 1)
      } else {
        new[place] = occupied.count
        occupied.append(false)
      }
    }
    pass(upTo: oldCount)
    return (old, new, SlotCount(occupied))
  }
}
