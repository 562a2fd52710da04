import Canvas
import Interaction
import Procurement
import Stores

/// What is open over a screen: the topmost takes the keys.
///
/// A pane is a value. Where it changes while it is open, it puts its new state on top of the stack
/// with `panes.replaceTop`. Whatever a pane does not define is as in one that is only read.
protocol Pane: Sendable {
  /// What keys may mean in it.
  static var contexts: [Context] { get }
  /// Its actions.
  static var actions: [ActionEntry] { get }
  /// What keys mean in it.
  var context: Context { get }
  /// What the workbench waits for while it is on top.
  var awaited: WorkbenchProgram.Awaited { get }
  /// Whether it closes where the user goes to another screen, since nothing is lost.
  var closesForScreens: Bool { get }
  /// Whether it takes the bottom row, which no message may hide.
  var isAsking: Bool { get }

  // MARK: Keys

  /// Takes a key before any action does; nil where it is not for the pane.
  func press(_ key: Key, in program: inout WorkbenchProgram) -> [Effect]?
  /// Takes a key as text; false where it is none here.
  func type(_ key: Key, in program: inout WorkbenchProgram) -> Bool
  /// Takes pasted text; false where there is nothing to paste into.
  func paste(_ text: String, in program: inout WorkbenchProgram) -> Bool
  func move(_ action: Action, in program: inout WorkbenchProgram)
  func accept(in program: inout WorkbenchProgram) -> [Effect]
  /// Reverts what changed while it was open, after it was closed without accepting.
  func cancel(in program: inout WorkbenchProgram)
  /// What a message says beside that a key does nothing.
  func keyHint(in program: WorkbenchProgram) -> String

  // MARK: The mouse

  /// Whether the wheel moves its focus.
  var isList: Bool { get }
  /// The action of a double click on a row.
  var rowAction: Action? { get }
  /// The rows of its list on the screen; nil where it has none.
  func rows(in layout: Layout) -> PaneRows?
  /// The same with a row focused.
  func selecting(row: Int) -> Self

  // MARK: Other sessions

  /// Whether it is about a line, fund or group, and goes with it.
  func isAbout(_ item: FollowedItem, in program: WorkbenchProgram) -> Bool
  /// The same, about a field that is at another place now.
  func turned(from old: Property, to new: Property) -> Self

  // MARK: Drawing

  /// Whether it is drawn in the place of the screen's list.
  var coversList: Bool { get }
  /// The rows that it wants for details; nil where the layout decides.
  func rowsWanted(on size: Size, in program: WorkbenchProgram) -> Int?
  /// Draws it; false where what is below it stays in sight.
  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) -> Bool
  /// What it has at the bottom, below a message; nil where there are hints.
  func bottomArea(below message: BottomText?, columns: Int) -> BottomArea?
}

/// The rows of a pane's list on the screen: where they are, which is the first, and how many there
/// are in all.
struct PaneRows {
  var area: Range<Int>
  var top: Int
  var count: Int

  init(_ area: Range<Int>, top: Int, count: Int) {
    self.area = area
    self.top = top
    self.count = count
  }

  init(_ area: Range<Int>, _ focus: ListFocus, count: Int) {
    self.init(area, top: focus.shownTop(of: count, visible: area.count), count: count)
  }

  init(_ area: Range<Int>, _ filtered: FilteredList) {
    self.init(area, filtered.focus, count: filtered.shown.count)
  }
}

extension Pane {
  static var actions: [ActionEntry] { [] }
  var awaited: WorkbenchProgram.Awaited { .action }
  var closesForScreens: Bool { false }
  var isAsking: Bool { false }

  func press(_ key: Key, in program: inout WorkbenchProgram) -> [Effect]? { nil }
  func type(_ key: Key, in program: inout WorkbenchProgram) -> Bool { false }
  func paste(_ text: String, in program: inout WorkbenchProgram) -> Bool { false }
  func move(_ action: Action, in program: inout WorkbenchProgram) {}
  func accept(in program: inout WorkbenchProgram) -> [Effect] { [] }
  func cancel(in program: inout WorkbenchProgram) {}
  func keyHint(in program: WorkbenchProgram) -> String {
    "\(program.mention(isAsking ? .close : .help)) \(isAsking ? "goes on" : "shows the keys")"
  }

  var isList: Bool { true }
  var rowAction: Action? { nil }
  func rows(in layout: Layout) -> PaneRows? { nil }
  func selecting(row: Int) -> Self { self }

  func isAbout(_ item: FollowedItem, in program: WorkbenchProgram) -> Bool { false }
  func turned(from old: Property, to new: Property) -> Self { self }

  var coversList: Bool { false }
  func rowsWanted(on size: Size, in program: WorkbenchProgram) -> Int? { nil }
  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) -> Bool {
    false
  }
  func bottomArea(below message: BottomText?, columns: Int) -> BottomArea? { nil }
}
