import PlanGenerators

/// Words that may be spelled in several ways.
extension Oracle {
  static func isBlank(_ text: String?) -> Bool {
    (text ?? "").allSatisfy(\.isWhitespace)
  }

  /// A text for comparison: in lower case, one blank between words and none at the ends.
  static func plain(_ text: String?) -> String {
    (text ?? "").lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The LSP with that id, name or alias; nil if there is none.
  static func lsp(_ text: String?) -> String? {
    NPfIT.lsps.first { lsp in
      (NPfIT.names[lsp] ?? []).contains { plain($0) == plain(text) }
    }
  }

  /// A trust code for comparison.
  static func trustCode(_ code: String) -> String { plain(code) }
}
