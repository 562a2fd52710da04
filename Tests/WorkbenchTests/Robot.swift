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
    keymap: Keymap = .standard, size: Size = Size(rows: 24, columns: 80), index: ProgrammeIndex
  ) {
    self.size = size
    program = WorkbenchProgram(
      Assessment(plan, against: index), documentName: name, unsaved: unsaved,
      today: Fixture.today, keymap: keymap, size: size)
  }

  /// A workbench on a plan of a store.
  init(
    _ assessment: Assessment, opened: OpenedPlan?, store: StoreAccess,
    unsaved: UnsavedPlan? = nil, size: Size = Size(rows: 24, columns: 80)
  ) {
    self.size = size
    program = WorkbenchProgram(
      assessment, documentName: opened?.stored.document?.path, unsaved: unsaved, store: store,
      opened: opened, today: Fixture.today, size: size)
  }

  /// A workbench that begins with a portfolio, which is still to be read.
  init(portfolioOn blank: Assessment, size: Size, store: StoreAccess?) {
    self.size = size
    program = WorkbenchProgram(
      blank, documentName: nil, store: store, opening: .folder("plans"), today: Fixture.today,
      size: size)
  }

  var plan: Plan { program.plan }
  var screen: String { program.view(size: size).text }
  var canvas: Canvas { program.view(size: size) }
  var rows: [String] {
    screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
  /// The last row: hints, messages, questions.
  var bottom: String { rows.last ?? "" }

  /// The screen's words with one blank between them, for texts that may go over several rows.
  var words: String { screen.split { $0 == " " || $0 == "\n" }.joined(separator: " ") }

  mutating func press(_ script: String) {
    for key in KeyScript.keys(script) { handle(.key(key)) }
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
