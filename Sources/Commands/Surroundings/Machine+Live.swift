import Canvas
import Curses
import Glibc

extension Machine {
  /// The machine that the process runs on.
  static func live() -> Machine {
    Machine(
      terminalError: terminalError, size: size, traits: .present, folder: folder(at:),
      canCreate: canCreate(_:), tmuxOption: tmuxOption(_:),
      unsaved: UnsavedFolder(state: .live).subjects)
  }

  private static var terminalError: TerminalError? {
    do throws(TerminalError) { try CursesDisplay.check() } catch { return error }
    return nil
  }

  private static var size: Size? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0
    else { return nil }
    return Size(rows: Int(size.ws_row), columns: Int(size.ws_col))
  }

  @Sendable private static func tmuxOption(_ name: String) -> String? {
    guard let server = getenv("TMUX") else { return nil }
    return outputLine(
      of: ["tmux", "show-options", "-sv", name], environment: ["TMUX=" + String(cString: server)])
  }

  /// Whether the nearest folder above that exists can be written to. The kernel's own file systems
  /// say so of themselves and take no files all the same.
  @Sendable private static func canCreate(_ path: String) -> Bool {
    var above = path
    while let slash = above.lastIndex(of: "/") {
      above = slash == above.startIndex ? "/" : String(above[..<slash])
      if access(above, F_OK) == 0 {
        return access(above, W_OK | X_OK) == 0 && !above.hasPrefix("/proc")
          && !above.hasPrefix("/sys")
      }
      if above == "/" { break }
    }
    return false
  }

  @Sendable private static func folder(at path: String) -> Folder {
    var status = stat()
    guard stat(path, &status) == 0 else {
      return switch errno {
      case ENOENT: .missing
      case ENOTDIR: .noFolder
      default: .present(isReadable: false, isOpenToOthers: false)
      }
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { return .noFolder }
    return .present(
      isReadable: access(path, R_OK | X_OK) == 0,
      isOpenToOthers: status.st_mode & (S_IWGRP | S_IWOTH) != 0)
  }
}
