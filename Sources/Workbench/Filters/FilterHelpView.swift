import Canvas

/// What can be typed to choose rows, beside the field in which it is typed.
struct FilterHelpView {
  private let isForLines: Bool

  init(isForLines: Bool) {
    self.isForLines = isForLines
  }

  func draw(on canvas: inout Canvas, rows: Range<Int>) {
    var rest = rows
    for text in isForLines ? FilterHelpView.forLines : ["any words: of a service, a cluster"]
    where !rest.isEmpty {
      let used = canvas.writeWrapped(
        text, rows: rest, columns: 0..<canvas.size.columns, hanging: 2, role: .dim)
      rest = rest.dropFirst(used)
    }
  }

  private static let forLines: [String] = {
    let properties = LineCondition.Property.allCases.map { property in
      property == .marked ? "is:marked" : "\(property.rawValue):"
    }
    let sums = LineCondition.Sum.allCases.map(\.rawValue).joined(separator: " ")
    return [
      "words, all of which a line has: acme \"two words\" -without",
      "like supply:exclusive finding:S101 fund:capital; there are "
        + properties.joined(separator: " "),
      "like unfunded>0 cost>=12.5k; there are \(sums)",
    ]
  }()
}
