public import Interaction

/// Other keys for an action, as somebody chose them.
public struct Remapping: Hashable, Sendable {
  /// Where the keys are for the action; nil for wherever the action is.
  public var context: Context?
  /// The action.
  public var action: Action
  /// All its keys there, the one to show first; none takes the action its keys.
  public var keys: [Key]

  /// Keys for an action in a context, or wherever the action is.
  public init(in context: Context?, _ action: Action, _ keys: [Key]) {
    self.context = context
    self.action = action
    self.keys = keys
  }
}
