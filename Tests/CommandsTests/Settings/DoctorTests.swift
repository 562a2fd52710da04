import Canvas
import Curses
import Documents
import Procurement
import Testing

@testable import Commands
@testable import Sessions

@Suite("Doctor")
struct DoctorTests {
  /// A machine without problems.
  static var sound: Machine {
    Machine(
      size: Size(rows: 24, columns: 80),
      traits: TerminalTraits(colours: 256, isUTF8: true, ignoresUnknown: true),
      folder: { _ in .present(isReadable: true, isOpenToOthers: false) })
  }

  private static let environment = ["HOME": "/home/me", "TERM": "xterm-256color"]

  func outcome(
    _ machine: Machine = sound, _ more: [String: String?] = [:], keys: String? = nil,
    configuration: String? = nil
  ) -> Outcome {
    let environment = Self.environment.merging(more.compactMapValues(\.self)) { $1 }
      .filter { more[$0.key] != .some(nil) }
    var surroundings = KeysTests.surroundings(keys)
    surroundings.files.read = { [read = surroundings.files.read] name in
      guard name == "/home/me/.config/calloff/config.yaml", let configuration else {
        return read(name)
      }
      return .success(Array(configuration.utf8))
    }
    surroundings.environment = { environment[$0] }
    surroundings.machine = { machine }
    return World.outcome("doctor", in: surroundings)
  }

  /// The line on a subject.
  func line(_ subject: String, _ outcome: Outcome) -> String {
    let lines = outcome.data.split(separator: "\n").filter { $0.dropFirst(9).hasPrefix(subject) }
    return lines.count == 1 ? String(lines[0]) : "\(lines.count) lines"
  }

  @Test func `without problems every line is ok`() {
    let outcome = outcome()
    #expect(
      outcome.data == """
        ok       terminal   `xterm-256color`, 80x24
        ok       colours    256
        ok       locale     UTF-8
        ok       ascii      off; if lines and symbols show as boxes, use `--ascii`, or `ascii: on` \
        in config.yaml
        ok       settings   `/home/me/.config/calloff`
        ok       keys       the built-in ones
        ok       editing    emacs; `editing: vi` in config.yaml changes it
        ok       mouse      on; select text with Shift and the mouse, or leave the mouse to the \
        terminal with `--no-mouse` or `mouse: off` in config.yaml
        ok       clipboard  copied text is sent to the terminal (OSC 52); cannot tell whether \
        `xterm-256color` allows copying; check its settings
        ok       store      none yet; the first session creates \
        `/home/me/.local/share/calloff/calloff.sqlite`
        ok       sqlite     \(Release.library); checkpoints run only while no other session can \
        write
        ok       unsaved    no unsaved changes

        """)
    #expect(outcome.exitStatus == .fine)
    #expect(outcome.standardError.isEmpty)
  }

  @Test(
    "an unusable terminal is an error, and no terminal is a warning",
    arguments: [
      (TerminalError.typeUnset, "error"), (.typeUnknown("vt1"), "error"),
      (.typeIncapable("dumb"), "error"), (.inputIsNoTerminal, "warning"),
      (.outputIsNoTerminal, "warning"),
    ])
  func terminal(error: TerminalError, level: String) {
    var machine = Self.sound
    machine.terminalError = error
    let outcome = outcome(machine)
    #expect(line("terminal", outcome).hasPrefix(level))
    #expect(outcome.exitStatus == (level == "error" ? .findings : .fine))
  }

  @Test(
    "the minimum size is enough",
    arguments: [(8, 30, "ok"), (7, 30, "warning"), (8, 29, "warning")])
  func extent(rows: Int, columns: Int, level: String) {
    var machine = Self.sound
    machine.size = Size(rows: rows, columns: columns)
    #expect(line("terminal", outcome(machine)).hasPrefix(level))
  }

  @Test func `a terminal that does not report its size is a warning`() {
    var machine = Self.sound
    machine.size = nil
    #expect(line("terminal", outcome(machine)).hasPrefix("warning"))
  }

  @Test func `colours are reported, or why there are none`() {
    var machine = Self.sound
    machine.traits.colours = 0
    #expect(line("colours", outcome(machine)).contains("`xterm-256color` has none"))
    #expect(line("colours", outcome(Self.sound, ["NO_COLOR": "1"])).contains("`NO_COLOR`"))
    #expect(line("colours", outcome(Self.sound, ["NO_COLOR": ""])).hasSuffix("256"))
  }

  @Test func `a locale without UTF-8 is a warning`() {
    var machine = Self.sound
    machine.traits.isUTF8 = false
    #expect(line("locale", outcome(machine)).hasPrefix("warning"))
  }

  @Test func `a locale that is not installed is reported`() {
    var machine = Self.sound
    machine.traits.missingLocale = "en_GB.UTF-8"
    #expect(
      line("locale", outcome(machine))
        == "warning  locale     `en_GB.UTF-8` is not installed, so `C.UTF-8` is used instead; "
        + "install it, or set `LANG` to a locale that `locale -a` lists")
    machine.traits.isUTF8 = false
    #expect(
      line("locale", outcome(machine)).contains(
        "`en_GB.UTF-8` is not installed, so the workbench uses only ASCII; "))
  }

  @Test(
    "the folder of settings is checked",
    arguments: [
      (Machine.Folder.missing, "ok       settings   none"), (.notAFolder, "error"),
      (.present(isReadable: false, isOpenToOthers: true), "error"),
      (.present(isReadable: true, isOpenToOthers: true), "warning"),
    ])
  func settings(folder: Machine.Folder, start: String) {
    var machine = Self.sound
    machine.folder = { $0 == "/home/me/.config/calloff" ? folder : .missing }
    let outcome = outcome(machine)
    #expect(line("settings", outcome).hasPrefix(start))
    #expect(outcome.exitStatus == (start == "error" ? .findings : .fine))
  }

  @Test func `an environment without a folder of settings is a warning`() {
    #expect(line("settings", outcome(Self.sound, ["HOME": nil])).hasPrefix("warning"))
    #expect(line("settings", outcome(Self.sound, ["XDG_CONFIG_HOME": "x"])).hasPrefix("warning"))
  }

  @Test func `remapped keys are counted, and the first error is reported`() {
    let some = "keys: 1\neverywhere: {redo: Ctrl-y}"
    #expect(line("keys", outcome(keys: some)).contains("10 actions remapped"))
    let outcome = outcome(keys: "keys: 1\nplan: {rdo: y, undoo: x}")
    #expect(
      line("keys", outcome)
        == "error    keys       /home/me/.config/calloff/keys.yaml:2:8: unknown action "
        + "`rdo`; did you mean `redo`? (and 1 more; `calloff keys` lists all)")
    #expect(outcome.exitStatus == .findings)
  }

  @Test func `an error in the configuration is reported, and its settings are ignored`() {
    let outcome = outcome(configuration: "mouse: perhaps\nascii: on\ntheme: drak\n")
    #expect(
      line("settings", outcome)
        == "error    settings   /home/me/.config/calloff/config.yaml:1:8: unknown setting "
        + "`perhaps`; use one of `on`, `off` (and 1 more; `calloff` lists all)")
    #expect(line("mouse", outcome).contains("on; select text"))
    #expect(line("ascii", outcome).contains("off;"))
    #expect(outcome.exitStatus == .findings)
  }

  private func changes(
    _ subject: UnsavedChanges.Subject, day: String? = nil, plan: [UInt8] = [], base: [UInt8]? = nil
  ) -> UnsavedChanges {
    UnsavedChanges(subject: subject, step: nil, day: day, plan: plan, base: base)
  }

  @Test func `unsaved changes are reported with what to open`() {
    var machine = Self.sound
    machine.unsaved = [changes(.init(document: "/srv/plan.yaml")), changes(.init(plan: 3))]
    let line = line("unsaved", outcome(machine))
    #expect(line.hasPrefix("warning"))
    #expect(line.hasSuffix("open `/srv/plan.yaml`, `plan 3` to restore them"))
  }

  @Test func `unsaved changes are reported with their day and number, if known`() throws {
    let base = try World.read("sample.yaml").get()
    let clusters = try Programme.builtIn().clusters.map(\.id)
    var plan = try Documents.readPlan(base, clusters: clusters).plan
    plan.header.title = "Another"
    plan.lines[0].notes = "Other notes"
    var machine = Self.sound
    machine.unsaved = [
      changes(.init(document: "/a"), day: "2004-11-02", plan: write(plan), base: base),
      changes(.init(document: "/b"), day: "2004-11-03", plan: write(plan)),
      changes(.init(document: "/c"), plan: write(plan), base: base),
      changes(.init(document: "/d"), day: "2004-11-04", plan: [0x7B]),
    ]
    let line = line("unsaved", outcome(machine))
    let expected =
      "`/a` (2004-11-02, 2 edits), `/b` (2004-11-03), `/c` (2 edits), `/d` (2004-11-04)"
    #expect(line.contains(expected), "\(line)")
  }

  @Test func `names of files cannot control the terminal`() {
    var machine = Self.sound
    machine.unsaved = [changes(.init(document: "/srv/\u{1B}[31m.yaml"))]
    #expect(!outcome(machine).data.contains("\u{1B}"))
  }

  @Test func `levels are coloured if there are colours`() {
    let check = Diagnosis.Check(.error, "keys", "message")
    #expect(check.line(in: Ink(isColoured: true)).hasPrefix("\u{1B}[1;31merror\u{1B}[m    keys"))
  }
}
