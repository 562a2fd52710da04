import Procurement
import Testing
import Validation
import Workbench

@testable import Plain

/// Fields that are set by name, on every screen that has fields, and findings that are explained.
@Suite struct NamedFieldTests {
  private func transcript(_ example: String = "imaging") throws -> Transcript {
    Transcript(try Fixture.dialogue(on: try Fixture.plan(example)))
  }

  @Test(arguments: ["set supplier", "set supplier none", "set supplier None"])
  func `clearing a field says so, and what it was`(_ line: String) throws {
    var transcript = try transcript()
    transcript.enter("line 6")
    let said = transcript.enter(line)
    #expect(said.first?.hasPrefix("L6 supplier cleared (was Theatre Software)") == true)
    #expect(transcript.dialogue.workbench.plan.lines[5].supplier == nil)
  }

  @Test func `none empties fields that are typed, too`() throws {
    var transcript = try transcript()
    transcript.enter("line 12")
    #expect(transcript.enter("set notes none")[0].hasPrefix("L12 notes cleared (was "))
    transcript.enter("set revenue 2005-06 none")
    #expect(transcript.dialogue.workbench.plan.lines[11].notes == nil)
    #expect(transcript.dialogue.workbench.plan.lines[11].cost.total == .zero)
    #expect(transcript.enter("set id none") == ["a line needs an id; type one"])
    #expect(transcript.enter("set spine_connected yes")[0].contains("on the Spine none → yes"))
    #expect(
      transcript.enter("set spine_connected none")[0].contains("on the Spine cleared (was yes)"))
  }

  @Test(arguments: [
    ("set route bogus", "unknown route `bogus`; use programme, calloff, open or none"),
    ("set need keep", "unknown need `keep`; use new or retain"),
    ("set need", "need cannot be empty; use new or retain"),
    ("set funds bids", "unknown fund `bids`; use capital or running"),
  ])
  func `a value that a field cannot have is refused with those that it can`(
    _ line: String, _ answer: String
  ) throws {
    var transcript = try transcript()
    #expect(transcript.enter(line) == [answer])
    #expect(transcript.dialogue.hasFailed)
  }

  @Test func `alternatives have money in the years of the plan alone`() throws {
    var transcript = try transcript()
    let said = transcript.enter("set alternatives a: capital 2003-04 5")
    #expect(said.contains { $0.contains("2003-04 is not one of the plan's years") })
    #expect(transcript.dialogue.hasFailed)
    #expect(transcript.dialogue.workbench.judged.plan.lines[0].alternatives.isEmpty)
  }

  @Test func `a choice that is not offered stops a script`() throws {
    var transcript = try transcript()
    transcript.enter("line 7")
    let options = transcript.enter("compare-routes")
    #expect(!transcript.dialogue.hasFailed)
    let refused = try #require(options.first { $0.contains("programme: not offered") })
    let said = transcript.enter("choose \(refused.prefix { $0 != " " })")
    #expect(said.contains { $0.contains("not offered") } && transcript.dialogue.hasFailed)
  }

  @Test func `fields of funds are set by name, those of the fund that is in focus`() throws {
    var transcript = try transcript()
    transcript.enter("show-funding")
    #expect(
      transcript.enter("set name Block grant")[0].contains("name Block capital → Block grant"))
    #expect(transcript.enter("set 2004-05 260k")[0].contains("2004-05 250,000.00 → 260,000.00"))
    #expect(transcript.enter("set pays either")[0].contains("pays capital → either"))
    #expect(
      transcript.enter("set certainty bid")[0].contains("certainty confirmed → bid"))
    #expect(transcript.enter("set 2004-05 +5%")[0].contains("2004-05 260,000.00 → 273,000.00"))
    #expect(transcript.enter("set fund block")[0].contains("renamed fund capital to block"))
    let fund = transcript.dialogue.workbench.plan.funds[0]
    #expect(fund.id == "block" && fund.name == "Block grant" && fund.pays == .either)
    #expect(
      transcript.enter("set pays lots") == ["unknown pays `lots`; use capital, revenue or either"])
    #expect(
      transcript.enter("set 2004-05")
        == ["`set 2004-05` needs a value; `none` empties the field"])
    #expect(
      transcript.enter("help").contains {
        $0 == "a field is one of fund, name, pays, certainty, 2004-05, 2005-06, 2006-07"
      })
  }

  @Test func `fields of groups and of the plan are set by name`() throws {
    var transcript = try transcript("groups")
    transcript.enter("show-groups")
    transcript.enter("set facility Fenland Supplies")
    transcript.enter("set members rzz raa rbb rcc")
    let group = transcript.dialogue.workbench.plan.groups[0]
    #expect(group.facility == "Fenland Supplies")
    #expect(group.members == ["RZZ", "RAA", "RBB", "RCC"])
    transcript.enter("show-trust")
    transcript.enter("set title Other")
    transcript.enter("set kind care")
    #expect(transcript.enter("set as of 2004-11-02")[0].contains("as of none → 2004-11-02"))
    transcript.enter("set cluster southern")
    #expect(transcript.dialogue.workbench.hasDecisionPending)
    transcript.enter("yes")
    let header = transcript.dialogue.workbench.plan.header
    #expect(header.title == "Other" && header.trust.kind == .care)
    #expect(header.trust.cluster == "southern")
  }

  @Test func `where there are no fields, set says where they are`() throws {
    var transcript = try transcript()
    transcript.enter("show-findings")
    #expect(
      transcript.enter("set supplier bt")[0].hasPrefix("nothing can be set here; `show-plan`"))
  }

  // MARK: Findings

  @Test(arguments: ["explain", "x"])
  func `the finding in focus is explained`(_ word: String) throws {
    var transcript = try transcript()
    transcript.enter("line 6")
    let said = transcript.enter(word)
    #expect(said.first == "S101 exclusive-supply-breach")
    #expect(said.contains { $0.hasPrefix("only BT may supply a new system") })
    #expect(said.contains { $0.hasPrefix("Core service bundles, paragraph") })
    // Nothing has to be closed afterwards.
    #expect(transcript.enter("down")[0].hasPrefix("L7 "))
    transcript.enter("show-findings")
    #expect(transcript.enter("explain").first == "S101 exclusive-supply-breach")
    transcript.enter("down")
    #expect(transcript.enter("explain").first?.hasPrefix("F101 ") == true)
  }

  @Test func `a code is explained with its finding on the line, else by itself`() throws {
    var transcript = try transcript()
    transcript.enter("line 6")
    #expect(transcript.enter("explain f103").contains { $0.contains("budget £95,000") })
    let rule = transcript.enter("explain S104")
    #expect(rule.first == "S104 not-a-group-member" && rule.count > 2)
    #expect(transcript.enter("explain C103").contains { $0.contains("11 core services") })
    #expect(
      transcript.enter("explain S199")[0].hasPrefix("unknown code `S199`; did you mean S101,"))
    #expect(transcript.dialogue.hasFailed)
  }

  @Test func `a line without findings, and a screen without any, say so`() throws {
    var transcript = try transcript()
    #expect(transcript.enter("explain") == ["no findings to explain on this line"])
    transcript.enter("show-funding")
    #expect(
      transcript.enter("explain")
        == ["no finding is in focus here; `explain CODE` explains one by its code"])
    transcript.enter("show-browse")
    #expect(transcript.enter("explain").count > 1)
  }
}
