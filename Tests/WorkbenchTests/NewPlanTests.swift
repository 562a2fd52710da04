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
    shared.press(0, "trust<Enter>rss9<Enter>")
    #expect(try count(shared) == 1)
    shared.press(0, "create<Enter>")
    let header = shared.robots[0].plan.header
    #expect(header.trust.kind == .mentalHealth && header.trust.cluster == "london")
    #expect(header.title == "Systems" && header.trust.code == "RSS9")
    #expect(header.years.map(\.description) == ["2005-06", "2006-07"])
  }

  @Test func `the title follows the trust's name until another is typed`() throws {
    let shared = try fixture()
    shared.press(0, "trust<Enter>Wessex Hospitals<Enter>create<Enter>")
    #expect(shared.robots[0].plan.header.title == "Wessex Hospitals plan")
  }

  @Test(arguments: Trust.Kind.allCases)
  func `the template has an undecided line for each core service expected`(
    _ kind: Trust.Kind
  ) throws {
    let shared = try fixture()
    shared.press(0, "kind<Enter>\(kind.rawValue)<Enter>core<Enter>create<Enter>")
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
    #expect(shared.robots[0].choice?.title == "years: 2004-05, 2005-06, 2006-07")
  }

  @Test(arguments: [
    ("RYY Northmoor Hospital", "RYY", "Northmoor Hospital"), ("ryy", "RYY", "New trust"),
    ("Leeds", "NEW", "Leeds"), ("NHS Northmoor", "NEW", "NHS Northmoor"),
    ("5a1: Northmoor", "5A1", "Northmoor"),
  ])
  func `code and name of a trust are typed or pasted together`(
    _ text: String, _ code: String, _ name: String
  ) throws {
    for isPasted in [false, true] {
      let shared = try SharedStoreFixture("ada")
      shared.press(0, "0a")
      if isPasted { shared.handle(0, .paste(text)) } else { shared.press(0, text) }
      shared.press(0, "<Enter>create<Enter>")
      let header = shared.robots[0].plan.header
      #expect(header.trust.code == code && header.trust.name == name)
      #expect(header.title == (name == "New trust" ? "New plan" : "\(name) plan"))
    }
  }

  @Test func `another trust of the register keeps what else is described`() throws {
    let shared = try fixture()
    shared.press(0, "kind<Enter>mental<Enter>trust<Enter>tham<Enter>")
    #expect(shared.robots[0].choice?.title == "trust: RTT Thames Ambulance")
    shared.press(0, "create<Enter>")
    let header = shared.robots[0].plan.header
    #expect(header.trust.code == "RTT" && header.trust.cluster == "london")
    #expect(header.trust.kind == .mentalHealth && header.title == "Thames Ambulance plan")
  }

  @Test func `the form stays in sight while a field is typed, and returns to the field`() throws {
    let shared = try fixture()
    shared.press(0, "title<Enter>")
    #expect(shared.robots[0].screen.contains("kind of trust: "))
    shared.press(0, "<C-u>Systems<Enter>")
    #expect(shared.robots[0].choice?.title == "title: Systems")
  }

  @Test func `the first key replaces a title that nobody typed`() throws {
    let shared = try SharedStoreFixture("ada")
    shared.press(0, "0a<Enter>title<Enter>Systems<Enter>create<Enter>")
    #expect(shared.robots[0].plan.header.title == "Systems")
  }

  @Test(arguments: ScreenTests.sizes)
  func `the form looks as it was kept`(_ size: Size) throws {
    let shared = try fixture()
    shared.handle(0, .resize(size))
    try expectGolden(shared.robots[0].screen, "new-plan-\(size.columns)x\(size.rows)")
  }
}
