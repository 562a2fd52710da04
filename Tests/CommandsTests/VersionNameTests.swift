import Procurement
import Stores
import Testing

@testable import Sessions

@Suite("Names of versions")
struct VersionNameTests {
  private let author = Author(user: 1, name: "a", host: "h", session: "s")

  private func step(_ text: String, _ names: [String]) throws(SessionError) -> Int {
    let versions = names.enumerated().map { place, name in
      NamedVersion(
        name: name, step: 10 + place,
        at: Moment(milliseconds: 0, date: .earliest, hour: 0, minute: 0), author: author)
    }
    let plan = StoredPlan(number: PlanNumber(4), plan: .empty, head: 20)
    return try VersionName(text: text).step(among: versions, of: plan)
  }

  @Test(arguments: [
    ("draft", 10), ("For the board", 11), ("board", 11), ("BOARD", 11), ("dra", 10), ("3", 3),
    ("2", 12), ("20", 20), ("for", 11), ("signed", 13), ("Signed", 13),
  ])
  func `a version is found by its name, a unique part of it, or a step number`(
    text: String, step: Int
  ) throws {
    #expect(try self.step(text, ["draft", "For the board", "2", "signed", "unsigned"]) == step)
  }

  @Test func `an unknown or ambiguous version is answered with the existing ones`() {
    #expect(throws: SessionError.severalVersions("sign", names: ["signed", "unsigned"])) {
      try step("sign", ["signed", "unsigned", "draft"])
    }
    let unknown = SessionError.noVersion("board", plan: 4, known: ["signed"], steps: 20)
    #expect(throws: unknown) { try step("board", ["signed"]) }
    #expect(throws: SessionError.noVersion("21", plan: 4, known: [], steps: 20)) {
      try step("21", [])
    }
    #expect(
      unknown.message
        == "plan 4 has no version `board`; its versions are `signed`; or give a step's number, "
        + "1 to 20")
  }
}
