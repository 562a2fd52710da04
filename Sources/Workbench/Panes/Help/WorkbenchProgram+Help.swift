import Procurement
import Text

/// Lists of actions, and doing what was found in them.
extension WorkbenchProgram {
  /// Opens a list of actions; what they are about stays on the screen.
  mutating func show(_ list: ActionList) {
    panes.push(list)
    reveal()
  }

  /// Does what was chosen from a list of actions, where it can be done.
  mutating func accept(_ list: ActionList) -> [Effect] {
    guard let item = list.focused else {
      message = Message(text: refusal(of: list))
      return []
    }
    guard let action = item.action, item.unavailableReason == nil else {
      message = Message(text: item.unavailableReason ?? "\(item.keys): \(item.title)")
      return []
    }
    panes.pop()
    return perform(action)
  }

  /// Why nothing of a list of actions is done: what was typed only resembles some of them, or none.
  private func refusal(of list: ActionList) -> String {
    let none = "no action `\(list.filtered.text.trimmed)`"
    let near = list.filtered.shown.prefix(3).map { "`\(list.items[$0].name)`" }
    return near.isEmpty
      ? "\(none); Backspace deletes what was typed"
      : "\(none); nearest: \(near.joined(separator: ", ")); \(mention(.down)) selects"
  }
}
