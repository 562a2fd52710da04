/// What a file holds that must not be lost by mistake.
enum FileContent: Hashable {
  case plan, store, other

  /// How many bytes of its beginning tell it.
  static let needed = 4_096

  /// The content of a file that begins with these bytes.
  init(beginning bytes: [UInt8]) {
    let text = "\n" + String(decoding: bytes.prefix(FileContent.needed), as: UTF8.self)
    if bytes.starts(with: Array("SQLite format 3\0".utf8)) {
      self = .store
    } else if text.contains("\ncalloff:") || text.contains("\"calloff\":") {
      self = .plan
    } else {
      self = .other
    }
  }

  /// Throws if a file with this content may not be replaced by one with another.
  func check(isReplacedBy new: FileContent) throws(FileError) {
    if self == .store || self == .plan && new != .plan { throw .otherContent }
    if self == .other && new == .plan { throw .notReplaceable }
  }
}
