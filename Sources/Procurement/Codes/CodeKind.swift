import Text

/// A kind of word by which something is identified, and how such words are read in every format: in
/// documents, tables, the register of trusts, forms and pasted cells.
///
/// Two words that look the same must be the same, or one trust becomes two and a rule misses its
/// supplier. So what cannot be seen is refused and shown in the message, or left out of a name.
public enum CodeKind: Sendable {
  /// The code of a trust: letters and digits of ASCII.
  case trust
  /// The id of a line, service, fund or group: anything that can be seen, with ordinary blanks within.
  case id
  /// The name or id of a supplier: words with one ordinary blank between them, whatever was written,
  /// and without what cannot be seen.
  case supplier

  /// Why a text cannot be read as a code.
  public enum Fault: Error, Hashable, Sendable {
    /// A blank of some kind at its beginning or end.
    case blankAtEnd
    /// A character within that cannot be told from another or from nothing.
    case hidden(Unicode.Scalar)
    /// Something else than letters and digits in the code of a trust.
    case notATrustCode
    /// The code of a trust that a spreadsheet took for a number: `5.00E+01` for `5E1`.
    case spreadsheetNumber
  }

  /// The code that a text is; empty where it is nothing but blanks.
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

  /// What a code is called in messages where a field or column of that name holds it.
  public func noun(_ name: String) -> String {
    if case .trust = self { "trust code" } else { name }
  }

  /// The code that a text typed or pasted is: blanks at its ends are left out.
  public func typed(_ text: String) throws(Fault) -> String { try code(text.trimmed) }

  /// The codes of a list, between blanks that can be seen, commas or semicolons. A code that has one of
  /// these in it is in quotation marks, and a quotation mark in it is doubled.
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

  /// Takes a code in quotation marks from the beginning of a text; nil where there is none.
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

  /// A list as `listed` reads it.
  public static func list(_ codes: [String]) -> String {
    codes.map { code in
      code.unicodeScalars.contains(where: isSeparator) || code.hasPrefix("\"")
        ? "\"\(code.replacing("\"", with: "\"\""))\"" : code
    }.joined(separator: ", ")
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar.separatesWords || scalar == "," || scalar == ";"
  }

  /// Whether a text is printable ASCII without blanks at its ends and without two that follow each
  /// other, as nearly all are.
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
  /// What is wrong with a text and what to do about it; `noun` says what it should be: `fund`.
  public func words(_ noun: String, _ shown: String) -> String {
    switch self {
    case .blankAtEnd: "the \(noun) \(shown) begins or ends with a blank; remove it"
    case .hidden(let scalar) where scalar.separatesWords:
      "the \(noun) \(shown) has a \(scalar.nameOfHidden) in it; write an ordinary blank, or none"
    case .hidden(let scalar):
      "the \(noun) \(shown) has a character that cannot be seen in it, \(scalar.nameOfHidden); "
        + "remove it"
    case .notATrustCode: "\(shown) is not a trust code; write letters and digits only"
    case .spreadsheetNumber:
      "\(shown) is not a trust code but what a spreadsheet made of one, such as `5E1`; write the "
        + "code, and format its column as text"
    }
  }
}
