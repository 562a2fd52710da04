import Interaction
import Procurement
import Stores
import Testing
import Validation

@testable import Workbench

/// Whether a plan of a store differs from its document, at sessions that begin later too.
@Suite struct WrittenTests {
  @Test func `a step that was undone leaves nothing to write, at the next session too`() throws {
    let office = try SharedStoreFixture("ada", document: "/plans/plan.yaml")
    office.press(0, "yu")
    #expect(!office.robots[0].program.isModified)
    try office.join("ada")
    #expect(!office.robots[1].program.isModified)
    #expect(!office.robots[1].screen.contains("not written"))
    office.press(1, "q")
    #expect(office.robots[1].effects.last == .finish)
  }

  @Test func `a step that was not undone is still to be written at the next session`() throws {
    let office = try SharedStoreFixture("ada", document: "/plans/plan.yaml")
    office.press(0, "y")
    try office.join("ada")
    #expect(office.robots[1].program.isModified)
    office.press(1, "u")
    #expect(!office.robots[1].program.isModified)
  }

  @Test func `what another session did and undid leaves nothing to write`() throws {
    let office = try SharedStoreFixture("ada", "ada", document: "/plans/plan.yaml")
    office.press(0, "y")
    office.announce()
    #expect(office.robots[1].program.isModified)
    office.press(0, "u")
    office.announce()
    #expect(!office.robots[1].program.isModified && !office.robots[0].program.isModified)
  }
}
