import Foundation
import TerminalTesting
import Testing

/// The modes that the program switches in the terminal.
@Suite struct SwitchTests {
  private let fixture: PlanFixture

  init() throws { fixture = try PlanFixture() }

  /// A session with a configuration, once it has drawn.
  private func open(
    _ options: [String] = [], environment: [String: String?] = [:], configuration: String? = nil
  ) throws -> TerminalSession {
    if let configuration {
      let folder = fixture.folder.appending(path: ".config/calloff")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(configuration.utf8).write(to: folder.appending(path: "config.yaml"))
    }
    let session = try fixture.open(options + [fixture.plan.path], environment: environment)
    try session.waitFor("q quit")
    return session
  }

  @Test func `mouse reports are on while the workbench runs, and off when it is suspended or ends`()
    throws
  {
    let session = try open()
    #expect(session.hearsMouse)
    session.send("\u{1A}")
    #expect(session.waitForState() == .stopped)
    #expect(!session.hearsMouse)
    session.continue()
    try session.waitUntil("the screen") { $0.contains("q quit") && $0.isAlternate }
    #expect(session.hearsMouse)
    session.send("q")
    #expect(session.exitStatus() == 0)
    #expect(!session.hearsMouse)
  }

  @Test(
    arguments: [
      (["--no-mouse"], [:], nil, false), ([], [:], "mouse: off", false),
      (["--mouse"], [:], "mouse: off", true), ([], ["SSH_TTY": "/dev/pts/9"], nil, false),
      (["--mouse"], ["SSH_CONNECTION": "1 2 3 4"], nil, true),
      ([], ["SSH_TTY": "/dev/pts/9"], "mouse: on", true),
      (["--mouse"], ["TERM": "linux"], nil, false), ([], ["TERM": "vt100"], nil, false),
    ] as [([String], [String: String?], String?, Bool)])
  func `options and settings decide whether the mouse is used`(
    options: [String], environment: [String: String?], configuration: String?, isAsked: Bool
  ) throws {
    let session = try open(
      options, environment: environment, configuration: configuration)
    #expect(session.hearsMouse == isAsked)
    // The letters of these reports would quit, remove a line and write.
    session.send("\u{1B}[<0;5;3M\u{1B}[<0;5;3m\u{1B}[M qdj")
    try session.waitUntil("the second row") { $0.rows[3].hasPrefix(">") }
    session.send("q")
    #expect(session.exitStatus() == 0)
  }

  @Test(arguments: [(["--ascii"], nil), ([], "ascii: on")] as [([String], String?)])
  func `only ASCII is drawn if an option or setting says so`(
    options: [String], configuration: String?
  ) throws {
    let session = try open(options, configuration: configuration)
    #expect(session.screen.contains(" * RXX"))
    #expect(session.received.allSatisfy { $0 < 0x80 })
  }
}
