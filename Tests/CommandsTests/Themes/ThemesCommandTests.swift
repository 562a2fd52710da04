import Testing

@testable import Commands

@Suite("The list of themes")
struct ThemesCommandTests {
  /// One good theme, one with defects, and files that are not valid themes.
  private let fixture = ThemeFixture(files: [
    "/home/.config/calloff/themes/fine.yaml": """
    theme: 1
    name: fine
    inherits: light
    roles: {title: {foreground: 124, attributes: [bold]}}
    """,
    "/home/.config/calloff/themes/pale.yaml": """
    theme: 1
    name: pale
    inherits: light
    roles: {dim: {foreground: 250}, selected: {}}
    """,
    "/home/.config/calloff/themes/broken.yaml": """
    theme: 1
    name: broken
    inherits: ligth
    roles: {titel: {}}
    """,
    "/home/.config/calloff/themes/dark.yaml": "theme: 1\nname: dark\nroles: {}\n",
    "/home/.config/calloff/themes/notes.txt": "no theme",
    "/home/.config/calloff/themes/no name.yaml": "no theme",
  ])

  @Test func `all themes are listed with their origin and defects`() throws {
    let outcome = fixture.outcome("themes")
    try expectGolden(outcome.transcript(of: "themes"), "themes")
    #expect(outcome.exitStatus == .fine)
    #expect(
      outcome.standardError.hasPrefix(
        "/home/.config/calloff/themes/no name.yaml:1:1: a theme's name may"))
  }

  @Test(arguments: [
    ("fine", Commands.ExitStatus.fine), ("pale", .findings), ("broken", .unreadable),
    ("default light", .fine), ("fine pale", .findings), ("pale broken", .unreadable),
    ("missing", .unreadable), ("light missing", .unreadable),
  ])
  func `the named themes decide the exit status`(names: String, exitStatus: Commands.ExitStatus) {
    #expect(fixture.outcome("themes \(names)").exitStatus == exitStatus)
  }

  @Test func `only named themes are listed`() {
    let lines = fixture.outcome("themes pale fine").data.split(separator: "\n")
    #expect(lines.filter { !$0.hasPrefix(" ") }.map { $0.prefix(4) } == ["fine", "pale"])
  }

  @Test func `without files the built-in themes are listed, and all are good`() {
    let lines = World.outcome("themes").data.split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines.allSatisfy { $0.hasSuffix("built in") && $0.contains(" good ") })
  }
}
