import Documents
import Procurement
import Text
import Validation

/// The lines of a plan document, to find where a part of it ends and what a field says.
struct SourceLines: Sendable {
  private let lines: [String.UnicodeScalarView]

  /// The lines of a document in UTF-8, as editors count them.
  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
    var lines: [String.UnicodeScalarView] = [String.UnicodeScalarView()]
    var last: Unicode.Scalar?
    for scalar in text {
      if scalar == "\n", last == "\r" {
        // A carriage return has ended the line already.
      } else if scalar == "\n" || scalar == "\r" {
        lines.append(String.UnicodeScalarView())
      } else {
        lines[lines.count - 1].append(scalar)
      }
      last = scalar
    }
    self.lines = lines
  }

  // MARK: Where a part ends

  /// The last line of a line of the plan, or of one of its fields, which starts at a place: all
  /// lines below that are indented with it, without comments and blank lines at the end.
  func lastLine(from start: Place, isField: Bool) -> Int {
    var last = start.line
    var next = start.line + 1
    while next <= lines.count {
      let line = lines[next - 1]
      let indent = line.prefix { $0 == " " }.count
      let rest = line.dropFirst(indent)
      // The items of a list may be as far to the left as the key of the list.
      let isItem = rest.first == "-" && indent == start.column - 1
      let isInside = isField ? indent >= start.column || isItem : indent >= start.column - 1
      if let first = rest.first, first != "#" {
        guard isInside else { break }
        last = next
      }
      next += 1
    }
    return last
  }

  // MARK: Values

  /// A text that replaces the value of a field.
  struct Replacement: Hashable, Sendable {
    /// Where the old value starts and ends, the end excluded.
    let start: Place
    let end: Place
    /// The new value.
    let text: String
  }

  /// Replaces the value of the field with its key at a place; nil unless both values are plain words
  /// and the old one is written after the key.
  func replacement(of old: String, by new: String, key: String, at place: Place) -> Replacement? {
    guard SourceLines.isPlain(old), SourceLines.isPlain(new), lines.indices.contains(place.line - 1)
    else { return nil }
    var rest = lines[place.line - 1].dropFirst(place.column - 1)
    for scalar in "\(key): ".unicodeScalars where rest.popFirst() != scalar { return nil }
    let blanks = rest.prefix { $0 == " " }.count
    rest = rest.dropFirst(blanks)
    for scalar in old.unicodeScalars where rest.popFirst() != scalar { return nil }
    let isEnd = rest.first.map { [",", "}", "\t", "\r"].contains($0) } ?? true
    guard isEnd || rest.first == " " && SourceLines.endsValue(rest) else { return nil }
    let column = place.column + key.unicodeScalars.count + 2 + blanks
    return Replacement(
      start: Place(line: place.line, column: column),
      end: Place(line: place.line, column: column + old.unicodeScalars.count), text: new)
  }

  /// Whether only blanks and a comment follow, or the end of a mapping in braces.
  private static func endsValue(_ rest: Substring.UnicodeScalarView) -> Bool {
    let next = rest.drop { $0 == " " }.first
    return next == nil || next == "#" || next == "}" || next == ","
  }

  /// Whether a value is a word that needs no quotes, and is not read as anything else.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first),
      !["null", "yes", "no", "on", "off", "y", "n"].contains(text)
    else { return false }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
        true
      default: false
      }
    }
  }
}

extension LineValue {
  /// The value as a document writes it, if it is one word.
  var word: String? {
    switch self {
    case .service(let text): text
    case .pacs(let option): option?.rawValue
    case .need(let need): need.rawValue
    case .route(let route): route?.rawValue
    case .supplier(let text), .group(let text): text
    case .spineConnected(let flag), .crsInteroperable(let flag): flag.map { String($0) }
    case .id, .justification, .description, .amount, .cost, .funds, .notes, .waivers,
      .alternatives:
      nil
    }
  }
}
