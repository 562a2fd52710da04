import Canvas
import Procurement

/// What can be typed to choose rows, beside the field in which it is typed.
struct FilterHelpView {
  private let texts: [String]

  init(_ texts: [String]) {
    self.texts = texts
  }

  func draw(on canvas: inout Canvas, rows: Range<Int>) {
    var rest = rows
    for text in texts where !rest.isEmpty {
      let used = canvas.writeWrapped(
        text, rows: rest, columns: 0..<canvas.size.columns, hanging: 2, role: .dim)
      rest = rest.dropFirst(used)
    }
  }

  /// What can be typed to filter lines.
  static let forLines: [String] = {
    let properties = LineCondition.Property.allCases.map { property in
      property == .marked ? "is:marked" : "\(property.rawValue):"
    }
    let sums = LineCondition.Sum.allCases.map(\.rawValue).joined(separator: " ")
    let counts = Severity.allCases.map(\.plural).joined(separator: " ")
    return [
      "words, all of which a line has: acme \"two words\" -without",
      "like supply:exclusive finding:S101 fund:capital; there are "
        + properties.joined(separator: " "),
      "like unfunded>0 cost>=12.5k errors>0; there are \(sums) \(counts)",
    ]
  }()
}
