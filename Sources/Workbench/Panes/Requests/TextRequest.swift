import Procurement
import Stores
import Text

/// A text that is asked for at the bottom of the screen to do something with it. It is no field of
/// the plan, so nothing changes before it is accepted.
enum TextRequest: Hashable, Sendable {
  /// The title of a copy of a plan.
  case copyTitle(PlanNumber)
  /// The name of a scenario to make of a plan; nil for the open one.
  case scenarioName(PlanNumber?)
  /// Another title of a plan, or another name of a scenario.
  case newName(PlanNumber, isScenario: Bool)
  /// The title of a plan, which has to be typed to delete it.
  case deletion(PlanNumber, name: String)
  /// By how much amounts are scaled.
  case percentage(ScaledAmounts)
  /// The supplier of all marked lines.
  case supplierOfMarked
  /// A field of the form for a new plan.
  case newPlanField(Property, NewPlan)
  /// The file that a report is written to.
  case reportName

  /// What the bottom row asks.
  var prompt: String {
    switch self {
    case .copyTitle: "title of the copy: "
    case .scenarioName: "name of the scenario: "
    case .newName(_, let isScenario): isScenario ? "name of the scenario: " : "title of the plan: "
    case .deletion(_, let name): "delete for good? type `\(name)`: "
    case .percentage(let amounts): "change \(amounts.title) by per cent, as -20 or +5: "
    case .supplierOfMarked: "supplier of all marked lines: "
    case .newPlanField(let field, _): "new plan, \(field.title): "
    case .reportName: "write the report to file: "
    }
  }

  /// How many characters can be typed.
  var limit: Int {
    switch self {
    case .scenarioName, .newName(_, isScenario: true): TextRequest.nameLimit
    default: TextInput.fieldLimit
    }
  }

  /// The most characters of a scenario's name, which lists show beside its sums, and the most Unicode
  /// characters in all of them.
  private static let nameLimit = 200
  static let scalarLimit = 2_000

  /// What is typed, in a phrase.
  var title: String {
    switch self {
    case .copyTitle: "the title of the copy"
    case .scenarioName: "the name of the scenario"
    case .newName: "the new name"
    case .deletion(_, let name): "`\(name)`, to delete it for good"
    case .percentage(let amounts): "the change of \(amounts.title) in per cent, as -20 or +5"
    case .supplierOfMarked: "supplier of all marked lines"
    case .newPlanField(let field, _): "\(field.title) of the new plan"
    case .reportName: "the file for the report"
    }
  }
}

extension WorkbenchProgram {
  /// Asks for a text; what is proposed gives way to the first key that is typed where the user has
  /// not typed it before.
  mutating func request(
    _ request: TextRequest, present: String = "", replacesText: Bool = false
  ) {
    var editor = FieldEditor(
      target: .request(request), input: input(present, limit: request.limit),
      replacesText: replacesText)
    do throws(FieldFault) { try check(present, for: request) } catch { editor.fault = error.words }
    panes.push(editor)
  }

  /// Refuses a text that cannot be accepted.
  func check(_ text: String, for request: TextRequest) throws(FieldFault) {
    switch request {
    case .copyTitle, .newName(_, isScenario: false):
      if text.trimmed.isEmpty { throw FieldFault(words: "a plan needs a title; type one") }
    case .scenarioName, .newName(_, isScenario: true):
      if text.trimmed.isEmpty { throw FieldFault(words: "a scenario needs a name; type one") }
      if text.unicodeScalars.count > TextRequest.scalarLimit {
        throw FieldFault(words: "the name is too long; type a shorter one")
      }
    case .deletion(_, let name):
      if text.trimmed != name.trimmed {
        throw FieldFault(words: "not deleted: type `\(name)`, or \(mention(.close)) keeps it")
      }
    case .percentage: _ = try Percentage(text)
    case .supplierOfMarked: _ = try CodeKind.supplier.value(ofField: "supplier", text)
    case .newPlanField(let field, let new): _ = try new.putting(text.trimmed, into: field)
    case .reportName: try WorkbenchProgram.check(reportName: text.trimmed)
    }
  }

  /// Does what a text was asked for.
  mutating func accept(_ text: String, for request: TextRequest) -> [Effect] {
    let text = text.trimmed
    switch request {
    case .copyTitle(let plan): return copy(plan, as: .plan(title: text))
    case .scenarioName(let plan): return copy(plan, as: .scenario(name: text))
    case .newName(let plan, _): return rename(plan, to: text)
    case .deletion(let plan, let name):
      message = Message(text: "deleted `\(name)`")
      return [.store(.delete(plan))]
    case .percentage(let amounts):
      if let percentage = try? Percentage(text) { scale(amounts, by: percentage) }
    case .supplierOfMarked:
      if let name = try? CodeKind.supplier.value(ofField: "supplier", text) {
        carryOut(.set(.supplier(name.nonEmpty)))
      }
    case .newPlanField(let field, let new):
      if let new = try? new.putting(text, into: field) { showForm(for: new) }
    case .reportName: return writeReport(to: text)
    }
    return []
  }
}
