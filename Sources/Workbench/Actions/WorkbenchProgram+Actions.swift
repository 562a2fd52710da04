import Procurement

extension WorkbenchProgram {
  /// Performs an action of where the user is.
  mutating func perform(_ action: Action) -> [Effect] {
    guard let entry = keymap.table.entry(action, in: context) else { return [] }
    if let reason = entry.disabledReason(self) ?? reasonWhileTryingOut(action) {
      message = Message(text: reason)
      return []
    }
    if isAboutFocus(action), let reason = refusalOnRemoved() {
      message = Message(text: reason, isError: true, isRefusal: true)
      return []
    }
    // Only what follows at once on an amount that was typed goes on from it.
    if action != .open { typedAmount = nil }
    return entry.handler?(&self) ?? []
  }

  /// Why an action of where the user is does nothing now; nil where it does something.
  func unavailable(_ action: Action) -> String? {
    keymap.table.entry(action, in: context)?.disabledReason(self) ?? reasonWhileTryingOut(action)
  }

  /// Whether an action is about what is focused, which may have come in the place of something else.
  public func isAboutFocus(_ action: Action) -> Bool {
    if keymap.table.entry(action, in: context)?.isAboutFocus == true { return true }
    // Who hears lines read out does not see from where the focus moves.
    let moves: [Action] = [.up, .down, .pageUp, .pageDown, .nextFinding, .previousFinding]
    return settings.isDialogue && moves.contains(action)
      && (context == .plan || context == .records)
  }

  // MARK: Reasons that many actions share

  /// Why nothing can be done with a plan: none is open.
  var noPlan: String? {
    if isPlanOpen { return nil }
    return portfolio != nil
      ? "no plan is open; \(mention(.showPortfolio, in: .browse)) lists those of the portfolio"
      : "no plan is open; \(mention(.showPlans, in: .browse)) lists the plans of the store"
  }

  /// Why the plan cannot be changed.
  var reasonNotToChange: String? { noPlan ?? changeDisabledReason }

  /// Why nothing can be asked of the store.
  var noStore: String? { journal == nil ? "there is no store; `calloff doctor` says why" : nil }

  /// Why nothing can be written to the store.
  var reasonNotToStore: String? { noStore ?? journal?.access.disabledReason }

  /// Why nothing can be done with a line: none is focused.
  var noLine: String? {
    if hasLine { return nil }
    return plan.lines.isEmpty
      ? "the plan has no lines; \(mention(.addService)) adds one"
      : "no line fits the filter; \(mention(.showAll)) shows all"
  }

  /// Why clearing filter and sort does nothing.
  var nothingToClear: String? {
    isListChanged ? nil : "nothing to clear"
  }
}
