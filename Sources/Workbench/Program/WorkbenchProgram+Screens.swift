/// Going from screen to screen.
extension WorkbenchProgram {
  /// Goes to the screen that an action shows, or to the next one.
  mutating func go(_ action: Action) -> [Effect] {
    if let screen = screens.all.first(where: { $0.showAction == action }) { return show(screen) }
    let screens = screens.all.filter { $0.isAvailable(in: self) }
    let place = screens.firstIndex { $0.name == screen } ?? 0
    return show(screens[(place + 1) % screens.count])
  }

  private mutating func show(_ screen: any Screen) -> [Effect] {
    if !screen.showsPast { leavePast() }
    let previous = self.screen
    self.screen = screen.name
    panes = []
    let effects = screen.enter(from: previous, in: &self)
    reveal()
    return effects
  }
}
