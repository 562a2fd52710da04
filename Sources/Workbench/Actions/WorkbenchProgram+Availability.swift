import Procurement

extension WorkbenchProgram {
  /// Why an action does nothing now; nil where it does something.
  func unavailable(_ action: Action) -> String? {
    if let hindrance = unavailableAtStore(action) { return hindrance }
    return switch action {
    case .undo where !history.canUndo: "nothing to undo"
    case .redo where !history.canRedo: "nothing to redo"
    case .addRecord where propertyScreen?.newRecord(in: self) == nil:
      "nothing is added here; \(mention(.open)) changes the field"
    case .showAll where !isListChanged: "all rows are shown in the plan's order already"
    case .switchPlace where !hasLine: "no line is focused; the rows go to the end of the plan"
    case .theme where equipment.themes.isEmpty: "there is no screen that could look otherwise"
    case .copy: equipment.copyHindrance
    case .up, .down, .nextField, .previousField: unavailableInField
    default: unavailableOnLine(action) ?? unavailableInProgramme(action)
    }
  }

  /// Why an action on the store, or on a plan that may not be changed, does nothing now.
  private func unavailableAtStore(_ action: Action) -> String? {
    switch action {
    case .showHistory, .showPlans, .nameVersion, .freeze, .addPlan, .openPortfolio:
      if journal == nil { return "there is no store; `calloff doctor` says why" }
      if action == .freeze || action == .nameVersion || action == .addPlan {
        if let hindrance = journal?.access.hindrance { return hindrance }
      }
      if action == .addPlan, let leavingHindrance { return leavingHindrance }
      if action == .freeze, isLookingBack { return changeHindrance }
      return [.showPlans, .addPlan, .openPortfolio].contains(action) ? nil : noPlan
    case .restore:
      if !isLookingBack { return "this is the plan as it is; look back first, in what was done" }
      return journal?.access.hindrance
    case .showPlan, .showFindings, .showFunding, .showGroups, .showTrust, .write: return noPlan
    case .addService, .removeLine, .duplicateLine, .moveLineUp, .moveLineDown, .changeMarked,
      .addRecord, .removeRecord, .undo, .redo, .waive:
      return noPlan ?? changeHindrance
    case .open where context == .history && past.entry == nil: return "there is no step to look at"
    case .open where context == .portfolio, .right where context == .portfolio,
      .sort where context == .portfolio, .filter where context == .portfolio:
      return noPart(action)
    case .open where context == .plans && directory.entry == nil:
      return "there is no plan; \(mention(.addPlan)) starts one"
    case .open where context == .form || context == .records: return changeHindrance
    case .open where context == .browse: return noPlan ?? changeHindrance
    default: return nil
    }
  }

  private var noPlan: String? {
    if isPlanOpen { return nil }
    return portfolio != nil
      ? "no plan is open; \(mention(.showPortfolio, in: .browse)) lists those of the portfolio"
      : "no plan is open; \(mention(.showPlans, in: .browse)) lists the plans of the store"
  }

  /// Why there is nothing to open, choose or sort in a portfolio.
  private func noPart(_ action: Action) -> String? {
    guard let portfolio else { return "there is no portfolio; `calloff FOLDER` opens one" }
    guard action == .open || action == .right, portfolio.focused == nil else { return nil }
    return portfolio.filter == nil
      ? "there is no plan" : "no part fits the filter; \(mention(.showAll)) shows all"
  }

  /// Why an action on lines does nothing now.
  private func unavailableOnLine(_ action: Action) -> String? {
    switch action {
    case .removeLine, .duplicateLine, .waive, .mark, .compareRoutes, .moveLineUp, .moveLineDown:
      noLine ?? unavailableMove(action)
    case .fix where context != .findings, .open where context == .plan,
      .right where context == .plan, .markAll:
      noLine
    case .changeMarked where lines.markedCount == 0:
      "no line is marked; \(mention(.mark)) marks one"
    default: nil
    }
  }

  private var noLine: String? {
    if hasLine { return nil }
    return plan.lines.isEmpty
      ? "the plan has no lines; \(mention(.addService)) adds one"
      : "no line fits the filter; \(mention(.showAll)) shows all"
  }

  /// Why there is no field beside the one that is typed into.
  private var unavailableInField: String? {
    guard case .field(let editor) = panes.last, editor.prompt != nil else { return nil }
    return "there is no other field; \(mention(.accept)) accepts what is typed"
  }

  private func unavailableMove(_ action: Action) -> String? {
    switch action {
    case .moveLineUp where lines.order != nil, .moveLineDown where lines.order != nil:
      "the rows are sorted; \(mention(.showAll)) shows them in the plan's order"
    case .moveLineUp where lines.focus.index == 0: "the line is the first"
    case .moveLineDown where lines.focus.index + 1 >= rowCount: "the line is the last"
    default: nil
    }
  }

  private func unavailableInProgramme(_ action: Action) -> String? {
    guard context == .browse else { return nil }
    return switch action {
    case .open where catalogue.cluster == nil:
      "only a cluster can be taken here; \(mention(.addService)) adds a service to the plan"
    case .addService where catalogue.service == nil:
      "this is no service; move to one and press \(mention(.addService)) again"
    default: nil
    }
  }
}
