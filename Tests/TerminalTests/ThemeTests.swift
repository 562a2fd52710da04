import Foundation
import TerminalTesting
import Testing

/// Themes as a terminal shows them.
@Suite struct ThemeTests {
  private func screen(_ arguments: [String], _ environment: [String: String?] = [:]) throws
    -> TerminalScreen
  {
    let workplace = try Workplace()
    let session = try workplace.open(arguments + [workplace.plan.path], environment: environment)
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

  @Test func `who wants no colours gets none from a theme either`() throws {
    let screen = try screen(["--theme", "light"], ["NO_COLOR": "1"])
    #expect(backgrounds(screen) == [nil])
    #expect(Set(screen.cells.joined().map(\.foreground)) == [nil])
  }

  @Test func `a theme of one's own is read from one's files`() throws {
    let workplace = try Workplace()
    let themes = workplace.folder.appending(path: ".config/calloff/themes")
    try FileManager.default.createDirectory(at: themes, withIntermediateDirectories: true)
    let roles = "{text: {foreground: 15, background: 17}}"
    let theme = "theme: 1\nname: mine\ninherits: dark\nroles: \(roles)\n"
    try Data(theme.utf8).write(to: themes.appending(path: "mine.yaml"))
    try Data("theme: mine\n".utf8).write(to: themes.appending(path: "../config.yaml"))
    let session = try workplace.open()
    #expect(backgrounds(try session.waitFor("q quit")) == [17])
  }

  @Test func `every theme gives the terminal back as it was`() throws {
    for theme in ["dark", "monochrome"] {
      let workplace = try Workplace()
      let session = try workplace.open(["--theme", theme, workplace.plan.path])
      try session.waitFor("q quit")
      session.send("q")
      #expect(session.exitStatus() == 0)
      #expect(!session.screen.isAlternate)
      #expect(backgrounds(session.screen) == [nil])
    }
  }
}
