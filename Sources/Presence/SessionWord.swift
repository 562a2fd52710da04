/// The words that identify sessions, and name their files.
///
/// They cannot be guessed, so other users cannot put something else at the path beforehand.
enum SessionWord {
  private static let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
  private static let length = 20

  /// A new word of about a hundred random bits.
  static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    return String(
      (0..<length).map { _ in letters[Int.random(in: letters.indices, using: &generator)] })
  }

  /// Whether a text has the form of these words.
  static func isWord(_ text: some StringProtocol) -> Bool {
    (16...32).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
  }

  /// The name of a session's file before it is locked.
  static func temporaryName(of word: String) -> String { ".\(word)" }

  /// Whether a name is that of a file that is not yet locked.
  static func isTemporary(_ name: String) -> Bool {
    name.utf8.first == UInt8(ascii: ".") && isWord(name.dropFirst())
  }
}
