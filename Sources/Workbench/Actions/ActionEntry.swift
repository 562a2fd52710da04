public import Interaction

/// An action with all that is said about it in one place.
public struct ActionEntry: Sendable {
  /// The action.
  public let action: Action
  /// What it does, in a phrase.
  public let title: String
  /// The keys that ask for it, the one to show first.
  public let keys: [Key]
  /// Where it can be asked for.
  public let contexts: [Context]
  /// One word for the hints at the bottom; nil where it is not hinted at.
  public let hint: String?

  init(
    _ action: Action, _ title: String, _ keys: [Key], in contexts: [Context], hint: String? = nil
  ) {
    self.action = action
    self.title = title
    self.keys = keys
    self.contexts = contexts
    self.hint = hint
  }
}
