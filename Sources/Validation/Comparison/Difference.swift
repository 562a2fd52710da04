import Procurement

/// How an element of a list, such as a line or a fund, differs between two plans.
public enum Difference<Element: Hashable & Sendable>: Hashable, Sendable {
  /// Only the later plan has it.
  case added(Element)
  /// Only the earlier plan has it.
  case removed(Element)
  /// Both have it; it holds other values, stands elsewhere, or both.
  case changed(from: Element, to: Element, move: Move?)

  /// From where to where an element has moved, in places that count from nought.
  public struct Move: Hashable, Sendable {
    /// Its place in the earlier plan.
    public var from: Int
    /// Its place in the later plan.
    public var to: Int

    /// A move from a place to another.
    public init(from: Int, to: Int) {
      self.from = from
      self.to = to
    }
  }
}

extension Difference {
  /// The differences of two lists in the later one's order; what is gone stands where it stood.
  ///
  /// An element has moved only where it is in another order with the rest: of what both lists have,
  /// as much as possible has stayed.
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
