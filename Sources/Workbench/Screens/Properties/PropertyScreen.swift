import Canvas
import Procurement
import Validation

/// A screen that lists fields outside the plan's lines: of funds, of groups, or of the plan itself.
protocol PropertyScreen: Screen where State == ListFocus {
  /// The fields in their order.
  func properties(of plan: Plan) -> [Property]
  /// What adding a record does; nil where nothing can be added.
  func newRecord(in program: WorkbenchProgram) -> NewRecord?
}

/// A fund or a group that is going to be added.
struct NewRecord: Sendable {
  /// What adding it is called in the history.
  var title: String
  var edit: Edit
}

extension PropertyScreen {
  var context: Context { .records }
  func newRecord(in program: WorkbenchProgram) -> NewRecord? { nil }

  func enter(from previous: ScreenName, in program: inout WorkbenchProgram) -> [Effect] {
    if previous != name { setFocus(ListFocus(), in: &program) }
    return []
  }

  func count(in program: WorkbenchProgram) -> Int { properties(of: program.plan).count }

  func words(ofRow row: Int, in program: WorkbenchProgram) -> String {
    let property = properties(of: program.plan)[row]
    let text = property.text(in: program.plan)
    let said = text.isEmpty ? "none" : text
    switch property {
    case .fundID, .groupID: return "\(property.title) \(said)"
    case .available(let fund, let year):
      let balance = program.assessment.balance(ofFund: fund, in: year)
      return "\(program.plan.funds[fund].id) \(year): \(balance.available.grouped) available, "
        + "\(balance.drawn.grouped) drawn, \((balance.available - balance.drawn).grouped) left"
    default:
      return property.isOfRecord
        ? "\(property.record(in: program.plan)) \(property.title): \(said)"
        : "\(property.title): \(said)"
    }
  }

  func emptyWords(in program: WorkbenchProgram) -> String { "none yet; `add-record` adds one" }

  func details(in program: WorkbenchProgram) -> [String] {
    PropertyListView(program, self).details
  }

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    PropertyListView(program, self).draw(on: &canvas, layout)
  }

  func drawDetail(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    PropertyListView(program, self).drawDetail(on: &canvas, layout)
  }
}

extension WorkbenchProgram {
  /// The screens that list fields outside the lines.
  var propertyScreens: [any PropertyScreen] { screens.all.compactMap { $0 as? any PropertyScreen } }

  /// The screen that is shown, where it lists fields outside the lines.
  var propertyScreen: (any PropertyScreen)? { screens.shown as? any PropertyScreen }
}
