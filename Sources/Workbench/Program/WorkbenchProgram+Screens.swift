/// Going from screen to screen.
extension WorkbenchProgram {
  /// Goes to the screen that is so many after this one, in the order of the bar.
  mutating func showScreen(_ distance: Int) -> [Effect] {
    let name = screens.shown.nameInBar
    let inTurn = screens.all.filter { $0.isInTurn(in: self) }
    let place = inTurn.firstIndex { $0.name == name } ?? 0
    return show(inTurn[(place + distance + inTurn.count) % inTurn.count])
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
