/// A decision by the user to accept a finding on a line, with the reason.
///
/// The finding is still shown, as waived, and counted separately. If the line does not have the
/// finding, the waiver has no effect.
public struct Waiver: Hashable, Sendable {
  /// The code of the finding.
  public var code: FindingCode
  /// The reason, as the user wrote it.
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
