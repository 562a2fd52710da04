/// The problems that a row of comma-separated values can have.
enum CSVProblem: CaseIterable {
  /// A quote within a cell that does not start with one.
  case strayQuote
  /// Something between a closing quote and the end of the cell.
  case afterQuote
  /// A quotation that is still open at the end of the file.
  case openQuote
  /// A cell of more bytes than the limit.
  case longCell
  /// A row of more cells than the limit.
  case manyColumns

  /// The message: what is wrong and what to do.
  func message(within limits: CSVLimits) -> String {
    switch self {
    case .strayQuote:
      "this quote is in a cell that does not start with one; put the cell in quotes and double "
        + "those in it"
    case .afterQuote:
      "text follows the closing quote of the cell; double the quotes in the cell, or add a "
        + "separator"
    case .openQuote: "the closing quote of the text that starts here is missing; add it"
    case .longCell:
      "the cell that starts here has more than \(limits.cell) bytes; shorten it, or close the "
        + "quote before it"
    case .manyColumns: "the row has more than \(limits.columns) cells; remove this one and the rest"
    }
  }
}
