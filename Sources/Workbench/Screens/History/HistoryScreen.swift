import Canvas
import Procurement
import Stores
import Text

extension ScreenName {
  static let history = ScreenName("history")
}

/// The steps of the plan's journal, the last first.
struct HistoryScreen: ComparingScreen {
  typealias State = HistoryList

  static let name = ScreenName.history
  let title = "history"
  let context = Context.history
  let shortcut: ScreenShortcut? = ScreenShortcut(
    .showHistory, "history: the changes, by whom and when", "7", "History", "Hist")
  let showsPast = false
  /// The most edits of a step that are listed.
  private static let editsShown = 100

  func initialState(for programme: Programme) -> HistoryList { HistoryList() }

  func unavailable(in program: WorkbenchProgram) -> String? { program.noStore ?? program.noPlan }

  func enter(from previous: ScreenName, in program: inout WorkbenchProgram) -> [Effect] {
    program.past.asked = nil
    return program.catchUp()
  }

  func reading(in program: inout WorkbenchProgram) -> [Effect] {
    program.readHistory() + program.readMoreHistory()
  }

  func count(in program: WorkbenchProgram) -> Int { program.past.entries.count }

  func words(ofRow row: Int, in program: WorkbenchProgram) -> String {
    let entry = program.past.entries[row]
    let names = program.past.names(of: entry.number).map { "; version `\($0)`" }.joined()
    return "\(entry.at), \(entry.author.name): \(entry.step.phrase)\(names)"
  }

  func emptyWords(in program: WorkbenchProgram) -> String {
    program.past.filterText.isEmpty ? "no changes yet" : "no step fits the filter"
  }

  func details(in program: WorkbenchProgram) -> [String] {
    program.past.entry?.step.edits.prefix(HistoryScreen.editsShown).map { $0.phrase(.full) } ?? []
  }

  // MARK: Comparing

  func focusedState(in program: WorkbenchProgram) -> PlanState? {
    program.past.entry.flatMap { state(of: $0, in: program) }
  }

  func markedStates(in program: WorkbenchProgram) -> [PlanState] {
    program.past.marks.marked.compactMap { number in
      program.past.entries.first { $0.number == number }.flatMap { state(of: $0, in: program) }
    }
  }

  func otherState(in program: WorkbenchProgram) -> PlanState? {
    program.journal?.plan.map { PlanState($0, called: "now") }
  }

  func toggleMark(in program: inout WorkbenchProgram) {
    guard let entry = program.past.entry else { return }
    program.past.marks.toggle(entry.number)
  }

  /// The plan after a step, by its version's name or else by when that was.
  private func state(of entry: JournalEntry, in program: WorkbenchProgram) -> PlanState? {
    let name = program.past.names(of: entry.number).first
    return program.journal?.plan.map {
      PlanState($0, after: entry.number, called: name ?? "step \(entry.number), \(entry.at)")
    }
  }

  // MARK: Filters

  func filterHelp(in program: WorkbenchProgram) -> [String] {
    [
      "the id of a line, a day, a part of a name: L3 2004-11-02 ada",
      "line:L3 on:2004-11-02 by:ada say which is meant",
    ]
  }

  func filterText(in program: WorkbenchProgram) -> String { program.past.filterText }

  func filter(by text: String, in program: inout WorkbenchProgram) throws(FieldFault) {
    program.past.filter = try HistoryFilter(text, in: program.plan)
    program.past.filterText = text
    program.past.focus = ListFocus()
  }

  func showAll(in program: inout WorkbenchProgram) { program.past = HistoryList() }

  func rowStates(in program: WorkbenchProgram) -> [String] {
    let text = program.past.filterText
    return text.isEmpty ? [] : [shownFilter(text)]
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    HistoryView(program).draw(on: &canvas, layout)
  }

  func drawDetail(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    HistoryView(program).drawDetail(on: &canvas, layout)
  }
}

extension HistoryList: ScreenState {}

extension WorkbenchProgram {
  /// The steps that are listed.
  var past: HistoryList {
    get { self[HistoryScreen.self] }
    set { self[HistoryScreen.self] = newValue }
  }
}
