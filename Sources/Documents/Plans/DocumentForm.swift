/// The forms in which a plan document is written.
public enum DocumentForm: Hashable, Sendable {
  case yaml, json

  /// The form by the extension of a file's name; nil if the extension is another.
  public init?(fileName name: String) {
    if name.lowercased().hasSuffix(".json") {
      self = .json
    } else if name.lowercased().hasSuffix(".yaml") || name.lowercased().hasSuffix(".yml") {
      self = .yaml
    } else {
      return nil
    }
  }

  /// The form of a document: JSON if it is valid JSON, otherwise YAML.
  public init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBufferPointer { isJSON(withoutByteOrderMark($0)) } ? .json : .yaml
  }

  /// The form in which an existing document is replaced: JSON stays JSON.
  public init(replacing bytes: [UInt8], named name: String) {
    self = DocumentForm(fileName: name) == .json ? .json : DocumentForm(of: bytes)
  }
}

/// Whether a text is JSON.
func isJSON(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  guard beginsLikeJSON(text) else { return false }
  var reader = JSONReader(text, limits: .standard)
  switch reader.document() {
  case .node, .refused: return true
  case .malformed: return false
  }
}
