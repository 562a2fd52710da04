import Procurement

/// How an element of a list, such as a line or a fund, differs between two plans.
public enum Difference<Element: Hashable & Sendable>: Hashable, Sendable {
  /// Only the later plan has it.
  case added(Element)
  /// Only the earlier plan has it.
  case removed(Element)
  /// Both have it, with other values, at another place, or both.
  case changed(from: Element, to: Element, move: Move?)

  /// The old and the new place of an element that has moved, counted from zero.
  public struct Move: Hashable, Sendable {
    /// Its place in the earlier plan.
    public var from: Int
    /// Its place in the later plan.
    public var to: Int

    /// A move from one place to another.
    public init(from: Int, to: Int) {
      self.from = from
      self.to = to
    }
  }
}

extension Difference {
  /// The differences between two lists in the later one's order, with removed elements at their old
  /// places.
  ///
  /// As few elements as possible count as moved.
  static func all<List: RandomAccessCollection>(
    from old: List, to new: List, by alignment: ListAlignment
  ) -> [Difference] where List.Element == Element, List.Index == Int {
    var differences: [Difference] = []
    var gone = alignment.removed[...]
    for (place, origin) in alignment.origins.enumerated() {
      guard let origin else {
        differences.append(.added(new[place]))
        continue
      }
      let isMoved = alignment.isMoved(place)
      if !isMoved {
        while let removed = gone.first, removed < origin {
          differences.append(.removed(old[removed]))
          gone.removeFirst()
        }
      }
      let (before, after) = (old[origin], new[place])
      guard isMoved || before != after else { continue }
      let move = isMoved ? Move(from: origin, to: place) : nil
      differences.append(.changed(from: before, to: after, move: move))
    }
    return differences + gone.map { .removed(old[$0]) }
  }
}
