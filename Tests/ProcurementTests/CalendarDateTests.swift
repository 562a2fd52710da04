import Procurement
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [
    "2004-11-02", "2004-02-29", "2000-02-29", "1999-12-31", "0001-01-01", "9999-12-31",
  ])
  func `a day of the calendar is read and written unchanged`(text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(arguments: [
    "", "2004", "2004-11", "2004-11-31", "2005-02-29", "1900-02-29", "2004-00-01", "2004-13-01",
    "2004-01-00", "2004-01-32", "0000-01-01", "2004-1-02", "20041102", "2004/11/02", "+004-11-02",
    "2004-11-02 ", "2004-11-0２",
  ])
  func `a text that is not a day of the calendar is refused`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func `each month has its own number of days`() {
    let last = (1...12).map { month in
      (1...40).last { CalendarDate(year: 2005, month: month, day: $0) != nil }
    }
    #expect(last == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
  }

  @Test func `days are in the order of the calendar`() {
    let days = ["2003-12-31", "2004-01-15", "2004-02-01", "2004-02-02"].compactMap {
      CalendarDate($0)
    }
    #expect(days.shuffled().sorted() == days)
    #expect(days.allSatisfy { CalendarDate.earliest < $0 })
  }
}
