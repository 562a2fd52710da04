import Mustache

/// The templates of papers, and how texts are escaped in them.
struct PaperTemplates: Sendable {
  private let library: MustacheLibrary

  private init(_ templates: [(name: String, bytes: [UInt8])]) {
    MustacheContentTypes.register(HTMLContent(), named: "PAPER-HTML")
    MustacheContentTypes.register(MarkdownContent(), named: "PAPER-MARKDOWN")
    var library = MustacheLibrary()
    for (name, bytes) in templates {
      // The templates are part of the program, and tests render all of them.
      try? library.register(String(decoding: bytes, as: UTF8.self), named: name)
    }
    self.library = library
  }

  /// Those of HTML.
  static let html = PaperTemplates([
    ("paper", PackageResources.html_mustache), ("block", PackageResources.html_block_mustache),
  ])
  /// Those of Markdown.
  static let markdown = PaperTemplates([
    ("paper", PackageResources.markdown_mustache),
    ("block", PackageResources.markdown_block_mustache),
  ])

  /// A paper by its values.
  func paper(_ values: [String: Any]) -> String {
    library.render(values, withTemplate: "paper") ?? ""
  }
}

private struct HTMLContent: MustacheContentType {
  func escapeText(_ text: String) -> String { HTMLText.escaped(text) }
}

private struct MarkdownContent: MustacheContentType {
  func escapeText(_ text: String) -> String { MarkdownText.escaped(text) }
}
