import Canvas

/// The kind of change that a key makes, and a limit on the bytes that its answer usually takes.
///
/// Every answer is also bounded by what the changed cells need (`ScreenChange`). These budgets
/// bound how much may change: typing a character must not redraw the totals.
enum Budget: Sendable {
  /// A character in a field, which changes nothing else.
  case cell
  /// A digit of an amount, with the totals and the findings that it changes.
  case amount
  /// Another row or field of the screen gets the focus.
  case row
  /// The same in the plan, where a wide screen has room for each amount of the line.
  case line
  /// The same with one or two rows of text: a list scrolls, or the details below it change.
  case words
  /// Another list, screen, pane or menu, limited only by what it newly shows.
  case page
  /// Every cell, because the terminal may show something other than what it was sent.
  case everything

  /// The maximum size of the median answer on a screen of 80 or of 120 columns; nil if only the
  /// changed cells bound it.
  func bytes(on size: Size) -> Int? {
    let isWide = size.columns > 80
    switch self {
    case .cell: return isWide ? 40 : 20
    case .amount: return isWide ? 280 : 140
    case .row: return isWide ? 150 : 120
    case .line: return isWide ? 240 : 120
    case .words: return isWide ? 330 : 190
    case .page, .everything: return nil
    }
  }
}
