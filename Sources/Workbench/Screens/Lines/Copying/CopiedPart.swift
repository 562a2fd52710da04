/// What can be put on the clipboard.
enum CopiedPart: Hashable, Sendable {
  /// The text of the focused field.
  case field(String)
  /// The focused line as a row of a spreadsheet.
  case line
  /// The marked lines as rows.
  case marked
  /// All lines that are shown, as rows with their headings.
  case shown
  /// What the rules say about the lines at these places, as rows with their headings.
  case results([Int])
  /// Amounts in rows, without headings.
  case amounts([[AmountCell]])
  /// What there is to say of the plan, for people.
  case report
}
