import Canvas
import Procurement
import Stores
import Text

extension ScreenName {
  static let plans = ScreenName("plans")
}

/// The plans of the store.
struct PlansScreen: Screen {
  typealias State = PlanDirectory

  static let name = ScreenName.plans
  let title = "the plans of the store"
  let context = Context.plans
  let shortcut: ScreenShortcut? = ScreenShortcut(.showPlans, "the plans of the store", "0")
  let isAboutPlan = false
  let showsPast = false
  let needsPlans = true
  let filterHelp = ["any words: of a title, a trust, a cluster, an author"]

  func initialState(for programme: Programme) -> PlanDirectory { PlanDirectory() }

  func unavailable(in program: WorkbenchProgram) -> String? { program.noStore }

  func enter(from previous: ScreenName, in program: inout WorkbenchProgram) -> [Effect] {
    [.store(.list)]
  }

  func count(in program: WorkbenchProgram) -> Int { program.directory.shown.count }

  func words(ofRow row: Int, in program: WorkbenchProgram) -> String {
    program.directory.plan(inRow: row).words
  }

  func emptyWords(in program: WorkbenchProgram) -> String {
    program.directory.filter.isEmpty
      ? "no plans yet; `add-plan` starts one, `calloff import PLAN.yaml` takes some in"
      : "no plan fits the filter; `show-all` shows all"
  }

  func key(ofRow row: Int, in program: WorkbenchProgram) -> String {
    program.directory.plan(inRow: row).number.description
  }

  func row(called key: String, in program: WorkbenchProgram) -> Int? {
    let directory = program.directory
    return directory.shown.firstIndex { directory.all[$0].number.description == key }
  }

  func details(in program: WorkbenchProgram) -> [String] {
    program.directory.entry.map {
      PlanDirectoryView(program, columns: program.size.columns).details(of: $0).map(\.0)
    } ?? []
  }

  // MARK: Filters

  func filterText(in program: WorkbenchProgram) -> String { program.directory.filter }

  func filter(by text: String, in program: inout WorkbenchProgram) throws(FieldFault) {
    program.directory.show(text)
  }

  func showAll(in program: inout WorkbenchProgram) { program.directory.show("") }

  func rowStates(in program: WorkbenchProgram) -> [String] {
    let directory = program.directory
    guard !directory.filter.isEmpty else { return [] }
    return [
      "\(shownFilter(directory.filter)) \(directory.shown.count) of "
        + counted(directory.all.count, "plan")
    ]
  }

  // MARK: Drawing

  func moneyMark(columns: Int, in program: WorkbenchProgram) -> String {
    PlanDirectoryView(program, columns: columns).mark
  }

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    PlanDirectoryView(program, columns: layout.size.columns).draw(on: &canvas, layout)
  }

  func drawDetail(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    PlanDirectoryView(program, columns: layout.size.columns).drawDetail(on: &canvas, layout)
  }
}

extension PlanDirectory: ScreenState {}

extension PlanEntry {
  /// The plan in a line: title and trust, its sums and findings, and when it was changed.
  fileprivate var words: String {
    if let damage { return "damaged: \(damage)" }
    return "\(header.title), \(header.trust.code) \(header.trust.name), "
      + "cost \(summary.cost.grouped), unfunded \(summary.unfunded.grouped), "
      + "\(counted(summary.errors, "error")), \(counted(summary.warnings, "warning")), "
      + "changed \(changed)" + (isFrozen ? ", frozen" : "")
  }
}

extension WorkbenchProgram {
  /// The plans of the store as they are listed.
  var directory: PlanDirectory {
    get { self[PlansScreen.self] }
    set { self[PlansScreen.self] = newValue }
  }
}
