/// Where a user is: what keys mean depends on it. Each screen and pane adds its own.
public struct Context: Hashable, Sendable, CaseIterable {
  /// Its name, as users' key bindings have it.
  public let rawValue: String
  /// The context in a phrase.
  public let title: String
  /// Whether a printable key is text, so that none can ask for an action.
  public let takesText: Bool

  /// The keys that type into what is focused where they can, whatever else they are for.
  public let typing: TypingKeys?

  init(
    _ rawValue: String, _ title: String, takesText: Bool = false, typing: TypingKeys? = nil
  ) {
    self.rawValue = rawValue
    self.title = title
    self.takesText = takesText
    self.typing = typing
  }

  /// The context of a name; nil where there is none.
  public init?(rawValue: String) {
    guard let context = Context.allCases.first(where: { $0.rawValue == rawValue }) else {
      return nil
    }
    self = context
  }

  /// All contexts: those of screens in the order of their keys, then those of panes.
  public static var allCases: [Context] { ActionTable.standard.contexts }
}

/// Keys that begin to type into what is focused. Help and the pages on keys list them from here.
public struct TypingKeys: Hashable, Sendable {
  /// The keys, as lists show them.
  public let keys: String
  /// What they do, in a phrase.
  public let title: String

  /// Digits on a line's amounts.
  static let digits = TypingKeys(
    keys: "0-9 . £ = + -", title: "on an amount, type or compute another")
  /// Digits on amounts in a list, where they are the keys of screens too.
  static let digitsOrScreens = TypingKeys(
    keys: "0-9 . £ = + -",
    title: "on an amount, type one, Tab goes on; elsewhere show a screen")
}
