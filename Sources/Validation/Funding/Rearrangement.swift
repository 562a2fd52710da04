public import Procurement

/// Edits of the order of drawing that leave less unfunded: of lines' funds and of lines' places.
public struct Rearrangement: Hashable, Sendable {
  /// The edits, in order, as one step to undo.
  public let edits: [Edit]
  /// What the plan leaves unfunded after them.
  public let unfunded: Money
}

extension Assessment {
  /// A rearrangement by which the plan leaves less unfunded, the least if one is found that does;
  /// nil where the present order leaves the least, or no better order is found.
  ///
  /// Other orders of lines' funds are preferred to other places of lines.
  public var rearrangement: Rearrangement? {
    guard unfundedByOrder > .zero,
      let found = OrderSearch(plan, fundingDemands, fundingNetwork).betterOrder()
    else { return nil }
    return Rearrangement(
      edits: plan.edits(to: found.order.arranged(plan)), unfunded: found.unfunded)
  }
}

extension Rearrangement {
  /// What it changes: ``L1 draws on `bid` before `capital`, L2 moves to row 1``, or of many changes
  /// how many.
  public var words: String {
    guard edits.count > Rearrangement.named else {
      return edits.compactMap(\.orderWords).joined(separator: ", ")
    }
    let moves = edits.count { if case .move = $0 { true } else { false } }
    let counts = [
      Rearrangement.count(edits.count - moves, "the funds of 1 line", "the funds of"),
      Rearrangement.count(moves, "the place of 1 line", "the places of"),
    ]
    return counts.compactMap(\.self).joined(separator: " and ")
  }

  /// The most changes that are named.
  private static let named = 2

  private static func count(_ count: Int, _ one: String, _ many: String) -> String? {
    count == 0 ? nil : count == 1 ? one : "\(many) \(count) lines"
  }
}

extension Edit {
  /// What it changes of the order of drawing.
  fileprivate var orderWords: String? {
    switch self {
    case .move(line: let line, from: _, to: let place): "\(line.named) moves to row \(place + 1)"
    case .set(line: let line, from: .funds(let old), to: .funds(let new)):
      zip(old, new).first { $0 != $1 }.map { old, new in
        "\(line.named) draws on \(new.quoted) before \(old.quoted)"
      }
    default: nil
    }
  }
}
