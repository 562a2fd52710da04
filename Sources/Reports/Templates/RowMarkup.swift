/// How a format writes the rows of a table.
///
/// Rows are most of a paper. They are written here and not by a template, which takes ten times as
/// long for them.
struct RowMarkup: Sendable {
  /// What is around a text.
  struct Frame: Sendable {
    let start: String
    let end: String
  }

  let row: Frame
  let heading: Frame
  let text: Frame
  let number: Frame
  /// A further text of a cell.
  let detail: Frame
  /// What is between the texts of a cell.
  let separator: String
  /// Around the heading and the numbers of a total.
  let total: Frame
  let escape: @Sendable (String) -> String

  static let html = RowMarkup(
    row: Frame(start: "<tr>", end: "</tr>\n"),
    heading: Frame(start: "<th scope=\"row\">", end: "</th>"),
    text: Frame(start: "<td>", end: "</td>"),
    number: Frame(start: "<td class=\"number\">", end: "</td>"),
    detail: Frame(start: "<small>", end: "</small>"), separator: "",
    total: Frame(start: "", end: ""), escape: HTMLText.escaped)

  static let markdown = RowMarkup(
    row: Frame(start: "|", end: "\n"), heading: Frame(start: " ", end: " |"),
    text: Frame(start: " ", end: " |"), number: Frame(start: " ", end: " |"),
    detail: Frame(start: "", end: ""), separator: "<br>", total: Frame(start: "**", end: "**"),
    escape: MarkdownText.escaped)

  /// Rows with their markup, and all texts escaped.
  func text(of rows: [PaperTable.Row]) -> String {
    var written = ""
    for row in rows { write(row, { escape($0) }, to: &written) }
    return written
  }

  /// The row of a total with its markup.
  func text(ofTotal row: PaperTable.Row) -> String {
    var written = ""
    write(row, { $0.isEmpty ? "" : total.start + escape($0) + total.end }, to: &written)
    return written
  }

  /// Writes a row; `emphasized` escapes its heading and numbers.
  private func write(
    _ row: PaperTable.Row, _ emphasized: (String) -> String, to written: inout String
  ) {
    written += self.row.start
    write(row.heading, heading, emphasized, to: &written)
    for cell in row.texts { write(cell, text, escape, to: &written) }
    for value in row.numbers {
      written += number.start
      written += emphasized(value)
      written += number.end
    }
    written += self.row.end
  }

  private func write(
    _ cell: PaperTable.Cell, _ frame: Frame, _ escaped: (String) -> String,
    to written: inout String
  ) {
    written += frame.start
    written += escaped(cell.text)
    for (place, text) in cell.details.enumerated() {
      if place > 0 || !cell.text.isEmpty { written += separator }
      written += detail.start
      written += escape(text)
      written += detail.end
    }
    written += frame.end
  }
}
