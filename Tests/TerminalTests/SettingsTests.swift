import Foundation
import TerminalTesting
import Testing

/// Settings of a user's own, from the folder where they are looked for.
@Suite struct SettingsTests {
  private func workplace(keys: String) throws -> Workplace {
    let workplace = try Workplace()
    let folder = workplace.folder.appending(path: ".config/calloff")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(keys.utf8).write(to: folder.appending(path: "keys.yaml"))
    return workplace
  }

  @Test func `chosen keys work and are shown`() throws {
    let workplace = try workplace(keys: "keys: 1\neverywhere: {quit: X, undo: [z, Ctrl-u]}\n")
    let session = try workplace.open()
    let screen = try session.waitFor("X quit")
    #expect(screen.rows.last?.contains("z undo") == true)
    session.send("X")
    #expect(session.exitStatus() == 0)
  }

  @Test func `faulty keys keep the workbench from opening`() throws {
    let workplace = try workplace(keys: "keys: 1\nplan: {undo: [z, ctrl-u]}\n")
    let session = try workplace.open(columns: 200)
    #expect(session.exitStatus() == 2)
    let screen = try session.waitFor("keys.yaml:2:18: unknown key `ctrl-u`")
    #expect(!screen.isAlternate)
  }

  @Test func `the doctor knows the terminal that it is called in`() throws {
    let workplace = try Workplace()
    let session = try workplace.open(["doctor"], rows: 30, columns: 100)
    try session.waitFor("`xterm-256color`, 100x30")
    try session.waitFor("no changes are kept")
    #expect(session.exitStatus() == 0)
    #expect(session.screen.text.contains("256\n") && session.screen.text.contains("UTF-8"))
  }

  @Test func `an unknown terminal is an error to the doctor`() throws {
    let workplace = try Workplace()
    let session = try workplace.open(["doctor"], environment: ["TERM": "nothing-like-it"])
    try session.waitFor("nothing is known of a terminal `nothing-like-it`")
    #expect(session.exitStatus() == 1)
  }
}
