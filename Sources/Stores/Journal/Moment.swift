public import Procurement

/// A point in time, with what calendar and clock show then where the program runs.
public struct Moment: Hashable, Sendable {
  /// Milliseconds since the beginning of 1970, in UTC.
  public var milliseconds: Int
  /// The day of the calendar.
  public var date: CalendarDate
  /// The hour of the day, from 0.
  public var hour: Int
  /// The minute of the hour, from 0.
  public var minute: Int

  /// A point in time.
  public init(milliseconds: Int, date: CalendarDate, hour: Int, minute: Int) {
    self.milliseconds = milliseconds
    self.date = date
    self.hour = hour
    self.minute = minute
  }

  /// The time of the day: `09:05`.
  public var time: String { "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)" }
}

extension Moment: Comparable {
  /// Orders earlier before later.
  public static func < (left: Moment, right: Moment) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

extension Moment: CustomStringConvertible {
  /// Day and time: `2004-11-02 09:05`.
  public var description: String { "\(date) \(time)" }
}
