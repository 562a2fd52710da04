import Testing
import Workbench

/// A key that is pressed again and again on a walk through a plan, as what it changes differs from
/// place to place.
struct KeyWalk: Sendable, CustomTestStringConvertible {
  /// What is pressed.
  enum Stroke: Sendable {
    /// The first key of an action in a context.
    case action(Action, Context)
    /// Characters in turns, where they are text.
    case text([String])
  }

  let stroke: Stroke
  /// What each may cost.
  let budget: Budget
  /// The keys that lead from the first screen to where the walk begins.
  let way: String
  /// The keys between one press and the next.
  let between: String
  /// How often the key is pressed.
  let count: Int
  /// The plan that is walked through.
  let plan: WalkedPlan
  /// What it costs beyond the budget; nothing where that is kept.
  let excess: Excess?

  init(
    _ action: Action, in context: Context, _ budget: Budget, way: String = "",
    between: String = "", count: Int = 5, on plan: WalkedPlan = .sound, _ excess: Excess? = nil
  ) {
    stroke = .action(action, context)
    self.budget = budget
    self.way = way
    self.between = between
    self.count = count
    self.plan = plan
    self.excess = excess
  }

  init(typing text: String, _ budget: Budget, way: String, on plan: WalkedPlan = .sound) {
    stroke = .text(text.map(String.init))
    self.budget = budget
    self.way = way
    between = ""
    count = text.count
    self.plan = plan
    excess = nil
  }

  /// Whether it goes to where a store is needed.
  var needsStore: Bool {
    switch stroke {
    case .action(.showHistory, _), .action(.showPlans, _), .action(.open, .history),
      .action(.restore, _), .action(.freeze, _), .action(.nameVersion, _):
      true
    case .action, .text: false
    }
  }

  /// Whether the program writes to files meanwhile: to a store, or what it would replace the document by.
  var writesFiles: Bool {
    switch stroke {
    case .action(.write, _), .action(.close, .question): true
    case .action, .text: needsStore
    }
  }

  /// The action that is asked for; nothing where text is typed.
  var action: Action? { if case .action(let action, _) = stroke { action } else { nil } }

  /// The keys that are measured, as a terminal sends them.
  var keys: [String] {
    get throws {
      switch stroke {
      case .text(let characters): return characters
      case .action(let action, let context):
        let entry = ActionTable.entries(in: context).first { $0.action == action }
        let key = try #require(entry?.keys.first?.bytes, "\(action) has no key in \(context)")
        return Array(repeating: key, count: count)
      }
    }
  }

  var testDescription: String {
    switch stroke {
    case .action(let action, let context): "\(action.rawValue) in \(context.rawValue), \(budget)"
    case .text(let characters): "typing \(characters.joined()), \(budget)"
    }
  }
}
