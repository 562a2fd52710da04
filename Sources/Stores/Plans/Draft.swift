/// A text that is being typed into a field of a plan and not confirmed yet.
public struct Draft: Hashable, Sendable {
  /// What the field belongs to.
  public enum Subject: Hashable, Sendable {
    /// The line, fund or group of an id.
    case line(String)
    case fund(String)
    case group(String)
    /// The plan itself.
    case plan
  }

  /// What the field belongs to.
  public var subject: Subject
  /// The field's name, which stays the same however screens label it: `notes`, `capital 2004-05`.
  public var field: String
  /// What is typed.
  public var text: String

  /// A text that is being typed.
  public init(_ subject: Subject, field: String, text: String) {
    self.subject = subject
    self.field = field
    self.text = text
  }
}
