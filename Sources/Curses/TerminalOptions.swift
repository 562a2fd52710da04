import Glibc

/// How to use a terminal.
public struct TerminalOptions: Hashable, Sendable {
  /// Whether colours are used; attributes always are.
  public var withColours: Bool
  /// How long a lone Escape waits for the rest of a sequence, in milliseconds.
  public var escapeDelay: CInt
  /// Whether the mouse is used, where the terminal can report it.
  public var withMouse: Bool
  /// Whether characters beyond ASCII are replaced though the locale has them.
  public var withASCIIAlone: Bool
  /// Whether texts are copied.
  public var withClipboard: Bool

  /// Options of one's own.
  public init(
    withColours: Bool = true, escapeDelay: CInt = localEscapeDelay, withMouse: Bool = false,
    withASCIIAlone: Bool = false, withClipboard: Bool = true
  ) {
    self.withColours = withColours
    self.escapeDelay = escapeDelay
    self.withMouse = withMouse
    self.withASCIIAlone = withASCIIAlone
    self.withClipboard = withClipboard
  }

  /// What the environment asks for: no colours where `NO_COLOR` is set (https://no-color.org), and
  /// patience over a network, which may cut a sequence in two.
  public static var standard: TerminalOptions { standard(in: Environment.value) }

  static func standard(in environment: (String) -> String?) -> TerminalOptions {
    func isSet(_ name: String) -> Bool { environment(name).map { !$0.isEmpty } ?? false }
    return TerminalOptions(
      withColours: !isSet("NO_COLOR"),
      escapeDelay: isSet("SSH_CONNECTION") || isSet("SSH_TTY") ? 100 : localEscapeDelay)
  }

  /// How long a lone Escape waits where terminal and program are on one machine.
  ///
  /// An answer that takes more than 25 ms is felt, and drawing it can take ten of them on a slow
  /// machine. A terminal writes a sequence at once, so its parts arrive together; what takes longer
  /// is only a program in between that is not given the processor.
  public static let localEscapeDelay: CInt = 15
}

/// The process's environment.
enum Environment {
  static func value(of name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
