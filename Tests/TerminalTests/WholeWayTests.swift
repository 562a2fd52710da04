import Foundation
import TerminalTesting
import Testing

/// The built program in a terminal: complete sessions of an analyst.
@Suite struct WholeWayTests {
  @Test func `a plan is opened, edited, undone, written and closed`() throws {
    let fixture = try PlanFixture()
    let session = try fixture.open()
    try session.waitFor("cost 1,352,700.00")
    session.send("jjjjjjjjjj\r")
    try session.waitFor("Future")
    session.send("ajjjjjj")
    session.send("l\r\u{15}1")
    try session.waitFor("cost 1,340,701.00")
    session.send("5000")
    try session.waitFor("cost 1,355,700.00")
    session.send("\r")
    try session.waitFor("145,699.50 → 148,699.50;")
    try session.waitFor("`u` undoes")
    session.send("u")
    try session.waitFor("cost 1,352,700.00")
    session.send("U")
    try session.waitFor("cost 1,355,700.00")
    session.send("w")
    try session.waitFor("comments are not kept")
    session.send("w")
    try session.waitFor("written to")
    #expect(fixture.document.contains("cost: {revenue: {2005-06: 15000}}"))
    session.send("qq")
    #expect(session.exitStatus() == 0)
    #expect(!session.screen.isAlternate && session.screen.isCursorVisible && session.isCooked)
    #expect(fixture.files == ["plan.yaml"])
  }

  @Test func `a waived finding is written with its reason and comes back waived`() throws {
    let fixture = try PlanFixture()
    let session = try fixture.open()
    try session.waitFor("cost 1,352,700.00")
    session.send("jjjjjW\r")
    try session.waitFor("why S101 is waived:")
    session.send("Agreed with bt\r")
    try session.waitFor("waived: Agreed with bt")
    session.send("ww")
    try session.waitFor("written to")
    #expect(fixture.document.contains("waivers: [{code: S101, reason: Agreed with bt, date: 2"))
    session.send("q")
    #expect(session.exitStatus() == 0)
    let again = try fixture.open()
    try again.waitFor("w 1")
    again.send("q")
    #expect(again.exitStatus() == 0)
  }

  @Test func `a document that another program changed is not overwritten without a question`()
    throws
  {
    let fixture = try PlanFixture()
    let session = try fixture.open()
    try session.waitFor("cost 1,352,700.00")
    let other = fixture.document + "# another user was here\n"
    try Data(other.utf8).write(to: fixture.plan)
    session.send("dww")
    try session.waitFor("the document has changed")
    #expect(fixture.document == other)
    session.send("\r")
    try session.waitFor("kept: L1")
    #expect(fixture.document == other)
    session.send("ww")
    try session.waitFor("written to")
    #expect(!fixture.document.contains("another user"))
    #expect(!fixture.document.contains("id: L1\n"))
  }

  @Test func `lines changed by another program are merged if chosen`() throws {
    let fixture = try PlanFixture()
    let session = try fixture.open()
    try session.waitFor("cost 1,352,700.00")
    session.send("d")
    try session.waitFor("removed L1")
    let other = fixture.document.replacingOccurrences(of: "id: L2\n", with: "id: other\n")
    try fixture.replace(with: other)
    session.send("ww")
    try session.waitFor("the document has changed")
    session.send("\r")
    try session.waitFor("taken from the document: L2, other; kept: L1")
    session.send("ww")
    try session.waitFor("written to")
    #expect(fixture.document.contains("id: other\n"))
    #expect(!fixture.document.contains("id: L1\n") && !fixture.document.contains("id: L2\n"))
  }

  @Test func `handled changes survive a killed session, and typed text is offered`() throws {
    for end in [SIGHUP, SIGTERM, SIGKILL, 0] {
      let fixture = try PlanFixture()
      let before = fixture.document
      let first = try fixture.open()
      try first.waitFor("cost 1,352,700.00")
      first.send("d\rajjjjj4242")
      try first.waitFor("4242 ")
      if end == 0 { first.closeMaster() } else { first.signal(end) }
      let status = first.exitStatus()
      if end != SIGKILL { #expect(status == 3) }
      #expect(fixture.document == before)
      #expect(fixture.files == ["plan.yaml"])
      let second = try fixture.open()
      try second.waitFor("typed under your name: `4242` (capital")
      second.send("t\r")
      try second.waitFor("not written")
      second.send("\u{1B}")
      second.send("ww")
      try second.waitFor("written to")
      #expect(!fixture.document.contains("id: L1\n"))
      #expect(fixture.document.contains("4242"))
      second.send("q")
      #expect(second.exitStatus() == 0)
    }
  }

  @Test func `typed text survives a session that is killed while it offers the text`() throws {
    let fixture = try PlanFixture()
    let first = try fixture.open()
    try first.waitFor("cost 1,352,700.00")
    first.send("d\rajjjjj4242")
    try first.waitFor("4242 ")
    first.signal(SIGKILL)
    _ = first.exitStatus()
    let offer = "typed under your name: `4242` (capital"
    for _ in 0..<2 {
      let second = try fixture.open()
      try second.waitFor(offer)
      let other = try fixture.open()
      #expect(try !other.waitFor("q quit").contains(offer))
      second.signal(SIGKILL)
      _ = second.exitStatus()
    }
    let last = try fixture.open()
    try last.waitFor(offer)
    last.send("t")
    try last.waitFor("4242 ")
    last.signal(SIGKILL)
    _ = last.exitStatus()
    let again = try fixture.open()
    try again.waitFor(offer)
    again.send("d")
    try again.waitFor("q quit")
    again.send("q")
    #expect(try !fixture.open().waitFor("q quit").contains(offer))
  }

  @Test func `a plan is shown as open as soon as the store has it, and without lines too`() throws {
    let fixture = try PlanFixture()
    let one = try fixture.open()
    try one.waitFor("cost 1,352,700.00")
    let list = try fixture.open([])
    try list.waitFor("no plans yet")
    // The focus stays on its line while the plan is stored.
    one.send("\rG\rnew\r")
    try list.waitFor("open now: \(NSUserName()) on L1")
    one.send("\u{1B}")
    try one.waitFor("q quit")
    one.send(String(repeating: "d", count: 12))
    try list.waitUntil("no line") { $0.contains("open now: ") && !$0.contains(" on L") }
    one.send("q")
    try one.waitFor("quit; the store keeps it")
    one.send("q")
    #expect(one.exitStatus() == 0)
    try list.waitUntil("nobody") { !$0.contains("open now: ") }
    let empty = try fixture.open(["1"])
    try empty.waitFor("q quit")
    try list.waitFor("open now: ")
  }

  @Test func `two sessions see each other's edits, and one store keeps them all`() throws {
    let fixture = try PlanFixture()
    let one = try fixture.open()
    let other = try fixture.open()
    try one.waitFor("cost 1,352,700.00")
    try other.waitFor("cost 1,352,700.00")
    one.send("d")
    try other.waitFor("L1 was removed by")
    // The first key was meant for L1.
    other.send("dd")
    try one.waitFor("L2 was removed by")
    one.send("ww")
    try one.waitFor("written to")
    for session in [one, other] {
      try session.waitUntil("everything is written") { !$0.text.contains("not written") }
      session.send("q")
      #expect(session.exitStatus() == 0)
    }
    #expect(!fixture.document.contains("id: L2\n"))
  }

  @Test func `without a store unsaved changes survive a hang-up and are offered again`() throws {
    for end in [SIGHUP, SIGTERM, 0] {
      let fixture = try PlanFixture()
      let first = try fixture.open(environment: PlanFixture.withoutStore)
      try first.waitFor("cost 1,352,700.00")
      first.send("d")
      try first.waitFor("removed L1")
      if end == 0 { first.closeMaster() } else { first.signal(end) }
      #expect(first.exitStatus() == 3)
      let second = try fixture.open(environment: PlanFixture.withoutStore)
      try second.waitFor("an earlier session left unsaved changes")
      second.send("t")
      try second.waitFor("modified")
      second.send("ww")
      try second.waitFor("written to")
      #expect(!fixture.document.contains("id: L1\n"))
      second.send("q")
      #expect(second.exitStatus() == 0)
      #expect(fixture.files == ["plan.yaml"] && fixture.unsaved.isEmpty)
    }
  }

  @Test func `only the owner can read unsaved changes`() throws {
    let fixture = try PlanFixture()
    let session = try fixture.open(environment: PlanFixture.withoutStore)
    try session.waitFor("cost 1,352,700.00")
    session.send("d")
    try session.waitFor("removed L1")
    session.signal(SIGHUP)
    _ = session.exitStatus()
    #expect(fixture.files == ["plan.yaml"] && fixture.unsaved.count == 2)
    let folder = fixture.folder.appending(path: ".local/state/calloff/unsaved")
    for (path, wanted) in [(folder, 0o700)]
      + fixture.unsaved.map({ (folder.appending(path: $0), 0o600) })
    {
      let mode = try FileManager.default.attributesOfItem(atPath: path.path)[.posixPermissions]
      #expect(mode as? Int == wanted)
    }
  }

  @Test func `suspending and resuming draws the same screen again`() throws {
    let fixture = try PlanFixture()
    let session = try fixture.open()
    let before = try session.waitFor("q quit")
    session.send("\u{1A}")
    #expect(session.waitForState() == .stopped)
    #expect(session.isCooked)
    session.continue()
    try session.waitUntil("the same screen") { $0.text == before.text && $0.isAlternate }
  }

  @Test func `many resizes while typing lose nothing`() throws {
    let fixture = try PlanFixture()
    let session = try fixture.open()
    try session.waitFor("q quit")
    session.send("\rajjjjj4")
    for (rows, columns) in [(1, 1), (50, 200), (12, 40), (3, 3), (24, 80)] {
      session.resize(rows: rows, columns: columns)
    }
    session.send("2\r")
    try session.waitFor("2004-05 42 ")
  }
}
