import Curses
import Testing

@testable import Commands

/// What the doctor says of what is on and off.
extension DoctorTests {
  @Test(
    "what is known of the clipboard",
    arguments: [
      (["TMUX": "/tmp/tmux"], "tmux passes"), (["STY": "1.pts"], "GNU screen does not"),
    ] as [([String: String?], String)])
  func clipboard(environment: [String: String?], words: String) {
    #expect(line("clipboard", outcome(Self.sound, environment)).contains(words))
  }

  @Test func `a terminal that would print what it does not know is told of`() {
    var machine = Self.sound
    machine.traits.ignoresUnknown = false
    let outcome = outcome(machine, ["TERM": "linux"], configuration: "mouse: on\n")
    #expect(line("clipboard", outcome).contains("no terminal to take text"))
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
