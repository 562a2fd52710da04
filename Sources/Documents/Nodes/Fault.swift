internal import Procurement
import Text

/// Something in a document that keeps it from being read.
public struct Fault: Error, Hashable, Sendable {
  /// Where it stands.
  public let place: Place
  /// What is wrong and what to do about it, the document's own words in backticks.
  ///
  /// Those words are as the document has them: whoever prints them makes them safe.
  public let message: String

  /// A fault at a place.
  public init(place: Place, message: String) {
    self.place = place
    self.message = message
  }
}

/// The document's own words for use in a message: in backticks, blanks that cannot be seen written
/// out, and cut where they are long.
public func quoted(_ words: String) -> String {
  let scalars = words.withVisibleBlanks.unicodeScalars
  guard let end = scalars.index(scalars.startIndex, offsetBy: 60, limitedBy: scalars.endIndex),
    end < scalars.endIndex
  else { return "`\(String(scalars))`" }
  return "`\(String(scalars[..<end]))…`"
}

/// Words as people list them in a message: "`a`, `b`, `c`".
public func listed(_ words: some Sequence<String>) -> String {
  words.map { quoted($0) }.joined(separator: ", ")
}
