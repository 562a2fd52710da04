/// Which part of a list is on the screen, where not all of it is.
struct ListPosition: Hashable, Sendable {
  /// The rows that are shown.
  let shown: Range<Int>
  /// How many rows the list has.
  let count: Int

  /// A list of `count` rows of which so many from `top` on are shown; nil where these are all.
  init?(top: Int, visible: Int, count: Int) {
    guard visible < count else { return nil }
    let top = max(0, min(top, count - visible))
    shown = top..<top + max(0, visible)
    self.count = count
  }

  init?(_ rows: PaneRows) {
    self.init(top: rows.top, visible: rows.area.count, count: rows.count)
  }

  /// The position in words, with arrows to where more is: `1–12 of 16 ▼`.
  var text: String {
    let rows =
      shown.count > 1 ? "\(shown.lowerBound + 1)–\(shown.upperBound)" : "\(shown.upperBound)"
    let arrows = (shown.lowerBound > 0 ? "▲" : "") + (shown.upperBound < count ? "▼" : "")
    return "\(rows) of \(count) \(arrows)"
  }
}
