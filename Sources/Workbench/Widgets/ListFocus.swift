/// Which row of a list is focused, and which is at the top of the screen.
struct ListFocus: Hashable, Sendable {
  var index = 0
  var top = 0

  /// Moves by a number of rows, within `count` rows of which `visible` are on the screen.
  mutating func move(by distance: Int, count: Int, visible: Int) {
    select(index + distance, count: count, visible: visible)
  }

  /// Moves by a screenful, the top with it.
  mutating func page(by pages: Int, count: Int, visible: Int) {
    let distance = pages * max(1, visible - 1)
    top += distance
    move(by: distance, count: count, visible: visible)
  }

  /// Focuses a row and brings it onto the screen.
  mutating func select(_ row: Int, count: Int, visible: Int) {
    let visible = max(1, visible)
    index = min(max(0, row), max(0, count - 1))
    top = min(max(top, index - visible + 1), index)
    top = max(0, min(top, count - visible))
  }
}
