import MemoryStores
import Procurement
import Stores
import Testing

@testable import Workbench

/// What is typed and not confirmed when a session ends is offered to the user's next session.
@Suite struct DraftTests {
  @Test func `what was being typed when a session ended is offered to the next one`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    office.press(0, "jj<Enter><.cost>4242")
    try office.join("bo")
    #expect(!office.robots[2].words.contains("4242"))
    try office.join("ada")
    #expect(
      office.robots[3].words.contains("typed under your name: `4242` (capital 2004-05 of L3):"))
    office.press(3, "t<Enter>")
    #expect(try office.stored().lines[2].cost.amounts[0].money == Money(pence: 424_200))
    try office.join("ada")
    #expect(!office.robots[4].words.contains("typed under"))
  }

  @Test func `a field in which nothing was typed is not a draft, and shows what others set it to`()
    throws
  {
    let office = try SharedStoreFixture("ada", "bo")
    office.press(0, "jj<Enter>G<Enter>")
    try office.join("ada")
    #expect(!office.robots[2].words.contains("typed under your name"))
    office.press(1, "jj<Enter>G<Enter><C-u>theirs<Enter>")
    office.announce()
    guard let editor = office.robots[0].program.panes.top as? FieldEditor else {
      Issue.record("no field is open")
      return
    }
    #expect(editor.input.text == "theirs" && editor.rival == nil)
    office.press(0, " mine<Enter>")
    #expect(try office.stored().lines[2].notes == "theirs mine")
  }

  @Test func `a draft that the plan holds already is not offered`() throws {
    let office = try SharedStoreFixture("ada")
    office.press(0, "jj<Enter>G<Enter><C-u>kept<Enter>")
    try office.stores[0].keep(Draft(.line("L3"), field: "notes", text: "kept"), of: PlanNumber(1))
    try office.join("ada")
    #expect(!office.robots[1].words.contains("typed under your name"))
  }

  @Test(arguments: [
    ("4", Draft.Subject.fund("both"), "FUND"), ("5", .group("both"), "GROUP"),
  ])
  func `a draft knows a fund from a group of the same id`(
    screen: String, subject: Draft.Subject, text: String
  ) throws {
    let office = try SharedStoreFixture("ada", example: "groups")
    let edits: [Edit] = [
      .fund(at: 0, from: nil, to: Fund(id: "both", name: "", pays: .either)),
      .group(at: 0, from: nil, to: BuyingGroup(id: "both", name: "", facility: "", members: [])),
    ]
    let step = Step(title: "both", edits: edits)
    _ = try office.stores[0].append(step, to: PlanNumber(1), after: 1, PlanSummary())
    office.announce()
    // The name is the second field of a fund, and of a group.
    office.press(0, "\(screen)gg\(screen == "4" ? "l" : "j")<Enter><C-u>\(text)")
    #expect(office.robots[0].program.draft == Draft(subject, field: "name", text: text))
    try office.join("ada")
    let kind = text.lowercased()
    #expect(
      office.robots[1].words.contains(
        "typed under your name: `\(text)` (name of \(kind) `both`):"))
    office.press(1, "t<Enter>")
    let plan = try office.stored()
    #expect(plan.funds[0].name == (screen == "4" ? text : ""))
    #expect(plan.groups[0].name == (screen == "5" ? text : ""))
  }

  @Test(arguments: [
    (FormField.value(.justification), "justified by", "justification"),
    (.value(.notes), "notes", "notes"),
  ])
  func `a draft names its field as documents do, however screens label it`(
    field: FormField, label: String, name: String
  ) throws {
    #expect(field.title == label && field.name == name)
    let office = try SharedStoreFixture("ada")
    let draft = Draft(.line("L3"), field: name, text: "one")
    try office.stores[0].keep(draft, of: PlanNumber(1))
    try office.join("ada")
    #expect(office.robots[1].words.contains("`one` (\(label) of L3)"))
    office.press(1, "t")
    #expect(office.robots[1].program.draft == draft)
  }

  @Test func `a draft of a fund whose id is typed belongs to the id that the fund has`() throws {
    let office = try SharedStoreFixture("ada")
    let fund = try #require(office.stored().funds.first).id
    office.press(0, "4gg<Enter><C-u>renamed")
    #expect(office.robots[0].program.draft == Draft(.fund(fund), field: "id", text: "renamed"))
    try office.join("ada")
    office.press(1, "t<Enter>")
    #expect(try office.stored().funds.first?.id == "renamed")
  }

  // MARK: The offer

  /// A store in which a session of ada's ended while she typed 4242.
  private func interrupted() throws -> SharedStoreFixture {
    let office = try SharedStoreFixture("ada")
    office.press(0, "jj<Enter><.cost>4242")
    office.ended = [0]
    try office.join("ada")
    return office
  }

  private func isOffered(_ office: SharedStoreFixture) throws -> Bool {
    try office.join("ada")
    return office.robots[office.robots.count - 1].words.contains("typed under your name")
  }

  @Test func `typed text is not lost if the session ends while the text is offered`() throws {
    let office = try interrupted()
    #expect(office.robots[1].words.contains("4242"))
    office.announce()
    #expect(try !isOffered(office))
    office.ended = [0, 1, 2]
    #expect(try isOffered(office))
    office.press(3, "t")
    #expect(try !isOffered(office))
    office.ended = [0, 1, 2, 3, 4]
    #expect(try isOffered(office))
    office.press(5, "t<Enter>")
    office.ended = nil
    #expect(try !isOffered(office))
  }

  @Test func `a text whose line was removed stays in the store until the line is back`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    office.press(0, "jj<Enter>G<Enter><C-u>draft")
    office.press(1, "jjd")
    try office.join("ada")
    office.press(2, "t")
    #expect(office.robots[2].words.contains("the field was removed; what was typed is `draft`"))
    office.press(1, "u")
    try office.join("ada")
    office.press(3, "t")
    #expect(office.robots[3].words.contains("draft"))
    office.press(3, "<Enter>")
    #expect(try office.stored().lines[2].notes == "draft")
  }

  @Test func `restored text says what another user has put into the field since`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    office.press(0, "jj<Enter>G<Enter><C-u>draft")
    office.press(1, "jj<Enter>G<Enter><C-u>theirs<Enter>")
    try office.join("ada")
    office.press(2, "t")
    #expect(office.robots[2].words.contains("the field holds `theirs`"))
  }

  @Test func `a text that is discarded is deleted`() throws {
    let office = try interrupted()
    office.press(1, "d")
    office.ended = nil
    #expect(try !isOffered(office))
  }

  @Test(arguments: ["c", "<Esc>"])
  func `a text that is left for later is offered by the next session`(_ keys: String) throws {
    let office = try interrupted()
    office.press(1, keys)
    #expect(office.robots[1].words.contains("offered again when the plan is next opened"))
    office.press(1, "<Enter>G<Enter>half<Esc>")
    #expect(try !isOffered(office))
    office.ended = nil
    #expect(try isOffered(office))
  }

  @Test func `a text for a frozen plan stays in the store`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    office.press(0, "jj<Enter><.cost>4242")
    office.press(1, "F")
    try office.join("ada")
    office.press(2, "t")
    #expect(office.robots[2].words.contains("not restored: the plan is frozen"))
    #expect(try isOffered(office))
  }

  @Test func `typed text is kept while a question about it is open`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    office.press(0, "jj<Enter>G<Enter>mine")
    office.press(1, "jj<Enter>G<Enter>theirs<Enter>")
    office.announce()
    office.press(0, "<Enter>")
    #expect(office.robots[0].words.contains("theirs"))
    try office.join("ada")
    #expect(office.robots[2].words.contains("typed under your name: `mine` (notes of L3):"))
  }

  @Test func `typed text is kept while its effect is to be confirmed`() throws {
    let office = try SharedStoreFixture("ada", example: "groups")
    office.press(0, "6ggj<Enter><C-u>XXX<Enter>")
    try #require(office.robots[0].program.panes.top is Question)
    try office.join("ada")
    #expect(office.robots[1].words.contains("typed under your name: `XXX`"))
  }
}
