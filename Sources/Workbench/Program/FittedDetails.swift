import Canvas

/// The rows for details on a screen whose list is longer than its space: no more than what was
/// focused needed since the list was last shown from elsewhere, so that it does not move at each row.
struct FittedDetails: Hashable, Sendable {
  var screen: ScreenName
  var size: Size
  /// The first row of the list.
  var top: Int
  var count: Int
}

extension WorkbenchProgram {
  /// Gives the rows that details leave blank to a list that is longer than its space.
  mutating func fitDetails() {
    guard panes.isEmpty else { return }
    guard screens.shown.detailRows(on: size, in: self) == nil else {
      detailRows = nil
      return
    }
    let usual = Layout(
      size: size, wanted: nil, head: screens.shown.headRows(on: size, in: self))
    guard !usual.isTooSmall else { return }
    guard screens.shown.position(in: usual, of: self) != nil else {
      detailRows = nil
      return
    }
    let top = listFocus.top
    var fitted = FittedDetails(screen: screen, size: size, top: top, count: neededRows(usual))
    if let last = detailRows, last.screen == screen, last.size == size, abs(last.top - top) < 2 {
      fitted.count = max(fitted.count, last.count)
    }
    detailRows = fitted
    reveal()
    fitted.top = listFocus.top
    detailRows = fitted
  }

  /// The rows that the details of what is focused take of those that there usually are.
  private func neededRows(_ layout: Layout) -> Int {
    var canvas = Canvas(size: size)
    screens.shown.drawDetail(on: &canvas, layout, in: self)
    let last = layout.detail.last { row in
      (0..<size.columns).contains { canvas[row: row, column: $0] != .blank }
    }
    return last.map { $0 - layout.detail.lowerBound + 1 } ?? 1
  }
}
