public import Interaction

/// Other keys for an action, as the user chose them.
public struct Remapping: Hashable, Sendable {
  /// Where the keys are for the action; nil for all contexts of the action.
  public var context: Context?
  /// The action.
  public var action: Action
  /// All its keys there, the one to show first; none takes the action its keys.
  public var keys: [Key]

  /// Keys for an action in a context, or in all its contexts.
  public init(in context: Context?, _ action: Action, _ keys: [Key]) {
    self.context = context
    self.action = action
    self.keys = keys
  }
}
