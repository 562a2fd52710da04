import Canvas
import Procurement
import Stores
import Text

extension ScreenName {
  static let plans = ScreenName("plans")
}

/// The plans of the store.
struct PlansScreen: ComparingScreen {
  typealias State = PlanDirectory

  static let name = ScreenName.plans
  let title = "the plans of the store"
  let context = Context.plans
  let shortcut: ScreenShortcut? = ScreenShortcut(
    .showPlans, "the plans of the store", "0", "Plans", "Plans")
  let isAboutPlan = false
  let showsPast = false
  let needsPlans = true

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

  // MARK: Comparing

  func focusedState(in program: WorkbenchProgram) -> PlanState? {
    program.directory.entry.flatMap { $0.damage == nil ? PlanState($0) : nil }
  }

  func markedStates(in program: WorkbenchProgram) -> [PlanState] {
    let directory = program.directory
    return directory.marks.marked.compactMap { number in
      directory.all.first { $0.number == number }.map(PlanState.init)
    }
  }

  func otherState(in program: WorkbenchProgram) -> PlanState? {
    let open = program.isPlanOpen ? program.journal?.plan : nil
    return program.directory.all.first { $0.number == open }.map(PlanState.init)
  }

  func toggleMark(in program: inout WorkbenchProgram) {
    guard let entry = program.directory.entry else { return }
    program.directory.marks.toggle(entry.number)
  }

  // MARK: Filters

  func filterHelp(in program: WorkbenchProgram) -> [String] {
    ["any words: of a title, a trust, a cluster, an author"]
  }

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
      + (filing.isArchived ? ", archived" : "") + (filing.isChosen ? ", counts in portfolios" : "")
      + (filing.scenario.map { ", scenario \($0.name)" } ?? "")
  }
}

extension WorkbenchProgram {
  /// The plans of the store as they are listed.
  var directory: PlanDirectory {
    get { self[PlansScreen.self] }
    set { self[PlansScreen.self] = newValue }
  }
}
