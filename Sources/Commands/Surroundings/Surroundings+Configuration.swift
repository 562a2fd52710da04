import Documents
import Workbench

/// Where a user's own settings are.
extension Surroundings {
  /// The folder of settings; nil where the environment names no place for it.
  ///
  /// A relative `XDG_CONFIG_HOME` counts as unset, as the base directory specification has it.
  var configurationFolder: String? {
    if let folder = environment("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      return "\(folder)/calloff"
    }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return "\(home)/.config/calloff"
  }

  /// The file of chosen keys, whether or not it is there.
  var keysFile: String? { configurationFolder.map { "\($0)/keys.yaml" } }

  /// The keys as they stand: the built-in ones where nobody chose others.
  func keymap() throws(Failure) -> Keymap {
    guard let file = keysFile else { return .standard }
    let bytes: [UInt8]
    do throws(Failure) { bytes = try read(file).get() } catch {
      if case .unreadable(_, .notFound) = error { return .standard }
      throw error
    }
    do throws(FaultList) { return try KeysDocument.keymap(of: bytes) } catch {
      throw .faultyKeys(name: file, error)
    }
  }
}
