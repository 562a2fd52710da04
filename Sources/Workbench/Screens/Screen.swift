import Canvas
import Interaction
import Procurement
import Text
import Validation

/// The name of a screen; each screen adds its own.
struct ScreenName: Hashable, Sendable {
  let word: String

  init(_ word: String) {
    self.word = word
  }
}

/// What a screen keeps while the user works: at least which row is focused.
protocol ScreenState: Sendable {
  var focus: ListFocus { get set }
}

extension ListFocus: ScreenState {
  var focus: ListFocus {
    get { self }
    set { self = newValue }
  }
}

/// The action that shows a screen, with its title, its key, and its names in the bar of screens.
struct ScreenShortcut: Sendable {
  let action: Action
  let title: String
  let key: Key
  let name: String
  /// The name where there is little room.
  let shortName: String

  init(_ action: Action, _ title: String, _ key: Character, _ name: String, _ shortName: String) {
    self.action = action
    self.title = title
    self.key = .character(key)
    self.name = name
    self.shortName = shortName
  }
}

/// One of the screens: a list, what there is to say of its focused row, and how both are drawn.
///
/// A screen holds nothing itself. The program keeps its `State`, which `program[TheScreen.self]`
/// reads and writes. Whatever a screen does not define is as in a plain list about the open plan.
protocol Screen: Sendable {
  associatedtype State: ScreenState = ListFocus

  static var name: ScreenName { get }
  /// What it shows, in a phrase.
  var title: String { get }
  /// What keys mean on it.
  var context: Context { get }
  /// Its actions; screens of one context have the same actions.
  var actions: [ActionEntry] { get }
  /// The action that shows it, in every list; nil where none does.
  var shortcut: ScreenShortcut? { get }
  /// The screen that is marked in the bar of screens while it is shown.
  var nameInBar: ScreenName { get }
  /// What the bar of screens counts of it.
  func counts(in program: WorkbenchProgram) -> [ScreenBar.Count]
  /// Whether it is about the open plan, so that its state begins anew with another plan.
  var isAboutPlan: Bool { get }
  /// Whether it can show the plan as it once was.
  var showsPast: Bool { get }
  /// Whether its rows are the plan's lines.
  var showsLines: Bool { get }
  /// Whether the list of the store's plans has to be kept up to date for it.
  var needsPlans: Bool { get }

  func initialState(for programme: Programme) -> State
  /// Why it cannot be shown now; nil where it can.
  func unavailable(in program: WorkbenchProgram) -> String?
  /// Whether the user comes to it by going through all screens.
  func isInTurn(in program: WorkbenchProgram) -> Bool
  /// Prepares the screen once the user has gone there, and says what has to be asked for it.
  func enter(from previous: ScreenName, in program: inout WorkbenchProgram) -> [Effect]
  /// What has to be read after something was done on it.
  func reading(in program: inout WorkbenchProgram) -> [Effect]

  // MARK: Rows

  func focus(in program: WorkbenchProgram) -> ListFocus
  func setFocus(_ focus: ListFocus, in program: inout WorkbenchProgram)
  func count(in program: WorkbenchProgram) -> Int
  /// Moves the focus as an action asks.
  func move(_ action: Action, in program: inout WorkbenchProgram)
  /// Moves the focus to the amount below the focused one, as Enter does in a spreadsheet.
  func moveBelow(in program: inout WorkbenchProgram)
  /// Moves the focus to the next amount or the one before, from row to row; false where there is
  /// none, nil where no amount is focused.
  func moveAmount(by distance: Int, in program: inout WorkbenchProgram) -> Bool?
  /// Which part of the list is on the screen; nil where all of it is.
  func position(in layout: Layout, of program: WorkbenchProgram) -> ListPosition?
  /// The row at a position of the screen; nil where none is.
  func row(at position: Position, in program: WorkbenchProgram) -> Int?
  /// What a row says; a line of the plan only its id.
  func words(ofRow row: Int, in program: WorkbenchProgram) -> String
  /// The text in place of a list without rows, where commands are entered.
  func emptyWords(in program: WorkbenchProgram) -> String
  /// What a row is opened by.
  func key(ofRow row: Int, in program: WorkbenchProgram) -> String
  /// The row that a key means; nil where none has it.
  func row(called key: String, in program: WorkbenchProgram) -> Int?
  /// More about the focused row.
  func details(in program: WorkbenchProgram) -> [String]
  /// The finding that actions are about.
  func focusedFinding(in program: WorkbenchProgram) -> Finding?
  /// The focused finding, where findings are listed.
  func listedFinding(in program: WorkbenchProgram) -> Finding?

  /// Takes a click on a row, which is focused then, or on the head of a column.
  func click(at position: Position, in program: inout WorkbenchProgram)

  // MARK: Filters

  /// The filter of the rows as it was typed.
  func filterText(in program: WorkbenchProgram) -> String
  /// What can be typed as a filter.
  func filterHelp(in program: WorkbenchProgram) -> [String]
  /// Prepares the rows for a filter that is going to be typed.
  func prepareFilter(in program: inout WorkbenchProgram)
  /// Shows the rows that a text means; throws, in words, where it means nothing.
  func filter(by text: String, in program: inout WorkbenchProgram) throws(FieldFault)
  /// Whether rows are filtered, sorted or marked.
  func isChanged(in program: WorkbenchProgram) -> Bool
  /// Clears filter and sort, or what else keeps the list from being as usual.
  func showAll(in program: inout WorkbenchProgram)
  /// How the rows are chosen and sorted, to be compared with how they were.
  func choice(in program: WorkbenchProgram) -> [String]
  /// What the screen needs to show the same place again, besides its state.
  func place(in program: WorkbenchProgram) -> (any Sendable)?
  /// Shows such a place again.
  func show(_ place: any Sendable, in program: inout WorkbenchProgram)
  /// What is unusual about the rows, for the title row.
  func rowStates(in program: WorkbenchProgram) -> [String]
  /// How many rows are chosen by filter or marks, with their sums; nil where none are.
  func figures(in program: WorkbenchProgram) -> ShownFigures?

  // MARK: Drawing

  /// What the screen's title row says.
  func heading(in program: WorkbenchProgram) -> String
  /// The rows that it wants above its list on a screen of a size.
  func headRows(on size: Size, in program: WorkbenchProgram) -> Int
  /// The rows that it wants for details on a screen of a size; nil where the layout decides.
  func detailRows(on size: Size, in program: WorkbenchProgram) -> Int?
  /// The unit of its amounts, where that is not pounds and pence.
  func moneyMark(columns: Int, in program: WorkbenchProgram) -> String
  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram)
  func drawDetail(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram)
  func drawTotals(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram)
}

extension Screen {
  var name: ScreenName { Self.name }
  var actions: [ActionEntry] { [] }
  var shortcut: ScreenShortcut? { nil }
  var nameInBar: ScreenName { name }
  func counts(in program: WorkbenchProgram) -> [ScreenBar.Count] { [] }
  var isAboutPlan: Bool { true }
  var showsPast: Bool { true }
  var showsLines: Bool { false }
  var needsPlans: Bool { false }

  func unavailable(in program: WorkbenchProgram) -> String? {
    isAboutPlan ? program.noPlan : nil
  }
  func isInTurn(in program: WorkbenchProgram) -> Bool { unavailable(in: program) == nil }
  func enter(from previous: ScreenName, in program: inout WorkbenchProgram) -> [Effect] { [] }
  func reading(in program: inout WorkbenchProgram) -> [Effect] { [] }

  func focus(in program: WorkbenchProgram) -> ListFocus { program[Self.self].focus }
  func setFocus(_ focus: ListFocus, in program: inout WorkbenchProgram) {
    program[Self.self].focus = focus
  }
  func move(_ action: Action, in program: inout WorkbenchProgram) {
    program.listFocus.follow(
      action.alongRows, count: program.listCount, visible: program.layout.list.count)
  }
  func moveBelow(in program: inout WorkbenchProgram) { move(.down, in: &program) }
  func moveAmount(by distance: Int, in program: inout WorkbenchProgram) -> Bool? { nil }
  func position(in layout: Layout, of program: WorkbenchProgram) -> ListPosition? {
    ListPosition(
      top: focus(in: program).top, visible: layout.list.count, count: count(in: program))
  }
  func row(at position: Position, in program: WorkbenchProgram) -> Int? {
    let (area, top) = (program.layout.list, focus(in: program).top)
    guard area.contains(position.row) else { return nil }
    let row = top + position.row - area.lowerBound
    return row < count(in: program) ? row : nil
  }
  func key(ofRow row: Int, in program: WorkbenchProgram) -> String { String(row + 1) }
  func row(called key: String, in program: WorkbenchProgram) -> Int? {
    Int(key).flatMap { (1...max(1, count(in: program))).contains($0) ? $0 - 1 : nil }
  }
  func details(in program: WorkbenchProgram) -> [String] { [] }
  func focusedFinding(in program: WorkbenchProgram) -> Finding? { program.worstFinding }
  func listedFinding(in program: WorkbenchProgram) -> Finding? { nil }
  func click(at position: Position, in program: inout WorkbenchProgram) {}

  func filterText(in program: WorkbenchProgram) -> String { "" }
  func filterHelp(in program: WorkbenchProgram) -> [String] { [] }
  func prepareFilter(in program: inout WorkbenchProgram) {}
  func filter(by text: String, in program: inout WorkbenchProgram) throws(FieldFault) {}
  func isChanged(in program: WorkbenchProgram) -> Bool { !filterText(in: program).isEmpty }
  func showAll(in program: inout WorkbenchProgram) { program.leavePast() }
  func choice(in program: WorkbenchProgram) -> [String] { [filterText(in: program)] }
  func place(in program: WorkbenchProgram) -> (any Sendable)? { nil }
  func show(_ place: any Sendable, in program: inout WorkbenchProgram) {}
  func rowStates(in program: WorkbenchProgram) -> [String] { [] }
  func figures(in program: WorkbenchProgram) -> ShownFigures? { nil }

  func heading(in program: WorkbenchProgram) -> String { program.planHeading }
  func headRows(on size: Size, in program: WorkbenchProgram) -> Int { 0 }
  func detailRows(on size: Size, in program: WorkbenchProgram) -> Int? { nil }
  func moneyMark(columns: Int, in program: WorkbenchProgram) -> String { "" }
  func drawTotals(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    program.drawPlanTotals(on: &canvas, layout)
  }
}

extension Screen where State == ListFocus {
  func initialState(for programme: Programme) -> ListFocus { ListFocus() }
}

/// The text of a filter as the title row shows it: the first 24 columns.
func shownFilter(_ text: String) -> String { "`\(VisibleText.clipped(text, to: 24))`" }
