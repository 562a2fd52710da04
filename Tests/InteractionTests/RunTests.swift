import Canvas
import Interaction
import Testing

/// A program that notes all its events.
private struct Note: Program {
  enum Effect: Equatable, Sendable {
    case ask(Int), stop, leave, nothing
    case copy(String)
  }

  var heard: [Event] = []
  var answers: [Int] = []
  var effects: [Event: [Effect]] = [:]

  mutating func handle(_ event: Event) -> [Effect] {
    heard.append(event)
    return effects[event] ?? []
  }

  mutating func receive(_ outcome: Int) -> [Effect] {
    answers.append(outcome)
    return outcome > 0 ? [.ask(outcome - 1)] : []
  }

  func view(size: Size) -> Canvas {
    var canvas = Canvas(size: size)
    canvas.write("\(heard.count)", at: Position(row: 0, column: 0))
    return canvas
  }

  /// Runs on a display and returns the effects that were performed.
  mutating func run(on display: inout ScriptedDisplay) -> [Effect] {
    var performed: [Effect] = []
    Interaction.run(&self, on: &display) { effect in
      performed.append(effect)
      switch effect {
      case .ask(let number): return .outcome(number)
      case .stop: return .suspend
      case .leave: return .finish
      case .nothing: return .nothing
      case .copy(let text): return .copy(text)
      }
    }
    return performed
  }
}

@Suite struct RunTests {
  private let key = Event.key(.character("a"))

  @Test func `a batch of events is drawn once`() {
    var note = Note()
    var display = ScriptedDisplay(batches: [[key, key, key], [key]])
    _ = note.run(on: &display)
    #expect(display.frames.map { $0[row: 0, column: 0].scalar } == [0x30, 0x33, 0x34])
    #expect(note.heard.count == 5)
  }

  @Test func `an outcome's effects are performed before the next event`() {
    var note = Note(effects: [key: [.ask(2), .nothing]])
    var display = ScriptedDisplay(batches: [[key, .interrupt]])
    note.effects[.interrupt] = [.leave]
    #expect(note.run(on: &display) == [.ask(2), .nothing, .ask(1), .ask(0), .leave])
    #expect(note.answers == [2, 1, 0])
  }

  @Test func `finishing leaves the rest of the batch`() {
    var note = Note(effects: [key: [.leave]])
    var display = ScriptedDisplay(batches: [[key, .interrupt], [key]])
    _ = note.run(on: &display)
    #expect(note.heard == [key])
    #expect(display.frames.count == 1)
    #expect(display.isClosed)
  }

  @Test(arguments: [HangUp.terminalGone, .signal(.hangUp), .signal(.terminate), .signal(.other(3))])
  func `a hang-up ends a program that ignores it`(cause: HangUp) {
    var note = Note(effects: [.hangUp(cause): [.nothing]])
    var display = ScriptedDisplay(batches: [[.hangUp(cause), key]])
    #expect(note.run(on: &display) == [.nothing])
    #expect(note.heard == [.hangUp(cause)])
    #expect(display.isClosed)
  }

  @Test(arguments: [HangUp.terminalGone, .signal(.hangUp), .signal(.terminate)])
  func `a hang-up does not wait behind a flood of keys`(cause: HangUp) {
    var note = Note(effects: [.hangUp(cause): [.nothing]])
    var display = ScriptedDisplay(batches: [Array(repeating: key, count: 1024)])
    display.urgent = [nil, .hangUp(cause)]
    #expect(note.run(on: &display) == [.nothing])
    #expect(note.heard == [key, key, .hangUp(cause)])
    #expect(display.isClosed)
  }

  @Test func `an interrupt among keys comes before the rest of them`() {
    var note = Note()
    var display = ScriptedDisplay(batches: [[key, key]])
    display.urgent = [.interrupt]
    _ = note.run(on: &display)
    #expect(note.heard == [key, .interrupt, key, .hangUp(.terminalGone)])
  }

  @Test func `a suspended program is notified when it goes on`() {
    var note = Note(effects: [key: [.stop]])
    var display = ScriptedDisplay(batches: [[key], [.interrupt]])
    _ = note.run(on: &display)
    #expect(display.suspensions == 1)
    #expect(note.heard == [key, .resumed, .interrupt, .hangUp(.terminalGone)])
  }

  @Test func `what is to be copied reaches the display, if it is not too long`() {
    let longest = String(repeating: "é", count: copyLimit / 2)
    var note = Note(effects: [key: [.copy("one"), .copy(longest + "e"), .copy(longest)]])
    var display = ScriptedDisplay(batches: [[key]])
    _ = note.run(on: &display)
    #expect(display.copies == ["one", longest])
    #expect(note.answers.isEmpty)
  }

  @Test func `the outcome of copying a text is reported`() {
    var display = ScriptedDisplay(keys: [])
    #expect(display.copy("one") == .handedOver)
    #expect(display.copy(String(repeating: "x", count: copyLimit + 1)) == .tooLong)
    display.clipboard = .switchedOff
    #expect(display.copy("two") == .switchedOff)
    display.clipboard = .unavailable
    #expect(display.copy("three") == .unavailable)
    #expect(display.copies == ["one"])
  }

  @Test func `a resize is drawn at the new size`() {
    var note = Note()
    let small = Size(rows: 1, columns: 1)
    var display = ScriptedDisplay(batches: [[.resize(small)]])
    _ = note.run(on: &display)
    #expect(display.frames.map(\.size) == [Size(rows: 24, columns: 80), small])
  }
}
