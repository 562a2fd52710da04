/// What form of text a file should hold, for what is said where it holds something else.
enum TextForm {
  /// A YAML or JSON document.
  case document
  /// A table of comma-separated values.
  case table

  /// What is said of a byte that makes the file no text of this form.
  func reason(against byte: UInt8) -> String {
    switch byte {
    case 0: "this is not text: it has a zero byte; name a \(name) file"
    case 0x01..<0x20, 0x7F, 0xC2: "a control character cannot stand here; \(remedy)"
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
    case .table: "take it out"
    }
  }
}
