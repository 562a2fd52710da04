public import Interaction

/// An action in some contexts, with everything about it: what it is called, its keys, what it
/// does, and why it does nothing now.
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
  public private(set) var hint: String?
  /// Whether it is about the focused line or record.
  private(set) var isAboutFocus = false
  /// Why it does nothing now; nil where it does something.
  private(set) var disabledReason: @Sendable (WorkbenchProgram) -> String? = { _ in nil }
  /// What it does, and what it asks of the world; a test sees that every action has one.
  private(set) var handler: (@Sendable (inout WorkbenchProgram) -> [Effect])?

  init(_ action: Action, _ title: String, _ keys: [Key], in contexts: [Context]) {
    self.action = action
    self.title = title
    self.keys = keys
    self.contexts = contexts
  }

  /// The same with a word for the hints.
  func hinted(_ hint: String) -> ActionEntry { changed { $0.hint = hint } }

  /// The same, which is about the focused line or record.
  func aboutFocus() -> ActionEntry { changed { $0.isAboutFocus = true } }

  /// The same, which does nothing where there is a reason.
  func unless(_ reason: @escaping @Sendable (WorkbenchProgram) -> String?) -> ActionEntry {
    changed { $0.disabledReason = reason }
  }

  /// The same, which changes the program.
  func does(_ change: @escaping @Sendable (inout WorkbenchProgram) -> Void) -> ActionEntry {
    asks { program in
      change(&program)
      return []
    }
  }

  /// The same, which changes the program and asks something of the world.
  func asks(_ handler: @escaping @Sendable (inout WorkbenchProgram) -> [Effect]) -> ActionEntry {
    changed { $0.handler = handler }
  }

  private func changed(_ change: (inout ActionEntry) -> Void) -> ActionEntry {
    var entry = self
    change(&entry)
    return entry
  }
}
