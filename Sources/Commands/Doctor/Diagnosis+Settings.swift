import Documents
import Text
import Workbench

/// Checks of the user's settings.
extension Diagnosis {
  /// The folder of settings.
  var configuration: Check {
    let subject = "settings"
    if let folder = surroundings.environment("XDG_CONFIG_HOME"), !folder.isEmpty,
      !folder.hasPrefix("/")
    {
      return Check(
        .warning, subject,
        "`XDG_CONFIG_HOME` is \(quoted(folder)), which is ignored; set it to an absolute path")
    }
    guard let path = surroundings.configurationFolder else {
      return Check(
        .warning, subject, "none, because `HOME` and `XDG_CONFIG_HOME` are unset; set one of them")
    }
    switch machine.folder(path) {
    case .missing:
      return Check(.ok, subject, "none; create the folder \(quoted(path)) to add your own")
    case .notAFolder:
      return Check(.error, subject, "\(quoted(path)) is not a folder; rename or move it")
    case .present(isReadable: false, _):
      return Check(
        .error, subject, "\(quoted(path)) cannot be read; run `chmod u+rwx` on it")
    case .present(_, let isOpenToOthers):
      if let configurationFault {
        return Check(.error, subject, Diagnosis.firstError(of: configurationFault))
      }
      return isOpenToOthers
        ? Check(
          .warning, subject,
          "other users can write to \(quoted(path)); run `chmod go-w` on it")
        : Check(.ok, subject, quoted(path))
    }
  }

  /// The keys.
  var keys: Check {
    do throws(Failure) {
      let keymap = try surroundings.keymap()
      let actions = Context.allCases.flatMap { keymap.entries(in: $0) }.count(where: \.isRemapped)
      return Check(
        .ok, "keys",
        actions == 0
          ? "the built-in ones"
          : "\(counted(actions, "action")) remapped; `calloff keys` lists them")
    } catch {
      return Check(.error, "keys", Diagnosis.firstError(of: error))
    }
  }

  /// The first error of a file, and how many more there are: a line has no room for all.
  private static func firstError(of failure: Failure) -> String {
    let (name, list, command) =
      switch failure {
      case .faultyKeys(let name, let list): (name, list, "calloff keys")
      case .faultyConfiguration(let name, let list): (name, list, "calloff")
      default: ("", FaultList(), "")
      }
    guard let first = list.faults.first else { return failure.message }
    let more = list.faults.count + list.omitted - 1
    let closing = more == 0 ? "" : " (and \(more) more; `\(command)` lists all)"
    return "\(name):\(first.place): \(first.message)\(closing)"
  }
}
