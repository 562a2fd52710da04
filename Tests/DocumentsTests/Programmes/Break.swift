import Testing

/// An edit that breaks the small programme, and all faults that follow.
struct Break: Sendable, CustomTestStringConvertible {
  /// A part of the programme.
  var part: String
  /// What it is replaced with.
  var other: String
  /// The faults, one on each line.
  var faults: String

  init(_ part: String, _ other: String, _ faults: String) {
    (self.part, self.other, self.faults) = (part, other, faults)
  }

  var testDescription: String { "`\(part)` becomes `\(other)`" }
}
