import Interaction

/// Why a choice of keys cannot be.
public struct KeymapFault: Hashable, Sendable {
  /// Where it is: a remapping, and a key of it unless the whole remapping is wrong.
  public struct Origin: Hashable, Sendable {
    /// The place of the remapping among those that were given.
    public let remapping: Int
    /// The place of the key among its keys; nil where the fault is not about a single key.
    public let key: Int?
  }

  enum Cause: Hashable, Sendable {
    case actionNotThere(Action, Context)
    case keyTaken(Key, by: Action, for: Action, Context)
    case keysNeeded(Action, Context)
    case keyIsText(Key, Context)
    case keyAnswers(Key)
  }

  /// Where it is.
  public let origin: Origin
  let cause: Cause

  /// What is wrong, with what to do about it.
  public var message: String {
    switch cause {
    case .actionNotThere(let action, let context):
      "`\(action.rawValue)` is not an action of `\(context.rawValue)`; "
        + "`calloff keys` lists those that are"
    case .keyTaken(let key, let other, let action, let context):
      "`\(key.name)` is for `\(other.rawValue)` and for `\(action.rawValue)` in "
        + "`\(context.rawValue)`; give one of them another key"
    case .keysNeeded(let action, let context):
      "`\(action.rawValue)` cannot be without a key in `\(context.rawValue)`; give it at least one"
    case .keyIsText(let key, let context):
      "`\(key.name)` is text in `\(context.rawValue)`; choose a key that prints nothing, such as "
        + "`Ctrl-g`"
    case .keyAnswers(let key):
      "`\(key.name)` answers questions; choose another key"
    }
  }
}

/// Everything that is wrong with a choice of keys.
public struct KeymapRefusal: Error, Hashable, Sendable {
  /// The faults, in the order of the contexts.
  public let faults: [KeymapFault]
}
