import Testing
import Workbench

@testable import Commands

@Suite("What is wished of the workbench")
struct WishesTests {
  @Test func `where nobody says anything all is as it always is`() {
    let settings = ResolvedSettings()
    #expect(settings.theme == nil)
    #expect(settings.mouse == Setting(value: true, origin: .standard))
    #expect(settings.ascii == Setting(value: false, origin: .standard))
    #expect(settings.clipboard == Setting(value: true, origin: .standard))
    #expect(settings.editing == Setting(value: .emacs, origin: .standard))
    #expect(settings.row == Setting(value: .highlight, origin: .standard))
  }

  @Test func `over a network the mouse is left to the terminal unless the user says otherwise`() {
    var settings = ResolvedSettings(isRemote: true)
    #expect(settings.mouse == Setting(value: false, origin: .standard))
    settings.configuration.mouse = true
    #expect(settings.mouse == Setting(value: true, origin: .configuration))
  }

  @Test func `an option counts before the environment, and that before the configuration`() {
    let all = Configuration(
      theme: "dark", mouse: false, ascii: true, clipboard: false, editing: .vi)
    let others = Configuration(
      theme: "light", mouse: true, ascii: false, clipboard: true, editing: .emacs)
    let layers: [(ResolvedSettings, Setting<Bool>.Origin)] = [
      (ResolvedSettings(configuration: all), .configuration),
      (ResolvedSettings(environment: all, configuration: others), .environment),
      (ResolvedSettings(options: all, environment: others, configuration: others), .option),
    ]
    for (settings, origin) in layers {
      #expect(settings.theme?.value == "dark")
      #expect(settings.mouse == Setting(value: false, origin: origin))
      #expect(settings.ascii == Setting(value: true, origin: origin))
      #expect(settings.clipboard == Setting(value: false, origin: origin))
      #expect(settings.editing.value == .vi)
    }
  }

  /// The switches with which the workbench is opened: those that are on, and the way of editing.
  private func opened(
    _ arguments: String, configuration: String? = nil, environment: [String: String] = [:]
  ) -> String {
    var fixture = ThemeFixture()
    fixture.environment.merge(environment) { $1 }
    fixture.files["/home/.config/calloff/config.yaml"] = configuration
    var surroundings = fixture.surroundings
    surroundings.openWorkbench = { _, options in
      let switches = [
        ("mouse", options.mouse), ("ascii", options.ascii), ("clipboard", options.clipboard),
      ]
      let words = switches.filter(\.1).map(\.0) + [options.editing.rawValue]
      return .success(Outcome(standardError: words.joined(separator: " ")))
    }
    return World.outcome(arguments, in: surroundings).standardError
  }

  @Test(arguments: [
    ("", "mouse clipboard emacs"), ("--no-mouse", "clipboard emacs"),
    ("--ascii plan.yaml", "mouse ascii clipboard emacs"), ("--no-clipboard", "mouse emacs"),
    ("workbench --no-mouse --ascii --no-clipboard", "ascii emacs"),
  ])
  func `the workbench is opened as the options say`(arguments: String, switches: String) {
    #expect(opened(arguments) == switches)
  }

  @Test func `the configuration counts unless an option says otherwise`() {
    let configuration = "mouse: off\nascii: on\nclipboard: off\nediting: vi\ntheme: dark\n"
    #expect(opened("", configuration: configuration) == "ascii vi")
    #expect(
      opened("--mouse --no-ascii --clipboard", configuration: configuration)
        == "mouse clipboard vi")
  }

  @Test(arguments: ["SSH_CONNECTION", "SSH_TTY"])
  func `a network is known by what ssh sets`(variable: String) {
    #expect(opened("", environment: [variable: "x"]) == "clipboard emacs")
    #expect(opened("--mouse", environment: [variable: "x"]) == "mouse clipboard emacs")
    #expect(opened("", environment: [variable: ""]) == "mouse clipboard emacs")
  }

  @Test(arguments: [
    ("mouse: maybe", "1:8: unknown setting `maybe`; use one of `on`, `off`"),
    ("ascii: true", "1:8: unknown setting `true`; use one of `on`, `off`"),
    ("clipboard: [off]", "1:12: `clipboard` must be text; remove the list or mapping"),
    (
      "row: bar",
      "1:6: unknown way of showing the focused row `bar`; use one of `highlight`, `marker`"
    ),
    ("editing: vim", "1:10: unknown way of editing `vim`; use one of `emacs`, `vi`"),
  ])
  func `a faulty setting is refused at its place`(document: String, fault: String) {
    let fixture = ThemeFixture(files: ["/home/.config/calloff/config.yaml": document])
    let outcome = fixture.outcome("")
    #expect(
      outcome
        == Outcome(
          standardError: "/home/.config/calloff/config.yaml:\(fault)\n", exitStatus: .unreadable))
  }
}
