import Canvas
import Interaction
import MemoryStores
import Procurement
import Stores
import Testing
import Validation

@testable import Workbench

/// The form for a new plan.
@Suite struct NewPlanTests {
  /// A user at the form for a plan of a trust of the register.
  private func fixture() throws -> SharedStoreFixture {
    let shared = try SharedStoreFixture("ada")
    let trusts = [
      RegisteredTrust(code: "RSS", name: "Solent Hospitals", cluster: "southern"),
      RegisteredTrust(code: "RTT", name: "Thames Ambulance", cluster: "london"),
    ]
    try shared.stores[0].replaceTrusts(trusts)
    shared.press(0, "0asolent<Enter>")
    return shared
  }

  private func count(_ shared: SharedStoreFixture) throws -> Int {
    try shared.stores[0].plans().count
  }

  @Test func `nothing is created before it is confirmed`() throws {
    let shared = try fixture()
    #expect(try count(shared) == 1)
    shared.press(0, "<Esc>")
    #expect(try count(shared) == 1)
    #expect(shared.robots[0].program.context == .plans)
  }

  @Test func `the trust is found by a few letters, and the plan is created as described`() throws {
    let shared = try fixture()
    shared.press(0, "<Enter>")
    let header = shared.robots[0].plan.header
    #expect(header.trust.code == "RSS" && header.trust.cluster == "southern")
    #expect(header.title == "Solent Hospitals plan")
    #expect(shared.robots[0].plan.lines.isEmpty)
    #expect(try count(shared) == 2)
  }

  @Test func `every field can be changed first`() throws {
    let shared = try fixture()
    shared.press(0, "kind<Enter>mental<Enter>")
    shared.press(0, "region<Enter>london<Enter>")
    shared.press(0, "title<Enter><C-u>Systems<Enter>")
    shared.press(0, "years<Enter><C-u>2005-06 2006-07<Enter>")
    shared.press(0, "code<Enter><C-u>rss9<Enter>")
    #expect(try count(shared) == 1)
    shared.press(0, "<Enter>")
    let header = shared.robots[0].plan.header
    #expect(header.trust.kind == .mentalHealth && header.trust.cluster == "london")
    #expect(header.title == "Systems" && header.trust.code == "RSS9")
    #expect(header.years.map(\.description) == ["2005-06", "2006-07"])
  }

  @Test func `the title follows the trust's name until another is typed`() throws {
    let shared = try fixture()
    shared.press(0, "name<Enter><C-u>Wessex Hospitals<Enter><Enter>")
    #expect(shared.robots[0].plan.header.title == "Wessex Hospitals plan")
  }

  @Test(arguments: Trust.Kind.allCases)
  func `the template has an undecided line for each core service expected`(
    _ kind: Trust.Kind
  ) throws {
    let shared = try fixture()
    shared.press(0, "kind<Enter>\(kind.rawValue)<Enter>core<Enter><Enter>")
    let plan = shared.robots[0].plan
    let expected = shared.robots[0].program.assessment.index.programme.services
      .filter { $0.expectedOf.contains(kind) }.map(\.id)
    #expect(plan.lines.map(\.service) == expected)
    #expect(plan.lines.allSatisfy { $0.route == nil && $0.supplier == nil })
    #expect(!shared.robots[0].program.assessment.planFindings.contains { $0.code == .C103 })
  }

  @Test func `years that are none are refused and what is described stays`() throws {
    let shared = try fixture()
    shared.press(0, "years<Enter><C-u>soon<Enter>")
    #expect(shared.robots[0].words.contains("not a financial year"))
    shared.press(0, "<Esc>")
    #expect(shared.robots[0].choice?.title == "create the plan")
  }

  @Test(arguments: ScreenTests.sizes)
  func `the form looks as it was kept`(_ size: Size) throws {
    let shared = try fixture()
    shared.handle(0, .resize(size))
    try expectGolden(shared.robots[0].screen, "new-plan-\(size.columns)x\(size.rows)")
  }
}
