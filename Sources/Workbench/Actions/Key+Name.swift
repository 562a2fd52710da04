public import Interaction

extension Key {
  /// The key as help and documents name it: `Enter`, `Ctrl-r`, `a`.
  public var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .insert: "Insert"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PageUp"
    case .pageDown: "PageDown"
    case .function(let number): "F\(number)"
    case .control(let character): "Ctrl-\(Key.character(character).name)"
    case .alt(let character): "Alt-\(Key.character(character).name)"
    }
  }
}
