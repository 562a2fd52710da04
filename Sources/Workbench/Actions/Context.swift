/// Where a user is: what keys mean depends on it. Each screen and pane adds its own.
public struct Context: Hashable, Sendable, CaseIterable {
  /// Its name, as users' key bindings have it.
  public let rawValue: String
  /// The context in a phrase.
  public let title: String
  /// Whether a printable key is text, so that none can ask for an action.
  public let takesText: Bool

  init(_ rawValue: String, _ title: String, takesText: Bool = false) {
    self.rawValue = rawValue
    self.title = title
    self.takesText = takesText
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
