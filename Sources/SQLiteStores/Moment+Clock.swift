import Glibc
import Procurement
import Stores

extension Moment {
  /// The time by the computer's clock.
  static var now: Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Moment(milliseconds: Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000)
  }

  /// A point in time with what calendar and clock show then where the program runs; the earliest
  /// day where the calendar does not reach.
  init(milliseconds: Int) {
    var seconds = time_t(milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil,
      let date = CalendarDate(
        year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    else {
      self.init(milliseconds: milliseconds, date: .earliest, hour: 0, minute: 0)
      return
    }
    self.init(
      milliseconds: milliseconds, date: date, hour: Int(parts.tm_hour), minute: Int(parts.tm_min))
  }
}
