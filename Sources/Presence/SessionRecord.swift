import Text

/// What a session writes about itself in its file.
///
/// A record always has the same length, begins with the length and a hash of its content, and is
/// written in one piece. So a reader detects a half-written record and reads it again. Text that
/// other sessions wrote is bounded, without control characters.
struct SessionRecord: Equatable {
  /// The bytes of every record.
  static let size = 1024
  private static let greeting = "calloff-session 1"
  private static let headerSize = 64

  let session: String
  let name: String
  let host: String
  var plan: Int?
  var line: String?
  /// A number that goes up whenever the session has changed the store.
  var bell = 0

  init(session: String, name: String, host: String) {
    self.session = session
    self.name = SessionRecord.cleaned(name, limit: 64)
    self.host = SessionRecord.cleaned(host, limit: 255)
  }

  /// The record as bytes, without the line if its id is too long.
  var bytes: [UInt8] {
    var text = "session \(session)\nname \(name)\nhost \(host)\nbell \(bell)\n"
    if let plan { text += "plan \(plan)\n" }
    if let line, SessionRecord.isLine(line) { text += "line \(line)\n" }
    let body = Array(text.utf8)
    let header = "\(SessionRecord.greeting) \(body.count) \(FNV.hash(body))"
    let pad = String(repeating: " ", count: SessionRecord.headerSize - 1 - header.utf8.count)
    let bytes = Array("\(header)\(pad)\n".utf8) + body
    return bytes + Array(repeating: UInt8(ascii: "\n"), count: SessionRecord.size - bytes.count)
  }

  /// Reads a record; nil if it is half written, of a later version or not a record.
  init?(bytes: [UInt8]) {
    guard bytes.count == SessionRecord.size else { return nil }
    let words = String(decoding: bytes[..<SessionRecord.headerSize], as: UTF8.self)
      .split { $0 == " " || $0 == "\n" }
    guard words.count == 4, words[0...1].joined(separator: " ") == SessionRecord.greeting,
      let count = Int(words[2]), let hash = UInt64(words[3]),
      (0...SessionRecord.size - SessionRecord.headerSize).contains(count)
    else { return nil }
    let body = bytes[SessionRecord.headerSize..<SessionRecord.headerSize + count]
    guard FNV.hash(body) == hash else { return nil }
    self.init(body: String(decoding: body, as: UTF8.self))
  }

  private init?(body: String) {
    var values: [Substring: String] = [:]
    for line in body.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { values[parts[0]] = String(parts[1]) }
    }
    guard let session = values["session"], let name = values["name"], let host = values["host"]
    else { return nil }
    self.init(session: session, name: name, host: host)
    bell = values["bell"].flatMap { Int($0) } ?? 0
    plan = values["plan"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    line = values["line"].flatMap { SessionRecord.isLine($0) ? $0 : nil }
  }

  /// Whether the id of a line fits into a record, and is one line of text.
  private static func isLine(_ line: String) -> Bool {
    !line.isEmpty && line.utf8.count <= 300 && line.unicodeScalars.allSatisfy { !isControl($0) }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// The text in at most `limit` bytes, with a space for each control character.
  private static func cleaned(_ text: String, limit: Int) -> String {
    var cleaned = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      count += UTF8.width(scalar)
      guard count <= limit else { break }
      cleaned.append(isControl(scalar) ? " " : scalar)
    }
    return String(cleaned)
  }
}
