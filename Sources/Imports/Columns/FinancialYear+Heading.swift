import Procurement
import Spreadsheets
import Text

extension FinancialYear {
  /// Reads a year as people write it over columns and in cells: `2004-05`, `2004/05`, `2004/2005`,
  /// `04/05`, `FY04-05`, with any dash.
  init?(heading text: some StringProtocol) {
    var text = String(text).folded
    for prefix in ["fy", "financial year"] where text.hasPrefix(prefix) {
      text = text.dropFirst(prefix.count).trimmed
    }
    let parts = text.split(
      omittingEmptySubsequences: false,
      whereSeparator: { "-/\u{2010}\u{2011}\u{2012}–—\u{2212}".contains($0) }
    ).map(\.trimmed)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      [2, 4].contains(parts[0].utf8.count), [2, 4].contains(parts[1].utf8.count),
      parts[0].utf8.count >= parts[1].utf8.count, let first = Int(parts[0]),
      let second = Int(parts[1]), (first + 1) % 100 == second % 100
    else { return nil }
    let start = parts[0].utf8.count == 2 ? FinancialYear.century(of: first) + first : first
    guard parts[1].utf8.count == 2 || second == start + 1 else { return nil }
    self.init(start: start)
  }

  private static func century(of year: Int) -> Int { year >= 90 ? 1900 : 2000 }

  /// The year that a spreadsheet has turned into a day; nil where the day is no sign of one.
  ///
  /// `2004-05` becomes the first day of May 2004, and `04/05` the fourth of May, or the fifth of
  /// April, of any year. The first and last days of a financial year also stand for it.
  init?(changedTo day: CalendarDate) {
    if day.day == 1, day.month == (day.year + 1) % 100 {
      self.init(start: day.year)
    } else if day.day == 1, day.month == 4 {
      self.init(start: day.year)
    } else if day.day == 31, day.month == 3 {
      self.init(start: day.year - 1)
    } else if abs(day.day - day.month) == 1 {
      self.init(start: 2000 + min(day.day, day.month))
    } else {
      return nil
    }
  }

  /// The year that a cell names, and whether a spreadsheet had turned it into a date.
  init?(cell: SheetCell, wasDate: inout Bool) {
    wasDate = false
    switch cell {
    case .text(let text):
      if let year = FinancialYear(heading: text) {
        self = year
        return
      }
      guard let day = CalendarDate(shortMonth: text), let year = FinancialYear(changedTo: day)
      else { return nil }
      wasDate = true
      self = year
    case .date(let day):
      guard let year = FinancialYear(changedTo: day) else { return nil }
      wasDate = true
      self = year
    case .blank, .number, .boolean, .error: return nil
    }
  }
}

extension CalendarDate {
  /// Months as spreadsheets shorten them.
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Reads `May-04` or `04-May`, as a spreadsheet shows a date that was `2004-05` or `04/05`, and
  /// writes it into a CSV file.
  init?(shortMonth text: String) {
    let parts = text.folded.split(separator: "-").map(String.init)
    guard parts.count == 2 else { return nil }
    if let month = CalendarDate.month(parts[0]), parts[1].utf8.count == 2, let year = Int(parts[1])
    {
      self.init(year: 2000 + year, month: month, day: 1)
    } else if let month = CalendarDate.month(parts[1]), let day = Int(parts[0]) {
      // The year is not shown; any leap year has all days.
      self.init(year: 2000, month: month, day: day)
    } else {
      return nil
    }
  }

  private static func month(_ word: String) -> Int? {
    months.firstIndex(of: word).map { $0 + 1 }
  }

  /// Reads a day as documents write it, or as British spreadsheets do: `2004-11-02`, `02/11/2004`.
  init?(cellText text: String) {
    if let day = CalendarDate(text) {
      self = day
      return
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 4, let day = Int(parts[0]),
      let month = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
