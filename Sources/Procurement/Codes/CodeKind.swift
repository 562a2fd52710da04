import Text

/// A kind of code or id, and how it is read in every format: in documents, tables, the register of
/// trusts, forms and pasted cells.
///
/// Codes that look the same must be the same, or one trust would become two and a rule would miss a
/// supplier. So invisible characters are refused and named in the message, or left out of a name.
public enum CodeKind: Sendable {
  /// The code of a trust: ASCII letters and digits.
  case trust
  /// The id of a line, service, fund or group: visible characters and ordinary blanks between them.
  case id
  /// The name or id of a supplier: words that are separated by single blanks after reading, without
  /// invisible characters.
  case supplier

  /// Why a text cannot be read as a code.
  public enum Fault: Error, Hashable, Sendable {
    /// A blank of some kind at its start or end.
    case blankAtEnd
    /// A character that is invisible or looks like another one.
    case hidden(Unicode.Scalar)
    /// A character other than letters and digits in the code of a trust.
    case notATrustCode
    /// The code of a trust that a spreadsheet has converted to a number: `5.00E+01` for `5E1`.
    case spreadsheetNumber
  }

  /// Reads a code; empty if the text is blank.
  public func code(_ text: String) throws(Fault) -> String {
    if CodeKind.isUsual(text) {
      if case .trust = self { try CodeKind.checkTrust(text) }
      return text
    }
    let trimmed = text.trimmed
    if trimmed.isEmpty { return "" }
    if case .supplier = self { return text.plainWords }
    guard trimmed.utf8.count == text.utf8.count else { throw .blankAtEnd }
    try CodeKind.checkVisible(text)
    if case .trust = self { try CodeKind.checkTrust(text) }
    return text
  }

  /// What messages call a code in a field or column with a name.
  public func noun(_ name: String) -> String {
    if case .trust = self { "trust code" } else { name }
  }

  /// Reads a code that was typed or pasted: blanks at its ends are ignored.
  public func typed(_ text: String) throws(Fault) -> String { try code(text.trimmed) }

  /// The codes of a list that is separated by visible blanks, commas or semicolons. A code that
  /// contains one of these is in quotation marks, and a quotation mark in it is doubled.
  public static func listed(_ text: String) -> [String] {
    guard text.utf8.contains(UInt8(ascii: "\"")) else {
      return text.unicodeScalars.split(whereSeparator: isSeparator)
        .map { String(String.UnicodeScalarView($0)) }
    }
    var codes: [String] = []
    var rest = Substring(text).unicodeScalars
    while let start = rest.firstIndex(where: { !isSeparator($0) }) {
      rest = rest[start...]
      if let code = quotedCode(from: &rest) {
        codes.append(code)
      } else {
        let word = rest.prefix { !isSeparator($0) }
        codes.append(String(word))
        rest = rest[word.endIndex...]
      }
    }
    return codes
  }

  /// Takes a code in quotation marks from the start of a text; nil if it does not start with one.
  private static func quotedCode(from rest: inout Substring.UnicodeScalarView) -> String? {
    guard rest.first == "\"" else { return nil }
    var code = String.UnicodeScalarView()
    var index = rest.index(after: rest.startIndex)
    while index < rest.endIndex {
      let next = rest.index(after: index)
      if rest[index] != "\"" {
        code.append(rest[index])
        index = next
      } else if next < rest.endIndex, rest[next] == "\"" {
        code.append("\"")
        index = rest.index(after: next)
      } else {
        guard next == rest.endIndex || isSeparator(rest[next]) else { return nil }
        rest = rest[next...]
        return String(code)
      }
    }
    return nil
  }

  /// Writes a list as `listed` reads it.
  public static func list(_ codes: [String]) -> String {
    codes.map { code in
      code.unicodeScalars.contains(where: isSeparator) || code.hasPrefix("\"")
        ? "\"\(code.replacing("\"", with: "\"\""))\"" : code
    }.joined(separator: ", ")
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar.separatesWords || scalar == "," || scalar == ";"
  }

  /// Whether a text is printable ASCII without blanks at its ends and without double blanks, as
  /// nearly all are.
  private static func isUsual(_ text: String) -> Bool {
    var last = UInt8(ascii: " ")
    for byte in text.utf8 {
      guard (0x20...0x7E).contains(byte), byte != 0x20 || last != 0x20 else { return false }
      last = byte
    }
    return last != 0x20
  }

  private static func checkVisible(_ text: String) throws(Fault) {
    let unseen = text.unicodeScalars.first { $0 != " " && $0.isUnseen }
    if let unseen { throw .hidden(unseen) }
  }

  private static func checkTrust(_ text: String) throws(Fault) {
    let isSound = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        true
      default: false
      }
    }
    if isSound { return }
    let isExponential = text.utf8.contains(UInt8(ascii: "E")) && Double(text) != nil
    throw isExponential ? .spreadsheetNumber : .notATrustCode
  }
}

extension CodeKind.Fault {
  /// The message: what is wrong with a text and what to do; `noun` says what it should be: `fund`.
  public func words(_ noun: String, _ shown: String) -> String {
    switch self {
    case .blankAtEnd: "the \(noun) \(shown) starts or ends with a blank; remove it"
    case .hidden(let scalar) where scalar.separatesWords:
      "the \(noun) \(shown) contains a \(scalar.nameOfHidden); write an ordinary blank, or none"
    case .hidden(let scalar):
      "the \(noun) \(shown) contains an invisible character, \(scalar.nameOfHidden); "
        + "remove it"
    case .notATrustCode: "\(shown) is not a trust code; write letters and digits only"
    case .spreadsheetNumber:
      "\(shown) is not a trust code: a spreadsheet has changed one such as `5E1`; write the "
        + "code, and format its column as text"
    }
  }
}
