import TerminalTesting
import Testing

/// The steps of `docs/guide.md`, as the guide describes them.
@Suite struct GuideTests {
  private let fixture: PlanFixture

  init() throws {
    fixture = try PlanFixture()
  }

  private func open() throws -> TerminalSession {
    let session = try fixture.open(
      environment: PlanFixture.withoutStore, rows: 26, columns: 100)
    try session.waitFor("no store")
    return session
  }

  @Test func `the first of two fixes takes errors from 9 to 7, and can be undone`() throws {
    let session = try open()
    session.send("jjjjj")
    try session.waitFor("S101 only")
    session.send("f")
    let fixes = try session.waitFor("errors 9 → 7")
    #expect(fixes.contains(">  S101 route") && fixes.contains("   S101 retain"))
    session.send("\r")
    try session.waitFor("errors 7")
    session.send("u")
    try session.waitFor("errors 9 ")
    session.send("U")
    try session.waitFor("errors 7")
  }

  @Test func `a justification removes the finding that asks for it`() throws {
    let session = try open()
    session.send("jjjjjj")
    try session.waitFor("E P102")
    session.send("f")
    try session.waitFor("P102 write")
    session.send("P102\r")
    try session.waitUntil("the field") { $0.rows[$0.cursorRow].hasPrefix("justified by") }
    session.send("Better pictures\r")
    try session.waitFor("errors 8")
    session.send("\u{1B}")
    try session.waitUntil("the list") { !$0.contains("justified by") }
    #expect(!session.screen.contains("E P102"))
  }

  @Test func `amounts typed one after the other fill three years`() throws {
    let session = try open()
    session.send("jjjjj\rajjjjj")
    session.send("250k\t120k\t40k\r")
    let screen = try session.waitFor("2006-07 40,000")
    #expect(screen.contains("capital 2004-05 250,000      2005-06 120,000"))
  }

  @Test func `a service found by part of its name becomes a line`() throws {
    let session = try open()
    session.send("adental")
    try session.waitFor(">  Dental care")
    session.send("\r")
    try session.waitFor(">E L13    Dental care")
  }

  @Test func `writing asks before it drops comments`() throws {
    let session = try open()
    session.send("dw")
    try session.waitFor("w write")
    #expect(session.screen.contains("comments"))
  }
}
