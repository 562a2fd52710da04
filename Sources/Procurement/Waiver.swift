/// A finding on a line that somebody has decided to live with, and why.
///
/// It changes nothing about what stands on the line: the finding is shown as waived and counts
/// apart. Where the finding does not stand, the waiver has no effect.
public struct Waiver: Hashable, Sendable {
  /// The code of the finding.
  public var code: FindingCode
  /// Why it is waived, in somebody's words.
  public var reason: String
  /// The day on which it was waived.
  public var date: CalendarDate

  /// A waiver of a finding.
  public init(code: FindingCode, reason: String, date: CalendarDate) {
    self.code = code
    self.reason = reason
    self.date = date
  }
}
