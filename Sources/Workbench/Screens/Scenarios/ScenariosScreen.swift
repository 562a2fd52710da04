import Canvas
import Interaction
import Procurement
import Stores

extension ScreenName {
  static let scenarios = ScreenName("scenarios")
}

extension Context {
  /// The open plan and its scenarios.
  public static let scenarios = Context("scenarios", "the plan and its scenarios")
}

/// Which scenario is focused, and which are marked.
struct ScenarioList: ScreenState {
  var focus = ListFocus()
  var marks = ComparisonMarks<PlanNumber>()
  /// Which of them is focused once the store has listed them; nil where the focus stays.
  var awaited: Awaited? = .open

  enum Awaited: Sendable {
    /// The one that is open.
    case open
    /// A scenario that is being made.
    case scenario(named: String)
  }

  /// The plan and its scenarios in the order of their rows.
  func entries(in program: WorkbenchProgram) -> [PlanEntry] {
    program.journal?.plan.map(program.directory.all.family) ?? []
  }

  /// The focused plan or scenario; nil where none is listed.
  func entry(in program: WorkbenchProgram) -> PlanEntry? {
    let entries = entries(in: program)
    return entries.indices.contains(focus.index) ? entries[focus.index] : nil
  }
}

/// The open plan and its scenarios with their sums beside each other.
struct ScenariosScreen: ComparingScreen {
  typealias State = ScenarioList

  static let name = ScreenName.scenarios
  let title = "the plan and its scenarios"
  let context = Context.scenarios
  // The plan and its scenarios are listed in the same way whichever of them is open.
  let isAboutPlan = false
  let nameInBar = ScreenName.plans
  let showsPast = false
  let needsPlans = true

  func initialState(for programme: Programme) -> ScenarioList { ScenarioList() }

  func unavailable(in program: WorkbenchProgram) -> String? { program.noStore ?? program.noPlan }

  func isInTurn(in program: WorkbenchProgram) -> Bool { false }

  func enter(from previous: ScreenName, in program: inout WorkbenchProgram) -> [Effect] {
    program.scenarios = ScenarioList()
    return [.store(.list)]
  }

  /// Focuses what was asked for, now that the store has listed it.
  static func focusAwaited(in program: inout WorkbenchProgram) {
    let row = program.scenarios.entries(in: program).firstIndex { entry in
      switch program.scenarios.awaited {
      case .open?: entry.number == program.journal?.plan
      case .scenario(named: let name)?: entry.filing.scenario?.name == name
      case nil: false
      }
    }
    guard let row else { return }
    program.scenarios.awaited = nil
    program.scenarios.focus.index = row
  }

  func count(in program: WorkbenchProgram) -> Int { program.scenarios.entries(in: program).count }

  func words(ofRow row: Int, in program: WorkbenchProgram) -> String {
    let entry = program.scenarios.entries(in: program)[row]
    let summary = entry.summary
    return "\(entry.name), cost \(summary.cost.grouped), "
      + "programme \(summary.programmeFunded.grouped), trust \(summary.trustPayable.grouped), "
      + "unfunded \(summary.unfunded.grouped), \(summary.errors) errors"
      + (entry.number == program.journal?.plan ? ", open now" : "")
  }

  func emptyWords(in program: WorkbenchProgram) -> String {
    "no scenarios yet; `add-scenario` makes one"
  }

  func key(ofRow row: Int, in program: WorkbenchProgram) -> String {
    program.scenarios.entries(in: program)[row].number.description
  }

  func row(called key: String, in program: WorkbenchProgram) -> Int? {
    program.scenarios.entries(in: program).firstIndex { $0.number.description == key }
  }

  func details(in program: WorkbenchProgram) -> [String] {
    program.scenarios.entry(in: program).map {
      PlanDirectoryView(program, columns: program.size.columns).details(of: $0).map(\.0)
    } ?? []
  }

  // MARK: Comparing

  func focusedState(in program: WorkbenchProgram) -> PlanState? {
    program.scenarios.entry(in: program).map(PlanState.init)
  }

  func markedStates(in program: WorkbenchProgram) -> [PlanState] {
    let entries = program.scenarios.entries(in: program)
    return program.scenarios.marks.marked.compactMap { number in
      entries.first { $0.number == number }.map(PlanState.init)
    }
  }

  /// A scenario is compared with what it was made of, the plan with the open scenario.
  func otherState(in program: WorkbenchProgram) -> PlanState? {
    let entries = program.scenarios.entries(in: program)
    guard let focused = program.scenarios.entry(in: program) else { return nil }
    let other = focused.filing.scenario?.parent ?? program.journal?.plan
    return entries.first { $0.number == other }.map(PlanState.init)
  }

  func toggleMark(in program: inout WorkbenchProgram) {
    guard let entry = program.scenarios.entry(in: program) else { return }
    program.scenarios.marks.toggle(entry.number)
  }

  // MARK: Drawing

  func moneyMark(columns: Int, in program: WorkbenchProgram) -> String {
    ScenariosView(program, columns: columns).mark
  }

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    ScenariosView(program, columns: layout.size.columns).draw(on: &canvas, layout)
  }

  func drawDetail(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    guard let entry = program.scenarios.entry(in: program) else { return }
    PlanDirectoryView(program, columns: layout.size.columns)
      .drawDetail(of: entry, on: &canvas, layout)
  }
}

extension ScenariosScreen {
  /// The action that shows it, from every other list.
  static func showing(in lists: [Context]) -> ActionEntry {
    ActionEntry(
      .showScenarios, "the plan's scenarios: list, compare, promote", [.character("S")],
      in: lists.filter { $0 != .scenarios }
    )
    .unless { ScenariosScreen().unavailable(in: $0) }.asks { $0.show(ScenariosScreen()) }
  }

  var actions: [ActionEntry] {
    [
      ActionEntry(.open, "open the scenario", [.enter], in: [.scenarios]).hinted("open")
        .unless { $0.focusedEntry == nil ? "there is no scenario to open" : nil }
        .asks { program in program.focusedEntry.map { program.open($0) } ?? [] },
      ActionEntry(
        .addScenario, "make a scenario of the plan as it is here", [.character("y")],
        in: [.scenarios]
      )
      .hinted("new").unless { $0.reasonNotToStore ?? $0.reasonNotToLeave }
      .does { program in program.request(.scenarioName(program.focusedEntry?.number)) },
      ActionEntry(
        .promote, "promote the scenario into the plan that it was made of", [.character("p")],
        in: [.scenarios]
      )
      .hinted("promote").unless { $0.reasonNotToPromote }.asks { $0.promote() },
      ActionEntry(.showAll, "back to where you came from", [.escape], in: [.scenarios])
        .asks { $0.goToLastPlace() ?? $0.show(LinesScreen()) },
    ] + comparing
  }
}

extension PlanState {
  /// A plan as it is, by its name.
  init(_ entry: PlanEntry) { self.init(entry.number, called: entry.name) }
}

extension WorkbenchProgram {
  /// The scenarios of the open plan.
  var scenarios: ScenarioList {
    get { self[ScenariosScreen.self] }
    set { self[ScenariosScreen.self] = newValue }
  }
}
