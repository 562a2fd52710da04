import Interaction
import Procurement
import Testing
import Validation

@testable import Workbench

/// What keys do to a plan: before, keys, after.
@Suite struct EditingTests {
  @Test func `totals and findings follow each key of an amount`() throws {
    var robot = try Robot()
    robot.press("jjjjjjjj<Enter><.cost>j<Enter>")
    let before = robot.program.assessment.totals.all
    robot.press("<C-u>")
    robot.press("1")
    #expect(robot.program.assessment.totals.all.cost == before.cost - Money(pence: 11_999_00))
    robot.press("9999")
    let after = robot.program.assessment.totals.all
    #expect(after.cost == before.cost + Money(pence: 7_999_00))
    #expect(robot.bottom.hasPrefix("worse: unfunded 145,699.50 → 153,698.50"))
    #expect(robot.screen.contains(after.cost.grouped))
    #expect(robot.screen.contains(after.unfunded.grouped))
  }

  @Test func `a digit on an amount begins a new one`() throws {
    var robot = try Robot()
    robot.press("<Enter><.cost>7<Enter>")
    #expect(robot.plan.lines[0].cost[try year("2004-05"), .capital] == Money(pence: 700))
  }

  @Test(arguments: [
    ("12500", 1_250_000), ("12.5k", 1_250_000), ("1.2m", 120_000_000), ("12,500.50", 1_250_050),
    ("£300", 30_000), ("", 0), ("1.2345k", 123_450),
  ])
  func `amounts are read as people type them`(_ text: String, _ pence: Int) throws {
    #expect(try AmountText.money(text) == Money(pence: Int64(pence)))
  }

  @Test(arguments: ["-5", "1.2.3", "k", "12x", "1.234", "99999999999999999999"])
  func `what is not an amount is refused`(_ text: String) throws {
    var robot = try Robot()
    let before = robot.plan
    robot.press("<Enter><.cost><Enter><C-u>")
    robot.press(text)
    robot.press("<Enter>")
    #expect(robot.program.context == .field)
    #expect(!robot.bottom.isEmpty)
    robot.press("<Esc>")
    #expect(robot.plan == before)
    #expect(!robot.program.isModified)
  }

  @Test func `going back puts the old value back and leaves nothing to undo`() throws {
    var robot = try Robot()
    let before = robot.plan
    robot.press("<Enter><.cost>123<Esc>")
    #expect(robot.plan == before)
    robot.press("u")
    #expect(robot.bottom == "nothing to undo")
  }

  @Test func `a choice is taken with Enter and undone with u`() throws {
    var robot = try Robot()
    let before = robot.plan
    robot.press("jjjjj<Enter>j<Enter>")
    #expect(robot.screen.contains(/exclusive +trust/))
    robot.press("<Home><Enter>")
    #expect(robot.plan.lines[5].route == .programme)
    robot.press("u")
    #expect(robot.plan == before)
    robot.press("U")
    #expect(robot.plan.lines[5].route == .programme)
  }

  @Test func `a supplier is chosen from a list or typed`() throws {
    var robot = try Robot()
    robot.press("<Enter>jl<Enter><End><Up><Enter>")
    #expect(robot.plan.lines[0].supplier == nil)
    robot.press("<Enter><End><Enter>Acme Ltd<Enter>")
    #expect(robot.plan.lines[0].supplier == "Acme Ltd")
    #expect(robot.screen.contains("S101"))
  }

  @Test func `funds are taken in the order in which they are put in`() throws {
    var robot = try Robot()
    robot.press("jjjjjjj<Enter>jj<Enter> <Down> <Enter>")
    #expect(robot.plan.lines[7].funds == [])
    robot.press("<Enter><End> <Up> <Enter>")
    #expect(robot.plan.lines[7].funds == ["running", "capital"])
  }

  @Test func `a fix removes its finding`() throws {
    var robot = try Robot()
    robot.press("jjjjjf")
    #expect(robot.screen.contains("route the line through the programme with BT"))
    robot.press("<Enter>")
    #expect(robot.plan.lines[5].supplier == "bt")
    #expect(!robot.program.assessment.verdict(at: 5).findings.contains(.S101))
  }

  @Test func `a service is added from the programme, with the provider that alone may supply it`()
    throws
  {
    var robot = try Robot()
    robot.press("2jjjjjja")
    let line = try #require(robot.plan.lines.last)
    #expect(line.id == "L13")
    #expect(line.route == .programme && line.supplier == "bt")
    robot.press("u")
    #expect(robot.plan.lines.count == 12)
  }

  @Test func `a line is moved past another, and draws on its fund first`() throws {
    var robot = try Robot()
    let before = robot.plan
    robot.press("jjjjjjj")
    let covered = robot.program.assessment.verdict(at: 7).covered
    robot.press("K")
    #expect(robot.plan.lines[6].id == "L8" && robot.program.place == 6)
    #expect(robot.program.assessment.verdict(at: 6).covered > covered)
    #expect(
      robot.bottom
        == "moved L8 above L7: errors 9 → 8; unfunded stays 145,699.50; `u` undoes")
    robot.press("u")
    #expect(robot.plan == before)
  }

  @Test func `a copy of a line is below it with an id of its own`() throws {
    var robot = try Robot()
    let before = robot.plan
    robot.press("jjjy")
    #expect(robot.plan.lines.count == 13 && robot.plan.lines[4].id == "L13")
    #expect(robot.plan.lines[4].service == before.lines[3].service)
    #expect(robot.program.assessment.verdict(at: 4).findings.contains(.C102))
    robot.press("u")
    #expect(robot.plan == before)
  }

  @Test func `a line that is removed comes back with undo`() throws {
    var robot = try Robot()
    let before = robot.plan
    robot.press("jjd")
    #expect(robot.plan.lines.map(\.id).contains("L3") == false)
    robot.press("u")
    #expect(robot.plan == before)
  }

  @Test func `taking another cluster judges every line again`() throws {
    var robot = try Robot()
    robot.press("2jr")
    #expect(robot.plan.header.trust.cluster == "london")
    #expect(robot.words.contains("worse: unfunded 145,699.50 → 932,699.50; errors 9 → 15"))
    #expect(robot.words.contains("move the trust to North East"))
    robot.press("n")
    #expect(robot.plan.header.trust.cluster == "london" && !robot.program.isModified)
    robot.press("ry")
    #expect(robot.plan.header.trust.cluster == "north-east")
    #expect(robot.words.contains("worse: unfunded 145,699.50 → 932,699.50; errors 9 → 15"))
    #expect(robot.program.assessment.verdict(at: 0).findings.contains(.S101))
    robot.press("u")
    #expect(!robot.program.assessment.verdict(at: 0).findings.contains(.S101))
  }

  @Test func `Esc and a key that arrive together are two keys`() throws {
    var robot = try Robot()
    robot.press("<Enter><.cost>5")
    robot.handle(.key(.alt("d")))
    #expect(robot.program.context == .form)
    #expect(!robot.program.isModified)
    robot.press("<Esc>?")
    robot.handle(.key(.alt("2")))
    #expect(robot.program.screen == .catalogue && robot.program.panes.isEmpty)
  }

  @Test func `Tab goes through every field of the form and round its ends`() throws {
    var robot = try Robot()
    robot.press("<Enter>")
    let start = robot.screen
    let fields = robot.program.formRows.joined().count
    robot.press(String(repeating: "<Tab>", count: fields))
    #expect(robot.screen == start)
    robot.press("<BackTab><Enter>last<Enter>")
    #expect(robot.plan.lines[0].notes == "last")
  }

  @Test func `text is edited with the keys that shells have`() throws {
    var robot = try Robot()
    robot.press("<Enter>G<Enter>one two three<C-w>four<C-a>x<C-e>y<Enter>")
    #expect(robot.plan.lines[0].notes == "xone two foury")
  }

  @Test func `an id that another line has is not taken`() throws {
    var robot = try Robot()
    robot.press("<Enter><.id><Enter><C-u>L2<Enter>")
    #expect(robot.bottom.contains("another line has the id `L2`"))
    robot.press("<C-u>first<Enter>")
    #expect(robot.plan.lines[0].id == "first")
    robot.press("u")
    #expect(robot.plan.lines[0].id == "L1")
  }

  @Test func `what is pasted into a field is text and nothing else`() throws {
    var robot = try Robot()
    robot.press("<Enter>G<Enter>")
    robot.handle(.paste("quit\nq\u{1B}[31m"))
    robot.press("<Enter>")
    #expect(robot.plan.lines[0].notes == "quit q\u{1B}[31m")
    #expect(!robot.screen.unicodeScalars.contains("\u{1B}"))
  }

  @Test func `a paste where nothing is typed does nothing and says so`() throws {
    var robot = try Robot()
    let before = robot.plan
    robot.handle(.paste("dddd"))
    #expect(robot.plan == before)
    #expect(robot.bottom.contains("nothing to paste into"))
  }

  private func year(_ text: String) throws -> FinancialYear { try #require(FinancialYear(text)) }
}
