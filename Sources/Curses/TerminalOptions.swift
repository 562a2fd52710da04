import Glibc

/// What the environment says about how to use a terminal.
public struct TerminalOptions: Hashable, Sendable {
  /// Whether colours are used; attributes always are.
  public var withColours: Bool
  /// How long a lone Escape waits for the rest of a sequence, in milliseconds.
  public var escapeDelay: CInt

  /// Options of one's own.
  public init(withColours: Bool = true, escapeDelay: CInt = 25) {
    self.withColours = withColours
    self.escapeDelay = escapeDelay
  }

  /// What the environment asks for: no colours where `NO_COLOR` is set (https://no-color.org), and
  /// patience over a network, which may cut a sequence in two.
  public static var standard: TerminalOptions {
    TerminalOptions(
      withColours: Environment.value(of: "NO_COLOR").map(\.isEmpty) ?? true,
      escapeDelay: Environment.value(of: "SSH_CONNECTION") == nil ? 25 : 100)
  }
}

/// The process's environment.
enum Environment {
  static func value(of name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
