/// The verdict on who may supply a line.
public enum Supply: String, CaseIterable, Sendable {
  case exclusive
  case nonExclusive = "non-exclusive"
  /// Nothing new is installed, so the right of supply does not apply.
  case notEngaged = "not-engaged"
}
