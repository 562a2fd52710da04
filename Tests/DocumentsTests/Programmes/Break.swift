import Testing

/// An edit that breaks the small programme, and everything that is then said of it.
struct Break: Sendable, CustomTestStringConvertible {
  /// A part of the programme.
  var part: String
  /// What it is replaced with.
  var other: String
  /// The faults, one a line.
  var faults: String

  init(_ part: String, _ other: String, _ faults: String) {
    (self.part, self.other, self.faults) = (part, other, faults)
  }

  var testDescription: String { "`\(part)` becomes `\(other)`" }
}
