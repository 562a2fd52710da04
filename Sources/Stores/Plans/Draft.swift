/// A text that is being typed into a field and not yet taken.
public struct Draft: Hashable, Sendable {
  /// The id of the line whose field it is; nil for what a plan says outside its lines.
  public var line: String?
  /// The field: `notes`, `2004-05 capital`, `capital-fund name`.
  public var field: String
  /// What is typed.
  public var text: String

  /// A text that is being typed.
  public init(line: String?, field: String, text: String) {
    self.line = line
    self.field = field
    self.text = text
  }
}
