public import Interaction

extension Key {
  /// The keys that have words for names.
  private static let worded: [Key] =
    [
      .character(" "), .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down,
      .left, .right, .home, .end, .pageUp, .pageDown,
    ] + (1...12).map { .function($0) }

  private static let byWord = Dictionary(uniqueKeysWithValues: worded.map { ($0.name, $0) })

  /// The names of which a mistyped one is likely to have been meant.
  public static let knownNames =
    worded.map(\.name)
    + "abcdefghijklmnopqrstuvwxyz".flatMap { [Key.control($0).name, Key.alt($0).name] }

  /// The key of a name, as `name` gives it; Ctrl takes either case, as terminals do.
  public init?(name: String) {
    if let key = Key.byWord[name] {
      self = key
    } else if let rest = name.tail(after: "Ctrl-"), let character = Key.character(named: rest) {
      let lower = Character(character.lowercased())
      guard "abcdefghijklmnopqrstuvwxyz \\]^_".contains(lower) else { return nil }
      self = .control(lower)
    } else if let rest = name.tail(after: "Alt-"), let character = Key.character(named: rest) {
      guard character.isASCII else { return nil }
      self = .alt(character)
    } else if let character = Key.character(named: name) {
      self = .character(character)
    } else {
      return nil
    }
  }

  /// The key that arrives when this one is pressed, where terminals send the same for both.
  public var twin: Key? {
    switch self {
    case .control("i"): .tab
    case .control("m"), .control("j"): .enter
    case .control("h"): .backspace
    default: nil
    }
  }

  /// The printable character of a name: one scalar, because terminals send no more at once.
  private static func character(named name: String) -> Character? {
    if name == Key.character(" ").name { return " " }
    guard name.unicodeScalars.count == 1, let scalar = name.unicodeScalars.first else { return nil }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .nonspacingMark, .enclosingMark,
      .spacingMark, .lineSeparator, .paragraphSeparator, .spaceSeparator:
      return nil
    default: return Character(scalar)
    }
  }
}

extension String {
  fileprivate func tail(after prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
