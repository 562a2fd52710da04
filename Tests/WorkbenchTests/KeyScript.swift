import Interaction

/// Keys as tests write them: plain characters, and names in angle brackets (`jj<Enter>12<Esc>`).
enum KeyScript {
  static func keys(_ script: String) -> [Key] {
    var keys: [Key] = []
    var rest = Substring(script)
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">") {
        keys.append(named(rest[rest.index(after: rest.startIndex)..<end]))
        rest = rest[rest.index(after: end)...]
      } else {
        keys.append(.character(first))
        rest = rest.dropFirst()
      }
    }
    return keys
  }

  private static func named(_ name: Substring) -> Key {
    if name.hasPrefix("C-"), let last = name.last { return .control(last) }
    if name.hasPrefix("A-"), let last = name.last { return .alt(last) }
    return switch name {
    case "Enter": .enter
    case "Esc": .escape
    case "Tab": .tab
    case "BackTab": .backTab
    case "Up": .up
    case "Down": .down
    case "Left": .left
    case "Right": .right
    case "Home": .home
    case "End": .end
    case "PageUp": .pageUp
    case "PageDown": .pageDown
    case "Backspace": .backspace
    case "Delete": .delete
    default: .function(1)
    }
  }
}
