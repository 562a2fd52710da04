import Procurement

extension WorkbenchProgram {
  /// Performs an action in the present context.
  mutating func perform(_ action: Action) -> [Effect] {
    if let reason = unavailable(action) {
      message = Message(text: reason)
      return []
    }
    if isAboutFocus(action), let reason = refusalOnRemoved() {
      message = Message(text: reason, isError: true, isRefusal: true)
      return []
    }
    switch action {
    case .right where context == .portfolio: return open()
    case .up, .down, .left, .right, .pageUp, .pageDown, .first, .last, .nextLine, .previousLine,
      .nextField, .previousField:
      if context == .field { return leaveField(action) }
      move(action)
    case .open: return open()
    case .close where isLoading: return cancelLoading()
    case .close: close()
    case .accept: return accept()
    case .toggle: toggle()
    case .undo: undo()
    case .redo: redo()
    case .write: return write()
    case .quit: return quit()
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .addService, .removeLine, .duplicateLine, .moveLineUp, .moveLineDown, .mark, .markAll,
      .changeMarked, .addRecord, .removeRecord:
      change(action)
    case .fix, .explain, .compareRoutes, .nextFinding, .previousFinding, .waive: judge(action)
    case .filter, .sort, .showAll, .copy, .help, .palette, .theme: return list(action)
    case .showPlan, .showBrowse, .showFindings, .showFunding, .showGroups, .showTrust, .nextScreen,
      .showHistory, .showPortfolio, .showPlans:
      return go(action)
    case .openPortfolio: return load(.store)
    case .addPlan: return addPlan()
    case .nameVersion: nameVersion()
    case .restore: restore()
    case .freeze: freeze()
    case .takeMine: decide(.mine)
    case .takeTheirs: decide(.theirs)
    case .switchPlace: switchPlace()
    }
    return []
  }

  private mutating func change(_ action: Action) {
    switch action {
    case .addService where context == .browse: addFocusedService()
    case .addService: addLine()
    case .removeLine: removeLine()
    case .duplicateLine: duplicateLine()
    case .moveLineUp: moveLine(by: -1)
    case .moveLineDown: moveLine(by: 1)
    case .mark: toggleMark()
    case .markAll: lines.toggleMarks(of: plan.lines.count)
    case .changeMarked: changeMarked()
    case .addRecord: addRecord()
    case .removeRecord: removeRecord()
    default: break
    }
  }

  private mutating func judge(_ action: Action) {
    switch action {
    case .fix: showFixes()
    case .explain: explain()
    case .compareRoutes: compareRoutes()
    case .nextFinding: moveToFinding(forward: true)
    case .previousFinding: moveToFinding(forward: false)
    case .waive: showWaivers()
    default: break
    }
  }

  private mutating func list(_ action: Action) -> [Effect] {
    switch action {
    case .filter: openFilter()
    case .sort where context == .portfolio: offerNodeOrders()
    case .sort: offerOrders()
    case .showAll: showAll()
    case .copy: offerCopies()
    case .help: show(ActionList(here: self))
    case .palette: show(ActionList(everywhere: self))
    case .theme: offerThemes()
    default: break
    }
    return []
  }
}
