import Testing

@testable import Commands

@Suite("Choosing a theme")
struct ThemeChoiceTests {
  private let configuration = "/home/.config/calloff/config.yaml"

  @Test func `nobody who chooses nothing is asked`() {
    #expect(Household().outcome("") == Outcome(standardError: "default"))
    #expect(Household(environment: [:]).outcome("") == Outcome(standardError: "default"))
  }

  @Test func `the command line counts before the environment, and that before the file`() {
    var household = Household(files: [configuration: "theme: light\n"])
    #expect(household.outcome("").standardError == "light")
    household.environment["CALLOFF_THEME"] = ""
    #expect(household.outcome("").standardError == "light")
    household.environment["CALLOFF_THEME"] = "dark"
    #expect(household.outcome("plan.yaml").standardError == "dark")
    for arguments in [
      "--theme monochrome", "--theme monochrome plan.yaml", "plan.yaml --theme monochrome",
      "workbench --theme=monochrome",
    ] {
      #expect(household.outcome(arguments).standardError == "monochrome")
    }
  }

  @Test func `the configuration is where the XDG specification says`() {
    let household = Household(
      files: ["/else/calloff/config.yaml": "theme: light\n", configuration: "theme: dark\n"],
      environment: ["HOME": "/home", "XDG_CONFIG_HOME": "/else"])
    #expect(household.outcome("").standardError == "light")
    for folder in ["", "else"] {
      var household = household
      household.environment["XDG_CONFIG_HOME"] = folder
      #expect(household.outcome("").standardError == "dark")
    }
  }

  @Test func `a theme of one's own is found in one's folder`() {
    let path = "/home/.config/calloff/themes/mine.yaml"
    let household = Household(
      files: [path: "theme: 1\nname: mine\ninherits: dark\nroles: {}\n"])
    #expect(household.outcome("--theme mine").standardError == "mine")
  }

  @Test func `an unknown theme is refused with the nearest name`() {
    var household = Household()
    let standardError = "unknown theme `drak`; did you mean `dark`?\n"
    #expect(
      household.outcome("--theme drak")
        == Outcome(standardError: "calloff: \(standardError)", exitStatus: .unreadable))
    household.environment["CALLOFF_THEME"] = "drak"
    #expect(
      household.outcome("")
        == Outcome(
          standardError: "calloff: `CALLOFF_THEME`: \(standardError)", exitStatus: .unreadable))
    household = Household(files: [configuration: "theme: drak\n"])
    #expect(
      household.outcome("")
        == Outcome(standardError: "\(configuration):1:8: \(standardError)", exitStatus: .unreadable)
    )
  }

  @Test(arguments: ["", "\n", "# theme: dark\r\n\n  # none\n", "theme:\n"])
  func `a configuration may say nothing`(document: String) {
    #expect(Household(files: [configuration: document]).outcome("").standardError == "default")
  }

  @Test(arguments: [("theme: [dark]\n", "1:8"), ("thme: dark\n", "1:1"), ("- dark\n", "1:1")])
  func `a faulty configuration is refused at its place`(document: String, place: String) {
    let outcome = Household(files: [configuration: document]).outcome("")
    #expect(outcome.exitStatus == .unreadable)
    #expect(outcome.standardError.hasPrefix("\(configuration):\(place): "))
  }

  @Test func `a faulty theme is refused at its place`() {
    let path = "/home/.config/calloff/themes/mine.yaml"
    let household = Household(
      files: [path: "theme: 1\nname: mine\nroles: {title: {foreground: \"\\ec\"}}\n"])
    let outcome = household.outcome("--theme mine")
    #expect(outcome.exitStatus == .unreadable)
    #expect(outcome.standardError.hasPrefix("\(path):3:29: "))
    #expect(!outcome.standardError.contains("\u{1B}"))
  }

  @Test func `a name is no path`() {
    let household = Household(
      files: ["/home/.config/calloff/plan.yaml": "theme: 1\nname: ../plan\nroles: {}\n"])
    #expect(household.outcome("--theme ../plan").exitStatus == .unreadable)
    #expect(household.outcome("themes ../plan").exitStatus == .unreadable)
  }
}
