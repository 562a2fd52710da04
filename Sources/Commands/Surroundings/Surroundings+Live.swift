import Documents
import Glibc

extension Surroundings {
  /// The process's own world.
  static func live() -> Surroundings {
    Surroundings(
      read: { name in
        do throws(FileError) { return .success(try readFile(name).bytes) } catch {
          return .failure(.unreadable(name: name, error))
        }
      },
      columns: columns,
      ink: Ink(isColoured: isColoured),
      environment: environment,
      machine: { .live() },
      openWorkbench: { path, index, keymap in
        do throws(Failure) {
          return .success(
            try WorkbenchSession.run(plan: path, index, keymap, home: environment("HOME")))
        } catch {
          return .failure(error)
        }
      })
  }

  /// Colours are for terminals, and not for those who say that they want none
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

  @Sendable private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
