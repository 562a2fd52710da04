import Foundation
import Procurement
import Testing

@testable import Sessions

@Suite("The date of today")
struct TodayTests {
  @Test func `today is the day of the calendar where the computer stands`() {
    // Midnight may pass between two looks.
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
