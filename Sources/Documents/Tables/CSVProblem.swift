/// What can be wrong with a row of comma-separated values.
enum CSVProblem: CaseIterable {
  /// A quote within a cell that does not begin with one.
  case strayQuote
  /// Something between a closing quote and the end of the cell.
  case afterQuote
  /// A quotation that the file ends in.
  case openQuote
  /// A cell of more bytes than the limit.
  case longCell
  /// A row of more cells than the limit.
  case manyColumns

  /// What is said of it.
  func message(within limits: CSVLimits) -> String {
    switch self {
    case .strayQuote:
      "a quote stands in a cell that does not begin with one; put the cell in quotes and double "
        + "those within"
    case .afterQuote:
      "the cell goes on after its closing quote; double the quotes within it, or separate what follows"
    case .openQuote: "the quotation that begins here does not end; add a closing quote"
    case .longCell:
      "the cell that begins here has more than \(limits.cell) bytes; shorten it, or close the "
        + "quotation before it"
    case .manyColumns: "the row has more than \(limits.columns) cells; remove this one and the rest"
    }
  }
}
