/// The anchors of the headings of a Markdown page.
struct Headings {
  /// The anchors of the headings, in order.
  let anchors: [String]

  init(of page: String) {
    var isCode = false
    var anchors: [String] = []
    for line in page.split(separator: "\n") {
      if line.hasPrefix("```") { isCode.toggle() }
      guard !isCode, line.hasPrefix("#") else { continue }
      let title = line.drop { $0 == "#" }.drop { $0 == " " }.lowercased()
      anchors.append(
        title.filter { $0.isLetter || $0.isNumber || "- _".contains($0) }.replacing(" ", with: "-"))
    }
    self.anchors = anchors
  }
}
