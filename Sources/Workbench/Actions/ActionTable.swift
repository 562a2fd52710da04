import Interaction

/// All that can be done where, and with which keys unless the user chose others.
///
/// Each screen and pane declares its own actions; the table adds those that many of them share.
public struct ActionTable: Sendable {
  /// The table of the workbench's own screens.
  public static let standard = ActionTable(screens: Screens.standard)

  /// The screens, in the order of their keys.
  let screens: [any Screen]
  /// All contexts: those of screens, then those of panes.
  public let contexts: [Context]
  private let entries: [Context: [ActionEntry]]

  /// The table for some screens and all panes.
  init(screens: [any Screen]) {
    self.screens = screens
    var seen: Set<Context> = []
    // Screens of one context share their actions.
    let distinct = screens.filter { seen.insert($0.context).inserted }
    let lists = distinct.map(\.context)
    contexts = lists + PaneStack.contexts
    let all =
      distinct.flatMap(\.actions) + PaneStack.kinds.flatMap { $0.actions }
      + ActionTable.moving(in: lists)
      + ActionTable.changing(in: lists) + screens.compactMap { $0.showing(in: lists) }
      + [ScenariosScreen.showing(in: lists)] + ActionTable.general(in: contexts, lists)
    entries = Dictionary(
      uniqueKeysWithValues: contexts.map { context in
        let own = all.filter { $0.contexts.contains(context) }
        return (context, Action.allCases.flatMap { action in own.filter { $0.action == action } })
      })
  }

  /// The entries of a context, in the order in which help lists them.
  public func entries(in context: Context) -> [ActionEntry] { entries[context] ?? [] }

  /// The entries of a context of the workbench's own screens.
  public static func entries(in context: Context) -> [ActionEntry] {
    standard.entries(in: context)
  }

  /// An action in a context; nil where it is not there.
  func entry(_ action: Action, in context: Context) -> ActionEntry? {
    entries(in: context).first { $0.action == action }
  }
}

extension Screen {
  /// The action that shows the screen, in all lists.
  fileprivate func showing(in lists: [Context]) -> ActionEntry? {
    shortcut.map { shortcut in
      ActionEntry(shortcut.action, shortcut.title, [shortcut.key], in: lists)
        .unless { unavailable(in: $0) }
        .asks { $0.show(self) }
    }
  }
}
