import TerminalTesting

/// A screen as an SVG picture, with the same bytes for the same screen.
struct Drawing {
  private let screen: TerminalScreen
  private let title: String

  init(_ screen: TerminalScreen, title: String) {
    self.screen = screen
    self.title = title
  }

  /// The picture as a document.
  var svg: String {
    Paper.document(
      title, rows: screen.cells.count, columns: screen.cells.first?.count ?? 0,
      screen.cells.indices.flatMap { RowDrawing($0, of: screen).elements(top: Paper.y($0)) })
  }
}
