import Foundation
import TerminalTesting
import Testing

/// A user's settings, from their folder.
@Suite struct SettingsTests {
  private func fixture(keys: String) throws -> PlanFixture {
    let fixture = try PlanFixture()
    let folder = fixture.folder.appending(path: ".config/calloff")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(keys.utf8).write(to: folder.appending(path: "keys.yaml"))
    return fixture
  }

  @Test func `remapped keys work and are shown`() throws {
    let fixture = try fixture(keys: "keys: 1\neverywhere: {quit: X, undo: [z, Ctrl-u]}\n")
    let session = try fixture.open()
    let screen = try session.waitFor("X quit")
    #expect(screen.rows.last?.contains("z undo") == true)
    session.send("X")
    #expect(session.exitStatus() == 0)
  }

  @Test func `invalid key bindings prevent the workbench from opening`() throws {
    let fixture = try fixture(keys: "keys: 1\nplan: {undo: [z, ctrl-u]}\n")
    let session = try fixture.open(columns: 200)
    #expect(session.exitStatus() == 2)
    let screen = try session.waitFor("keys.yaml:2:18: unknown key `ctrl-u`")
    #expect(!screen.isAlternate)
  }

  @Test func `doctor reports the terminal in which it runs`() throws {
    let fixture = try PlanFixture()
    let session = try fixture.open(["doctor"], rows: 30, columns: 100)
    try session.waitFor("`xterm-256color`, 100x30")
    try session.waitFor("no unsaved changes")
    #expect(session.exitStatus() == 0)
    #expect(session.screen.text.contains("256\n") && session.screen.text.contains("UTF-8"))
  }

  @Test func `doctor reports an unknown terminal as an error`() throws {
    let fixture = try PlanFixture()
    let session = try fixture.open(["doctor"], environment: ["TERM": "nothing-like-it"])
    try session.waitFor("nothing is known of a terminal `nothing-like-it`")
    #expect(session.exitStatus() == 1)
  }
}
