import GRDB
import Procurement
import Stores

/// A plan as its journal alone tells it, and what is wrong with the journal.
struct Replay {
  /// The plan after the last step that fits.
  private(set) var plan = Plan.empty
  /// The number of that step.
  private(set) var head = 0
  /// Whether the plan is frozen then.
  private(set) var isFrozen = false
  private var finder = LineFinder(near: 0)

  /// Goes on by a step; returns what is wrong with it, in words.
  mutating func take(_ entry: JournalEntry) -> String? {
    guard entry.number == head + 1 else { return "step \(head + 1) is missing" }
    for (index, edit) in entry.step.edits.enumerated() {
      guard let change = plan.change(by: edit, &finder) else {
        return "edit \(index + 1) of step \(entry.number) does not fit"
      }
      finder.follow(edit, at: change.place)
      plan.carryOut(edit, as: change)
    }
    switch entry.step.kind {
    case .freezing: isFrozen = true
    case .reopening: isFrozen = false
    default:
      if isFrozen { return "step \(entry.number) changes a frozen plan" }
    }
    head = entry.number
    return nil
  }
}

extension Plan.Change {
  /// The place of the line that it is about; 0 where it is about none.
  fileprivate var place: Int {
    switch self {
    case .line(let place), .insertion(let place), .removal(let place): place
    case .move(from: _, to: let place): place
    case .funds, .groups, .header: 0
    }
  }
}
