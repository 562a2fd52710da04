import Foundation
import Sessions
import Stores
import Testing

@testable import Commands

/// `calloff store check` with heads that are noted elsewhere.
@Suite struct CheckStoreTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "\(UUID().uuidString.prefix(13))"
  ).path

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func run(_ call: String) -> Outcome {
    let words = "\(call) --store @/store".replacing("@", with: folder)
      .split(separator: " ").map(String.init)
    return Calloff.outcome(of: words, in: .live())
  }

  private func note(_ text: String) throws {
    try text.write(toFile: "\(folder)/heads.txt", atomically: true, encoding: .utf8)
  }

  @Test func `a note of the heads stays true of a journal that goes on, and shows another one`()
    throws
  {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let plan = World.folder.appending(path: "Plans/sound.yaml").path
    #expect(run("import \(plan)").exitStatus == .fine)
    let said = run("store check --heads")
    #expect(said.exitStatus == .fine && said.standardError.contains("1 plan, no faults"))
    let head = try #require(JournalHead(said.data.dropLast()))
    #expect(head.plan == PlanNumber(1) && head.step == 1)
    try note(said.data)
    #expect(run("import \(plan)").exitStatus == .fine)
    let later = run("store check --noted @/heads.txt")
    #expect(later.exitStatus == .fine && later.data.contains("2 plans, no faults"))
    #expect(later.data.contains("heads of the journals, as one hash: "))
    try note("plan 1 step 1 \(String(repeating: "0", count: 64))\n")
    let other = run("store check --noted @/heads.txt")
    #expect(other.exitStatus == .failure)
    #expect(other.data.hasPrefix("plan 1, step 1: not the step that was noted"))
    try note("plan 1\n")
    let wrong = run("store check --noted @/heads.txt")
    #expect(wrong.exitStatus == .unreadable)
    #expect(wrong.standardError.contains("line 1 of "))
  }
}
