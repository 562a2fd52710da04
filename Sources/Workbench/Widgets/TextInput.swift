import Interaction

/// A line of text with a cursor in it, edited with the keys that shells have, or with those of vi.
struct TextInput: Hashable, Sendable {
  private(set) var characters: [Character]
  /// The characters as a text, which is not made anew at each key: a field may have thousands.
  private(set) var text: String
  /// How many characters are before the cursor.
  private(set) var cursor: Int
  /// Whether letters are commands now, which only those who chose vi's movements come to see.
  private(set) var isCommanding = false
  /// A command that waits for what it is to be done to: `d` or `c`.
  private(set) var operation: Character?
  /// What was deleted last.
  private var deleted: [Character] = []
  /// Whether a part of what was put in last was left out, as the text is as long as it may be.
  private(set) var isOverfull = false
  let movements: TextMovements
  /// The longest text that can be typed, in characters.
  let limit: Int
  /// The same for a field, and for what a list is searched or filtered by.
  static let fieldLimit = 10_000
  static let searchLimit = 200

  init(_ text: String, movements: TextMovements = .emacs, limit: Int = fieldLimit) {
    characters = Array(text)
    self.text = text
    cursor = characters.count
    self.movements = movements
    self.limit = limit
  }

  /// Takes a key; false where it means nothing to a line of text.
  mutating func handle(_ key: Key) -> Bool {
    isOverfull = false
    if isCommanding, case .character(let command) = key { return obey(command) }
    switch key {
    case .escape where movements == .vi && !isCommanding:
      isCommanding = true
      cursor = max(0, cursor - 1)
    case .character(let character): insert([character])
    case .backspace, .control("h"): remove(cursor - 1..<cursor)
    case .delete, .control("d"): remove(cursor..<cursor + 1)
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .alt("b"): cursor = wordStart(before: cursor)
    case .alt("f"): cursor = wordEnd(after: cursor)
    case .control("k"): cut(cursor..<characters.count)
    case .control("u"): cut(0..<cursor)
    case .control("w"): cut(wordStart(before: cursor)..<cursor)
    case .control("y"): insert(deleted)
    default: return false
    }
    return true
  }

  /// Puts text in at the cursor; what goes beyond the limit is left out.
  mutating func insert(_ text: some Collection<Character>) {
    let room = max(0, limit - characters.count)
    let taken = text.prefix(room)
    isOverfull = taken.endIndex < text.endIndex
    let isAtEnd = cursor == characters.count
    characters.insert(contentsOf: taken, at: cursor)
    cursor += taken.count
    if isAtEnd { self.text.append(contentsOf: taken) } else { self.text = String(characters) }
  }

  private mutating func remove(_ range: Range<Int>) {
    let range = range.clamped(to: 0..<characters.count)
    guard !range.isEmpty else { return }
    characters.removeSubrange(range)
    cursor = range.lowerBound
    text = String(characters)
  }

  /// Removes characters and keeps them, to be put in again.
  private mutating func cut(_ range: Range<Int>) {
    let range = range.clamped(to: 0..<characters.count)
    guard !range.isEmpty else { return }
    deleted = Array(characters[range])
    remove(range)
  }

  // MARK: Words

  private func wordStart(before place: Int) -> Int {
    var start = place
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    return start
  }

  private func wordEnd(after place: Int) -> Int {
    var end = place
    while end < characters.count, characters[end] == " " { end += 1 }
    while end < characters.count, characters[end] != " " { end += 1 }
    return end
  }

  private func nextWordStart(after place: Int) -> Int {
    var start = place
    while start < characters.count, characters[start] != " " { start += 1 }
    while start < characters.count, characters[start] == " " { start += 1 }
    return start
  }

  // MARK: Commands of vi

  private mutating func obey(_ command: Character) -> Bool {
    if let operation {
      self.operation = nil
      return obey(operation, to: command)
    }
    switch command {
    case "i": isCommanding = false
    case "a": type(at: cursor + 1)
    case "I": type(at: 0)
    case "A": type(at: characters.count)
    case "x": cut(cursor..<cursor + 1)
    case "X": cut(cursor - 1..<cursor)
    case "D": cut(cursor..<characters.count)
    case "C":
      cut(cursor..<characters.count)
      type(at: cursor)
    case "S": change(0..<characters.count)
    case "p": put(at: cursor + 1)
    case "P": put(at: cursor)
    case "d", "c": operation = command
    default:
      guard let target = target(of: command) else { return false }
      cursor = target
    }
    if isCommanding { cursor = min(cursor, max(0, characters.count - 1)) }
    return true
  }

  /// Deletes or changes what a movement goes over, or everything where the letter is doubled.
  private mutating func obey(_ operation: Character, to movement: Character) -> Bool {
    let range: Range<Int>
    if movement == operation {
      range = 0..<characters.count
    } else if let target = target(of: movement) {
      let end = movement == "e" ? target + 1 : target
      range = min(cursor, end)..<max(cursor, end)
    } else {
      return false
    }
    if operation == "c" { change(range) } else { cut(range) }
    if isCommanding { cursor = min(cursor, max(0, characters.count - 1)) }
    return true
  }

  private func target(of movement: Character) -> Int? {
    switch movement {
    case "h": max(0, cursor - 1)
    case "l", " ": min(characters.count, cursor + 1)
    case "0", "^": 0
    case "$": characters.count
    case "w", "W": nextWordStart(after: cursor)
    case "b", "B": wordStart(before: cursor)
    case "e", "E": max(cursor, wordEnd(after: cursor + 1) - 1)
    default: nil
    }
  }

  private mutating func type(at place: Int) {
    cursor = min(place, characters.count)
    isCommanding = false
  }

  private mutating func change(_ range: Range<Int>) {
    cut(range)
    type(at: cursor)
  }

  private mutating func put(at place: Int) {
    cursor = min(place, characters.count)
    insert(deleted)
  }
}

extension TextInput {
  /// A text in one line, with one character more than any field takes, so that it is seen that a part
  /// is left out.
  static func line(of text: String) -> [Character] {
    text.prefix(fieldLimit + 1).map { $0.isNewline ? " " : $0 }
  }
}
