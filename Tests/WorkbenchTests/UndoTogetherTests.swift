import Procurement
import Stores
import Testing

@testable import Workbench

/// Undoing what another session has moved, removed or changed since.
@Suite struct UndoTogetherTests {
  @Test(arguments: [
    ("J", "d", "bo has removed L1; nothing left to undo: moving L1; "),
    ("y", "jd", "bo has removed L13; nothing left to undo: copying L1 to L13; "),
    (
      "<Enter><.cost>5<Enter><Esc>", "d",
      "bo has removed L1; nothing left to undo: capital 2004-05 of L1; "
    ),
  ])
  func `undo says that another session has removed the line, and goes on with the step before`(
    key: String, removal: String, words: String
  ) throws {
    let office = try SharedStoreFixture("ada", "bo")
    let first = try office.stored()
    office.press(0, "jjJ")
    let moved = try office.stored().lines.map(\.id)
    office.press(0, "gg" + key)
    office.announce()
    office.press(1, removal)
    office.announce()
    let before = try office.stored()
    office.press(0, "u")
    let message = try #require(office.robots[0].program.message)
    #expect(message.text.hasPrefix(words))
    #expect(message.text.hasSuffix("`u` undoes the step before"))
    #expect(try office.stored() == before)
    office.press(0, "u")
    #expect(try office.stored().lines.map(\.id) != moved)
    office.announce()
    office.press(1, "u")
    #expect(try office.stored() == first)
  }

  @Test func `others hear of an undo as an undo`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    office.press(0, "jjd")
    office.announce()
    #expect(office.robots[1].words.contains("ada: removing L3"))
    office.press(0, "u")
    office.announce()
    #expect(office.robots[1].words.contains("ada: undone: removing L3"))
    office.press(0, "U")
    office.announce()
    #expect(office.robots[1].words.contains("ada: done again: removing L3"))
  }

  /// Both sessions of the user know the removal as a step that they can undo.
  @Test func `a removal that two sessions of one user undo is undone once`() throws {
    let office = try SharedStoreFixture("ada")
    let first = try office.stored()
    office.press(0, "jjd")
    try office.join("ada")
    office.press(0, "u")
    office.announce()
    #expect(try office.stored() == first)
    office.press(1, "u")
    #expect(try office.stored() == first)
    let message = try #require(office.robots[1].program.message)
    #expect(message.text.contains("nothing left to undo"), "\(message.text)")
  }

  /// The journal has a redo of a step that it has as undone twice.
  @Test func `a later session undoes what another session of its user has redone`() throws {
    let office = try SharedStoreFixture("ada")
    let first = try office.stored()
    office.press(0, "jjd")
    let removed = try office.stored()
    try office.join("ada")
    office.press(0, "u")
    office.announce()
    office.press(1, "u")
    office.press(0, "U")
    #expect(try office.stored() == removed)
    try office.join("ada")
    office.press(2, "u")
    #expect(try office.stored() == first)
    #expect(try office.journal().allSatisfy { !$0.step.edits.isEmpty || !$0.step.kind.isUndoable })
  }

  @Test func `a later session undoes steps that were undone out of order`() throws {
    let office = try SharedStoreFixture("ada", "ada")
    let first = try office.stored()
    office.press(0, "d")
    office.announce()
    office.press(1, "jjJJ")
    office.announce()
    office.press(0, "u")
    try office.join("ada")
    office.press(2, "uu")
    #expect(try office.stored() == first)
    #expect(office.robots[2].program.journal?.outbox.isEmpty == true)
  }

  @Test func `a removed line comes back to where it was before another session's undone move`()
    throws
  {
    let office = try SharedStoreFixture("ada", "bo")
    let first = try office.stored()
    office.press(0, "JJJ")
    office.announce()
    office.press(1, "jjjd")
    office.announce()
    office.press(0, "uuu")
    office.announce()
    office.press(1, "u")
    #expect(try office.stored() == first)
    office.announce()
    office.press(0, "gUgUgU")
    #expect(try office.stored().lines.map(\.id).prefix(4) == ["L2", "L3", "L4", "L1"])
  }

  @Test(arguments: [("m", 0), ("t", 2), ("<Esc>", 2)])
  func `undoing a move asks where another session has moved the line since`(
    answer: String, place: Int
  ) throws {
    let office = try SharedStoreFixture("ada", "bo")
    let first = try office.stored()
    office.press(0, "J")
    office.announce()
    office.press(1, "J")
    office.announce()
    office.press(0, "u")
    #expect(office.robots[0].bottom.hasPrefix("bo has moved L1:"))
    #expect(try office.stored().index(ofLine: "L1") == 2)
    office.press(0, answer)
    #expect(try office.stored().index(ofLine: "L1") == place)
    office.announce()
    office.press(1, "u<Esc>")
    #expect(try office.stored() == first)
  }

  @Test func `a move that crosses another session's asks as a value does`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    office.press(0, "jjJ")
    office.press(1, "jjK")
    #expect(office.robots[1].bottom.hasPrefix("ada has moved L3:"))
    office.press(1, "t")
    #expect(try office.stored().index(ofLine: "L3") == 3)
  }

  @Test func `undoing the removal of a copy that was undone since leaves it away`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    let first = try office.stored()
    office.press(0, "y")
    office.announce()
    office.press(1, "jd")
    office.announce()
    office.press(0, "u")
    office.announce()
    office.press(1, "u")
    let message = office.robots[1].program.message?.text
    #expect(
      message?.hasPrefix(
        "ada has undone copying L1 to L13; nothing left to undo: removing L13; ") == true)
    office.announce()
    #expect(try office.stored() == first)
    office.press(0, "gU")
    #expect(try office.stored().lines.map(\.id).prefix(3) == ["L1", "L13", "L2"])
  }

  @Test(arguments: [("J", "jd"), ("y", "jd"), ("<Enter><.cost>5<Enter><Esc>", "d")])
  func `a session that began after the step knows that it was undone`(
    key: String, removal: String
  ) throws {
    let office = try SharedStoreFixture("ada")
    let first = try office.stored()
    office.press(0, key)
    try office.join("bo")
    office.press(1, removal)
    office.announce()
    office.press(0, "u<Esc>")
    try office.join("bo")
    office.press(2, "u")
    #expect(try office.stored() == first)
  }
}
