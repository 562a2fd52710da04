import Procurement
import Testing
import Workbench

@testable import Plain

/// What the dialogue says of screens other than the plan's lines, and how it is left.
@Suite struct ScreenTests {
  private func transcript() throws -> Transcript {
    Transcript(try Fixture.dialogue(on: try Fixture.plan("imaging")))
  }

  @Test func `going to the funds prints each with what is drawn and left`() throws {
    var transcript = try transcript()
    let said = transcript.enter("show-funding")
    #expect(said.first == "funds, year by year: available, drawn by lines, and left")
    #expect(said.contains("1 fund capital"))
    #expect(said.contains("3 capital pays: capital"))
    #expect(said.contains("5 capital 2004-05: 250,000.00 available, 250,000.00 drawn, 0.00 left"))
    #expect(said.last == "rows 1 to 14 of 14, now at 1")
    #expect(transcript.enter("down") == ["capital name: Block capital"])
    #expect(transcript.enter("show").contains("fund Block capital: lines L6, L7, L8, L10"))
  }

  @Test func `going to the trust prints the plan's details`() throws {
    var transcript = try transcript()
    let said = transcript.enter("show-trust")
    #expect(said.contains("2 trust: RXX") && said.contains("5 cluster: london"))
    #expect(said.last == "rows 1 to 7 of 7, now at 1")
  }

  @Test(arguments: ["show-plan", "show-browse", "show-findings", "show-groups", "next-screen"])
  func `every screen prints what it lists`(_ action: String) throws {
    var transcript = try transcript()
    let said = transcript.enter(action)
    #expect(said.count > 1)
    #expect(transcript.enter("list").dropLast() == said.dropFirst().dropLast())
    #expect(transcript.enter(action).count > 1)
  }

  @Test func `findings print as on their screen, the worst first, twenty at a time`() throws {
    var plan = try Fixture.plan("imaging")
    // Each has no route and no cost, and all but the first are the same service again.
    for id in ["L13", "L14", "L15"] {
      plan.lines.append(PlanLine(id: id, service: "additional.helpdesk"))
    }
    var transcript = Transcript(try Fixture.dialogue(on: plan))
    let said = transcript.enter("show-findings")
    #expect(said.count == 22 && said[1].hasPrefix("1 L6 error S101: "))
    #expect(said.last == "rows 1 to 20 of 25, now at 1; `list 21` goes on")
    #expect(transcript.enter("list 21").count == 6)
  }

  @Test func `a row is opened by what it is listed by`() throws {
    var transcript = try transcript()
    transcript.enter("show-funding")
    #expect(transcript.enter("open 3").first == "pays, 3 choices")
    transcript.enter("close")
    #expect(transcript.enter("open 15") == ["there is no row `15`; `list` says which there are"])
    transcript.enter("show-plan")
    transcript.enter("open L7")
    #expect(transcript.dialogue.workbench.focusedPlace == 6)
    #expect(transcript.enter("open L8") == ["`open ROW` works in lists; `close` goes back"])
  }

  @Test(arguments: ["open", "fix", "filter", "open;open", "show-funding;open 3", "show-browse"])
  func `quitting works from anywhere`(_ way: String) throws {
    var transcript = try transcript()
    for line in way.split(separator: ";") { transcript.enter(String(line)) }
    transcript.enter("quit")
    #expect(transcript.effects.last == .finish)
  }

  @Test func `quitting again while it is asked about keeps what is not written`() throws {
    var transcript = try transcript()
    transcript.enter("remove-line")
    transcript.enter("fix")
    #expect(transcript.enter("quit").contains("w: write and quit"))
    transcript.enter("quit")
    #expect(
      transcript.effects.last == .keepUnsaved(transcript.dialogue.workbench.plan, replacing: false))
  }

  @Test func `a list from a row that is not there is a failed command`() throws {
    var transcript = try transcript()
    transcript.enter("list 99")
    #expect(transcript.dialogue.hasFailed)
  }

  @Test(arguments: [
    (
      "set capital 2009-10 4",
      "the plan has no year `2009-10`; the plan's years are 2004-05, 2005-06, 2006-07"
    ),
    (
      "set revenue 4",
      "`revenue` needs a year, as in `set revenue 2004-05 250k`; the plan's years are 2004-05, 2005-06, 2006-07"
    ),
    ("set suplier x", "`suplier` is not a field; did you mean `supplier`?"),
  ])
  func `a field that is not there is answered with what there is`(
    _ line: String, _ answer: String
  ) throws {
    var transcript = try transcript()
    #expect(transcript.enter(line) == [answer])
    #expect(transcript.dialogue.hasFailed)
  }
}
