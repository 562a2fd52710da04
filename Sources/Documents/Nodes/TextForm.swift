/// The form of text that a file should have, for messages if it has another.
enum TextForm {
  /// A YAML or JSON document.
  case document
  /// A table of comma-separated values.
  case table

  /// The message for a byte that is not allowed in this form of text.
  func reason(against byte: UInt8) -> String {
    switch byte {
    case 0: "this is not text, since it has a zero byte; choose a \(name) file"
    case 0x01..<0x20, 0x7F, 0xC2: "control characters are not allowed; \(remedy)"
    default: "this is not UTF-8 text; save the file as UTF-8"
    }
  }

  private var name: String {
    switch self {
    case .document: "YAML or JSON"
    case .table: "CSV"
    }
  }

  private var remedy: String {
    switch self {
    case .document: "write it as an escape in double quotes"
    case .table: "remove it"
    }
  }
}
