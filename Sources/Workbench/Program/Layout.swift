import Canvas

/// Which rows of the screen are for what, at any size.
///
/// Lists take the full width, above their details: a full-width list scrolls with few
/// bytes, one beside other things does not.
struct Layout: Hashable, Sendable {
  /// The least that anything useful fits into.
  static let least = Size(rows: 8, columns: 30)

  let size: Size
  /// The row of the bar of screens.
  let bar: Int
  /// The row that says what is open; nil where it shares the bar's row.
  let title: Int?
  /// The rows of the levels above what is listed; none where there are none.
  let head: Range<Int>
  /// The row of column headings, where there is room.
  let heading: Int?
  /// The rows of the list.
  let list: Range<Int>
  /// The rule between list and details, where there is room. It says which rows are shown.
  let rule: Int?
  /// The rows for what is focused: its details, its form, or its choices.
  let detail: Range<Int>
  /// The two rows of totals.
  private(set) var totals: Range<Int>
  /// The row of hints and messages.
  let bottom: Int

  var isTooSmall: Bool { size.rows < Layout.least.rows || size.columns < Layout.least.columns }
  /// Whether two fields fit beside each other.
  var isWide: Bool { Layout.isWide(size) }
  static func isWide(_ size: Size) -> Bool { size.columns >= 72 }
  /// The row that says which rows are shown.
  var status: Int { rule ?? bar }
  /// The rows for details where nothing asks for more.
  static func usualDetailRows(on size: Size) -> Int { min(12, max(2, size.rows / 4)) }
  /// Rows for choices, below their title.
  var choiceRows: Int { max(1, detail.count - 1) }

  /// The layout where `wanted` rows of details are open, or, with nil, where a list is browsed;
  /// `head` rows are for the levels above what is listed.
  init(size: Size, wanted: Int?, head: Int = 0) {
    self.size = size
    let isTall = size.rows >= 16
    let hasTitle = size.rows >= 30
    bar = hasTitle ? 1 : 0
    let top = bar + (isTall ? 2 : 1) + head
    let bottom = 3
    let free = max(0, size.rows - top - bottom - (isTall ? 1 : 0))
    let most = free - (isTall ? 3 : 1)
    let detailRows = max(1, min(most, wanted ?? Layout.usualDetailRows(on: size)))
    heading = isTall ? top - 1 : nil
    self.head = bar + 1..<bar + 1 + head
    list = top..<max(top, top + free - detailRows)
    rule = isTall ? list.upperBound : nil
    title = hasTitle ? 0 : rule
    let detailTop = list.upperBound + (isTall ? 1 : 0)
    detail = detailTop..<detailTop + detailRows
    totals = detail.upperBound..<detail.upperBound + 2
    self.bottom = detail.upperBound + 2
  }

  /// The same with the totals so many rows higher, as far as they stay below the list's first row and
  /// below another row.
  func raisingTotals(by count: Int, below row: Int) -> Layout {
    let highest = max(list.lowerBound, row) + 1
    var layout = self
    let top = min(totals.lowerBound, max(highest, totals.lowerBound - count))
    layout.totals = top..<top + totals.count
    return layout
  }
}
