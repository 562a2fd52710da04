import Documents
import Glibc
import Presence
import Procurement
import Sessions

extension CommandEnvironment {
  /// The environment of the process.
  static func live() -> CommandEnvironment {
    CommandEnvironment(
      files: .live,
      environment: environment,
      output: .live,
      today: { .today },
      user: { Identity.current.name },
      isTerminal: isatty(STDOUT_FILENO) == 1,
      columns: columns,
      ink: Ink(isColoured: isColoured),
      machine: { .live() },
      openStore: { location, creation in
        // A command that only reads ends before other sessions could show it.
        let joins = !location.isReadOnly
        return Result { () throws(SessionError) in
          try OpenStore(location, creation: creation, joining: joins)
        }.forCommand()
      },
      openWorkbench: { request, options in
        Result { () throws(Failure) in
          try WorkbenchSession.run(request, options, state: .live)
        }
      },
      openDialogue: { request in
        Result { () throws(SessionError) in
          Outcome(try PlainSession.run(request, state: .live))
        }.forCommand()
      },
      isAccessible: !["", "0"].contains(environment("ACCESSIBLE") ?? ""))
  }

  /// Colours are for terminals, and not for users who turn them off
  /// (https://no-color.org).
  private static var isColoured: Bool {
    isatty(STDOUT_FILENO) == 1 && (environment("NO_COLOR") ?? "").isEmpty
      && environment("TERM") != "dumb"
  }

  private static var columns: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// A value that is not UTF-8 counts as unset: as text it would name something else.
  @Sendable private static func environment(_ name: String) -> String? {
    getenv(name).flatMap { String(validatingCString: $0) }
  }
}
