/// An amount that the user has just typed, for as long as the focus stays on it.
struct TypedAmount: Equatable, Sendable {
  /// The screen, and the row and the cell of the focus.
  let screen: ScreenName
  let row: Int
  let cell: ShownColumn?
  /// Whether the user wanted to go on to the next amount and there is none, so that a digit would
  /// replace what they have just typed.
  var isEnd = false
}

extension WorkbenchProgram {
  /// The amount that was typed last, where the focus is still on it.
  var amountJustTyped: TypedAmount? {
    guard let typed = typedAmount, let present = presentAmount else { return nil }
    var here = typed
    here.isEnd = false
    return here == present ? typed : nil
  }

  /// The focused amount of the screen; nil where none is focused, or a pane is open.
  private var presentAmount: TypedAmount? {
    guard panes.isEmpty else { return nil }
    if showsLines {
      return lines.cell.map { TypedAmount(screen: screen, row: lines.focus.index, cell: $0) }
    }
    guard case .available = focusedProperty else { return nil }
    return TypedAmount(screen: screen, row: listFocus.index, cell: nil)
  }

  /// Notes that the focused amount was typed, and Enter goes on from it.
  mutating func noteTypedAmount() { typedAmount = presentAmount }

  /// Goes below the amount that was filled in to the right just now, as Enter does after typing;
  /// false where none was.
  mutating func goesOnFromTyped() -> Bool {
    guard let typed = amountJustTyped, !typed.isEnd else { return false }
    typedAmount = nil
    goOnFromAmount { $0.goBelow() }
    return true
  }

  /// Goes on from an amount that was typed, and notes where there is no next one.
  mutating func goOnFromAmount(_ move: (inout WorkbenchProgram) -> Void) {
    let before = presentAmount
    move(&self)
    guard let before, before == presentAmount else { return }
    typedAmount = before
    typedAmount?.isEnd = true
  }

  /// Says why a digit does not replace the last amount, which was typed just now; false elsewhere.
  mutating func refusalAtEnd() -> Bool {
    guard amountJustTyped?.isEnd == true else { return false }
    message = Message(
      text: "that was the last amount; \(mention(.open)) changes it, "
        + "\(mention(.showAll)) leaves the amounts")
    return true
  }
}
