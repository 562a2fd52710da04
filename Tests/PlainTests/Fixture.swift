import Canvas
import Documents
import Foundation
import Procurement
import Validation
import Workbench

@testable import Plain

/// Dialogues with the example plans.
enum Fixture {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let built = Result { ProgrammeIndex(try Programme.builtIn()) }

  static func index() throws -> ProgrammeIndex { try built.get() }

  static func plan(_ example: String) throws -> Plan {
    let url = root.appending(path: "docs/examples/\(example).yaml")
    let clusters = try built.get().programme.clusters.map(\.id)
    return try readPlan(Array(Data(contentsOf: url)), clusters: clusters).plan
  }

  static func dialogue(
    on plan: Plan, name: String? = "plan.yaml", unsaved: UnsavedPlan? = nil
  ) throws -> PlainDialogue {
    var start = PlanStart(Assessment(plan, against: try built.get()), documentName: name)
    start.unsaved = unsaved
    return PlainDialogue(
      WorkbenchProgram(
        .plan(start), settings: WorkbenchSettings(today: .earliest),
        size: .init(rows: 24, columns: 80)))
  }
}
