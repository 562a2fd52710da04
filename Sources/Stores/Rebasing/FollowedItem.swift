public import Procurement

/// A line, fund or group that is followed by its id through the edits of a plan: what it is called
/// by then, and where it was if it was removed.
public struct FollowedItem: Hashable, Sendable {
  private let list: PlaceHistory.List
  /// What it is called, or was called last.
  public private(set) var id: String
  /// The place in its list at which it would be, where it was removed; nil while it is in the plan.
  public private(set) var gap: Int?

  /// A line of the plan.
  public init(line id: String) { self.init(.lines, id) }
  /// A fund of the plan.
  public init(fund id: String) { self.init(.funds, id) }
  /// A buying group of the plan.
  public init(group id: String) { self.init(.groups, id) }

  private init(_ list: PlaceHistory.List, _ id: String) {
    self.list = list
    self.id = id
  }

  /// Whether it was removed.
  public var isRemoved: Bool { gap != nil }
  /// Whether it is a line.
  public var isLine: Bool { list == .lines }

  /// Follows edits that were carried out, in order.
  public mutating func follow(_ edits: some Sequence<Edit>) {
    for edit in edits {
      guard let (list, change) = PlaceHistory.change(by: edit), list == self.list else { continue }
      if let gap { follow(change, from: gap) } else { follow(change) }
    }
  }

  private mutating func follow(_ change: PlaceHistory.Change) {
    switch change {
    case .remove(id, at: let place): gap = place
    case .rename(id, to: let new): id = new
    case .insert, .remove, .move, .rename: break
    }
  }

  private mutating func follow(_ change: PlaceHistory.Change, from gap: Int) {
    switch change {
    case .insert(id, at: _): self.gap = nil
    case .insert(_, at: let place): self.gap = place <= gap ? gap + 1 : gap
    case .remove(_, at: let place): self.gap = place < gap ? gap - 1 : gap
    case .move(_, from: let old, to: let new):
      let closed = old < gap ? gap - 1 : gap
      self.gap = new <= closed ? closed + 1 : closed
    case .rename: break
    }
  }
}
