import TerminalTesting

/// A sequence of screens as an animated SVG picture, with the same bytes for the same screens.
///
/// It uses no scripts, so it plays in any viewer of pictures. Each different row is drawn once and
/// used by all frames that have it. If animation is off or not supported, the last frame is shown.
struct Film {
  /// A screen that stays for a while, and the keys that led to it.
  struct Frame {
    let screen: TerminalScreen
    let keys: String
    let caption: String
    let milliseconds: Int
  }

  private let title: String
  private let frames: [Frame]

  init(_ frames: [Frame], title: String) {
    self.frames = frames
    self.title = title
  }

  /// The picture as a document.
  var svg: String {
    var rows: [String: Int] = [:]
    var drawn: [String] = []
    let groups = frames.enumerated().map { number, frame in
      let uses = frame.screen.cells.indices.compactMap { row -> String? in
        let elements = RowDrawing(row, of: frame.screen).elements(top: 0).joined(separator: "\n")
        guard !elements.isEmpty else { return nil }
        let known = rows[elements] ?? rows.count
        if known == rows.count {
          rows[elements] = known
          drawn.append("<g id=\"r\(known)\">\n\(elements)\n</g>")
        }
        return "<use href=\"#r\(known)\" y=\"\(Paper.number(Paper.y(row)))\"/>"
      }
      return (["<g id=\"f\(number)\" class=\"f\">"] + uses + caption(of: frame) + ["</g>"])
        .joined(separator: "\n")
    }
    let screen = frames.first?.screen.cells ?? []
    return Paper.document(
      title, rows: screen.count + 2, columns: screen.first?.count ?? 0,
      [style, "<defs>"] + drawn + ["</defs>"] + groups)
  }

  /// The keys and what they do, below the screen.
  private func caption(of frame: Frame) -> [String] {
    let place = "y=\"\(Paper.number(Paper.y(frame.screen.cells.count + 1) + Paper.baseline))\""
    let words = frame.keys.count + (frame.keys.isEmpty ? 0 : 2)
    return [
      "<text x=\"\(Paper.number(Paper.x(0)))\" \(place) fill=\"\(Palette.colour(11))\""
        + " font-weight=\"bold\">\(Paper.escaped(frame.keys))</text>",
      "<text x=\"\(Paper.number(Paper.x(words)))\" \(place) fill=\"\(Palette.colour(15))\">"
        + "\(Paper.escaped(frame.caption))</text>",
    ]
  }

  /// When each frame is shown: all but the last are hidden without animation.
  private var style: String {
    let whole = frames.reduce(0) { $0 + $1.milliseconds }
    var start = 0
    var rules: [String] = []
    for (number, frame) in frames.enumerated() {
      let end = start + frame.milliseconds
      let parts = [
        start == 0 ? nil : "0%{visibility:hidden}",
        "\(percent(start, of: whole)){visibility:visible}",
        end == whole ? nil : "\(percent(end, of: whole)){visibility:hidden}",
      ]
      rules.append("#f\(number){animation-name:k\(number)}")
      rules.append("@keyframes k\(number){\(parts.compactMap { $0 }.joined())}")
      start = end
    }
    return """
      <style>
      .f{visibility:hidden}
      #f\(frames.count - 1){visibility:visible}
      @media (prefers-reduced-motion:no-preference){
      .f{animation:\(whole)ms step-end infinite}
      \(rules.joined(separator: "\n"))
      }
      </style>
      """
  }

  private func percent(_ part: Int, of whole: Int) -> String {
    let thousandths = (part * 100_000 + whole / 2) / max(1, whole)
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)%"
  }
}
