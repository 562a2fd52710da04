import Testing

@testable import Commands

@Suite("The list of themes")
struct ThemesCommandTests {
  /// One theme that is good, one that could be better and two that are none.
  private let household = Household(files: [
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

  @Test func `all themes are listed with where they come from and what is wrong`() throws {
    let outcome = household.outcome("themes")
    try expectGolden(outcome.transcript(of: "themes"), "themes")
    #expect(outcome.exitStatus == .fine)
    #expect(
      outcome.standardError.hasPrefix(
        "/home/.config/calloff/themes/no name.yaml:1:1: the name of a theme"))
  }

  @Test(arguments: [
    ("fine", ExitStatus.fine), ("pale", .findings), ("broken", .unreadable),
    ("default light", .fine), ("fine pale", .findings), ("pale broken", .unreadable),
    ("missing", .unreadable), ("light missing", .unreadable),
  ])
  func `themes that are named decide how it ends`(names: String, exitStatus: ExitStatus) {
    #expect(household.outcome("themes \(names)").exitStatus == exitStatus)
  }

  @Test func `only what is named is listed`() {
    let lines = household.outcome("themes pale fine").data.split(separator: "\n")
    #expect(lines.filter { !$0.hasPrefix(" ") }.map { $0.prefix(4) } == ["fine", "pale"])
  }

  @Test func `without files the built-in themes are listed, and all are good`() {
    let lines = World.outcome("themes").data.split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines.allSatisfy { $0.hasSuffix("built in") && $0.contains(" good ") })
  }
}
