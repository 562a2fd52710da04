import Foundation
import Procurement
import Testing

@testable import Sessions

@Suite("The date of today")
struct TodayTests {
  @Test func `today is the date in the computer's time zone`() {
    // Midnight may pass between the two calls.
    let before = TodayTests.day
    let today = CalendarDate.today
    #expect(today == before || today == TodayTests.day)
  }

  private static var day: CalendarDate? {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day], from: Date())
    guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }
}
