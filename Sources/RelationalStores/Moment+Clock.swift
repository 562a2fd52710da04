import Glibc
import Procurement
package import Stores

extension Moment {
  /// The time of the computer's clock.
  package static var now: Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    // A clock that is far off must not write a time that cannot be read.
    let seconds = min(max(0, Int(time.tv_sec)), Bounds.moments.upperBound / 1000)
    return Moment(milliseconds: seconds * 1000 + Int(time.tv_nsec) / 1_000_000)
  }

  /// A point in time within bounds, with its local date and time; the earliest date if it is
  /// outside the calendar.
  package init(milliseconds: Int) {
    var seconds = time_t(milliseconds / 1000)
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
