import Canvas
import Testing

@testable import Curses

@Suite struct LargestSizeTests {
  @Test func `of a terminal that claims to be enormous a part is drawn on`() {
    let size = CursesDisplay.bounded(Size(rows: .max, columns: .max))
    #expect(size == Size(rows: 1_000, columns: 2_000))
    #expect(Canvas(size: size).cells.count == 2_000_000)
    #expect(CursesDisplay.bounded(Size(rows: 24, columns: 80)) == Size(rows: 24, columns: 80))
  }
}
