import Curses
import Testing

@testable import Commands

/// What the doctor says of what is on and off.
extension DoctorTests {
  @Test(
    "what is known of the clipboard is told, and a warning where nothing is copied",
    arguments: [
      (["TMUX": "/tmp/tmux"], nil, "warning  clipboard  tmux passes text on (OSC 52) only where"),
      (["TMUX": "/tmp/tmux"], "external", "warning  clipboard  tmux does not pass"),
      (["TMUX": "/tmp/tmux"], "off", "warning  clipboard  tmux does not pass"),
      (["TMUX": "/tmp/tmux"], "on", "ok       clipboard  tmux passes"),
      (["STY": "1.pts"], nil, "warning  clipboard  GNU screen does not"),
      (["TERM": "screen-256color"], nil, "warning  clipboard  `screen-256color` is tmux or GNU"),
      (["TERM": "tmux-256color"], nil, "warning  clipboard  `tmux-256color` is tmux or GNU"),
      ([:], nil, "ok       clipboard  text is sent to the terminal (OSC 52); cannot tell"),
    ] as [([String: String?], String?, String)])
  func clipboard(environment: [String: String?], option: String?, words: String) {
    var machine = Self.sound
    machine.tmuxOption = { $0 == "set-clipboard" ? option : nil }
    #expect(line("clipboard", outcome(machine, environment)).hasPrefix(words))
  }

  @Test func `what a tmux says cannot command the terminal`() {
    var machine = Self.sound
    machine.tmuxOption = { _ in "\u{1B}[31m" }
    #expect(!outcome(machine, ["TMUX": "/tmp/tmux"]).data.contains("\u{1B}"))
  }

  @Test func `a program is asked for its first line`() {
    #expect(outputLine(of: ["printf", " on \\n off"], environment: []) == "on")
    #expect(outputLine(of: ["sh", "-c", "echo $A"], environment: ["A=external"]) == "external")
    #expect(outputLine(of: ["true"], environment: []) == nil)
    #expect(outputLine(of: ["no-such-program-at-all"], environment: []) == nil)
    #expect(outputLine(of: ["yes"], environment: []) == "y")
  }

  @Test func `a terminal that would print what it does not know is told of`() {
    var machine = Self.sound
    machine.traits.ignoresUnknown = false
    let outcome = outcome(machine, ["TERM": "linux"], configuration: "mouse: on\n")
    #expect(line("clipboard", outcome).hasPrefix("warning  clipboard  `linux` does not take text"))
    #expect(line("mouse", outcome).contains("off, as `linux` is not known to tell of one"))
  }

  @Test func `what a clipboard is switched off by is told`() {
    let outcome = outcome(Self.sound, ["TMUX": "/tmp/tmux"], configuration: "clipboard: off\n")
    #expect(line("clipboard", outcome).contains("off, as `clipboard: off` in config.yaml has it"))
  }

  @Test(
    "whether the mouse is on is told, and who says so",
    arguments: [
      ([:], nil, "on, and selects"),
      (["SSH_CONNECTION": "1"], nil, "off over SSH"), (["SSH_TTY": "/dev/pts/1"], nil, "off over"),
      (["SSH_TTY": ""], nil, "on, and selects"),
      (["SSH_TTY": "/dev/pts/1"], "mouse: on", "on, as `mouse: on` in config.yaml has it"),
      ([:], "mouse: off", "off, as `mouse: off` in config.yaml has it"),
    ] as [([String: String?], String?, String)])
  func mouse(environment: [String: String?], configuration: String?, words: String) {
    let outcome = outcome(Self.sound, environment, configuration: configuration)
    #expect(line("mouse", outcome).hasPrefix("ok       mouse      \(words)"))
  }

  @Test func `whether ASCII is drawn alone is told, and who says so`() {
    var machine = Self.sound
    #expect(line("ascii", outcome(configuration: "ascii: on")).contains("on, as `ascii: on`"))
    machine.traits.isUTF8 = false
    #expect(line("ascii", outcome(machine)).hasSuffix("on, as the locale asks"))
  }

  @Test func `the way of editing is told`() {
    #expect(line("editing", outcome(configuration: "editing: vi")).contains("vi; `editing: emacs`"))
  }
}
