import Documents
import Interaction
import Sessions
import Testing
import Workbench

@testable import Commands

@Suite("Key bindings")
struct KeysTests {
  private static let path = "/home/me/.config/calloff/keys.yaml"

  /// A world with key bindings, or without.
  static func surroundings(_ keys: String?, at path: String = path) -> CommandEnvironment {
    var surroundings = World.surroundings
    surroundings.environment = { $0 == "HOME" ? "/home/me" : nil }
    surroundings.files.read = { name in
      guard name == path, let keys else { return World.read(name) }
      return .success(Array(keys.utf8))
    }
    return surroundings
  }

  private static let some = """
    keys: 1
    plan:
      remove-line: [z, Delete]
    everywhere:
      redo: Ctrl-y
    """

  @Test func `remapped keys are marked, and the others are the built-in ones`() {
    let lines = World.outcome("keys", in: Self.surroundings(Self.some)).data.split(separator: "\n")
    let plain = World.outcome("keys").data.split(separator: "\n")
    #expect(lines.count == plain.count)
    let marked = lines.filter { $0.hasSuffix(" (remapped)") }
    #expect(
      marked.map { $0.split(separator: " ").prefix(3).joined(separator: " ") } == [
        "plan z Delete", "plan Ctrl-y redo", "browse Ctrl-y redo", "findings Ctrl-y redo",
        "records Ctrl-y redo", "history Ctrl-y redo", "portfolio Ctrl-y redo",
        "summary Ctrl-y redo", "demand Ctrl-y redo", "form Ctrl-y redo",
        "alternative Ctrl-y redo",
      ])
  }

  @Test func `the workbench uses the remapped keys`() {
    var surroundings = Self.surroundings(Self.some)
    surroundings.openWorkbench = { _, options in
      let entry = options.keymap.entries(in: .plan).first { $0.action == .removeLine }
      return .success(Outcome(standardError: entry?.keys.map(\.name).joined(separator: " ") ?? ""))
    }
    #expect(World.outcome("plan.yaml", in: surroundings).standardError == "z Delete")
  }

  @Test func `without key bindings there is nothing to read`() {
    #expect(World.outcome("keys").exitStatus == .fine)
    #expect(
      World.outcome("keys", in: Self.surroundings(nil)).data == World.outcome("keys").data)
  }

  @Test(
    "the folder of settings follows the base directory specification",
    arguments: [
      (["HOME": "/h"], "/h/.config/calloff"),
      (["HOME": "/h", "XDG_CONFIG_HOME": "/x"], "/x/calloff"),
      (["HOME": "/h", "XDG_CONFIG_HOME": "x"], "/h/.config/calloff"),
      (["HOME": "/h", "XDG_CONFIG_HOME": ""], "/h/.config/calloff"),
      (["HOME": ""], nil), ([:], nil),
    ] as [([String: String], String?)])
  func folder(environment: [String: String], expected: String?) {
    var surroundings = World.surroundings
    surroundings.environment = { environment[$0] }
    #expect(surroundings.configurationFolder == expected)
  }

  @Test(
    "every error is located",
    arguments: [
      ("keys: 2", "1:7: not a known version of key bindings; write `keys: 1`"),
      ("plan: {}", "1:1: the version is missing; add `keys: 1`"),
      ("[x]", "1:1: key bindings must be a mapping; start with `keys: 1`"),
      ("keys: 1\nplna: {redo: y}", "2:1: unknown context `plna`; did you mean `plan`?"),
      ("keys: 1\nplan: [redo]", "2:7: `plan` must be a mapping; write `action: key`"),
      ("keys: 1\nplan: {rdo: y}", "2:8: unknown action `rdo`; did you mean `redo`?"),
      ("keys: 1\nplan: {redo: Entr}", "2:14: unknown key `Entr`; did you mean `Enter`?"),
      ("keys: 1\nplan: {redo: ctrl-y}", "2:14: unknown key `ctrl-y`; did you mean `Ctrl-y`?"),
      (
        "keys: 1\nplan: {redo: 字字}",
        "2:14: unknown key `字字`; write a key such as `x`, `Enter`, `Ctrl-r` or `F5`"
      ),
      (
        "keys: 1\nplan: {redo: ~}",
        "2:14: a key is missing here; write one, and quote it if it is `~`"
      ),
      (
        "keys: 1\nplan: {redo: Ctrl-m}",
        "2:14: terminals send the same bytes for `Ctrl-m` as for `Enter`; write `Enter`, or choose "
          + "another key"
      ),
      (
        "keys: 1\nplan:\n  toggle: x",
        "3:3: `toggle` is not an action of `plan`; `calloff keys` lists those that are"
      ),
      (
        "keys: 1\nplan:\n  redo: [z, f]",
        "3:13: `f` is for `fix` and for `redo` in `plan`; give one of them another key"
      ),
      (
        "keys: 1\nfield:\n  close: []",
        "3:3: `close` cannot be without a key in `field`; give it at least one"
      ),
      (
        "keys: 1\nfield: {close: x}",
        "2:16: `x` is text in `field`; choose a key that prints nothing, such as `Ctrl-g`"
      ),
    ])
  func faults(keys: String, message: String) {
    for call in ["keys", "plan.yaml"] {
      let outcome = World.outcome(call, in: Self.surroundings(keys))
      #expect(
        outcome == Outcome(standardError: "\(Self.path):\(message)\n", exitStatus: .unreadable))
    }
  }

  @Test func `all errors are reported together, in order`() {
    let keys = """
      keys: 1
      nowhere: {undo: z}
      plan: {redo: Entr, undoo: x}
      """
    let standardError = World.outcome("keys", in: Self.surroundings(keys)).standardError
    #expect(
      standardError.split(separator: "\n").map { $0.dropFirst(Self.path.count + 1).prefix(4) } == [
        "2:1:", "3:14", "3:20",
      ])
  }

  @Test func `quotes make keys of characters that are special in YAML`() throws {
    let keymap = try KeysDocument.keymap(of: Array("keys: 1\nplan: {redo: ['~', \"#\"]}".utf8))
    let entry = keymap.entries(in: .plan).first { $0.action == .redo }
    #expect(entry?.keys == [.character("~"), .character("#")])
  }

  @Test func `a file that cannot be read is an error`() {
    var surroundings = Self.surroundings(nil)
    surroundings.files.read = { _ in .failure(.notPermitted) }
    let outcome = World.outcome("keys", in: surroundings)
    #expect(outcome.exitStatus == .unreadable)
    #expect(outcome.standardError.hasPrefix("\(Self.path):1:1: "))
  }
}
