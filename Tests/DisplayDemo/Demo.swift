import Canvas
import Interaction

/// A list of rows: a minimal full-screen program for testing displays.
///
/// The last row names other events, and keys that do not do anything.
struct Demo: Program {
  /// What the demo asks for.
  enum Effect: Equatable, Sendable {
    case suspend, quit, crash
    /// Hangs for ever.
    case hang
    /// Sends itself the signal to terminate, as another process would.
    case terminate
    /// Reads what is at the watched descriptor.
    case drain
    case copy(String)
    /// The looks of a built-in theme, counted from 0.
    case applyTheme(Int)
  }

  let count: Int
  private var focus = 0
  private var top = 0
  private var height = 22
  private var said = "j/k move  q quit"
  private var hidesCursor = false
  private var themeNumber = 0
  /// The number of notices so far.
  private var notices = 0
  private let clipboard: Clipboard
  /// The event that ended it, if the user did not quit.
  private(set) var ending: Event?

  init(count: Int, clipboard: Clipboard) {
    self.count = count
    self.clipboard = clipboard
  }

  /// Receives the list of other sessions.
  mutating func receive(_ others: [String]) -> [Effect] {
    said = "others: \(others.joined(separator: " "))."
    return []
  }

  mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .key(let key): return press(key)
    case .hangUp, .interrupt:
      ending = event
      return [.quit]
    case .resize(let size): height = max(1, size.rows - 2)
    case .paste(let text): said = "paste \(text)"
    case .mouse(let mouse):
      said = "\(mouse.kind) at \(mouse.position.row),\(mouse.position.column)"
    case .resumed: break
    case .notice:
      notices += 1
      settle()
      return [.drain]
    }
    settle()
    return []
  }

  private mutating func press(_ key: Key) -> [Effect] {
    switch key {
    case .character("j"), .down: focus += 1
    case .character("k"), .up: focus -= 1
    case .character("g"), .home: focus = 0
    case .character("G"), .end: focus = count - 1
    case .pageDown: (focus, top) = (focus + height, top + height)
    case .pageUp: (focus, top) = (focus - height, top - height)
    case .character("h"): hidesCursor.toggle()
    case .character("q"): return [.quit]
    case .character("y"): return [.copy("row \(focus + 1) £")]
    case .character("B"): return [.copy(String(repeating: "B", count: copyLimit))]
    case .character("Y"): return [.copy(String(repeating: "Y", count: copyLimit + 1))]
    case .character("c"): said = "clipboard \(clipboard)"
    case .character("t"):
      themeNumber += 1
      return [.applyTheme(themeNumber)]
    case .character("K"): return [.crash]
    case .character("H"): return [.hang]
    case .character("T"): return [.terminate]
    case .control("z"): return [.suspend]
    default: said = "key \(key)"
    }
    settle()
    return []
  }

  private mutating func settle() {
    focus = max(0, min(focus, count - 1))
    if focus < top { top = focus }
    if focus >= top + height { top = focus - height + 1 }
    top = max(0, min(top, count - height))
  }

  func view(size: Size) -> Canvas {
    var canvas = Canvas(size: size)
    let all = 0..<size.columns
    canvas.write(" Demo 日本 £ … é", at: Position(row: 0, column: 0), role: .title)
    canvas.setRole(row: 0, columns: all, role: .title)
    let height = max(0, size.rows - 2)
    for line in 0..<min(height, count - top) {
      let row = top + line
      canvas.write(row == focus ? ">" : " ", at: Position(row: line + 1, column: 0), role: .mark)
      canvas.write(text(ofRow: row), at: Position(row: line + 1, column: 1))
    }
    if size.rows > 1 {
      let told = notices == 0 ? "" : "  notice \(notices)"
      let foot = " row \(focus + 1) of \(count)\(told)  \(said)"
      canvas.write(foot, at: Position(row: size.rows - 1, column: 0), role: .messageError)
    }
    if !hidesCursor {
      canvas.cursor = Position(row: min(focus - top + 1, size.rows - 1), column: 0)
    }
    return canvas
  }

  private func text(ofRow row: Int) -> String {
    let number = String(row + 1)
    let id = String(repeating: "0", count: max(0, 7 - number.count)) + number
    let supplier = padded("Supplier \(row * 7919 % 1000)", to: 23)
    let item = padded("Item number \(row * 31 % 5000)", to: 24)
    return " \(id)  \(supplier)  \(item) \(row * 37 % 100_000).00"
  }

  private func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - text.count))
  }
}
