import Documents
import Text
import Workbench

/// What lies in files.
extension Examination {
  /// The folder of settings.
  var configuration: Remark {
    let subject = "settings"
    if let folder = surroundings.environment("XDG_CONFIG_HOME"), !folder.isEmpty,
      !folder.hasPrefix("/")
    {
      return Remark(
        .warning, subject,
        "`XDG_CONFIG_HOME` is \(quoted(folder)), which counts as unset; make it an absolute path")
    }
    guard let path = surroundings.configurationFolder else {
      return Remark(
        .warning, subject, "neither `HOME` nor `XDG_CONFIG_HOME` is set; set one to have any")
    }
    switch machine.folder(path) {
    case .missing:
      return Remark(.ok, subject, "none; make the folder \(quoted(path)) to have your own")
    case .noFolder:
      return Remark(.error, subject, "\(quoted(path)) is no folder; move it away")
    case .present(isReadable: false, _):
      return Remark(
        .error, subject, "\(quoted(path)) cannot be read; run `chmod u+rwx` on it")
    case .present(_, let isOpenToOthers):
      if let configurationFault {
        return Remark(.error, subject, Examination.words(for: configurationFault))
      }
      return isOpenToOthers
        ? Remark(
          .warning, subject, "others may write to \(quoted(path)); run `chmod go-w` on it")
        : Remark(.ok, subject, quoted(path))
    }
  }

  /// The keys.
  var keys: Remark {
    do throws(Failure) {
      let keymap = try surroundings.keymap()
      let actions = Context.allCases.flatMap { keymap.entries(in: $0) }.count(where: \.isRemapped)
      return Remark(
        .ok, "keys",
        actions == 0
          ? "as built in" : "\(counted(actions, "action")) remapped; `calloff keys` lists them")
    } catch {
      return Remark(.error, "keys", Examination.words(for: error))
    }
  }

  /// All faults do not fit a line; the first one does.
  private static func words(for failure: Failure) -> String {
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
