import Testing

@testable import Commands

@Suite("Choosing a theme")
struct ThemeChoiceTests {
  private let configuration = "/home/.config/calloff/config.yaml"

  @Test func `without a choice the default theme is used`() {
    #expect(ThemeFixture().outcome("") == Outcome(standardError: "default"))
    #expect(ThemeFixture(environment: [:]).outcome("") == Outcome(standardError: "default"))
  }

  @Test func `the command line overrides the environment, which overrides the file`() {
    var fixture = ThemeFixture(files: [configuration: "theme: light\n"])
    #expect(fixture.outcome("").standardError == "light")
    fixture.environment["CALLOFF_THEME"] = ""
    #expect(fixture.outcome("").standardError == "light")
    fixture.environment["CALLOFF_THEME"] = "dark"
    #expect(fixture.outcome("plan.yaml").standardError == "dark")
    for arguments in [
      "--theme monochrome", "--theme monochrome plan.yaml", "plan.yaml --theme monochrome",
      "workbench --theme=monochrome",
    ] {
      #expect(fixture.outcome(arguments).standardError == "monochrome")
    }
  }

  @Test func `the configuration is where the XDG specification says`() {
    let fixture = ThemeFixture(
      files: ["/else/calloff/config.yaml": "theme: light\n", configuration: "theme: dark\n"],
      environment: ["HOME": "/home", "XDG_CONFIG_HOME": "/else"])
    #expect(fixture.outcome("").standardError == "light")
    for folder in ["", "else"] {
      var fixture = fixture
      fixture.environment["XDG_CONFIG_HOME"] = folder
      #expect(fixture.outcome("").standardError == "dark")
    }
  }

  @Test func `a user's theme is found in the user's folder`() {
    let path = "/home/.config/calloff/themes/mine.yaml"
    let fixture = ThemeFixture(
      files: [path: "theme: 1\nname: mine\ninherits: dark\nroles: {}\n"])
    #expect(fixture.outcome("--theme mine").standardError == "mine")
  }

  @Test func `an unknown theme is refused with the nearest name`() {
    var fixture = ThemeFixture()
    let standardError = "unknown theme `drak`; did you mean `dark`?\n"
    #expect(
      fixture.outcome("--theme drak")
        == Outcome(standardError: "calloff: \(standardError)", exitStatus: .unreadable))
    fixture.environment["CALLOFF_THEME"] = "drak"
    #expect(
      fixture.outcome("")
        == Outcome(
          standardError: "calloff: `CALLOFF_THEME`: \(standardError)", exitStatus: .unreadable))
    fixture = ThemeFixture(files: [configuration: "theme: drak\n"])
    #expect(
      fixture.outcome("")
        == Outcome(standardError: "\(configuration):1:8: \(standardError)", exitStatus: .unreadable)
    )
  }

  @Test(arguments: ["", "\n", "# theme: dark\r\n\n  # none\n", "theme:\n"])
  func `a configuration may be empty`(document: String) {
    #expect(ThemeFixture(files: [configuration: document]).outcome("").standardError == "default")
  }

  @Test(arguments: [("theme: [dark]\n", "1:8"), ("thme: dark\n", "1:1"), ("- dark\n", "1:1")])
  func `a faulty configuration is refused at its place`(document: String, place: String) {
    let outcome = ThemeFixture(files: [configuration: document]).outcome("")
    #expect(outcome.exitStatus == .unreadable)
    #expect(outcome.standardError.hasPrefix("\(configuration):\(place): "))
  }

  @Test func `a faulty theme is refused at its place`() {
    let path = "/home/.config/calloff/themes/mine.yaml"
    let fixture = ThemeFixture(
      files: [path: "theme: 1\nname: mine\nroles: {title: {foreground: \"\\ec\"}}\n"])
    let outcome = fixture.outcome("--theme mine")
    #expect(outcome.exitStatus == .unreadable)
    #expect(outcome.standardError.hasPrefix("\(path):3:29: "))
    #expect(!outcome.standardError.contains("\u{1B}"))
  }

  @Test func `a theme's name cannot be a path`() {
    let fixture = ThemeFixture(
      files: ["/home/.config/calloff/plan.yaml": "theme: 1\nname: ../plan\nroles: {}\n"])
    #expect(fixture.outcome("--theme ../plan").exitStatus == .unreadable)
    #expect(fixture.outcome("themes ../plan").exitStatus == .unreadable)
  }
}
