import Interaction

extension Key {
  /// The bytes that `xterm-256color` sends for the key, in the mode that the program requests; nil
  /// for keys that the action table does not use.
  var bytes: String? {
    switch self {
    case .character(let character): String(character)
    case .enter: "\r"
    case .tab: "\t"
    case .backTab: "\u{1B}[Z"
    case .escape: "\u{1B}"
    case .backspace: "\u{7F}"
    case .delete: "\u{1B}[3~"
    case .up: "\u{1B}OA"
    case .down: "\u{1B}OB"
    case .right: "\u{1B}OC"
    case .left: "\u{1B}OD"
    case .home: "\u{1B}OH"
    case .end: "\u{1B}OF"
    case .pageUp: "\u{1B}[5~"
    case .pageDown: "\u{1B}[6~"
    case .function(1): "\u{1B}OP"
    case .control(let character):
      character.asciiValue.map { String(Unicode.Scalar($0 & 0x1F)) }
    case .insert, .function, .alt: nil
    }
  }
}
