import Procurement
import SeededRandom
import Testing
import Workbench

@testable import Plain

/// What holds of every dialogue.
@Suite struct DialogueTests {
  private static let commands = [
    "line 6", "line 1", "line 99", "set route programme", "set supplier bt", "set supplier Other",
    "set supplier none", "set capital 2004-05 12.5k", "set revenue 2005-06", "set notes a  b",
    "set funds running capital", "set funds none", "set need retain", "set id X1", "set pacs basic",
    "set service additional.pacs", "set crs_interoperable yes", "set group none", "set", "choose 1",
    "choose 2", "choose 40", "choose", "type 300", "type", "type \u{1B}[2J\u{202E}", "show",
    "list 3",
    "totals", "findings", "help", "yes", "no", "w", "", "  ", "\u{1B}]0;x\u{7}",
    "set notes \u{1B}[31m",
  ]

  @Test(arguments: 0..<40)
  func `any lines are answered safely, and every edit can be undone`(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let actions = Action.allCases.map(\.rawValue).filter { $0 != "quit" }
    let names = ["imaging", "exclusive", "groups"]
    let original = try Fixture.plan(names[seed % 3])
    var transcript = Transcript(try Fixture.dialogue(on: original))
    for _ in 0..<200 {
      let lines = Bool.random(using: &random) ? Self.commands : actions
      for said in transcript.enter(lines.randomElement(using: &random) ?? "help") {
        #expect(said.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }, "\(said)")
      }
    }
    #expect(!transcript.effects.contains(.finish))
    transcript.enter("close")
    transcript.enter("close")
    transcript.enter("close")
    transcript.enter("show-plan")
    // What is tried out is dropped, as undoing stops where that began.
    if transcript.enter("try-out").contains(where: { $0.hasPrefix("what if: nothing is stored") }) {
      transcript.enter("try-out")
    }
    if case .answer = transcript.dialogue.workbench.awaited { transcript.enter("d") }
    while transcript.enter("undo") != ["nothing to undo"] {}
    #expect(transcript.dialogue.workbench.plan == original)
  }

  @Test func `the end of the input keeps unsaved changes, also in an open field`() throws {
    let plan = try Fixture.plan("imaging")
    var untouched = try Fixture.dialogue(on: plan)
    #expect(untouched.end().isEmpty)
    var edited = try Fixture.dialogue(on: plan)
    _ = edited.take("remove-line")
    #expect(edited.end() == [.keepUnsaved(edited.workbench.plan, replacing: false)])
  }

  @Test func `unsaved changes of an earlier session are restored`() throws {
    let plan = try Fixture.plan("imaging")
    var kept = plan
    kept.lines.removeLast()
    var transcript = Transcript(
      try Fixture.dialogue(on: plan, unsaved: UnsavedPlan(plan: kept, base: plan)))
    #expect(transcript.text.contains("an earlier session left unsaved changes"))
    transcript.enter("line 6")
    #expect(transcript.dialogue.workbench.plan == plan)
    transcript.enter("t")
    #expect(transcript.dialogue.workbench.plan == kept)
  }

  @Test(arguments: [
    ("12,500", 1_250_000), ("12\u{A0}500", 1_250_000), ("1 234", 123_400), ("-", 0),
  ])
  func `an amount is set in groups of three digits`(_ text: String, _ pence: Int64) throws {
    var transcript = Transcript(try Fixture.dialogue(on: try Fixture.plan("imaging")))
    let year = try #require(FinancialYear(start: 2004))
    transcript.enter("line 6")
    transcript.enter("set capital 2004-05 \(text)")
    let cost = transcript.dialogue.workbench.plan.lines[5].cost
    #expect(cost[year, .capital] == Money(pence: pence))
  }

  @Test(arguments: ["12,50", "1,2,3,4", "0,500", "1.234,50", "12,34,567", "1 2", "(500)", "−5"])
  func `an amount with a slipped comma is not taken`(_ text: String) throws {
    var transcript = Transcript(try Fixture.dialogue(on: try Fixture.plan("imaging")))
    transcript.enter("line 6")
    let before = transcript.dialogue.workbench.plan
    transcript.enter("set capital 2004-05 \(text)")
    #expect(transcript.dialogue.hasFailed)
    #expect(transcript.dialogue.workbench.plan == before)
  }

  @Test func `a field is set as its menu would set it`() throws {
    var typed = Transcript(try Fixture.dialogue(on: try Fixture.plan("imaging")))
    typed.enter("line 6")
    typed.enter("set supplier bt")
    var chosen = Transcript(try Fixture.dialogue(on: try Fixture.plan("imaging")))
    for line in ["line 6", "open", "down", "down", "down", "open", "choose 1"] {
      chosen.enter(line)
    }
    #expect(typed.dialogue.workbench.plan == chosen.dialogue.workbench.plan)
    #expect(typed.dialogue.workbench.plan.lines[5].supplier == "bt")
  }

  @Test func `each choice says what it does to the whole plan, and so does taking it`() throws {
    var transcript = Transcript(try Fixture.dialogue(on: try Fixture.plan("imaging")))
    transcript.enter("line 6")
    let choices = transcript.enter("fix")
    #expect(choices[1].hasSuffix("unfunded 145,699.50 → 60,699.50; errors 9 → 7; warnings 3 → 4"))
    let said = transcript.enter("choose 1")
    #expect(said[0].contains("unfunded 145,699.50 → 60,699.50; errors 9 → 7; warnings 3 → 4"))
    #expect(said[0].hasSuffix("; `undo` undoes"))
    transcript.enter("show-funding")
    #expect(transcript.enter("remove-record")[0].contains("remove fund Block capital?"))
    let removed = transcript.enter("yes")
    #expect(removed[0].hasPrefix("worse: unfunded "))
    #expect(removed[0].contains("removed fund Block capital"))
  }

  @Test func `missing money is explained, and fixed for one line or for all`() throws {
    var transcript = Transcript(try Fixture.dialogue(on: try Fixture.plan("imaging")))
    #expect(transcript.enter("totals").contains("unfunded in any order of drawing: 145,699.50"))
    transcript.enter("line 8")
    let fixes = transcript.enter("fix")
    #expect(fixes.contains { $0.contains("F101 raise fund ") && $0.contains("145,699.50 → ") })
    #expect(transcript.enter("help").contains { $0.hasPrefix("fix-all: ") })
    let all = transcript.enter("fix-all")
    let number = try #require(all.firstIndex { $0.contains("F101 raise the fund that pays first") })
    let left = try #require(
      all[number].firstMatch(of: /unfunded 145,699.50 → ([0-9,.]+)/)?.output.1)
    #expect(transcript.enter("choose \(number)")[0].contains("unfunded 145,699.50 → \(left)"))
    #expect(transcript.enter("totals").contains { $0.hasPrefix("unfunded: \(left)") })
    transcript.enter("undo")
    #expect(transcript.enter("totals").contains("unfunded: 145,699.50"))
  }

  @Test func `a mistyped command is answered in one line with the nearest`() throws {
    var transcript = Transcript(try Fixture.dialogue(on: try Fixture.plan("imaging")))
    #expect(
      transcript.enter("remove-lin")
        == ["`remove-lin` is not a command here; did you mean `remove-line`?"])
    #expect(transcript.enter("xyzzy plugh").count == 1)
  }
}
