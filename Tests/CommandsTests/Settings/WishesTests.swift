import Testing
import Workbench

@testable import Commands

@Suite("What is wished of the workbench")
struct WishesTests {
  @Test func `where nobody says anything all is as it always is`() {
    let wishes = Wishes()
    #expect(wishes.theme == nil)
    #expect(wishes.mouse == Setting(value: true, origin: .standard))
    #expect(wishes.ascii == Setting(value: false, origin: .standard))
    #expect(wishes.clipboard == Setting(value: true, origin: .standard))
    #expect(wishes.editing == Setting(value: .emacs, origin: .standard))
  }

  @Test func `over a network the mouse is left to the terminal unless somebody says otherwise`() {
    var wishes = Wishes(isRemote: true)
    #expect(wishes.mouse == Setting(value: false, origin: .standard))
    wishes.configuration.mouse = true
    #expect(wishes.mouse == Setting(value: true, origin: .configuration))
  }

  @Test func `an option counts before the environment, and that before the configuration`() {
    let all = Configuration(
      theme: "dark", mouse: false, ascii: true, clipboard: false, editing: .vi)
    let others = Configuration(
      theme: "light", mouse: true, ascii: false, clipboard: true, editing: .emacs)
    let layers: [(Wishes, Setting<Bool>.Origin)] = [
      (Wishes(configuration: all), .configuration),
      (Wishes(environment: all, configuration: others), .environment),
      (Wishes(options: all, environment: others, configuration: others), .option),
    ]
    for (wishes, origin) in layers {
      #expect(wishes.theme?.value == "dark")
      #expect(wishes.mouse == Setting(value: false, origin: origin))
      #expect(wishes.ascii == Setting(value: true, origin: origin))
      #expect(wishes.clipboard == Setting(value: false, origin: origin))
      #expect(wishes.editing.value == .vi)
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
    surroundings.openWorkbench = { _, look in
      let switches = [("mouse", look.mouse), ("ascii", look.ascii), ("clipboard", look.clipboard)]
      let words = switches.filter(\.1).map(\.0) + [look.editing.rawValue]
      return .success(Outcome(talk: words.joined(separator: " ")))
    }
    return World.outcome(arguments, in: surroundings).talk
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
    ("editing: vim", "1:10: unknown way of editing `vim`; use one of `emacs`, `vi`"),
  ])
  func `a faulty setting is refused at its place`(document: String, fault: String) {
    let fixture = ThemeFixture(files: ["/home/.config/calloff/config.yaml": document])
    let outcome = fixture.outcome("")
    #expect(
      outcome == Outcome(talk: "/home/.config/calloff/config.yaml:\(fault)\n", ending: .unreadable))
  }
}
