import Documents
import Glibc

extension Surroundings {
  /// The process's own world.
  static func live() -> Surroundings {
    Surroundings(
      read: { name in
        do throws(FileError) { return .success(try readInput(name).bytes) } catch {
          return .failure(.unreadable(name: name, error))
        }
      },
      openTable: { name in
        do throws(FileError) { return .success(try TableSource(opening: name)) } catch {
          return .failure(error)
        }
      },
      entries: { folder in
        do throws(FileError) { return .success(try readFolder(folder)) } catch {
          return .failure(error)
        }
      },
      identity: { FileIdentity(at: $0) },
      environment: environment,
      columns: columns,
      ink: Ink(isColoured: isColoured),
      machine: { .live() },
      openStore: { wish, creation in
        // A command that only reads is over before anyone could be told of it.
        do throws(Failure) {
          return .success(try OpenStore(wish, creation: creation, joining: !wish.isReadOnly))
        } catch {
          return .failure(error)
        }
      },
      openWorkbench: { request, look in
        do throws(Failure) {
          return .success(try WorkbenchSession.run(request, look, state: .live))
        } catch {
          return .failure(error)
        }
      },
      openDialogue: { request in
        do throws(Failure) {
          return .success(try PlainSession.run(request, state: .live))
        } catch {
          return .failure(error)
        }
      },
      isAccessible: !["", "0"].contains(environment("ACCESSIBLE") ?? ""))
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

  /// A value that is not UTF-8 counts as unset: as text it would name something else.
  @Sendable private static func environment(_ name: String) -> String? {
    getenv(name).flatMap { String(validatingCString: $0) }
  }
}
