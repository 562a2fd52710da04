import Canvas
import Interaction
import Testing

@testable import Workbench

/// The keys of the table, and keys that a user chose.
@Suite struct KeymapTests {
  @Test(arguments: Context.allCases)
  func `no key is for two actions`(context: Context) {
    var owners: [Key: Action] = [:]
    for entry in Keymap.standard.entries(in: context) {
      for key in entry.keys {
        let owner = owners.updateValue(entry.action, forKey: key)
        #expect(owner == nil || owner == entry.action, "\(key.name) in \(context)")
      }
    }
  }

  @Test(arguments: Context.allCases.filter { !$0.takesText })
  func `whatever has a function, Alt or Ctrl key has a plain one too`(context: Context) {
    let entries = Keymap.standard.entries(in: context)
    for action in Set(entries.map(\.action)) {
      let keys = entries.filter { $0.action == action }.flatMap(\.keys)
      #expect(keys.isEmpty || keys.contains { $0.isPlain }, "\(action) in \(context)")
    }
  }

  @Test(arguments: Context.allCases)
  func `every action does something where it can be asked for`(context: Context) {
    for entry in ActionTable.entries(in: context) {
      #expect(entry.handler != nil, "\(entry.action) in \(context.rawValue)")
    }
  }

  @Test func `the built-in keys break none of the rules for chosen ones`() throws {
    for context in Context.allCases {
      for entry in Keymap.standard.entries(in: context) {
        let keys = Keymap.standard.entries(in: context).filter { $0.action == entry.action }
          .flatMap(\.keys)
        let keymap = try Keymap([Remapping(in: context, entry.action, keys)])
        let chosen = keymap.entries(in: context).filter { $0.action == entry.action }
        #expect(chosen.map(\.keys) == [keys])
      }
    }
  }

  @Test func `chosen keys replace all keys of the action in that context alone`() throws {
    let keymap = try Keymap([Remapping(in: .plan, .redo, [.control("y"), .character("z")])])
    #expect(keymap.action(for: .control("y"), in: .plan) == .redo)
    #expect(keymap.action(for: .character("U"), in: .plan) == nil)
    #expect(keymap.action(for: .control("r"), in: .plan) == nil)
    #expect(keymap.action(for: .character("U"), in: .browse) == .redo)
    #expect(keymap.action(for: .control("y"), in: .browse) == nil)
  }

  @Test func `a message about a finding on no line names the key that explains it`() throws {
    let keymap = try Keymap([Remapping(in: .findings, .explain, [.character("z")])])
    var robot = try Robot(keymap: keymap)
    robot.press("3G<Enter>")
    #expect(robot.bottom == "this finding is on no line; `z` explains it")
  }

  @Test func `a choice for everywhere holds but where there is one for the context`() throws {
    let keymap = try Keymap([
      Remapping(in: nil, .redo, [.control("y")]), Remapping(in: .plan, .redo, [.character("z")]),
    ])
    #expect(keymap.action(for: .control("y"), in: .browse) == .redo)
    #expect(keymap.action(for: .control("y"), in: .form) == .redo)
    #expect(keymap.action(for: .control("y"), in: .plan) == nil)
    #expect(keymap.action(for: .character("z"), in: .plan) == .redo)
  }

  @Test func `of an action with two entries in a context one is left`() throws {
    let keymap = try Keymap([Remapping(in: .form, .close, [.character("z")])])
    let entries = keymap.entries(in: .form).filter { $0.action == .close }
    #expect(entries.map(\.keys) == [[.character("z")]])
    #expect(entries.map(\.isRemapped) == [true])
    #expect(keymap.action(for: .character("q"), in: .form) == nil)
  }

  @Test func `two actions can exchange their keys`() throws {
    let keymap = try Keymap([
      Remapping(in: .plan, .undo, [.character("f")]), Remapping(in: .plan, .fix, [.character("u")]),
    ])
    #expect(keymap.action(for: .character("f"), in: .plan) == .undo)
    #expect(keymap.action(for: .character("u"), in: .plan) == .fix)
  }

  @Test(
    arguments: [
      (
        Remapping(in: .plan, .toggle, [.character("x")]), nil as Int?,
        "`toggle` is not an action of `plan`; `calloff keys` lists those that are"
      ),
      (
        Remapping(in: .plan, .removeLine, [.delete, .character("f")]), 1,
        "`f` is for `fix` and for `remove-line` in `plan`; give one of them another key"
      ),
      (
        Remapping(in: nil, .undo, [.character("y")]), 0,
        "`y` is for `duplicate-line` and for `undo` in `plan`; give one of them another key"
      ),
      (
        Remapping(in: .field, .accept, []), nil,
        "`accept` cannot be without a key in `field`; give it at least one"
      ),
      (
        Remapping(in: .field, .close, []), nil,
        "`close` cannot be without a key in `field`; give it at least one"
      ),
      (
        Remapping(in: nil, .quit, []), nil,
        "`quit` cannot be without a key in `plan`; give it at least one"
      ),
      (
        Remapping(in: .field, .close, [.escape, .character("q")]), 1,
        "`q` is text in `field`; choose a key that prints nothing, such as `Ctrl-g`"
      ),
      (
        Remapping(in: .question, .redraw, [.character("w")]), 0,
        "`w` answers questions; choose another key"
      ),
    ])
  func `what cannot be is refused at its place`(
    remapping: Remapping, key: Int?, message: String
  ) throws {
    let refusal = #expect(throws: KeymapRefusal.self) {
      try Keymap([Remapping(in: .browse, .help, [.character("H")]), remapping])
    }
    let faults = try #require(refusal).faults
    #expect(faults.map(\.message) == [message])
    #expect(faults.first?.origin == KeymapFault.Origin(remapping: 1, key: key))
  }

  @Test func `every fault is named`() throws {
    let refusal = #expect(throws: KeymapRefusal.self) {
      try Keymap([
        Remapping(in: .plan, .toggle, []), Remapping(in: .plan, .fix, [.character("u")]),
        Remapping(in: .field, .close, [.character("x"), .character("y")]),
      ])
    }
    #expect(try #require(refusal).faults.map(\.origin.remapping) == [0, 1, 2, 2])
  }

  @Test func `an action may lose its keys`() throws {
    let keymap = try Keymap([Remapping(in: .plan, .removeLine, [])])
    #expect(keymap.action(for: .character("d"), in: .plan) == nil)
    #expect(keymap.mention(.removeLine, in: .plan) == "`remove-line`")
  }

  // MARK: At the workbench

  @Test func `keys, hints, help and messages follow`() throws {
    let keymap = try Keymap([
      Remapping(in: nil, .undo, [.character("z")]), Remapping(in: nil, .help, [.character("H")]),
    ])
    var robot = try Robot("imaging", keymap: keymap)
    #expect(robot.bottom.contains("z undo") && robot.bottom.contains("H keys"))
    robot.press("d")
    #expect(robot.bottom.hasSuffix("; `z` undoes"))
    robot.press("u")
    #expect(robot.bottom == "`u` does nothing here; `H` shows the keys")
    #expect(robot.program.isModified)
    robot.press("z")
    #expect(!robot.program.isModified)
    robot.handle(.resize(.init(rows: 60, columns: 100)))
    robot.press("H")
    #expect(robot.rows.contains { $0.contains(/^. z +undo/) })
    #expect(!robot.rows.contains { $0.contains(/^. u +undo/) })
  }

  @Test func `an action without a key is not hinted at and not in help`() throws {
    let keymap = try Keymap([Remapping(in: .plan, .fix, [])])
    var robot = try Robot("imaging", size: .init(rows: 60, columns: 100), keymap: keymap)
    #expect(!robot.bottom.contains("fix"))
    robot.press("?")
    #expect(!robot.screen.contains("choose a fix"))
  }

  @Test func `a question takes plain keys that do not answer it for what they are`() throws {
    var robot = try Robot()
    robot.press("dqR")
    #expect(robot.effects == [.redraw])
    #expect(robot.bottom.hasPrefix("not written:"))
  }
}

extension Key {
  /// Whether every terminal sends it, also through a multiplexer.
  fileprivate var isPlain: Bool {
    switch self {
    case .function, .alt, .control: false
    default: true
    }
  }
}
