import Foundation
import Procurement
import Stores
import Testing
import Validation
import Workbench

@testable import Commands

@Suite("Plans of the store as arguments")
struct PlanArgumentsTests {
  private let world: StoreWorld

  init() throws {
    world = try StoreWorld()
    try world.add("sample.yaml")
  }

  @Test(arguments: ["check", "check --format json", "summary", "summary --format json"])
  func `a plan of the store is reported as its document is`(command: String) {
    let words = command.split(separator: " ")
    let options = words.dropFirst().joined(separator: " ")
    let stored = world.outcome("\(words[0]) 1 \(options)")
    let document = world.outcome("\(words[0]) sample.yaml \(options)")
    #expect(stored.standardError.isEmpty && stored.exitStatus == document.exitStatus)
    func amounts(_ text: String) -> [String] {
      text.components(separatedBy: .whitespacesAndNewlines).filter { $0.contains(".00") }
    }
    #expect(!amounts(stored.data).isEmpty)
    #expect(amounts(stored.data) == amounts(document.data))
  }

  @Test func `a version of a plan is reported as it was`() throws {
    let before = world.outcome("summary 1").data
    let stored = try world.store.load(PlanNumber(1))
    var line = PlanLine(id: "NEW", service: "ecare")
    line.cost[try #require(stored.plan.header.years.first), .capital] = Money(pence: 100)
    var plan = stored.plan
    let edit = Edit.insert(line, at: 0)
    let isApplied = plan.apply(edit)
    #expect(isApplied)
    _ = try world.store.append(
      Step(title: "adding a line", edits: [edit]), to: stored.number, after: stored.head,
      Assessment(plan, against: world.index).summary)
    #expect(world.outcome("summary 1").data != before)
    #expect(world.outcome("summary 1@1").data == before)
    #expect(paper("report 1@1 --format markdown").contains("- **Version:** step 1\n"))
    try world.store.name("board", of: stored.number, after: 1)
    for version in ["1@1", "1@board"] {
      #expect(
        paper("report \(version) --format markdown").contains("- **Version:** board, step 1\n"))
    }
    #expect(paper("report 1 --format markdown").contains("- **Version:** step 2\n"))
    #expect(world.outcome("summary 1@1 1@board").standardError.contains("counted once"))
  }

  @Test func `findings have their place in the document that the store would export`() throws {
    let checked = world.outcome("check 1 --format json").data
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
    try Data(world.outcome("export 1").data.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let exported = Calloff.outcome(of: ["check", file.path, "--format", "json"], in: .live()).data
    #expect(checked == exported.replacing(file.path, with: "1"))
  }

  @Test func `a file comes before a plan of the same name`() throws {
    #expect(world.outcome("check sample.yaml").data.contains("sample.yaml:"))
    let missing = world.outcome("check nothing.yaml")
    #expect(missing.standardError.contains("`nothing.yaml` does not exist"))
    #expect(missing.exitStatus == .unreadable)
    #expect(world.outcome("check nothing").standardError.contains("no plan `nothing`"))
  }

  @Test func `a plan that is named in two ways is counted once`() {
    let title = world.outcome("summary 1 1")
    #expect(title.standardError == "calloff: `1` is named 2 times; counted once\n")
    #expect(title.data == world.outcome("summary 1").data)
  }

  @Test func `no plan at all is refused`() {
    for command in ["check", "summary"] {
      let outcome = world.outcome(command)
      #expect(outcome.exitStatus == .unreadable && outcome.standardError.contains("name a plan"))
    }
  }

  @Test func `a trust that the register has otherwise is a note, and changes no exit status`()
    throws
  {
    let before = world.outcome("check sample.yaml")
    try world.store.replaceTrusts([
      RegisteredTrust(code: "RXX", name: "Sample Acute", cluster: "southern")
    ])
    let outcome = world.outcome("check sample.yaml")
    #expect(outcome.data.contains("note[G104] trust-differs-from-register: the register has `RXX`"))
    #expect(outcome.exitStatus == before.exitStatus)
    #expect(!before.data.contains("G104"))
    #expect(world.outcome("check sample.yaml --report portfolio").data.contains("note[G104]"))
    #expect(world.outcome("summary sample.yaml --format json").data.contains("\"G104\""))
    for plans in ["sample.yaml", "sample.yaml sound.yaml"] {
      let text = paper("report \(plans) --format markdown")
      #expect(text.contains("G104") && !text.contains("calloff trusts"))
    }
  }

  /// What a command writes as bytes.
  private func paper(_ arguments: String) -> String {
    String(decoding: world.outcome(arguments).bytes, as: UTF8.self)
  }
}
