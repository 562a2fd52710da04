/// Going from screen to screen.
extension WorkbenchProgram {
  /// Goes to the next screen.
  mutating func showNextScreen() -> [Effect] {
    let screens = screens.all.filter { $0.isInTurn(in: self) }
    let place = screens.firstIndex { $0.name == screen } ?? 0
    return show(screens[(place + 1) % screens.count])
  }

  /// Goes to a screen.
  mutating func show(_ screen: any Screen) -> [Effect] {
    if !screen.showsPast { leavePast() }
    let previous = self.screen
    // A screen that is one of the row of screens is gone to; another one is a part of where it was
    // asked for.
    let isPart = screen.shortcut == nil && screen.name != previous
    if isPart { leavePlace() } else if screen.shortcut != nil { trail = [] }
    self.screen = screen.name
    panes = PaneStack()
    let effects = screen.enter(from: previous, in: &self)
    if isPart { noteArrival() }
    reveal()
    return effects
  }
}
