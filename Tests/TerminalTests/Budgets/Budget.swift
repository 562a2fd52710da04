import Canvas

/// What the answer to a key may cost over a slow line.
enum Budget: Sendable {
  /// A character in a field, which changes nothing else.
  case cell
  /// A digit of an amount, with the totals and the findings that it changes.
  case amount
  /// Another row or field of the screen gets the focus.
  case row
  /// The same with a row of text or two: a list is scrolled, or other words stand below it.
  case words
  /// Another list, screen, pane or menu.
  case page
  /// Every cell, because the terminal is believed to show something else than it was sent: a byte
  /// for each of 1,920, and the rest for the rule and for looks.
  case everything

  /// The bytes at 80×24, and twice as many on the wider screen.
  func bytes(on size: Size) -> Int {
    let bytes =
      switch self {
      case .cell: 20
      case .amount: 140
      case .row: 60
      case .words: 165
      case .page: 1300
      case .everything: 2500
      }
    return size.columns > 80 ? 2 * bytes : bytes
  }
}
