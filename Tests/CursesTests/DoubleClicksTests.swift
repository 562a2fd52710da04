@testable import Curses
import Canvas
import Interaction
import Testing

@Suite struct DoubleClicksTests {
  private func click(_ column: Int = 0, _ kind: Mouse.Kind = .click) -> Event {
    .mouse(Mouse(kind, at: Position(row: 3, column: column)))
  }

  /// What becomes of events that come at these milliseconds.
  private func found(_ events: (Event, Int)...) -> [Event] {
    var clicks = DoubleClicks()
    return events.flatMap { clicks.found(in: [$0.0], at: .milliseconds($0.1)) }
  }

  @Test(arguments: [(0, true), (399, true), (400, true), (401, false), (5000, false)])
  func `the second of two clicks within the time is a double click`(pause: Int, isDouble: Bool) {
    #expect(
      found((click(), 7), (click(), 7 + pause)) == [
        click(), click(0, isDouble ? .doubleClick : .click),
      ])
  }

  @Test func `clicks that come at once are two`() {
    var clicks = DoubleClicks()
    #expect(
      clicks.found(in: [click(), click()], at: .zero) == [click(), click(0, .doubleClick)])
  }

  @Test func `another cell is another click`() {
    #expect(found((click(1), 0), (click(2), 10)) == [click(1), click(2)])
  }

  @Test func `a third click begins anew`() {
    #expect(
      found((click(), 0), (click(), 100), (click(), 200), (click(), 300)) == [
        click(), click(0, .doubleClick), click(), click(0, .doubleClick),
      ])
  }

  @Test func `whatever comes between makes two of them`() {
    for between in [Event.key(.up), click(0, .wheelDown), .paste("x")] {
      #expect(found((click(), 0), (between, 10), (click(), 20)) == [click(), between, click()])
    }
  }
}
