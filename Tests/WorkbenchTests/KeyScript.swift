import Interaction
import Procurement

/// Keys as tests write them: plain characters, and names in angle brackets (`jj<Enter>12<Esc>`).
///
/// A name with a dot focuses a field of the line's form (`<Enter><.cost>12`), wherever it is.
enum KeyScript {
  /// What a script does.
  enum Step {
    case key(Key)
    case field(LineField)
  }

  static func steps(_ script: String) -> [Step] {
    var steps: [Step] = []
    var rest = Substring(script)
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">") {
        steps.append(named(rest[rest.index(after: rest.startIndex)..<end]))
        rest = rest[rest.index(after: end)...]
      } else {
        steps.append(.key(.character(first)))
        rest = rest.dropFirst()
      }
    }
    return steps
  }

  /// The keys of a script that names no field.
  static func keys(_ script: String) -> [Key] {
    steps(script).compactMap { step in
      if case .key(let key) = step { key } else { nil }
    }
  }

  private static func named(_ name: Substring) -> Step {
    if name.hasPrefix("."), let field = LineField(rawValue: String(name.dropFirst())) {
      return .field(field)
    }
    return .key(key(named: name))
  }

  private static func key(named name: Substring) -> Key {
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
