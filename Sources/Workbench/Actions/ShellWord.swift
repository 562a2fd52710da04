import Text

/// Text as one word of a command that users copy into a shell.
public enum ShellWord {
  /// The text, in quotes where a shell would read it differently; nil where it has characters that
  /// cannot be shown.
  public static func quoted(_ text: String) -> String? {
    guard !text.isEmpty, VisibleText.safe(text) == text else { return nil }
    let isPlain = text.allSatisfy { character in
      character.isASCII
        && (character.isLetter || character.isNumber || "._-+/,:@%=".contains(character))
    }
    return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
