/// How open contracting data is published.
public struct Publication: Hashable, Sendable {
  /// The prefix of every contracting process, registered by its publisher: `ocds-a1b2c3`.
  public let prefix: String
  /// The name of the publisher; nil for the trust whose plan it is.
  public let publisher: String?

  /// Nil if the prefix is not of the form in which prefixes are registered.
  public init?(prefix: String, publisher: String? = nil) {
    let start = "ocds-"
    let rest = prefix.dropFirst(start.count)
    guard prefix.hasPrefix(start), rest.utf8.count == 6,
      rest.utf8.allSatisfy({ byte in
        byte &- UInt8(ascii: "0") < 10 || byte &- UInt8(ascii: "a") < 26
      })
    else { return nil }
    self.prefix = prefix
    self.publisher = publisher
  }
}

/// Why plans cannot be published together.
public enum PublicationFault: Error, Hashable, Sendable {
  /// A plan does not say for which day it speaks.
  case noDate(source: String)
  /// Two plans are of one trust.
  case sameTrust(code: String, first: String, second: String)
  /// No publisher is named, and there is not one plan alone whose trust it could be.
  case noPublisher

  /// What is wrong and what to do.
  public var message: String {
    switch self {
    case .noDate(let source):
      "\(source): a release needs a date; set the day that the plan speaks for (`as_of`)"
    case .sameTrust(let code, let first, let second):
      "\(first) and \(second) are both plans of trust \(code), and their lines would have the "
        + "same identifiers; export one of them (`--latest` chooses where their dates differ)"
    case .noPublisher:
      "these are the plans of several trusts or none; say who publishes them: `--publisher NAME`"
    }
  }
}
