/// Why a text is not JSON, or not within the limits, and where.
package struct JSONFault: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Reason: Hashable, Sendable {
    /// Something follows the document's value.
    case trailing
    case noValue
    /// A member of an object does not start with a key in quotes.
    case noKey
    case noColon(key: String)
    /// The list that starts there continues without a comma or bracket.
    case listGoesOn(JSONParser.Position)
    /// The object that starts there continues without a comma or brace.
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
  /// How many bytes were read before it.
  package let offset: Int
}
