import Foundation
import Procurement
import Reports
import Testing
import Validation

@testable import Sessions
@testable import Workbench

/// Writing a report of the open plan.
@Suite struct ReportTests {
  /// Asks for a report by its name in the palette.
  private func ask(_ robot: inout Robot) throws {
    try robot.ask(.palette)
    robot.type("board paper")
    robot.press("<Enter>")
  }

  @Test func `a file name is proposed from the title, and the last one after that`() throws {
    var robot = try Robot()
    try ask(&robot)
    robot.press("<Enter>")
    let name = ProposedFileName.name(ofTitle: robot.plan.header.title, ending: "html")
    #expect(name.hasSuffix(".html"))
    #expect(robot.effects == [.writeReport(robot.plan, name: name, isReplacing: false)])
    robot.receive(.reported(name: "board.md"))
    #expect(robot.bottom == "report written to board.md")
    try ask(&robot)
    robot.press("<Enter>")
    #expect(
      robot.effects.last == .writeReport(robot.plan, name: "board.md", isReplacing: false))
  }

  @Test func `the name says the format, so another one is refused`() throws {
    var robot = try Robot()
    try ask(&robot)
    robot.type("paper.doc")
    robot.press("<Enter>")
    #expect(robot.effects.isEmpty && robot.words.contains("the name says the format"))
  }

  @Test func `a file is replaced only if the user agrees`() throws {
    var robot = try Robot()
    try ask(&robot)
    robot.press("<Enter>")
    robot.receive(.reportExists(name: "board.html"))
    #expect(robot.bottom.contains("`board.html` already exists:"))
    robot.press("w")
    #expect(
      robot.effects.last == .writeReport(robot.plan, name: "board.html", isReplacing: true))
    robot.receive(.reportExists(name: "board.html"))
    robot.press("c")
    #expect(robot.effects.count == 2 && robot.program.panes.top == nil)
    robot.receive(.reportExists(name: "board.html"))
    robot.press("n")
    #expect(robot.program.panes.top is FieldEditor)
  }

  @Test func `there is no report of what is only tried out`() throws {
    var robot = try Robot()
    try robot.ask(.tryOut)
    #expect(robot.program.unavailable(.writeReport) != nil)
  }

  @Test func `every ending that is accepted has a format`() {
    for ending in WorkbenchProgram.reportEndings {
      #expect(Report.Format(fileName: "Plan.\(ending.uppercased())") != nil)
    }
    #expect(Report.Format.allCases.map(\.rawValue) == WorkbenchProgram.reportEndings)
  }

  @Test(arguments: ["html", "md", "xlsx"])
  func `a report is private, complete, and never written over a file unasked`(
    _ ending: String
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let name = folder.appending(path: "report.\(ending)").path
    let runner = try runner(in: folder)
    let plan = try Fixture.plan("imaging")
    guard case .reported(name) = runner.writeReport(of: plan, to: name, isReplacing: false) else {
      Issue.record("not written")
      return
    }
    let mode = try FileManager.default.attributesOfItem(atPath: name)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let bytes = try Data(contentsOf: URL(filePath: name))
    #expect(bytes.count > 2_000)
    guard case .reportExists(name) = runner.writeReport(of: .empty, to: name, isReplacing: false)
    else {
      Issue.record("written over")
      return
    }
    #expect(try Data(contentsOf: URL(filePath: name)) == bytes)
    _ = runner.writeReport(of: .empty, to: name, isReplacing: true)
    #expect(try Data(contentsOf: URL(filePath: name)) != bytes)
  }

  private func runner(in folder: URL) throws -> EffectRunner {
    let index = try Fixture.index()
    let opened = PlanOpened(start: PlanStart(Assessment(.empty, against: index)))
    let state = StateFolder(user: 0) { $0 == "XDG_STATE_HOME" ? folder.path : nil }
    return EffectRunner(
      opened, state: state, SessionRequest(plan: nil, index: index, store: StoreLocation()),
      store: nil)
  }
}
