/// What a walk costs beyond its budget, and what the bytes are spent on.
///
/// It is a debt and no allowance: the walk may not cost more than it says, and once the budget is
/// kept the test wants it gone.
struct Excess: Sendable {
  /// What the bytes are spent on.
  enum Reason: String, Sendable {
    /// A pane opens, full of text.
    case pane = "the pane is full of text, and each heading takes some thirty bytes for looks"
    /// The list gets back the rows that a pane took.
    case list = "the list's rows come back in full, and with them all hints"
    /// A screen is text nearly everywhere.
    case text = "the rows are full of text, and each change of looks takes up to thirty bytes"
    /// A list of choices closes over the form, and the message has a second row.
    case message = "the form comes back, and totals move up for a second row of what was done"
    /// Bars are drawn.
    case bars = "the rows are full of text, and each character of a bar takes three bytes"
    /// The details name every amount where there is room.
    case draws = "each amount of the line has a row in the details, which comes and goes"
  }

  let reason: Reason
  /// The bytes by the screen's columns; none where the budget is kept.
  let bytes: [Int: Int]

  init(_ reason: Reason, _ bytes: [Int: Int]) {
    self.reason = reason
    self.bytes = bytes
  }
}
