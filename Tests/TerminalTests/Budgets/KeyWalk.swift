import Testing
import Workbench

/// A key that is pressed several times on a walk through a plan, because each place changes other
/// cells.
struct KeyWalk: Sendable, CustomTestStringConvertible {
  /// The key, or the text.
  enum Stroke: Sendable {
    /// The first key of an action in a context.
    case action(Action, Context)
    /// One character after the other, typed into a field.
    case text([String])
  }

  let stroke: Stroke
  /// The kind of change that each press makes.
  let budget: Budget
  /// The keys from the first screen to where the walk starts.
  let way: String
  /// The keys between one press and the next.
  let between: String
  /// The number of presses.
  let count: Int
  /// The plan to walk through.
  let plan: WalkedPlan

  init(
    _ action: Action, in context: Context, _ budget: Budget, way: String = "",
    between: String = "", count: Int = 5, on plan: WalkedPlan = .sound
  ) {
    stroke = .action(action, context)
    self.budget = budget
    self.way = way
    self.between = between
    self.count = count
    self.plan = plan
  }

  init(typing text: String, _ budget: Budget, way: String, on plan: WalkedPlan = .sound) {
    stroke = .text(text.map(String.init))
    self.budget = budget
    self.way = way
    between = ""
    count = text.count
    self.plan = plan
  }

  /// Whether the walk needs a store.
  var needsStore: Bool {
    switch stroke {
    case .action(.showHistory, _), .action(.showPlans, _), .action(.open, .history),
      .action(.showScenarios, _), .action(.compare, _), .action(.restore, _), .action(.freeze, _),
      .action(.nameVersion, _):
      true
    case .action, .text: false
    }
  }

  /// Whether the program also writes to files: to a store, or to the document.
  var writesFiles: Bool {
    switch stroke {
    case .action(.write, _), .action(.close, .question): true
    case .action, .text: needsStore
    }
  }

  /// The action of the key; nil where text is typed.
  var action: Action? { if case .action(let action, _) = stroke { action } else { nil } }

  /// The keys to measure, as a terminal sends them.
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
