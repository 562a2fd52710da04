import Canvas
import Documents
import Foundation
import Interaction
import Procurement
import Stores
import Validation

@testable import Workbench

/// A workbench under test: keys go in, the screen and the plan are looked at.
struct Robot {
  var program: WorkbenchProgram
  private(set) var effects: [Effect] = []
  private(set) var size: Size

  /// A workbench on one of the example plans.
  init(
    _ example: String = "imaging", size: Size = Size(rows: 24, columns: 80),
    keymap: Keymap = .standard
  ) throws {
    self.init(try Fixture.plan(example), keymap: keymap, size: size, index: try Fixture.index())
  }

  init(
    _ plan: Plan, name: String? = "plan.yaml", unsaved: UnsavedPlan? = nil,
    whatIf: UnsavedPlan? = nil, keymap: Keymap = .standard,
    size: Size = Size(rows: 24, columns: 80), index: ProgrammeIndex
  ) {
    self.size = size
    var start = PlanStart(Assessment(plan, against: index), documentName: name)
    (start.unsaved, start.whatIf) = (unsaved, whatIf)
    program = WorkbenchProgram(
      .plan(start), settings: WorkbenchSettings(today: Fixture.today, keymap: keymap), size: size)
  }

  /// A workbench on a plan of a store.
  init(_ start: PlanStart, store: StoreAccess, size: Size = Size(rows: 24, columns: 80)) {
    self.init(.plan(start), store: store, size: size)
  }

  init(_ start: WorkbenchStart, store: StoreAccess?, size: Size) {
    self.size = size
    program = WorkbenchProgram(
      start, store: store, settings: WorkbenchSettings(today: Fixture.today), size: size)
  }

  var plan: Plan { program.plan }
  var screen: String { program.view(size: size).text }
  var canvas: Canvas { program.view(size: size) }
  var rows: [String] {
    screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
  /// The row that says what is open, and on a screen of less than 30 rows which rows are shown.
  var title: String { rows[program.layout.title ?? program.layout.bar] }
  /// The row that says which rows are shown.
  var status: String { rows[program.layout.status] }
  /// The row of column headings.
  var heading: String { rows[program.layout.heading ?? program.layout.bar] }
  /// The bar of screens.
  var bar: String { rows[program.layout.bar] }
  /// The last row: hints, messages, questions.
  var bottom: String { rows.last ?? "" }

  /// The screen's words with one blank between them, for texts that may go over several rows.
  var words: String { screen.split { $0 == " " || $0 == "\n" }.joined(separator: " ") }

  mutating func press(_ script: String) {
    for step in KeyScript.steps(script) {
      switch step {
      case .key(let key): handle(.key(key))
      case .field(let field): focus(field: field)
      }
    }
  }

  /// Focuses a field of the form that is open; for the cost that is the first amount.
  mutating func focus(field: LineField) {
    guard var form = program.panes.top as? LineForm else { return }
    form.focus(field, in: program.rows(of: form))
    program.panes.replaceTop(form)
  }

  mutating func handle(_ event: Event) {
    if case .resize(let size) = event { self.size = size }
    effects += program.handle(event)
  }

  /// Takes note of what is to be done.
  mutating func effects(of new: [Effect]) { effects += new }

  mutating func receive(_ outcome: EffectOutcome) {
    effects += program.receive(outcome)
  }
}

enum Fixture {
  /// The day on which all tests are run.
  static let today = CalendarDate(year: 2004, month: 11, day: 2) ?? .earliest

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let built = Result { ProgrammeIndex(try Programme.builtIn()) }

  static func index() throws -> ProgrammeIndex { try built.get() }

  static func plan(_ example: String) throws -> Plan {
    let url = root.appending(path: "docs/examples/\(example).yaml")
    let clusters = try index().programme.clusters.map(\.id)
    return try readPlan(Array(Data(contentsOf: url)), clusters: clusters).plan
  }
}
