import Canvas
import Curses
import Glibc
import SQLiteStores
import Sessions

extension Machine {
  /// The computer on which the process runs.
  static func live() -> Machine {
    Machine(
      terminalError: terminalError, size: size, traits: .present, folder: folder(at:),
      canCreate: { LazySQLiteStore.canBeMade(at: $0) }, tmuxOption: tmuxOption(_:),
      unsaved: UnsavedFolder(state: .live).all)
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

  @Sendable private static func folder(at path: String) -> Folder {
    var status = stat()
    guard stat(path, &status) == 0 else {
      return switch errno {
      case ENOENT: .missing
      case ENOTDIR: .notAFolder
      default: .present(isReadable: false, isOpenToOthers: false)
      }
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { return .notAFolder }
    return .present(
      isReadable: access(path, R_OK | X_OK) == 0,
      isOpenToOthers: status.st_mode & (S_IWGRP | S_IWOTH) != 0)
  }
}
