/// Going from screen to screen.
extension WorkbenchProgram {
  /// Goes to the screen that an action asks for.
  mutating func go(_ action: Action) -> [Effect] {
    switch action {
    case .showPlan: show(.plan)
    case .showBrowse: show(.browse)
    case .showFindings: show(.findings)
    case .showFunding: show(.funding)
    case .showGroups: show(.groups)
    case .showTrust: show(.trust)
    case .showHistory:
      leavePast()
      show(.history)
    case .showPortfolio:
      leavePast()
      show(.portfolio)
    case .showPlans:
      leavePast()
      show(.plans)
    default:
      let screens = screens
      show(screens[((screens.firstIndex(of: screen) ?? 0) + 1) % screens.count])
    }
    switch screen {
    case .history:
      past.asked = nil
      return catchUp()
    case .plans: return [.store(.list)]
    default: return []
    }
  }

  /// The screens that there are: without a store there is no past, and no other plan.
  private var screens: [Screen] {
    Screen.allCases.filter { screen in
      switch screen {
      case .browse: true
      case .history: isPlanOpen && journal != nil
      case .plans: journal != nil
      case .portfolio: portfolio != nil
      case .plan, .findings, .funding, .groups, .trust: isPlanOpen
      }
    }
  }

  private mutating func show(_ screen: Screen) {
    if screen != self.screen { records = ListFocus() }
    self.screen = screen
    panes = []
    reveal()
  }
}
