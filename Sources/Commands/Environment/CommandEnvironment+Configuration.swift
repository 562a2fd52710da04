import Documents
import Sessions
import Workbench

/// Where a user's own settings are.
extension CommandEnvironment {
  /// The folder of settings; nil where the environment names no place for it.
  ///
  /// A relative `XDG_CONFIG_HOME` counts as unset, as the base directory specification says.
  var configurationFolder: String? {
    if let folder = environment("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      return "\(folder)/calloff"
    }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return "\(home)/.config/calloff"
  }

  /// The path of the file of key bindings, whether or not it exists.
  var keysFile: String? { configurationFolder.map { "\($0)/keys.yaml" } }

  /// The key bindings: the default ones, unless the user has a file of others.
  func keymap() throws(Failure) -> Keymap {
    guard let file = keysFile else { return .standard }
    let bytes: [UInt8]
    do throws(Failure) { bytes = try read(file).get() } catch {
      if case .session(.unreadable(_, .notFound)) = error { return .standard }
      throw error
    }
    do throws(FaultList) { return try KeysDocument.keymap(of: bytes) } catch {
      throw .faultyKeys(name: file, error)
    }
  }
}
