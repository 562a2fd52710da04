import Curses
import Testing

@testable import Commands

/// What doctor reports about switches.
extension DoctorTests {
  @Test(
    "what is known of the clipboard is reported, with a warning if copying fails",
    arguments: [
      (
        ["TMUX": "/tmp/tmux"], nil,
        "warning  clipboard  tmux passes copied text on (OSC 52) only if"
      ),
      (["TMUX": "/tmp/tmux"], "external", "warning  clipboard  tmux does not pass"),
      (["TMUX": "/tmp/tmux"], "off", "warning  clipboard  tmux does not pass"),
      (["TMUX": "/tmp/tmux"], "on", "ok       clipboard  tmux passes"),
      (["STY": "1.pts"], nil, "warning  clipboard  GNU screen does not"),
      (["TERM": "screen-256color"], nil, "warning  clipboard  `screen-256color` is tmux or GNU"),
      (["TERM": "tmux-256color"], nil, "warning  clipboard  `tmux-256color` is tmux or GNU"),
      ([:], nil, "ok       clipboard  copied text is sent to the terminal (OSC 52); cannot tell"),
    ] as [([String: String?], String?, String)])
  func clipboard(environment: [String: String?], option: String?, words: String) {
    var machine = Self.sound
    machine.tmuxOption = { $0 == "set-clipboard" ? option : nil }
    #expect(line("clipboard", outcome(machine, environment)).hasPrefix(words))
  }

  @Test func `an answer of tmux cannot control the terminal`() {
    var machine = Self.sound
    machine.tmuxOption = { _ in "\u{1B}[31m" }
    #expect(!outcome(machine, ["TMUX": "/tmp/tmux"]).data.contains("\u{1B}"))
  }

  @Test func `the first line of a program's output is read`() {
    #expect(outputLine(of: ["printf", " on \\n off"], environment: []) == "on")
    #expect(outputLine(of: ["sh", "-c", "echo $A"], environment: ["A=external"]) == "external")
    #expect(outputLine(of: ["true"], environment: []) == nil)
    #expect(outputLine(of: ["no-such-program-at-all"], environment: []) == nil)
    #expect(outputLine(of: ["yes"], environment: []) == "y")
  }

  @Test func `a terminal that prints unknown sequences is reported`() {
    var machine = Self.sound
    machine.traits.ignoresUnknown = false
    let outcome = outcome(machine, ["TERM": "linux"], configuration: "mouse: on\n")
    #expect(line("clipboard", outcome).hasPrefix("warning  clipboard  `linux` does not support"))
    #expect(
      line("mouse", outcome).contains("off, because `linux` is not known to report the mouse"))
  }

  @Test func `the setting that turns the clipboard off is named`() {
    let outcome = outcome(Self.sound, ["TMUX": "/tmp/tmux"], configuration: "clipboard: off\n")
    #expect(line("clipboard", outcome).contains("off (`clipboard: off` in config.yaml); "))
  }

  @Test(
    "the state of the mouse is reported, with its reason",
    arguments: [
      ([:], nil, "on; select text"),
      (["SSH_CONNECTION": "1"], nil, "off over SSH"), (["SSH_TTY": "/dev/pts/1"], nil, "off over"),
      (["SSH_TTY": ""], nil, "on; select text"),
      (["SSH_TTY": "/dev/pts/1"], "mouse: on", "on (`mouse: on` in config.yaml); "),
      ([:], "mouse: off", "off (`mouse: off` in config.yaml); "),
    ] as [([String: String?], String?, String)])
  func mouse(environment: [String: String?], configuration: String?, words: String) {
    let outcome = outcome(Self.sound, environment, configuration: configuration)
    #expect(line("mouse", outcome).hasPrefix("ok       mouse      \(words)"))
  }

  @Test func `whether only ASCII is drawn is reported, with its reason`() {
    var machine = Self.sound
    #expect(
      line("ascii", outcome(configuration: "ascii: on")).contains("on (`ascii: on` in config.yaml)")
    )
    machine.traits.isUTF8 = false
    #expect(line("ascii", outcome(machine)).hasSuffix("on, because the locale is not UTF-8"))
  }

  @Test func `the editing keys are reported`() {
    #expect(line("editing", outcome(configuration: "editing: vi")).contains("vi; `editing: emacs`"))
  }
}
