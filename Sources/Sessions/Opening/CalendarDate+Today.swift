import Glibc
public import Procurement

extension CalendarDate {
  /// Today in the time zone of the computer; the earliest day where its clock has none.
  public static var today: CalendarDate {
    var now = time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil else { return .earliest }
    return CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? .earliest
  }
}
