/// Why a text is not JSON, or not within the limits, and where.
package struct JSONFault: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Reason: Hashable, Sendable {
    /// There is something after the document's value.
    case trailing
    case noValue
    /// A member of an object does not begin with a key in quotes.
    case noKey
    case noColon(key: String)
    /// A list that begins there goes on without a comma or bracket.
    case listGoesOn(JSONParser.Position)
    /// An object that begins there goes on without a comma or brace.
    case objectGoesOn(JSONParser.Position)
    case textWithoutEnd
    case controlCharacter
    case unknownEscape
    case notUTF8
    case tooDeep
    case tooManyValues
  }

  /// What is wrong.
  package let reason: Reason
  /// Where it is.
  package let position: JSONParser.Position
  /// How many bytes were read up to there.
  package let offset: Int
}
