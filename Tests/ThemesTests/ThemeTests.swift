import Canvas
import Documents
import Testing
import Themes

@Suite struct ThemeTests {
  private func theme(_ roles: String) throws -> Theme {
    try OwnThemes(["test": "roles:\n  \(roles)\n"]).library.theme(named: "test")
  }

  private func style(_ roles: String, _ role: Role, colours: Int) throws -> Style {
    try theme(roles).style(of: role, means: ColourMeans(colours: colours))
  }

  @Test func `the built-in theme reads`() {
    #expect(Theme.standard.name == "default")
  }

  @Test(arguments: [0, 8, 16, 256])
  func `what moving about repaints is plain`(colours: Int) {
    for role in [Role.text, .mark] {
      #expect(Theme.standard.style(of: role, means: ColourMeans(colours: colours)) == .plain)
    }
  }

  @Test func `the built-in theme keeps the terminal's background`() {
    for role in Role.allCases {
      #expect(Theme.standard.style(of: role, means: .many).background == .own)
    }
  }

  @Test func `the built-in theme is legible on white and on black`() {
    for role in Role.allCases {
      // The first sixteen are the palette that the terminal's owner chose, so none of them is used.
      for means in ColourMeans.allCases where means != .many {
        #expect(Theme.standard.style(of: role, means: means).foreground == .own, "\(role.name)")
      }
      let number = Theme.standard.style(of: role, means: .many).foreground.number
      guard number >= 0 else { continue }
      let luminance = luminance(of: number)
      #expect((luminance + 0.05) / 0.05 >= 4.5, "\(role.name) on black")
      #expect(1.05 / (luminance + 0.05) >= 4.5, "\(role.name) on white")
    }
  }

  @Test func `what matters most shows without colours`() {
    for role in [Role.selected, .fieldInvalid, .messageError, .findingError, .unfunded] {
      #expect(Theme.standard.style(of: role, means: .none) != .plain, "\(role.name)")
    }
  }

  @Test func `a colour falls back where the terminal has fewer`() throws {
    let roles = "title: {foreground: bright-red, background: 200, attributes: [bold]}"
    #expect(try style(roles, .title, colours: 256).foreground.number == 9)
    #expect(try style(roles, .title, colours: 256).background.number == 200)
    #expect(try style(roles, .title, colours: 16).foreground.number == 9)
    #expect(try style(roles, .title, colours: 16).background == .own)
    #expect(try style(roles, .title, colours: 8).foreground.number == 1)
    #expect(try style(roles, .title, colours: 0).attributes == .bold)
  }

  @Test func `a style for sixteen colours applies to eight too`() throws {
    let roles = "title: {foreground: 200, with-16-colours: {foreground: bright-blue}}"
    #expect(try style(roles, .title, colours: 256).foreground.number == 200)
    #expect(try style(roles, .title, colours: 16).foreground.number == 12)
    #expect(try style(roles, .title, colours: 8).foreground.number == 4)
  }

  @Test func `every role inherits the colours of text`() throws {
    let roles = "{text: {foreground: 0, background: 255}, title: {foreground: 1}}"
    let theme = try OwnThemes(["test": "roles: \(roles)\n"]).library.theme(named: "test")
    #expect(theme.style(of: .title, means: .many).foreground.number == 1)
    #expect(theme.style(of: .border, means: .many).foreground.number == 0)
    for role in Role.allCases {
      #expect(theme.style(of: role, means: .many).background.number == 255)
      #expect(theme.style(of: role, means: .few).background == .own)
    }
  }

  @Test func `a role says itself how it looks with fewer colours`() throws {
    let roles =
      "title: {foreground: 200, with-8-colours: {foreground: red}, without-colours: [reverse]}"
    #expect(try style(roles, .title, colours: 88).foreground.number == 1)
    #expect(try style(roles, .title, colours: 8).foreground.number == 1)
    #expect(try style(roles, .title, colours: 0).attributes == .reverse)
  }

  @Test(arguments: [
    "titel: {}", "title: {foreground: pink}", "title: {foreground: 256}",
    "title: {attributes: [blink]}", "title: {colour: red}", "title: {attributes: bold}",
    "title: {with-8-colours: {foreground: bright-red}}", "title: red",
    "title: {with-16-colours: {foreground: 16}}", "title: {without-colours: [red]}",
  ])
  func `a theme that cannot be read is refused at its place`(roles: String) throws {
    do {
      _ = try theme(roles)
      Issue.record("it was read")
    } catch ThemeError.faulty(let file, let list) {
      #expect(file == "/themes/test.yaml")
      #expect(list.faults.map(\.place.line) == [4])
    }
  }
}
