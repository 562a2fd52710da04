import Testing
import Workbench

/// Whole dialogues against those that were looked at and kept.
@Suite struct TranscriptTests {
  static let scripts: [String: String] = [
    "editing": """
    line 6; show; set route programme; set supplier bt; undo; redo; set need keep; set suplier x
    line 12; set notes A note; set notes; set capital 2004-05 12.5k; set capital 2004-05 lots
    set funds capital running; set funds capitol; set funds none; set id L1; set id L99
    set supplier Somebody Else; set supplier none; set spine-connected yes
    """,
    "menus": """
    line 6; fix; down; choose 99; choose 1; open; open; choose x; close; next-field; down; down
    down; open; set need new; choose 2; accept; last; open; type Some words; open; type; open
    close; close; line L8; open; set funds; down; down; down; down; open; choose 2; close; open
    choose 1; accept; close; quit; show; close
    """,
    "lines": """
    list; list 10; list 99; totals; findings; line L3; line 99; down; remove-line; undo
    add-service; choose 3; next-screen; show; down; a; show-plan; last; u; U
    """,
    "rows": """
    filter; type unfunded>0; list; mark; mark; change-marked; choose 1; choose 1; undo; show-all
    show-all; sort; choose 7; list 9; palette; show-all; filter; type unfunded>lots; close; copy
    filter; type nowhere; list; fix; show-all; line 6; compare-routes; choose 2; theme
    """,
    "help":
      "help; open; help; open; help; close; next-screen; help; accept; hlep; quit now; ?; Esc",
  ]

  @Test(arguments: scripts.keys.sorted())
  func `the transcript is the recorded one`(_ name: String) throws {
    var transcript = Transcript(try Fixture.dialogue(on: try Fixture.plan("imaging")))
    let script = try #require(TranscriptTests.scripts[name])
    for line in script.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
      let words = line.drop { $0 == " " }
      transcript.enter(String(words))
    }
    try transcript.expectGolden(name)
  }

  @Test func `alternatives are compared, edited, chosen and removed`() throws {
    var transcript = Transcript(try Fixture.dialogue(on: try Fixture.plan("alternatives")))
    let script = """
      line L2; show; compare-routes; choose 4; choose 2; undo; show-alternatives; choose 1; show
      set supplier csc; set supplier as on the line; set pacs features; set capital 2005-06 12k
      set notes; set id group; set id letter; open; close; choose-alternative; undo; close
      show-alternatives; choose 3; set supplier Elsewhere Ltd; set revenue 2004-05 500
      remove-alternative; set alternatives lease: supplier Acme, revenue 2005-06 20k
      set alternatives lease: supplied Acme; show; set alternatives none; undo; help
      """
    for line in script.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
      transcript.enter(String(line.drop { $0 == " " }))
    }
    try transcript.expectGolden("alternatives")
  }

  @Test func `a plan is written, questions are answered, and a quit asks`() throws {
    var transcript = Transcript(
      try Fixture.dialogue(on: try Fixture.plan("imaging")))
    for line in ["remove-line", "quit", "show", "c", "write"] { transcript.enter(line) }
    transcript.receive(.needsConsent(.comments, .known))
    for line in ["help", "w"] { transcript.enter(line) }
    transcript.receive(.documentMissing)
    transcript.enter("no")
    transcript.enter("write")
    transcript.receive(.needsConsent(.protected, .known))
    transcript.enter("yes")
    transcript.receive(.failed("no room left"))
    transcript.enter("quit")
    transcript.enter("quit without saving")
    try transcript.expectGolden("writing")
  }

  @Test func `a plan without a file asks for a name`() throws {
    var transcript = Transcript(
      try Fixture.dialogue(on: try Fixture.plan("imaging"), name: nil))
    for line in ["show-plan", "line 2", "remove-line", "write", "type new.yaml"] {
      transcript.enter(line)
    }
    transcript.receive(.written(name: "new.yaml"))
    transcript.enter("quit")
    try transcript.expectGolden("naming")
  }
}
