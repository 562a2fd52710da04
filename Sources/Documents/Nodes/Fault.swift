internal import Procurement
import Text

/// An error that prevents a document from being read.
public struct Fault: Error, Hashable, Sendable {
  /// Where it is.
  public let place: Place
  /// What is wrong and what to do, with text from the document in backticks.
  ///
  /// That text is unchanged, so it must be made safe when it is printed.
  public let message: String

  /// A fault at a place.
  public init(place: Place, message: String) {
    self.place = place
    self.message = message
  }
}

/// Text from a document for a message: in backticks, with invisible blanks written out, and
/// shortened if it is long.
public func quoted(_ words: String) -> String {
  let scalars = words.withVisibleBlanks.unicodeScalars
  guard let end = scalars.index(scalars.startIndex, offsetBy: 60, limitedBy: scalars.endIndex),
    end < scalars.endIndex
  else { return "`\(String(scalars))`" }
  return "`\(String(scalars[..<end]))…`"
}

/// A list of words for a message: "`a`, `b`, `c`".
public func listed(_ words: some Sequence<String>) -> String {
  words.map { quoted($0) }.joined(separator: ", ")
}
