import Foundation
import TerminalTesting
import Testing

/// Themes as a terminal shows them.
@Suite struct ThemeTests {
  private func screen(_ arguments: [String], _ environment: [String: String?] = [:]) throws
    -> TerminalScreen
  {
    let fixture = try PlanFixture()
    let session = try fixture.open(arguments + [fixture.plan.path], environment: environment)
    return try session.waitFor("q quit")
  }

  private func backgrounds(_ screen: TerminalScreen) -> Set<Int?> {
    Set(screen.cells.joined().map(\.background))
  }

  @Test func `a theme fills the whole screen with its background`() throws {
    #expect(backgrounds(try screen(["--theme", "light"])) == [255])
    #expect(backgrounds(try screen([], ["CALLOFF_THEME": "dark"])) == [234])
    #expect(backgrounds(try screen(["--theme", "dark"], ["TERM": "xterm"])) == [0])
  }

  @Test func `without a theme the terminal keeps its background`() throws {
    #expect(backgrounds(try screen([])) == [nil])
  }

  @Test func `NO_COLOR also turns off the colours of a theme`() throws {
    let screen = try screen(["--theme", "light"], ["NO_COLOR": "1"])
    #expect(backgrounds(screen) == [nil])
    #expect(Set(screen.cells.joined().map(\.foreground)) == [nil])
  }

  @Test func `a user's theme is read from the user's files`() throws {
    let fixture = try PlanFixture()
    let themes = fixture.folder.appending(path: ".config/calloff/themes")
    try FileManager.default.createDirectory(at: themes, withIntermediateDirectories: true)
    let roles = "{text: {foreground: 15, background: 17}}"
    let theme = "theme: 1\nname: mine\ninherits: dark\nroles: \(roles)\n"
    try Data(theme.utf8).write(to: themes.appending(path: "mine.yaml"))
    try Data("theme: mine\n".utf8).write(to: themes.appending(path: "../config.yaml"))
    let session = try fixture.open()
    #expect(backgrounds(try session.waitFor("q quit")) == [17])
  }

  @Test func `every theme restores the terminal`() throws {
    for theme in ["dark", "monochrome"] {
      let fixture = try PlanFixture()
      let session = try fixture.open(["--theme", theme, fixture.plan.path])
      try session.waitFor("q quit")
      session.send("q")
      #expect(session.exitStatus() == 0)
      #expect(!session.screen.isAlternate)
      #expect(backgrounds(session.screen) == [nil])
    }
  }
}
