import Interaction
import Procurement
import Text
import Validation

extension WorkbenchProgram {
  mutating func press(_ key: Key) -> [Effect] {
    if let pane = panes.top, let effects = pane.press(key, in: &self) { return effects }
    if startAmount(key) || leaveAmount(by: key) { return [] }
    if let action = keymap.action(for: key, in: context) {
      return perform(action)
    }
    if type(key) { return [] }
    // Over a slow line Esc and the next key arrive together and look like Alt.
    if case .alt(let character) = key {
      return press(.escape) + press(.character(character))
    }
    if !context.takesText { message = doesNothing(key) }
    return []
  }

  /// Takes a key as text; false where it is none here.
  private mutating func type(_ key: Key) -> Bool {
    let pane = panes.top
    return pane?.type(key, in: &self) ?? false
  }

  /// Whether the screen is large enough to show what keys do; without a screen it is heard.
  var isSeen: Bool { settings.isDialogue || !layout.isTooSmall }

  /// Whether a key works on a screen that is too small to show what it does.
  func worksUnseen(_ key: Key) -> Bool {
    let action = keymap.action(for: key, in: context)
    return action == .quit || action == .suspend || action == .redraw
  }

  /// Says where a part of a text was left out.
  mutating func sayIfFull(_ input: TextInput) {
    guard input.isOverfull else { return }
    message = Message(text: "no more fits here: at most \(counted(input.limit, "character"))")
  }

  /// A digit on an amount of a line or a fund starts a new one, as in a spreadsheet; no other cell
  /// of a line takes one.
  private mutating func startAmount(_ key: Key) -> Bool {
    guard panes.isEmpty, let start = key.amountStart else { return false }
    if refusalAtEnd() { return true }
    if startCell(with: String(start)) { return true }
    guard case .available = focusedProperty else { return false }
    if canChange() { openProperty(startingWith: String(start)) }
    return true
  }

  /// `Tab` on an amount goes to the next one, as it does while an amount is typed; false where no
  /// amount is focused, so that it shows the next screen.
  private mutating func leaveAmount(by key: Key) -> Bool {
    guard panes.isEmpty else { return false }
    switch key {
    case .tab: return moveAmount(by: 1)
    case .backTab: return moveAmount(by: -1)
    default: return false
    }
  }

  /// Whether what is focused can be changed now; where it cannot, why is said.
  mutating func canChange() -> Bool {
    message =
      changeDisabledReason.map { Message(text: $0) }
      ?? refusalOnRemoved().map { Message(text: $0, isError: true, isRefusal: true) }
    return message == nil
  }

  private func doesNothing(_ key: Key) -> Message {
    let hint = panes.top?.keyHint(in: self) ?? "\(mention(.help)) shows the keys"
    return Message(text: "`\(key.name)` does nothing here; \(hint)")
  }

  /// The key of an action where the user is, as messages name it.
  ///
  /// Where the user enters commands it is the command. An action without a key where the user is
  /// goes by its key among the plan's lines.
  func mention(_ action: Action, in other: Context? = nil) -> String {
    if settings.isDialogue { return "`\(action.rawValue)`" }
    let context = other ?? context
    let hasKey = keymap.entries(in: context).contains { $0.action == action }
    return keymap.mention(action, in: hasKey ? context : .plan)
  }
}
